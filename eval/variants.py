"""Other wordings of a question that must not change its answer. Deterministic.

Everything works on the question's own text; nothing looks at what the product can read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import cache

from eval.gold import GoldItem, Variant
from eval.lexicon import BODIES, VERBS, number_of

# A symbol of the Assembly as people write it; 75/45 inside A/75/45 or 1/75/45 is something else.
_SYMBOL = re.compile(
    r"(?:(?:联合国|聯合國)?(?:大会|联大|大會|聯大)|(?:General Assembly )?[Rr]esolution )?"
    r"(?:A/RES/(?P<a>\d{2,3})/(?P<b>\d{1,3})"
    r"|第?(?<![A-Za-z0-9/.-])(?P<c>\d{2,3})/(?P<d>\d{1,3})(?![A-Za-z0-9/])[号號]?)(?:决议|決議)?"
)
_ORDINAL = re.compile(r"(?<=第)(\d{1,3})(?:(?=[段届次条个])|(至|到|-)(\d{1,3})(?=段))")
_CHINESE_ORDINAL = re.compile(r"(?<=第)([一二三四五六七八九十百]+)(?=[段届次条])")
_DAY = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789/"}

# Slips of the pen that leave symbols, numbers, bodies and verbs alone.
_SLIPS = (
    ("的", "的的"),
    ("的", ""),
    ("的", "地"),
    ("了", "了了"),
    ("了", ""),
    ("什么", "什麽"),
    ("什么", "什么么"),
    ("做", "作"),
    ("吗", "嘛"),
    ("呢", "呐"),
    ("是", "是是"),
    ("里", "裏"),
    ("有", "有有"),
    ("the", "the the"),
    ("the", "teh"),
    ("of", "of of"),
    ("to", "to to"),
    ("in", "in in"),
    ("does", "dose"),
)
_ENGLISH_NAME = r"[A-Z][\w-]+(?:(?: (?:on|of|the|for|and|in|to))* [A-Z][\w-]+)+"
_CHINESE = re.compile(r"[一-鿿]")

# Look-ups are asked in every written form of the symbol. Of the others each is asked in two,
# taken in turns over the questions: every form is tried on hundreds, and a run stays short.
_EVERY_FORM = frozenset({"lookup", "actor"})
_FORMS_EACH = 2

Turns = tuple[str, ...]


def variants_of(item: GoldItem) -> tuple[tuple[str, Turns], ...]:
    """``(kind, turns)`` for every wording of ``item``, its own variants first, none twice.

    In a conversation every turn is reworded; a hand-written variant replaces the last turn.
    """
    own = ((v.kind, (*item.turns[:-1], v.text)) for v in item.variants)
    every = item.kind in _EVERY_FORM
    return tuple(dict.fromkeys((*own, *_generated(item.turns, every_form=every))))


def variants(question: str) -> tuple[Variant, ...]:
    """Every generated wording of one question that differs from it."""
    return tuple(
        Variant(kind, turns[0]) for kind, turns in _generated((question,), every_form=True)
    )


def _generated(turns: Turns, *, every_form: bool) -> Iterator[tuple[str, Turns]]:
    forms = _CHINESE_FORMS if any(map(_CHINESE.search, turns)) else _ENGLISH_FORMS
    if not every_form:
        first = _seed("".join(turns)) % len(forms)
        forms = (*forms, *forms)[first : first + _FORMS_EACH]
    symbols = (("symbol", _symbol_as(form)) for form in forms)
    for kind, reword in (*_REWORDINGS, *symbols):
        reworded = tuple(map(reword, turns))
        if reworded != turns:
            yield kind, reworded


@cache
def _traditional() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("s2t").convert
    return convert


def traditional(question: str) -> str:
    """In traditional script."""
    return _traditional()(question)


def full_width(question: str) -> str:
    """With full-width digits and slashes."""
    return question.translate(_FULL_WIDTH)


def numerals(question: str) -> str:
    """Ordinals and days in Chinese numerals, or in digits where they were Chinese."""
    if _CHINESE_ORDINAL.search(question):
        return _CHINESE_ORDINAL.sub(lambda m: str(number_of(m[1])), question)
    question = _DAY.sub(lambda m: f"{chinese(int(m[1]))}月{chinese(int(m[2]))}日", question)
    return _ORDINAL.sub(
        lambda m: chinese(int(m[1])) + (f"{m[2]}{chinese(int(m[3]))}" if m[2] else ""), question
    )


def chinese(number: int) -> str:
    """``number`` in Chinese numerals, below ten thousand."""
    import cn2an

    return str(cn2an.an2cn(str(number), "low"))


def _symbol_as(form: Callable[[str, str], str]) -> Callable[[str], str]:
    def reword(question: str) -> str:
        return _SYMBOL.sub(lambda m: form(m["a"] or m["c"], m["b"] or m["d"]), question)

    return reword


def typo(question: str) -> str:
    """With one slip of the pen, chosen by the question's own hash."""
    open_places = [
        (at, wrong, right)
        for right, wrong in _SLIPS
        for at in _places(right, question)
        if not _protected(question, at, len(right))
    ]
    if not open_places:
        return question
    at, wrong, right = open_places[_seed(question) % len(open_places)]
    return question[:at] + wrong + question[at + len(right) :]


def _seed(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def _places(word: str, question: str) -> Iterator[int]:
    pattern = rf"\b{word}\b" if word.isascii() else re.escape(word)
    return (m.start() for m in re.finditer(pattern, question))


@cache
def _protected_pattern() -> re.Pattern[str]:
    words = sorted((*BODIES, *VERBS), key=len, reverse=True)
    return re.compile(rf"《[^》]*》|“[^”]*”|{_ENGLISH_NAME}|" + "|".join(map(re.escape, words)))


def _protected(question: str, at: int, length: int) -> bool:
    return any(
        m.start() < at + length and at < m.end()
        for m in (*_protected_pattern().finditer(question), *_SYMBOL.finditer(question))
    )


def polite(question: str) -> str:
    """With a greeting and thanks, as people write to an office."""
    if not _CHINESE.search(question):
        return f"Hello, {question} Thank you."
    ending = "" if question.endswith(("？", "?", "。", "！")) else "？"
    return f"请问{question}{ending}谢谢！"


def _session(session: str, number: str) -> str:
    return f"大会第{chinese(int(session))}届会议第{number}号决议"


_CHINESE_FORMS: tuple[Callable[[str, str], str], ...] = (
    lambda s, n: f"{s}/{n}",
    lambda s, n: f"第{s}/{n}号决议",
    lambda s, n: f"A/RES/{s}/{n}",
    lambda s, n: f"联大第{s}/{n}号决议",
    lambda s, n: f"第{s}／{n}号决议",
    _session,
)
_ENGLISH_FORMS: tuple[Callable[[str, str], str], ...] = (
    lambda s, n: f"{s}/{n}",
    lambda s, n: f"A/RES/{s}/{n}",
    lambda s, n: f"General Assembly resolution {s}/{n}",
)

_REWORDINGS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("traditional", traditional),
    ("full_width", full_width),
    ("numerals", numerals),
    ("typo", typo),
    ("filler", polite),
)
