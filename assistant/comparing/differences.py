"""Word differences of two aligned paragraphs, with offsets into both verbatim texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.comparing.pieces import Piece, pieces
from assistant.comparing.renewal import Renewal
from assistant.text.normalise import Folded, fold
from assistant.types import Paragraph, Span, WordChange, WordChangeKind

# Words that two sentences share by chance: between two changes they are no common ground.
# The Chinese particles are one character, the English ones short.
_ISLAND = {"zh": 1, "en": 3}


@dataclass(frozen=True, slots=True)
class _Run:
    """Pieces ``first`` of one text against pieces ``second`` of the other."""

    kind: WordChangeKind
    first: tuple[int, int]
    second: tuple[int, int]


def differences(first: Paragraph, second: Paragraph, renewal: Renewal) -> tuple[WordChange, ...]:
    """What became of the words of ``first``; the changes cover both texts from end to end."""
    folded = fold(first.text), fold(second.text)
    left = pieces(first.text, _cuts(first, folded[0]))
    right = pieces(second.text, _cuts(second, folded[1]))
    slid = _slid(list(_joined(_runs(left, right), left, right)), left, right)
    filled = (r for r in slid if r.first[0] < r.first[1] or r.second[0] < r.second[1])
    runs = list(_joined(filled, left, right))
    changes = [
        WordChange(
            run.kind,
            _span(folded[0], left[slice(*run.first)]),
            _span(folded[1], right[slice(*run.second)]),
            run.kind != "same" and renewal.covers(left, right, run.first, run.second),
        )
        for run in runs
    ]
    return tuple(_covering(changes, len(first.text), len(second.text)))


def _cuts(paragraph: Paragraph, folded: Folded) -> frozenset[int]:
    """Where verbs begin and end: a word of the dictionary may run over them."""
    ends = [at for act in paragraph.clauses for at in (act.verb_span.start, act.verb_span.end)]
    return frozenset(bisect_left(folded.starts, at) for at in ends)


def _runs(left: Sequence[Piece], right: Sequence[Piece]) -> Iterator[_Run]:
    """Equal stretches and what lies between, by the words and then by what the words are.

    Where two stretches differ, a session is held against a session and a date against a date.
    """
    for op, i1, i2, j1, j2 in _opcodes([p.text for p in left], [p.text for p in right]):
        if op != "replace":
            yield _run(op, (i1, i2), (j1, j2))
            continue
        masked = [_masked(p) for p in left[i1:i2]], [_masked(p) for p in right[j1:j2]]
        for inner, a1, a2, b1, b2 in _opcodes(*masked):
            if inner == "equal":
                yield from (_against(left, right, i1 + a1 + n, j1 + b1 + n) for n in range(a2 - a1))
            else:
                yield _run(inner, (i1 + a1, i1 + a2), (j1 + b1, j1 + b2))


def _opcodes(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [(op, i1, i2, j1, j2) for op, i1, i2, j1, j2 in matcher.get_opcodes()]


_KINDS: dict[str, WordChangeKind] = {
    "equal": "same", "replace": "replaced", "insert": "inserted", "delete": "deleted",
}  # fmt: skip


def _run(op: str, first: tuple[int, int], second: tuple[int, int]) -> _Run:
    return _Run(_KINDS[op], first, second)


def _slid(runs: Sequence[_Run], left: Sequence[Piece], right: Sequence[Piece]) -> Iterator[_Run]:
    """The runs, with what was put in or left out beginning at a comma where it may as well.

    号、…第71/71 put in after 第70/34 is the same as 、…第71/71号 put in after 第70/34号.
    """
    rest = list(runs)
    while rest:
        run, *rest = rest
        if not rest or rest[0].kind != "same" or run.kind not in ("inserted", "deleted"):
            yield run
            continue
        texts, (start, end) = (right, run.second) if run.kind == "inserted" else (left, run.first)
        begins = [piece.text for piece in texts[start : start + 2]]
        if end - start > 1 and begins[0] == texts[end].text and begins[1] in _JOINTS:
            first, second, after = run.first, run.second, rest[0]
            yield _Run("same", (first[0], first[0] + 1), (second[0], second[0] + 1))
            yield _Run(run.kind, _later(first, 1, 1), _later(second, 1, 1))
            rest[0] = _Run("same", _later(after.first, 1, 0), _later(after.second, 1, 0))
        else:
            yield run


_JOINTS = frozenset("、,;，；")


def _later(stretch: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    return stretch[0] + start, stretch[1] + end


def _against(left: Sequence[Piece], right: Sequence[Piece], i: int, j: int) -> _Run:
    same = left[i].text == right[j].text
    return _Run("same" if same else "replaced", (i, i + 1), (j, j + 1))


def _masked(piece: Piece) -> str:
    return f"<{piece.kind}>" if piece.is_whole else piece.text


def _joined(runs: Iterable[_Run], left: Sequence[Piece], right: Sequence[Piece]) -> Iterator[_Run]:
    """Equal runs as one, and changes of words with the chance word between them as one."""
    waiting: list[_Run] = []
    for run in runs:
        waiting.append(run)
        while len(waiting) > 1 and (merged := _merged(waiting, left, right)):
            waiting = merged
    yield from waiting


def _merged(runs: list[_Run], left: Sequence[Piece], right: Sequence[Piece]) -> list[_Run] | None:
    *rest, last = runs
    before = rest[-1]
    if last.kind == before.kind == "same":
        return [*rest[:-1], _over("same", before, last)]
    if not _is_of_words(last, left, right):
        return None
    has_island = len(rest) > 1 and _is_island(before, left)
    earlier = rest[-2] if has_island else before
    if not _is_of_words(earlier, left, right):
        return None
    return [*rest[: -2 if has_island else -1], _over(None, earlier, last)]


def _over(kind: WordChangeKind | None, one: _Run, other: _Run) -> _Run:
    first, second = (one.first[0], other.first[1]), (one.second[0], other.second[1])
    if kind is None:
        kind = "replaced"
        if first[0] == first[1]:
            kind = "inserted"
        elif second[0] == second[1]:
            kind = "deleted"
    return _Run(kind, first, second)


def _is_of_words(run: _Run, left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """A change of words, not of sessions, symbols, dates and numbers, nor of stops alone."""
    if run.kind == "same":
        return False
    touched = (*left[slice(*run.first)], *right[slice(*run.second)])
    return not any(p.is_whole for p in touched) and any(p.kind == "word" for p in touched)


def _is_island(run: _Run, left: Sequence[Piece]) -> bool:
    if run.first[1] - run.first[0] != 1:
        return False
    piece = left[run.first[0]]
    if run.kind != "same":
        return False
    longest = _ISLAND["en" if piece.text.isascii() else "zh"]
    return piece.kind == "word" and len(piece.text) <= longest


def _span(folded: Folded, run: Sequence[Piece]) -> Span:
    """The stretch of the verbatim text that pieces stand for; (0, 0) for none."""
    if not run:
        return Span(0, 0)
    return folded.source(Span(run[0].span.start, run[-1].span.end))


def _covering(changes: Sequence[WordChange], first: int, second: int) -> Iterator[WordChange]:
    """The changes so that they cover both texts: a blank between goes to words that stayed."""
    ends = _ends([(c.first, c.kind == "same") for c in changes], first)
    others = _ends([(c.second, c.kind == "same") for c in changes], second)
    at = other = 0
    for change, end, other_end in zip(changes, ends, others, strict=True):
        yield WordChange(change.kind, Span(at, end), Span(other, other_end), change.routine)
        at, other = end, other_end


def _ends(spans: Sequence[tuple[Span, bool]], length: int) -> list[int]:
    """Where each stretch ends; what stayed reaches to the next, the last one to the text's end."""
    filled = [n for n, (span, _) in enumerate(spans) if span.end > span.start]
    ends: list[int] = []
    for n, (span, stays) in enumerate(spans):
        following = next((spans[m][0].start for m in filled if m > n), length)
        if n not in filled:
            ends.append(ends[-1] if ends else 0)
        else:
            ends.append(following if stays or following == length else span.end)
    if ends and not filled:
        ends[-1] = length
    return ends
