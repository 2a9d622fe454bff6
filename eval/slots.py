"""Numbers, dates, symbols, bodies, verbs and negations in an answer's own words.

Each must come from what the sentence cites, from the question, or from what the library holds.
They are compared by value, so that 第十六段 asked for supports 第16段 said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.types import Answer, Citation, Statement
from eval.lexicon import (
    DATE,
    ENGLISH_ORDINALS,
    NUMBER,
    SESSION,
    SYMBOL,
    bodies_in,
    negations_in,
    number_of,
    plain,
    simplified,
    verbs_in,
)
from eval.nearest import not_held
from eval.sentences import Said, own_words, read_sentences
from eval.subject import Truth

_SPELT_SYMBOL = re.compile(
    r"第?([一二三四五六七八九十百零〇\d]+)届(?:联合国)?(?:会议|大会|联大|常会)*的?"
    r"第?([一二三四五六七八九十百零〇\d]+)号"
)
_NUMERAL = r"([零〇一二三四五六七八九十百]+|\d+)"
_RANGE = re.compile(rf"{_NUMERAL}段?(?:至|到|-|–|~|to)(?:第|OP|PP)?{_NUMERAL}")
_FROM_QUESTION = ("body", "verb")
_RECOUNTED = ("n", "total", "of", "near")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An answer, the turns that led to it (in every wording known), and the library."""

    answer: Answer
    turns: tuple[str, ...]
    truth: Truth

    @property
    def asked(self) -> str:
        """Everything asked, in simplified script and without blanks; and what words of it were
        openly read as (密书长 as 秘书长), which whoever asked can see and put right."""
        asked = plain(simplified("\n".join(self.turns)))
        read = (c.read for c in self.answer.understood.corrections if plain(c.typed) in asked)
        return "\n".join((asked, *read))

    def cited(self, statement: Statement) -> tuple[Citation, ...]:
        """The citations a statement carries, those that do not exist left out."""
        return tuple(c for c in self.answer.citations if c.n in statement.citations)

    def own(self, statement: Statement) -> str:
        """What a statement says outside its quotations."""
        return own_words(statement, self.answer.citations)


def loose_slots(exhibit: Exhibit) -> Iterator[str]:
    """Slots that nothing supports, over all sentences but a model's (``eval.facts``)."""
    for statement in exhibit.answer.statements:
        if statement.kind == "fact":
            continue
        said = read_sentences(exhibit.own(statement))
        loose = _unread(exhibit, statement) if said is None else _read(exhibit, statement, said)
        for slot in dict.fromkeys(loose):
            yield f"{slot} is supported by nothing: {statement.text}"


def slot_values(text: str) -> set[str]:
    """Symbols, dates, sessions and numbers of a text without blanks, each by its value."""
    found: set[str] = {f"{number_of(s)}/{number_of(n)}" for s, n in _SPELT_SYMBOL.findall(text)}
    for symbol in SYMBOL.findall(text):
        found |= {symbol.upper(), symbol.upper().removeprefix("A/RES/")}
    rest = SYMBOL.sub("|", text)
    for day in DATE.findall(rest):
        found.add("-".join(str(int(part)) for part in re.findall(r"\d+", day)))
    rest = DATE.sub("|", rest)
    numerals = [m.removesuffix("届") for m in SESSION.findall(rest)] + NUMBER.findall(rest)
    return found | {str(number_of(numeral)) for numeral in numerals}


def _read(exhibit: Exhibit, statement: Statement, said: tuple[Said, ...]) -> Iterator[str]:
    for each in said:
        near = each.recount.startswith("near_")
        if (near or each.recount == "refuses") and _answers_in_full(exhibit.answer):
            yield "a refusal"
        if near:
            yield from not_held(each, exhibit.truth)
        for slot, words in each.slots.items():
            if slot in _FROM_QUESTION:
                yield from _not_asked(exhibit, statement, words)
            elif slot not in _RECOUNTED:
                yield from _not_known(exhibit, statement, slot, words)


def _not_known(exhibit: Exhibit, statement: Statement, slot: str, words: str) -> Iterator[str]:
    values = slot_values(words)
    yield from sorted(values - _known(exhibit) - _cited_values(exhibit, statement))
    cited = plain(" ".join(c.text for c in exhibit.cited(statement)))
    if slot == "target" and not values and words not in exhibit.asked and words not in cited:
        yield words


def _answers_in_full(answer: Answer) -> bool:
    return answer.status == "answered" and not answer.missing


def _not_asked(exhibit: Exhibit, statement: Statement, words: str) -> Iterator[str]:
    """Bodies and verbs must be the asker's where the asker named one, else the paragraph's."""
    cited = " ".join(c.text for c in exhibit.cited(statement))
    for find in (bodies_in, verbs_in):
        yield from sorted(find(words) - (find(exhibit.asked) or find(cited)))


def _unread(exhibit: Exhibit, statement: Statement) -> Iterator[str]:
    """Own words that are no sentence of the list: all of their slots."""
    own = exhibit.own(statement)
    yield from sorted(slot_values(own) - _cited_values(exhibit, statement))
    yield from _not_asked(exhibit, statement, own)
    if negations_in(own):
        yield "a negation"


def _cited_values(exhibit: Exhibit, statement: Statement) -> set[str]:
    cited = exhibit.cited(statement)
    return slot_values(plain(" | ".join(f"{c.symbol} {c.label} {c.text}" for c in cited)))


def _implied(asked: str) -> set[str]:
    """What naming a range or a symbol names besides: 第15至18段 the 16th, S/RES/1540(2004) 1540."""
    found = {part for symbol in SYMBOL.findall(asked) for part in re.findall(r"\d+", symbol)}
    found |= set(re.findall(r"\d+/\d+", asked))
    for first, last in _RANGE.findall(asked):
        low, high = number_of(first), number_of(last)
        if low is not None and high is not None:
            found |= {str(n) for n in range(low, min(high, low + 100) + 1)}
    for year in re.findall(
        r"(?<!\d)\d{4}(?=年)", asked
    ):  # 2062年内 is from its first day to its last
        found |= {f"{year}-1-1", f"{year}-12-31"}
    lowered = asked.lower()
    return found | {str(n) for n, word in enumerate(ENGLISH_ORDINALS, 1) if word in lowered}


def _known(exhibit: Exhibit) -> set[str]:
    """What was asked and what is held: symbols, sessions, and how many paragraphs there are."""
    known = slot_values(exhibit.asked) | _implied(exhibit.asked)
    known |= {str(session) for session in exhibit.answer.coverage.sessions}
    return known | _held_values(exhibit.truth)


@lru_cache(maxsize=8)  # a library has hundreds of resolutions, and is looked at for every sentence
def _held_values(truth: Truth) -> frozenset[str]:
    known = {str(len(truth.resolutions))}
    for symbol, resolution in truth.resolutions.items():
        serial = symbol.rpartition("/RES/")[2]
        known |= {symbol, serial} | slot_values(symbol) | slot_values(serial)
        kinds = [p.kind for p in resolution.paragraphs]
        known |= {str(kinds.count(kind)) for kind in ("preambular", "operative", "footnote")}
        facts = (truth.paragraphs.get(f"{symbol}#{place}") for place in ("META", "END"))
        known |= slot_values(plain("|".join(fact.text for fact in facts if fact)))
    return frozenset(known)
