"""Reading an answer's own sentences: each must be one of the reviewed list, slots aside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.types import Citation, Statement
from eval.lexicon import BODIES, NUMBER, OTHER_VERBS, VERBS, number_of, plain
from eval.lists import LIST_SLOTS

SENTENCES_FILE = Path(__file__).parent / "sentences.txt"
QUOTED = "\x00"  # stands for a quotation in a sentence's own words

# How resolutions are called, without blanks: 第75/45号决议, 第103/2A号决议,
# 第ES-10/22号决议, 第4001(XXI)号决议, 经济及社会理事会第2050/14号决议, in English too, or
# the symbol itself.
_ORGANS = {
    "安全理事会": "S", "经济及社会理事会": "E", "人权理事会": "A/HRC", "SecurityCouncil": "S",
    "EconomicandSocialCouncil": "E", "HumanRightsCouncil": "A/HRC",
}  # fmt: skip
_ORGAN = "|".join(_ORGANS)
_SERIAL = r"(?:E?S-)?\d+(?:/\d+)?(?-i:[A-Z]?)(?:\((?-i:[IVXLC]+|S-[IVXLC]+|\d{4})\))?"
_LABEL = (
    rf"(?:(?:{_ORGAN})?第{_SERIAL}号(?:决议|决定)|(?:{_ORGAN})?(?:resolution|decision){_SERIAL}"
    rf"|(?:A/HRC|A|S|E)/(?:RES|DEC)/{_SERIAL})"
)
_NAMED = re.compile(
    rf"(?P<symbol>(?:A/HRC|A|S|E)/(?:RES|DEC)/{_SERIAL})"
    rf"|(?P<organ>{_ORGAN})?(?:第|(?P<english>resolution|decision))(?P<serial>{_SERIAL})"
    r"(?P<noun>号决议|号决定)?",
    re.IGNORECASE,
)
_JOIN = r"(?:、|和|,|and)"
_NUMERAL = rf"(?:{NUMBER.pattern}|[一二三四五六七八九十两])"

_ORDINAL = r"第[一二三四五六七八九十百零]+届"
_WHEN = (
    rf"(?:{_ORDINAL}(?:至{_ORDINAL})?会议|定期|[0-9年月日]+(?:至[0-9年月日]+|或以前|或以后)?"
    r"|(?:at)?sessions?[0-9]+(?:to[0-9]+)?|regularly|(?:from|on|onorbefore|onorafter)[0-9-]+(?:to[0-9-]+)?)"
)


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(plain(w)) for w in sorted(words, key=len, reverse=True))


@cache
def _slots() -> Mapping[str, str]:
    bodies = _any_of([*BODIES, *(e for names in BODIES.values() for e in names)])
    return {
        "where": rf"(?:{_LABEL}(?:{_JOIN}{_LABEL})*|库中决议|所问的决议"
        r"|theresolutions(?:held|askedabout))",
        "held": rf"{_LABEL}(?:{_JOIN}{_LABEL})*",
        "other": _LABEL,
        "before": r"[^“”]{1,200}",
        "after": r"[^“”]{1,200}",
        "first": _LABEL,
        "second": _LABEL,
        "n": _NUMERAL,
        "body": rf"(?:the)?(?:{bodies})(?:{_JOIN}(?:the)?(?:{bodies}))*",
        "verb": rf"(?:[a-z]+\()?(?:{_any_of([*VERBS, *OTHER_VERBS])})\)?(?:[、,].{{1,40}}?)?",
        "target": r"(?:《[^《》]{1,300}》|[^。：:]{1,80}?)",
        "size": NUMBER.pattern,
        "sessions": r"[0-9]+(?:[-、,][0-9]+)*",
        "phrase": r"[^“”]{1,200}",
        "term": r"[^“”]{1,200}(?:”(?:、|,)“[^“”]{1,200})*",
        "total": r"\d+",
        "count": r"\d+",
        **dict.fromkeys(("session", "first_session", "last_session"), _NUMERAL),
        "missing": r".{1,4000}?",  # one thing of each resolution held
        "near": r"[^。;；]{1,2000}?",
        "when": _WHEN,
        "said": r"(?:今年|明年|本年度?|(?:this|next)year)",
        **dict.fromkeys(("typed", "read", "words"), r"[^“”]{1,60}"),
        "completed": r"[^“”]{1,120}",
        "base": _WHEN,
        "year": r"[0-9]{4}",
        "place": r"[^。；;“”.]{2,60}",
        **LIST_SLOTS,
        "parts": r"(?:段号|起止|动词|numbers|boundaries|verbs|[、,])+",
    }


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of an answer's own: what has to be done again, and what fills its slots."""

    recount: str
    slots: Mapping[str, str]

    def value(self, slot: str) -> int | None:
        """A numeral slot's value."""
        return number_of(self.slots[slot]) if slot in self.slots else None

    def symbols(self, *slots: str) -> tuple[str, ...]:
        """The resolutions named in these slots, as ``A/RES/75/45``."""
        text = "|".join(self.slots.get(slot, "") for slot in slots)
        return tuple(_symbol(found) for found in _NAMED.finditer(text))


def _symbol(found: re.Match[str]) -> str:
    if found["symbol"]:
        return found["symbol"].upper()
    organs = {name.lower(): organ for name, organ in _ORGANS.items()}
    decided = "decision" in (found["english"] or "").lower() or found["noun"] == "号决定"
    organ = organs.get((found["organ"] or "").lower(), "A")
    return f"{organ}/{'DEC' if decided else 'RES'}/{found['serial'].upper()}"


@cache
def _sentences() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = SENTENCES_FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split(" | ", 1) for line in lines if line and not line.startswith("#"))
    return tuple((recount, _compiled(sentence)) for recount, sentence in rows)


def _compiled(sentence: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", sentence)
    return re.compile(
        "".join(
            f"(?P<{part}>{_slots()[part]})" if at % 2 else re.escape(plain(part))
            for at, part in enumerate(parts)
        ),
        re.IGNORECASE,
    )


def own_words(statement: Statement, citations: tuple[Citation, ...]) -> str:
    """What a sentence says outside its quotations, without blanks; ``QUOTED`` for each of them.

    Looked for from the end, where quotations stand: a quoted 72/31 is not the one in a label.
    """
    text = statement.text
    by_n = {c.n: c.text for c in citations}
    end = len(text)
    for quote in reversed(statement.quotes):
        words = by_n.get(quote.n, "")[quote.start : quote.end]
        at = text.rfind(words, 0, end) if words else -1
        if at >= 0:
            text = text[:at] + QUOTED + text[at + len(words) :]
            end = at
    return plain(text)


def read_sentences(words: str) -> tuple[Said, ...] | None:
    """``words`` (of ``own_words``) as sentences of the list, or None where it is anything else."""
    rest = re.sub(rf"{QUOTED}(?:{_JOIN}?{QUOTED})*", QUOTED, words)
    rest = rest.removesuffix(QUOTED)
    said: list[Said] = []
    while rest:
        found = [(m, recount) for recount, p in _sentences() if (m := p.match(rest))]
        if not found:
            return None
        # The longest reading; of two that say the same, the one that leaves less open.
        match, recount = max(found, key=lambda pair: (pair[0].end(), -len(pair[0].groupdict())))
        said.append(Said(recount, match.groupdict()))
        rest = rest[match.end() :]
    return tuple(said)
