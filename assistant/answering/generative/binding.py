"""What belongs to what: which date is which resolution's, whose number, who asks and who is asked.

Two values of one act in each other's place leave every word where it may stand, and the sentence
false. So a value that the act holds beside others of its kind has to stand among the words that
surround it there, and not among those that surround another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.answering.generative.claims import Claim
from assistant.text.verbs import verbs_by_name

_BOUND = frozenset(
    {"symbol", "instrument", "date", "session", "number", "body", "country", "title"}
)
_WINDOW = 6  # neighbours on each side that say what a value belongs to
_FADE = 0.75  # the weight of a neighbour, of that one nearer by one
_SHIFT = 0.5  # the weight of a neighbour that stands nearer or farther by one than there
# How much better the surroundings of another value have to fit. Chosen on the seen halves of
# eval/verification: above it swaps get through, below it retellings in another order are lost.
_MARGIN = 0.5
_LISTED = re.compile(r"(?:\s|、|,|和|与|及|以及|或|and|or|所有|各)*\Z")
_UNIT = re.compile(r"[㐀-鿿]|[A-Za-z]+")
# Neighbours that stand beside anything.
_ANYBODYS = frozenset(
    "的 了 于 在 第 号 和 与 及 所 其 该 为 以 是 或 将 并 the a an of and or its to".split()
)
_Context = tuple[list[str], list[str]]  # the neighbours on the left and on the right, nearest first
_Text = tuple[str, Sequence[Claim]]


def misbound(said: _Text, held: _Text) -> Iterator[Claim]:
    """The claims of a folded sentence that stand where its act ``held`` has another of their kind.
    Both with all that they claim."""
    for claim in said[1]:
        kin = [other for other in held[1] if other.kind == claim.kind]
        own = [other for other in kin if is_same(claim, other)]
        if claim.kind not in _BOUND or not own:
            continue
        if _stands_twice(claim, said):
            yield claim
        others = [
            other
            for other in kin
            if not is_same(claim, other)
            and not any(_are_listed(one, other, kin, held[0]) for one in own)
        ]
        here = _context(said, claim)
        mine = [_context(held, each) for each in own]
        theirs = [_context(held, each) for each in others]
        if theirs and not _is_told_apart(here, mine, theirs) and (
            max(_likeness(here, each) for each in theirs)
            > max(_likeness(here, each) for each in mine) + _MARGIN
        ):  # fmt: skip
            yield claim


def _stands_twice(claim: Claim, said: _Text) -> bool:
    """Whether a list of the sentence has a value twice: then one of them is another's place."""
    before = [each for each in said[1] if each.kind == claim.kind and each.at < claim.at]
    return any(
        each.value == claim.value
        and (claim.text.isascii() or "," not in said[0][each.at : claim.at])
        and _are_listed(each, claim, [*before, claim], said[0])
        for each in before
    )


def is_same(said: Claim, printed: Claim) -> bool:
    """Whether two claims are of one value; of a date less may be said: 2014年9月, 9月26日."""
    if said.kind != printed.kind:
        return False
    if said.kind != "date":
        return said.value == printed.value
    return printed.value.startswith(said.value) or (
        said.value.startswith("-") and printed.value.endswith(said.value)
    )


def _are_listed(one: Claim, other: Claim, kin: Sequence[Claim], text: str) -> bool:
    """Whether two values stand in one list, where their order says nothing."""
    first, last = sorted((one.at, other.at))
    within = [each for each in kin if first <= each.at <= last]
    return all(_LISTED.match(text[a.at + len(a.text) : b.at]) for a, b in pairwise(within))


def _context(text: _Text, claim: Claim) -> _Context:
    units = _units(text)
    before = [unit for at, unit in units if at < claim.at][::-1]
    behind = [unit for at, unit in units if at >= claim.at + len(claim.text)]
    return (before[:_WINDOW], behind[:_WINDOW])


def _units(text: _Text) -> list[tuple[int, str]]:
    """The characters, English words and named values of a text that a value may belong to. What
    the Assembly does belongs to all of the act; whom it asks stands beside the verb."""
    folded, claims = text
    units: list[tuple[int, str]] = []
    for claim in claims:
        end = claim.at + len(claim.text)
        if claim.kind in _BOUND and claim.kind != "title":
            units.append((claim.at, f"{claim.kind} {claim.value}"))
            folded = folded[: claim.at] + " " * len(claim.text) + folded[end:]
        elif claim.kind == "verb" and verbs_by_name()[claim.value].family != "directive":
            folded = folded[: claim.at] + " " * len(claim.text) + folded[end:]
    units += [
        (match.start(), match.group().lower())
        for match in _UNIT.finditer(folded)
        if match.group().lower() not in _ANYBODYS
    ]
    return sorted(units)


def _is_told_apart(here: _Context, own: Sequence[_Context], others: Sequence[_Context]) -> bool:
    """Whether the next neighbour on one side is the value's own and none of another's: 十五名 is
    whoever there are fifteen of."""
    for side in (0, 1):
        next_ones = here[side][:1]
        if next_ones in [each[side][:1] for each in own] and next_ones not in [
            [], *(each[side][:1] for each in others)
        ]:  # fmt: skip
            return True
    return False


def _likeness(here: _Context, there: _Context) -> float:
    """How much two surroundings have in common, the nearer and the more in its place the more."""
    return sum(
        max(
            (
                _FADE**i * _FADE**j * _SHIFT ** abs(i - j)
                for j, other in enumerate(theirs)
                if other == unit
            ),
            default=0.0,
        )
        for mine, theirs in zip(here, there, strict=True)
        for i, unit in enumerate(mine)
    )
