"""What became of the acts of a paragraph: verbs, whom they address, by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.comparing.renewal import Renewal
from assistant.text.ladder import step
from assistant.text.normalise import fold
from assistant.text.tokens import index_tokens
from assistant.types import Clause, Deadline, Paragraph, VerbChange

_LEAST_ALIKE = 0.15  # of two acts that are the same act in other words


def act_changes(first: Paragraph, second: Paragraph, renewal: Renewal) -> tuple[VerbChange, ...]:
    """The changes of acts between two aligned paragraphs, in the second's order, lost acts last."""
    changes: list[VerbChange] = []
    pairs = _paired(first, second)
    old, new = {i for i, _ in pairs}, {j for _, j in pairs}
    for j, act in enumerate(second.clauses):
        if j in new:
            i = next(i for i, other in pairs if other == j)
            changes += _of_act(first, second, (i, j), renewal)
        else:
            name = _verb(second, act)
            changes.append(VerbChange("act_added", "", name, None, j, act.family))
    changes += [
        VerbChange("act_dropped", _verb(first, act), "", i, None, act.family)
        for i, act in enumerate(first.clauses)
        if i not in old
    ]
    return tuple(changes)


def _paired(first: Paragraph, second: Paragraph) -> list[tuple[int, int]]:
    """Which act is which: the first is the first, the others as they are alike."""
    if not first.clauses or not second.clauses:
        return []
    if len(first.clauses) == len(second.clauses):
        return [(n, n) for n in range(len(first.clauses))]
    left, right = _words_of(first), _words_of(second)
    scores = sorted(
        (-_overlap(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)
    )
    found: list[tuple[int, int]] = []
    for score, i, j in scores:
        free = all(i != a and j != b for a, b in found)
        if free and -score >= _LEAST_ALIKE and all((i < a) == (j < b) for a, b in found):
            found.append((i, j))
    return sorted(found, key=lambda pair: pair[1])


def _words_of(paragraph: Paragraph) -> list[frozenset[str]]:
    return [frozenset(index_tokens(act.span.of(paragraph.text))) for act in paragraph.clauses]


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _of_act(
    first: Paragraph, second: Paragraph, at: tuple[int, int], renewal: Renewal
) -> Iterator[VerbChange]:
    i, j = at
    old, new = first.clauses[i], second.clauses[j]
    verbs = [(act.verb, act.family, act.strength, act.adverbs) for act in (old, new)]
    if kind := step(*verbs):
        before, after = _verb(first, old), _verb(second, new)
        yield VerbChange(kind, before, after, i, j, new.family)
    if {e.name for e in old.addressees} != {e.name for e in new.addressees}:
        named = ["、".join(dict.fromkeys(e.text for e in act.addressees)) for act in (old, new)]
        yield VerbChange("addressee", named[0], named[1], i, j, new.family)
    if not _same_deadlines(old.deadlines, new.deadlines, renewal):
        said = ["、".join(d.text for d in act.deadlines) for act in (old, new)]
        yield VerbChange("deadline", said[0], said[1], i, j, new.family)


def _verb(paragraph: Paragraph, act: Clause) -> str:
    return fold(act.verb_span.of(paragraph.text)).text


def _same_deadlines(old: Sequence[Deadline], new: Sequence[Deadline], renewal: Renewal) -> bool:
    """Whether the same is due as long after the one resolution as after the other."""
    if len(old) != len(new):
        return False
    return all(
        a.recurring == b.recurring and _is_renewed(a, b, renewal)
        for a, b in zip(old, new, strict=True)
    )


def _is_renewed(old: Deadline, new: Deadline, renewal: Renewal) -> bool:
    if fold(old.text).text == fold(new.text).text:
        return True
    if old.session is not None and new.session is not None:
        return new.session - old.session == renewal.gap
    if old.date is not None and new.date is not None:
        return new.date.year - old.date.year == renewal.gap
    return False
