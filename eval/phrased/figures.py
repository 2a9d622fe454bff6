"""What a model's answers come to, beside the quotations over the same questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.types import Generation, Statement
from eval.facts import loose_in
from eval.findings import unresolved
from eval.gates import Gate
from eval.measures import FORM_CHECKS
from eval.metrics import group_hit, wilson
from eval.phrased.sitting import Phrased
from eval.slots import Exhibit, loose_slots
from eval.trial import Attempt

# Over the gold questions at least so many of the model's sentences have to reach the reader, so
# that falling back to the quotations is no way to pass (issue 5).
REACHED = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """One answerer over all the questions. Sentences are those that claim something about a
    paragraph; counts and leads, which no model writes, are not among them."""

    answers: int
    sentences: int
    loose: int  # sentences with a slot that nothing they cite supports
    uncited: int
    invalid: int  # sentences with a marker of no paragraph that was given
    false_answers: int  # with at least one sentence that is loose or invalid
    incomplete: int  # answers that miss a paragraph of the gold
    wrong: int  # answers that are wrong by the gold, or false


@dataclass(frozen=True, slots=True)
class Figures:
    """A run with a model."""

    model: str
    parameters: str
    recorded: bool
    questions: int
    columns: Mapping[str, Column]  # raw, verified, extractive: over the same questions
    said: int
    kept: int
    repaired: int
    replaced: int
    dropped: int
    phrased: int  # answers in which at least one sentence is the model's
    failed: int  # answers in which the model failed
    calls: int
    prompt_tokens: int
    completion_tokens: int
    unrecorded: tuple[str, ...]  # questions that ask what the cassette does not hold
    unused: int  # replies of the cassette that none of these questions asked for

    @property
    def reached(self) -> float:
        """Share of the model's sentences that a reader sees, as written or repaired."""
        return (self.kept + self.repaired) / self.said if self.said else 0.0


def figures(
    phrased: Sequence[Phrased],
    *,
    model: str,
    parameters: str,
    recorded: Iterable[str] | None = None,
) -> Figures:
    """``recorded``: the keys of the cassette that was played back; None in a live run."""
    held = None if recorded is None else frozenset(recorded)
    told = [_generation(one) for one in phrased]
    generations = [one for one in told if one is not None]
    together = [one for one in phrased if one.raw is not None]
    return Figures(
        model=model,
        parameters=parameters,
        recorded=held is not None,
        questions=len(phrased),
        columns={
            "raw": _column([(one, one.raw) for one in together if one.raw]),
            "verified": _column([(one, one.verified) for one in together]),
            "extractive": _column([(one, one.extractive) for one in together]),
        },
        said=sum(one.said for one in generations),
        kept=sum(one.kept for one in generations),
        repaired=sum(one.repaired for one in generations),
        replaced=sum(one.replaced for one in generations),
        dropped=sum(one.dropped for one in generations),
        phrased=sum(one.kept + one.repaired > 0 for one in generations),
        failed=sum(one.failure is not None for one in generations),
        calls=sum(one.calls for one in generations),
        prompt_tokens=sum(one.prompt_tokens for one in generations),
        completion_tokens=sum(one.completion_tokens for one in generations),
        unrecorded=tuple(
            one.item.id for one in phrased if held is not None and not held.issuperset(one.keys)
        ),
        unused=len((held or frozenset()).difference(*(one.keys for one in phrased))),
    )


def gates(phrased: Sequence[Phrased], found: Figures) -> tuple[Gate, ...]:
    """Nothing wrong with the form of any answer, no more wrong answers than the quotations give,
    and half of the model's sentences shown."""
    n = len(phrased)
    zero = [_zero(check, [p.item.id for p in phrased if _has(p.verified, check)], n)
            for check in FORM_CHECKS]  # fmt: skip
    zero.append(_zero("recorded", found.unrecorded, n))
    worse = (_wrong(phrased, verified=True), _wrong(phrased, verified=False))
    return (
        *zero,
        _share("wrong_answers", "low", worse[0], n, (worse[1] / n if n else 0.0)),
        _share("reached", "high", found.kept + found.repaired, found.said, REACHED),
    )


def _wrong(phrased: Sequence[Phrased], *, verified: bool) -> int:
    return sum(not (one.verified if verified else one.extractive).passed for one in phrased)


def _zero(name: str, ids: Sequence[str], n: int) -> Gate:
    return Gate(
        name=name, mode="zero", wants="low", passed=not ids, value=len(ids), low=0, high=0, n=n,
        target=0, limit=0, target_met=not ids, ids=tuple(ids),
    )  # fmt: skip


def _share(name: str, wants: Literal["high", "low"], right: int, n: int, target: float) -> Gate:
    value = right / n if n else 0.0
    low, high = wilson(right, n)
    met = value >= target if wants == "high" else value <= target
    return Gate(
        name=name, mode="point", wants=wants, passed=met, value=value, low=low, high=high, n=n,
        target=target, limit=target, target_met=met,
    )  # fmt: skip


def _has(attempt: Attempt, check: str) -> bool:
    return any(finding.check == check for finding in attempt.verdict.findings)


def _generation(one: Phrased) -> Generation | None:
    return one.verified.answer.generation if one.verified.answer else None


def _column(answers: Sequence[tuple[Phrased, Attempt]]) -> Column:
    rows = [_row(one, attempt) for one, attempt in answers]
    return Column(
        answers=len(rows),
        sentences=sum(row.sentences for row in rows),
        loose=sum(row.loose for row in rows),
        uncited=sum(row.uncited for row in rows),
        invalid=sum(row.invalid for row in rows),
        false_answers=sum(row.is_false for row in rows),
        incomplete=sum(row.is_incomplete for row in rows),
        wrong=sum(row.is_wrong for row in rows),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """One answer: how many of its sentences are what, and whether it is right."""

    sentences: int
    loose: int
    uncited: int
    invalid: int
    is_incomplete: bool
    is_wrong: bool

    @property
    def is_false(self) -> bool:
        return bool(self.loose or self.invalid)


def _row(one: Phrased, attempt: Attempt) -> _Row:
    if attempt.answer is None:  # an error is a wrong answer that says nothing
        return _Row(0, 0, 0, 0, is_incomplete=True, is_wrong=True)
    exhibit = Exhibit(attempt.answer, one.item.turns, one.truth)
    sentences = [s for s in attempt.answer.statements if s.kind in ("quote", "fact")]
    good = {c.n for c in attempt.answer.citations if not any(unresolved(c, one.truth))}
    loose = sum(_is_loose(exhibit, sentence, one) for sentence in sentences)
    invalid = sum(not good.issuperset(sentence.citations) for sentence in sentences)
    return _Row(
        sentences=len(sentences),
        loose=loose,
        uncited=sum(not sentence.citations for sentence in sentences),
        invalid=invalid,
        is_incomplete=not all(group_hit(g, attempt.verdict.cited) for g in one.item.groups),
        is_wrong=bool(attempt.verdict.wrong or loose or invalid),
    )


def _is_loose(exhibit: Exhibit, sentence: Statement, one: Phrased) -> bool:
    """Of a sentence that cites nothing all the paragraphs that were given are looked at: what it
    lacks is a marker, and that is counted by itself."""
    if sentence.kind == "quote":
        alone = replace(exhibit.answer, statements=(sentence,))
        return any(loose_slots(replace(exhibit, answer=alone)))
    given = one.extractive.answer.citations if one.extractive.answer else ()
    return any(loose_in(exhibit, sentence, exhibit.cited(sentence) or given))
