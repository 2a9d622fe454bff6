"""True sentences with one thing made false by rule, in every way that a summary goes wrong.

The other value is always one that the library itself has (a neighbour's body, a sibling's session),
for that is where a model takes it from. A corrupted sentence that the act happens to say word for
word is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answering.generative.leads import lead
from assistant.answering.generative.support import Act, acts_of
from assistant.text.labels import adopter
from assistant.text.normalise import fold
from assistant.types import Paragraph
from eval.verification.corruptions import Values, corrupted

_PART = re.compile(r"[,;:]")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A sentence that is false of the paragraph it is about. ``of``: the true one."""

    key: str
    kind: str
    of: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A true sentence about a paragraph."""

    key: str
    text: str


def verbatim(held: Mapping[str, Paragraph]) -> Iterator[Told]:
    """Every act of a library as a sentence: its own words after who speaks."""
    for paragraph in held.values():
        if paragraph.kind not in ("preambular", "operative"):
            continue
        for act in acts_of(paragraph, lead(paragraph, held)):
            if act.verb is not None:
                yield Told(paragraph.key, spoken(act.text, act.symbol))


def spoken(words: str, symbol: str) -> str:
    """An act's words with who speaks before them."""
    words = words.strip(" ,;。.")
    if words[:1].isascii() and words[:1].isalpha():
        speaker = adopter(symbol, "en") or "it"
        return f"{speaker[0].upper()}{speaker[1:]} {words[0].lower()}{words[1:]}."
    return f"{adopter(symbol)}{words}。"


def mutants(told: Told, held: Mapping[str, Paragraph], values: Values) -> Iterator[Mutant]:
    """Every way in which a sentence is made false that its act does not say all the same."""
    paragraph = held[told.key]
    acts = acts_of(paragraph, lead(paragraph, held))
    text = fold(told.text).text
    seen = {_bare(text)}
    for kind, changed in corrupted(text, acts, values):
        if _bare(changed) not in seen and not _is_said(changed, acts):
            seen.add(_bare(changed))
            yield Mutant(told.key, kind, told.text, changed)


def misplaced(held: Mapping[str, Paragraph]) -> Iterator[Mutant]:
    """Acts cited to the paragraph before or after theirs, and halves of two neighbours as one."""
    keys = [key for key, p in held.items() if p.kind in ("preambular", "operative")]
    own = {key: [t.text for t in verbatim({key: held[key]})] for key in keys if "(" not in key}
    for key, other in pairwise(own):
        if held[key].symbol != held[other].symbol:
            continue
        for here, there in ((key, other), (other, key)):
            acts = acts_of(held[there])
            for text in own[here]:
                if not _is_said(text, acts):
                    yield Mutant(there, "citation", text, text)
            yield from _recombined(here, own[here], own[there], acts_of(held[here]))


def _recombined(
    key: str, mine: Sequence[str], others: Sequence[str], acts: Sequence[Act]
) -> Iterator[Mutant]:
    """The first half of one sentence with the second half of its neighbour's."""
    for one in mine[:1]:
        for other in others[:1]:
            front, back = _half(one, first=True), _half(other, first=False)
            changed = f"{front},{back}"
            if front and back and not _is_said(back, acts) and not _is_said(changed, acts):
                yield Mutant(key, "recombined", one, changed)


def _half(text: str, *, first: bool) -> str:
    """A half cut at a comma or, where there is none, in the middle, between two words."""
    body = text.rstrip("。.")
    cuts = [match.start() for match in _PART.finditer(body)]
    if not cuts:
        if not body.isascii():
            return ""
        cuts = [match.start() for match in re.finditer(" ", body)]
    cut = min(cuts, key=lambda at: abs(at - len(body) // 2))
    return body[:cut] if first else body[cut:].strip(",;: ") + body[len(body) :]


def _is_said(text: str, acts: Sequence[Act]) -> bool:
    """Whether an act has the sentence word for word."""
    said = _bare(text)
    return any(said in _bare(act.text) for act in acts)


def _bare(text: str) -> str:
    plain = re.sub(r"[\W_]", "", text).lower()
    plain = re.sub(r"^(?:大会|thegeneralassembly)", "", plain)
    return re.sub(r"^(?:又|还|also)", "", plain)
