"""A model's sentence (``fact``) held against the paragraphs it cites, by the judge's own words.

Whatever it names has to be theirs: the question lends it nothing. What of one sentence is said of
one act has to stand in one act of a paragraph. The product's own checks are another program with
other tables, on purpose: an error of one is not excused by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.types import Citation, Statement
from eval.lexicon import bodies_in, number_of, plain, simplified, verbs_in
from eval.sentences import QUOTED
from eval.slots import Exhibit, slot_values
from eval.subject import Truth

# Who speaks in a resolution is seldom named in its paragraphs.
_SPEAKERS = (
    ("A/HRC/", "人权理事会"),
    ("A/", "大会"),
    ("E/", "经济及社会理事会"),
    ("S/", "安全理事会"),
)
_NUMERAL = re.compile(r"[零〇一二两三四五六七八九十百千]+")
_ENGLISH_NUMERALS = {
    word: str(value)
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        2,
    )
}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH_NUMERALS |= {ten: str(10 * n) for n, ten in enumerate(_TENS, 2)}
_ENGLISH_NUMERALS |= {
    f"{ten}-{one}": str(10 * n + int(_ENGLISH_NUMERALS.get(one, "1")))
    for n, ten in enumerate(_TENS, 2)
    for one in "one two three four five six seven eight nine".split()
}
# A verb of the Assembly that is also done by others, who need not be said to do it as it does.
_ALSO_OTHERS = {"设立": re.compile("[所开]设")}
_SAYS = re.compile(r"(?<=[a-z] )states\b")  # a licence states; States are the others
_TITLE = re.compile(r"《([^》]+)》")
_ITEM = re.compile(r"\([^()]*\)$")
# A negation and the words that it denies, up to the next stop; 不扩散, 无核武器国家 are names.
_NAMES = re.compile(r"不扩散|无核武器|非政府|无论|不论|不仅|不断|不同|无限|不限|未来|《[^》]*》")
_DENIAL = re.compile(
    r"(?:没有|尚未|未经|未|不要|不得|不|禁止|\b(?:not|no|never)\b)(?=(?P<denied>[^，；。、,;.]{2,40}))",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[一-鿿]|[A-Za-z]+")
_DENIED = 6  # characters or words after a negation that are looked at
_SAME = 0.6  # of their pairs that make them the same words
# A clause of some length that has hardly two words running in common with what it cites says
# something of its own. What names the place or who speaks is left aside: it need not be printed
# there. Chosen so that no true sentence of eval/verification is refused for it.
_CLAUSE_END = re.compile(r"[，。；,.;]")
_PLACE = re.compile(
    r"(?:该|本|第?[A-Z/]*\d+/\d+\s*[A-Z]?\s*号?)决议|(?:序言|执行部分)?第\d+段(?:\([a-z]+\))*"
    r"|大会|经济及社会理事会|人权理事会|《[^》]*》"
    r"|resolution [A-Z/]*\d+/\d+|(?:preambular |operative )?paragraph \d+"
)
_LONG, _OWN = 7, 0.3


def loose_facts(exhibit: Exhibit) -> Iterator[str]:
    """Slots of a model's sentences that nothing they cite supports."""
    for statement in exhibit.answer.statements:
        if statement.kind == "fact":
            for slot in dict.fromkeys(loose_in(exhibit, statement, exhibit.cited(statement))):
                yield f"{slot} is supported by nothing: {statement.text}"


def needless_in(exhibit: Exhibit, statement: Statement) -> Iterator[int]:
    """Citations of a model's sentence that support nothing: alone they do not carry it, and
    without them it is carried as well. The only citation of a sentence is needed."""
    cited = exhibit.cited(statement)
    for one in cited if len(cited) > 1 else ():
        others = [other for other in cited if other is not one]
        carries = not any(loose_in(exhibit, statement, [one]))
        if not carries and not any(loose_in(exhibit, statement, others)):
            yield one.n


def loose_in(exhibit: Exhibit, statement: Statement, cited: Iterable[Citation]) -> Iterator[str]:
    """What a sentence names and these citations do not."""
    grounds = [_ground(citation, exhibit.truth) for citation in cited]
    words = exhibit.own(statement)
    values = slot_values(words) | _small_numbers(statement.text)
    yield from sorted(values - {v for g in grounds for v in g.values})
    yield from sorted(t for t in _titles(words) if not any(t in g.text for g in grounds))
    bodies = bodies_in(exhibit.own(replace(statement, text=_SAYS.sub("", statement.text))))
    yield from sorted(bodies - {b for g in grounds for b in g.bodies})
    done = {v for v, by in _ALSO_OTHERS.items() if any(by.search(g.text) for g in grounds)}
    yield from sorted(verbs_in(words) - done - {v for g in grounds for v in g.verbs})
    yield from (f"invented: {clause}" for clause in _invented(statement.text, grounds))
    held = "|".join(ground.worded for ground in grounds)
    yield from (f"a negation of {what}" for what in _turned(statement.text, held))
    yield from (f"without its negation: {what}" for what in _turned(held, statement.text))


@dataclass(frozen=True, slots=True)
class _Ground:
    """A cited paragraph with the words above it, if it is an item of a list; ``text`` without
    blanks."""

    worded: str  # as it is printed
    text: str
    values: frozenset[str]
    bodies: frozenset[str]
    verbs: frozenset[str]


def _ground(citation: Citation, truth: Truth) -> _Ground:
    worded = "|".join((*_above(citation, truth), citation.text))
    text = plain(worded)
    named = slot_values(plain(f"{citation.symbol}|{citation.label}"))
    speaker = next((name for start, name in _SPEAKERS if citation.symbol.startswith(start)), "大会")
    return _Ground(
        worded,
        text,
        frozenset(slot_values(text) | named | _small_numbers(worded)),
        frozenset(bodies_in(text) | {speaker}),
        frozenset(verbs_in(text)),
    )


def _above(citation: Citation, truth: Truth) -> Iterator[str]:
    """The texts that an item goes on from: of OP8(b)(i) those of OP8 and OP8(b);
    of anything in an annex its heading."""
    place = citation.paragraph
    above: list[str] = []
    while (outer := _ITEM.sub("", place)) != place:
        place = outer
        above += _text_of(place, citation, truth)
    if place.startswith("ANNEX"):
        above += _text_of("ANNEX", citation, truth)
    yield from reversed(above)


def _text_of(place: str, citation: Citation, truth: Truth) -> list[str]:
    key = f"{citation.symbol}#{place}"
    found = truth.beside.get((key, citation.lang)) or truth.paragraphs.get(key)
    return [found.text] if found else []


def _small_numbers(text: str) -> set[str]:
    """Numbers in words, by value: 五点建议, 三分之二, fifteen. One is as good as an article."""
    found = {str(number_of(numeral)) for numeral in _NUMERAL.findall(simplified(text))}
    found |= {_ENGLISH_NUMERALS[w] for w in text.lower().split() if w in _ENGLISH_NUMERALS}
    return found - {"1", "None"}


def _invented(words: str, grounds: Iterable[_Ground]) -> Iterator[str]:
    """Clauses of which hardly anything stands in what is cited."""
    held = {pair for ground in grounds for pair in pairwise(_units(ground.worded))}
    for clause in _CLAUSE_END.split(_PLACE.sub("", words)):
        pairs = list(pairwise(_units(clause)))
        if len(pairs) >= _LONG and sum(pair in held for pair in pairs) < _OWN * len(pairs):
            yield clause.strip()


def _titles(words: str) -> set[str]:
    """Titles that a sentence names of its own; one that it quotes was compared word for word."""
    return set(_TITLE.findall(words)) - {QUOTED}


def _turned(one: str, other: str) -> Iterator[str]:
    """What one text denies and the other says, and does not deny."""
    said = set(pairwise(_units(other)))
    denied = [_denied(what) for what in _denials(other)]
    for what in _denials(one):
        mine = _denied(what)
        pairs = set(pairwise(mine))
        is_said = bool(pairs) and len(pairs & said) >= _SAME * len(pairs)
        if is_said and not any(_alike(mine, each) for each in denied):
            yield what.strip()


def _alike(one: list[str], other: list[str]) -> bool:
    """Whether two stretches behind a negation may be the same words in another order."""
    return one[:1] == other[:1] or bool(set(pairwise(one)) & set(pairwise(other)))


def _denials(text: str) -> list[str]:
    bare = _NAMES.sub("", simplified(text))
    return [found["denied"] for found in _DENIAL.finditer(bare)]


def _denied(what: str) -> list[str]:
    return _units(what)[:_DENIED]


def _units(text: str) -> list[str]:
    return _UNIT.findall(simplified(text).lower())
