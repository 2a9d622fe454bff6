"""Where each block stands: its place, and what the text leaves open about it.

A paragraph without a number is preambular or operative. The preamble's paragraphs end with a
comma, operative ones with a semicolon or full stop: the operative part begins behind the last
comma. Its unnumbered paragraphs get the number they would have, as ``OP~n``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.parsing.blocks import Block, last_character
from assistant.parsing.wording import Wording
from assistant.text.normalise import fold
from assistant.types import Inferred, ParagraphKind, VerbFamily


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its place. Without one it fits nowhere."""

    block: Block
    place: str | None
    kind: ParagraphKind


_ENACTS: frozenset[VerbFamily] = frozenset({"decision", "directive"})


def placed(blocks: Sequence[Block], wording: Wording) -> tuple[Placed, ...]:
    """Every block of one part with its place, in document order; no place stands twice."""
    places = _Places(blocks, wording)
    seen: set[str] = set()
    found: list[Placed] = []
    for at in range(len(blocks)):
        one = places.of(at)
        if one.place in seen:
            one = replace(one, place=None)
        elif one.place is not None:
            seen.add(one.place)
        found.append(one)
    return tuple(found)


class _Places:
    """Gives places in document order: ``of`` is asked for each block once."""

    def __init__(self, blocks: Sequence[Block], wording: Wording) -> None:
        self._blocks = blocks
        self._operative = _unnumbered_operative(blocks, wording)
        self._given: dict[int, str] = {}
        self._counts: dict[str, int] = {}
        self._annexes = max((block.annex or 0 for block in blocks), default=0)
        self._sectioned = {block.annex for block in blocks if block.section > 1}

    def of(self, at: int) -> Placed:
        block = self._blocks[at]
        base = self._base(block)
        match block.kind:
            case "annex":
                found = Placed(block, base, "annex")
            case "heading":
                inside = f"{base}/H" if base else "H"
                kind: ParagraphKind = "annex" if base else "heading"
                found = Placed(block, f"{inside}{self._next(inside)}", kind)
            case "footnote":
                found = Placed(block, f"FN{self._next('FN')}", "footnote")
            case "article":
                found = Placed(block, f"{base}/ART{block.number}", "annex")
            case "numbered" | "item" | "free":
                found = self._paragraph(at, block, base)
            case _:
                found = Placed(block, None, "meta")
        if found.place:
            self._given[at] = found.place
        return found

    def _base(self, block: Block) -> str:
        if block.annex is None:
            return ""
        return f"ANNEX{block.annex if self._annexes > 1 else ''}"

    def _next(self, series: str) -> int:
        self._counts[series] = self._counts.get(series, 0) + 1
        return self._counts[series]

    def _paragraph(self, at: int, block: Block, base: str) -> Placed:
        above = self._given.get(block.parent) if block.parent is not None else None
        kind: ParagraphKind = "annex" if base else "operative"
        if block.kind == "item":
            place = above + "".join(block.labels) if above else None
            of_preamble = place is not None and place.startswith("PP")
            return Placed(block, place, "preambular" if of_preamble else kind)
        section = f"S{block.section}/" if block.annex in self._sectioned else ""
        series = f"{above or base}/{section}" if base else f"{section}OP"
        if block.kind == "numbered":
            guess = "~" if "number" in block.inferred else ""
            self._counts[series] = max(self._counts.get(series, 0), block.number or 0)
            return Placed(block, f"{series}{guess}{block.number}", kind)
        return self._free(at, block, base, series)

    def _free(self, at: int, block: Block, base: str, series: str) -> Placed:
        if at not in self._operative:
            preamble = f"{base}/PP" if base else "PP"
            return Placed(
                block, f"{preamble}{self._next(preamble)}", "annex" if base else "preambular"
            )
        inferred: tuple[Inferred, ...] = ("number", *block.inferred)
        guessed = replace(block, inferred=tuple(dict.fromkeys(inferred)))
        return Placed(guessed, f"{series}~{self._next(series)}", "annex" if base else "operative")


def _unnumbered_operative(blocks: Sequence[Block], wording: Wording) -> frozenset[int]:
    """The indices of the paragraphs that are operative although no number says so."""
    annexes = dict.fromkeys(block.annex for block in blocks)
    return frozenset(
        at
        for annex in annexes
        for at in _operative_of(
            [at for at, block in enumerate(blocks) if block.annex == annex], blocks, wording
        )
    )


def _operative_of(
    region: Sequence[int], blocks: Sequence[Block], wording: Wording
) -> Iterator[int]:
    free = [at for at in region if blocks[at].kind == "free"]
    first = next((at for at in region if blocks[at].kind in {"numbered", "article"}), None)
    with_comma = [at for at in free if last_character(blocks[at].text) in set("，,")]
    last_comma = max((at for at in with_comma if first is None or at < first), default=-1)
    if region and blocks[region[0]].annex is not None:  # of a convention, or of unnumbered points
        begins = last_comma if first is None else first
        yield from (at for at in free if at > begins)
        return
    is_whole = first is not None and blocks[first].number == 1
    begun = False
    for at in free:
        if first is not None and at > first:
            yield at
        elif at > last_comma:
            family = wording.leads(fold(blocks[at].text.replace("**", "")).text)
            enacts = family in _ENACTS
            # Where the numbers begin with 1, what stands before is the preamble, whatever its
            # punctuation; without any comma, as in the 1940s, the verbs alone tell.
            is_doubtful = is_whole or not with_comma
            begun = begun or enacts or (family is not None and not is_doubtful)
            if enacts if is_whole else begun:
                yield at
