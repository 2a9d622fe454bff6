"""Which paragraph of one resolution is the counterpart of which of the other.

Paragraphs are paired best first, each within its part; what is left between two neighbouring pairs
may be paired on less, because its place speaks for it; what is left then may have moved between
preamble and operative part. Pairs that cross the order of the others have moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.comparing.likeness import Profile, likenesses
from assistant.text.places import covers, parent
from assistant.types import Paragraph, Resolution

# Chosen on 240 steps of generated series (``eval.bench.comparing``), precision 1.000, recall 1.000;
# on 240 others .998 and .999. From .38 to .55 for ALIKE the F score stays within .001 of the best;
# the sample texts decide: 75/45 PP13 is 72/31 PP13 (.41), and no other pair comes near.
ALIKE = 0.4  # within a part, wherever the two stand
IN_PLACE = 0.24  # between the same two neighbours
GAP = 2  # paragraphs between two neighbours at most, for their place to speak
MOVED = 0.55  # within a part, across the order of the others
ACROSS = 0.5  # from preamble to operative part, and back


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph and its counterpart; None where it has none."""

    first: Paragraph | None
    second: Paragraph | None
    likeness: float = 0.0
    moved: bool = False
    across: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    i: int
    j: int
    likeness: float
    moved: bool = False
    across: bool = False


@dataclass(frozen=True, slots=True)
class _Side:
    """One level of a resolution: paragraphs in order, each with what stands below it."""

    heads: tuple[Paragraph, ...]
    below: tuple[tuple[Paragraph, ...], ...]
    profiles: tuple[Profile, ...]


def align(first: Resolution, second: Resolution) -> tuple[Pair, ...]:
    """Every paragraph of both, notes, masthead and ending aside, in the order of the second.

    What only the first has stands after what it followed there; items stand after their paragraph.
    """
    return _aligned(_text_of(first), _text_of(second))


def _text_of(resolution: Resolution) -> tuple[Paragraph, ...]:
    return tuple(p for p in resolution.paragraphs if p.kind not in ("meta", "end", "footnote"))


def _aligned(first: Sequence[Paragraph], second: Sequence[Paragraph]) -> tuple[Pair, ...]:
    left, right = _side(first), _side(second)
    matches = _matches(left, right)
    pairs: list[Pair] = []
    for i, j, match in _in_order(len(left.heads), len(right.heads), matches):
        head = left.heads[i] if i is not None else None
        other = right.heads[j] if j is not None else None
        if match is None:
            pairs.append(Pair(head, other))
        else:
            pairs.append(Pair(head, other, match.likeness, match.moved, match.across))
        pairs.extend(
            _aligned(
                left.below[i] if i is not None else (), right.below[j] if j is not None else ()
            )
        )
    return tuple(pairs)


def _side(paragraphs: Sequence[Paragraph]) -> _Side:
    """The paragraphs of the highest level, each with the following ones that it covers.

    An annex and its sections are headings of what follows, not its parents: their paragraphs are
    aligned among all.
    """
    heads: list[Paragraph] = []
    below: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if heads and _is_item(paragraph, heads[-1]):
            below[-1].append(paragraph)
        else:
            heads.append(paragraph)
            below.append([])
    profiles = tuple(Profile.of((h, *b)) for h, b in zip(heads, below, strict=True))
    return _Side(tuple(heads), tuple(map(tuple, below)), profiles)


def _is_item(paragraph: Paragraph, head: Paragraph) -> bool:
    return (
        paragraph.place.endswith(")")
        and covers(head.place, paragraph.place)
        and (parent(paragraph.place) is not None)
    )


def _matches(left: _Side, right: _Side) -> tuple[_Match, ...]:
    scores = likenesses(left.profiles, right.profiles)
    kinds = [p.kind for p in left.heads], [p.kind for p in right.heads]

    def within(i: int, j: int) -> bool:
        return kinds[0][i] == kinds[1][j]

    def across(i: int, j: int) -> bool:
        return {kinds[0][i], kinds[1][j]} == {"preambular", "operative"}

    nearness = _nearness(left, right)
    found = _best_first(scores, (), within, ALIKE, nearness)
    kept = _unmoved(found)
    found = [match for match in found if match in kept or match.likeness >= MOVED]
    both = _best_first(scores, found, across, ACROSS, nearness)
    crossing = [replace(match, moved=True, across=True) for match in both[len(found) :]]
    found = _in_gaps(scores, found, crossing, within, (len(left.heads), len(right.heads)))
    return tuple(sorted((*_with_moves(found), *crossing), key=lambda match: match.j))


def _nearness(left: _Side, right: _Side) -> Callable[[int, int], float]:
    """How near two paragraphs stand, from their relative place: it decides between equals."""
    n, m = max(1, len(left.heads) - 1), max(1, len(right.heads) - 1)
    return lambda i, j: 1 - abs(i / n - j / m)


def _best_first(
    scores: Mapping[tuple[int, int], float],
    taken: Sequence[_Match],
    allowed: Callable[[int, int], bool],
    least: float,
    nearness: Callable[[int, int], float],
) -> list[_Match]:
    found = list(taken)
    used, other = {match.i for match in taken}, {match.j for match in taken}
    candidates = sorted(
        (
            (-round(score, 2), -nearness(i, j), i, j)
            for (i, j), score in scores.items()
            if score >= least and allowed(i, j)
        )
    )
    for _, _, i, j in candidates:
        if i not in used and j not in other:
            found.append(_Match(i, j, scores[i, j]))
            used.add(i)
            other.add(j)
    return found


def _in_gaps(
    scores: Mapping[tuple[int, int], float],
    found: Sequence[_Match],
    crossing: Sequence[_Match],
    allowed: Callable[[int, int], bool],
    sizes: tuple[int, int],
) -> list[_Match]:
    """Pairs of what is left between the same neighbours, on less likeness."""
    chain = [_Match(-1, -1, 0.0), *_unmoved(found), _Match(*sizes, 0.0)]
    used = {match.i for match in (*found, *crossing)}
    other = {match.j for match in (*found, *crossing)}
    more = list(found)
    for before, after in pairwise(chain):
        rows = [i for i in range(before.i + 1, after.i) if i not in used]
        columns = [j for j in range(before.j + 1, after.j) if j not in other]
        if max(len(rows), len(columns)) <= GAP:
            more.extend(_chain(scores, rows, columns, allowed))
    return more


def _chain(
    scores: Mapping[tuple[int, int], float],
    rows: Sequence[int],
    columns: Sequence[int],
    allowed: Callable[[int, int], bool],
) -> Iterable[_Match]:
    """The pairs in order whose likenesses add up to most."""

    def value(r: int, c: int) -> float:
        score = scores.get((rows[r], columns[c]), 0.0)
        return score if score >= IN_PLACE and allowed(rows[r], columns[c]) else 0.0

    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for r in range(len(rows) - 1, -1, -1):
        for c in range(len(columns) - 1, -1, -1):
            paired = value(r, c)
            best[r][c] = max(
                best[r + 1][c], best[r][c + 1], best[r + 1][c + 1] + paired if paired else 0.0
            )
    found, r, c = [], 0, 0
    while r < len(rows) and c < len(columns):
        paired = value(r, c)
        if paired and best[r][c] == best[r + 1][c + 1] + paired:
            found.append(_Match(rows[r], columns[c], paired))
            r, c = r + 1, c + 1
        elif best[r][c] == best[r + 1][c]:
            r += 1
        else:
            c += 1
    return found


def _with_moves(found: Sequence[_Match]) -> list[_Match]:
    kept = {(match.i, match.j) for match in _unmoved(found)}
    return [replace(match, moved=(match.i, match.j) not in kept) for match in found]


def _unmoved(found: Sequence[_Match]) -> list[_Match]:
    """The heaviest set of pairs that stand in the same order on both sides."""
    ordered = sorted(found, key=lambda match: match.i)
    weight: list[float] = []
    before: list[int | None] = []
    for at, match in enumerate(ordered):
        options = [k for k in range(at) if ordered[k].j < match.j]
        last = max(options, key=lambda k: weight[k], default=None)
        weight.append(match.likeness + (weight[last] if last is not None else 0.0))
        before.append(last)
    at_last = max(range(len(ordered)), key=lambda k: weight[k], default=None)
    chain: list[_Match] = []
    while at_last is not None:
        chain.append(ordered[at_last])
        at_last = before[at_last]
    return chain[::-1]


def _in_order(
    n: int, m: int, matches: Sequence[_Match]
) -> Iterable[tuple[int | None, int | None, _Match | None]]:
    """Both sides as one list: the second's order, what only the first has where it stood."""
    matched = {match.j: match for match in matches}
    of_first = {match.i: match.j for match in matches}
    anchored = {match.i: match.j for match in matches if not match.moved}
    after: dict[int, list[int]] = {}
    last = -1
    for i in range(n):
        if i in anchored:
            last = anchored[i]
        elif i not in of_first:
            after.setdefault(last, []).append(i)
    yield from ((i, None, None) for i in after.get(-1, ()))
    for j in range(m):
        match = matched.get(j)
        yield (match.i if match else None), j, match
        yield from ((i, None, None) for i in after.get(j, ()))
