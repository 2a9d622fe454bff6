"""A model's finished sentence, held against the paragraphs it was given.

A sentence may be shown as it is, with other citations than it claims, or not at all; which, and
why not, is decided here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.generative.coverage import coverage, is_bare
from assistant.answering.generative.evidence import Evidence
from assistant.answering.generative.orders import gives_orders, has_markup
from assistant.answering.generative.quoted import QUOTED
from assistant.answering.generative.sentences import Said, Unit
from assistant.answering.generative.support import Fault, nearest, supporting
from assistant.types import Lang, Quote, Statement, Verification

Refused = Literal["key", "language", "refusal", "bare", "markup", "orders"]

_CJK = re.compile(r"[㐀-鿿]")
_REFUSAL = re.compile(
    r"无法(?:回答|确定|改写)|不能回答|没有(?:提供|提到|足够)|未提(?:供|及)|抱歉|对不起"
    r"|作为(?:一个)?(?:人工智能|AI|语言模型)|cannot be mended"
    r"|cannot be answered|cannot answer|can't answer|not (?:enough|sufficient) information"
    r"|\bsorry\b|as an ai\b",
    re.IGNORECASE,
)
_CLEARLY = 0.1  # of its words more than the next paragraph has
_STOPS = "。.!！?？;；,， \n"


@dataclass(frozen=True, slots=True)
class Passed:
    """A sentence that may be shown, and the keys of the evidence that it stands on."""

    statement: Statement
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A sentence that may not be shown, and why: what it says and the evidence does not."""

    said: Said
    why: Refused | None
    key: int | None = None  # of the evidence that comes nearest
    faults: tuple[Fault, ...] = ()


def check(said: Said, evidence: Sequence[Evidence], lang: Lang) -> Passed | Rejected:
    """The sentence as a statement that may be shown, else why not.

    Each stretch of the sentence up to a key stands on one act of that key's paragraph. A wrong or
    missing key is put right where exactly the words show which paragraph is meant.
    """
    if (why := _unfit(said.text, lang)) is not None:
        mended = why in ("bare", "markup")
        return Rejected(said, why, _key_of(said, evidence) if mended else None)
    given = {each.key: each for each in evidence}
    cited: list[int] = []
    repaired = False
    for unit in said.units:
        found = _supported(unit, given)
        if isinstance(found, Rejected):
            return Rejected(said, found.why, found.key, found.faults)
        repaired |= found != unit.keys
        cited.extend(found)
    if obeyed := [key for key in cited if gives_orders(f"{given[key].shown}\n{given[key].text}")]:
        return Rejected(said, "orders", obeyed[0])
    return _passed(said, tuple(dict.fromkeys(cited)), given, repaired=repaired)


def _unfit(text: str, lang: Lang) -> Refused | None:
    """Why it is no sentence of an answer, whatever the evidence says."""
    if _REFUSAL.search(text):
        return "refusal"
    if bool(_CJK.search(_without_quotes(text))) != (lang == "zh"):
        return "language"
    if has_markup(text):
        return "markup"
    return "bare" if is_bare(text) else None


def _key_of(said: Said, evidence: Sequence[Evidence]) -> int | None:
    keys = [key for key in said.keys if 0 < key <= len(evidence)]
    return keys[0] if keys else (1 if len(evidence) == 1 else None)


def _supported(unit: Unit, given: dict[int, Evidence]) -> tuple[int, ...] | Rejected:
    """The keys whose paragraphs support a stretch of a sentence."""
    named = [given[key] for key in unit.keys if key in given]
    holding = [each for each in named if _says(unit.text, each)]
    if not holding:
        if (meant := _meant(unit.text, list(given.values()))) is not None:
            return (meant.key,)
        return _rejected(unit, named, list(given.values()))
    return tuple(each.key for each in holding)


def _meant(text: str, given: Sequence[Evidence]) -> Evidence | None:
    """Which evidence a wrong key should have named: the one whose words these clearly are."""
    ranked = sorted(
        ((max(coverage(text, act.text) for act in each.acts), -each.key, each) for each in given
         if _says(text, each)),
        reverse=True,
    )  # fmt: skip
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEARLY):
        return None
    return ranked[0][2]


def _says(text: str, evidence: Evidence) -> bool:
    return bool(supporting(text, evidence.acts))


def _rejected(unit: Unit, named: Sequence[Evidence], given: Sequence[Evidence]) -> Rejected:
    said = Said(unit.text, (unit,))
    if not given:
        return Rejected(said, "key")
    ranked = [(nearest(unit.text, each.acts), each.key) for each in (named or given)]
    (_, found), key = min(ranked, key=lambda pair: len(pair[0][1]))
    if not named:
        return Rejected(said, "key", key, found)
    return Rejected(said, None, key, found)


def _without_quotes(text: str) -> str:
    return QUOTED.sub("", text)


def _passed(
    said: Said, keys: tuple[int, ...], given: dict[int, Evidence], *, repaired: bool
) -> Passed:
    """A fact with the words it quotes marked; a quotation where all of it is verbatim."""
    verbatim = said.text.strip(_STOPS)
    cited = tuple(dict.fromkeys(given[key].n for key in keys))
    at = given[keys[0]].text.find(verbatim) if len(cited) == 1 else -1
    if at >= 0:
        quote = Quote(cited[0], at, at + len(verbatim))
        told: Verification = "repaired" if repaired else "verbatim"
        return Passed(Statement(verbatim, "quote", cited, (quote,), told), keys)
    quotes = tuple(dict.fromkeys(q for key in keys for q in _quotes(said.text, given[key])))
    told = "repaired" if repaired else "checked"
    return Passed(Statement(said.text, "fact", cited, quotes, told), keys)


def _quotes(text: str, evidence: Evidence) -> Iterator[Quote]:
    for match in QUOTED.finditer(text):
        words = next(group for group in match.groups() if group)
        at = evidence.text.find(words)
        if at >= 0:
            yield Quote(evidence.n, at, at + len(words))
