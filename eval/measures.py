"""From trials to figures: what each measure of EVAL.md came to, with its 95 % interval."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.types import Answer, Statement
from eval.gold import GoldItem
from eval.judge import refused
from eval.metrics import (
    bootstrap,
    bootstrap_difference,
    f1,
    mean,
    recall_at,
    reciprocal_rank,
    wilson,
)
from eval.trial import Attempt, Trial

# Variants that normalisation alone must undo: any difference is a defect.
STRICT_VARIANTS = ("traditional", "full_width")
# Findings that no answer may have, whatever was asked.
FORM_CHECKS = (
    "citation_validity",
    "quote_fidelity",
    "slots",
    "closed_words",
    "supported",
    "needed",
    "text",
    "recount",
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A mean over questions with its 95 % interval. NaN where nothing was measured."""

    name: str
    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Violations:
    """A zero-tolerance measure: which questions broke it, of how many that could."""

    name: str
    ids: tuple[str, ...]
    n: int


def share(name: str, outcomes: Iterable[bool]) -> Measure:
    """A share of questions, with its Wilson interval."""
    values = list(outcomes)
    low, high = wilson(sum(values), len(values))
    return Measure(name, mean([float(v) for v in values]), low, high, len(values))


def average(name: str, values: Iterable[float]) -> Measure:
    """A mean by question, with its bootstrap interval."""
    listed = list(values)
    low, high = bootstrap(listed)
    return Measure(name, mean(listed), low, high, len(listed))


def measure(trials: Sequence[Trial]) -> dict[str, Measure]:
    """Every measure, by name."""
    found = (*_answers(trials), *_retrieval(trials), *_losses(trials))
    return {each.name: each for each in found}


def _answers(trials: Sequence[Trial]) -> Iterable[Measure]:
    wanted = [t for t in trials if t.item.expects_answer]
    unanswerable = [t for t in trials if t.item.premise_ok and not t.item.expects_answer]
    false = [t for t in trials if not t.item.premise_ok]
    answered = [t for t in trials if _answered(t.original)]
    yield share("passed", (t.original.passed for t in trials))
    yield share("exact_set", (t.original.verdict.exact for t in wanted if t.item.exact))
    yield average("completeness", (t.original.verdict.completeness for t in wanted))
    yield average("citation_f1", (f1(t.item.groups, t.original.verdict.cited) for t in wanted))
    yield average("citation_recall", _per_answer(answered, supported_share))
    yield average("citation_precision", _per_answer(answered, needed_share))
    yield share("refusal_recall", (_refused(t.original) for t in unanswerable))
    yield share("over_refusal", (not _answered(t.original) for t in wanted))
    yield share("false_premise_accepted", (_accepted(t) for t in false))
    yield share("wrong_answers", (not t.original.passed for t in answered))


def _answered(attempt: Attempt) -> bool:
    return attempt.answer is not None and attempt.answer.status == "answered"


def _refused(attempt: Attempt) -> bool:
    return attempt.answer is not None and refused(attempt.answer)


def _accepted(trial: Trial) -> bool:
    """Answered as if the premise were true: nothing cited that shows it is not."""
    return _answered(trial.original) and not trial.original.passed


def _per_answer(
    trials: Iterable[Trial], figure: Callable[[Answer], float | None]
) -> Iterable[float]:
    figures = (figure(t.original.answer) for t in trials if t.original.answer)
    return [each for each in figures if each is not None]


def supported_share(answer: Answer) -> float | None:
    """Share of an answer's claiming sentences that cite and whose quotes stand; None of none."""
    texts = {c.n: c.text for c in answer.citations}
    claims = [s for s in answer.statements if s.kind != "connective"]
    if not claims:
        return None
    return mean([float(_is_supported(s, texts)) for s in claims])


def _is_supported(statement: Statement, texts: dict[int, str]) -> bool:
    cited = bool(statement.citations) and all(n in texts for n in statement.citations)
    return cited and all(
        texts.get(q.n, "")[q.start : q.end] in statement.text for q in statement.quotes
    )


def needed_share(answer: Answer) -> float | None:
    """Share of citations that their sentence needs; None where nothing is cited.

    A quotation needs what it quotes. A computed sentence needs all it counts: leaving one out
    changes the count, and ``recount`` holds it to that. Of a model's sentence ``needed`` judges.
    """
    pairs = [
        s.kind in ("computed", "connective", "fact") or n in {q.n for q in s.quotes}
        for s in answer.statements
        for n in s.citations
    ]
    return mean([float(p) for p in pairs]) if pairs else None


def _retrieval(trials: Sequence[Trial]) -> Iterable[Measure]:
    found = [(t.item.groups, t.ranked) for t in trials if t.ranked is not None]
    yield average("group_recall@5", (recall_at(g, r, 5) for g, r in found))
    yield average("group_recall@10", (recall_at(g, r, 10) for g, r in found))
    yield average("mrr@10", (reciprocal_rank(g, r, 10) for g, r in found))


def _losses(trials: Sequence[Trial]) -> Iterable[Measure]:
    kinds = dict.fromkeys(a.kind for t in trials for a in t.variants)
    for kind in kinds:
        of_kind = [(t, [a for a in t.variants if a.kind == kind]) for t in trials]
        pairs = [(t, attempts) for t, attempts in of_kind if attempts]
        same = (all(t.same_as_original(a) for a in attempts) for t, attempts in pairs)
        yield share(f"consistency:{kind}", same)
        lost = (t.original.passed - mean([a.passed for a in attempts]) for t, attempts in pairs)
        yield average(f"loss:{kind}", lost)
    yield _english_loss(trials)
    follow_ups = [t for t in trials if t.standalone]
    yield average(
        "follow_up_gap",
        (t.standalone.passed - t.original.passed for t in follow_ups if t.standalone),
    )


def _english_loss(trials: Sequence[Trial]) -> Measure:
    """How much less of the answerable English questions passes than of the Chinese ones."""
    wanted = [t for t in trials if t.item.expects_answer and len(t.item.turns) == 1]
    chinese = [float(t.original.passed) for t in wanted if t.item.kind != "english"]
    english = [float(t.original.passed) for t in wanted if t.item.kind == "english"]
    low, high = bootstrap_difference(chinese, english)
    value = mean(chinese) - mean(english) if english and chinese else math.nan
    return Measure("english_loss", value, low, high, len(english))


def violations(trials: Sequence[Trial]) -> dict[str, Violations]:
    """Every zero-tolerance measure, by name."""
    found = [_form(check, trials) for check in FORM_CHECKS]
    found += [_of_kind("lookup", trials, ("symbol", "numerals")), _of_kind("injection", trials, ())]
    found.append(_broken("determinism", trials, lambda t: t.repeats))
    found.append(_broken("fresh_gold", trials, lambda t: not _stale(t)))
    for kind in STRICT_VARIANTS:
        with_kind = [t for t in trials if any(a.kind == kind for a in t.variants)]
        found.append(_broken(kind, with_kind, partial(_same, kind)))
    return {each.name: each for each in found}


def _broken(name: str, trials: Sequence[Trial], holds: Callable[[Trial], bool]) -> Violations:
    return Violations(name, tuple(t.item.id for t in trials if not holds(t)), len(trials))


def _form(check: str, trials: Sequence[Trial]) -> Violations:
    def clean(trial: Trial) -> bool:
        return all(f.check != check for a in trial.attempts for f in a.verdict.findings)

    return _broken(check, trials, clean)


def _of_kind(kind: str, trials: Sequence[Trial], variants: tuple[str, ...]) -> Violations:
    mine = [t for t in trials if t.item.kind == kind]
    return _broken(
        kind,
        mine,
        lambda t: t.original.passed and all(a.passed for a in t.variants if a.kind in variants),
    )


def _same(kind: str, trial: Trial) -> bool:
    return all(trial.same_as_original(a) for a in trial.variants if a.kind == kind)


def _stale(trial: Trial) -> bool:
    return any(w.startswith("stale gold") for w in trial.original.verdict.wrong)


def passed_by_kind(trials: Sequence[Trial], key: Callable[[GoldItem], str]) -> dict[str, Measure]:
    """Share passed by slice, slices in name order."""
    slices = sorted({key(t.item) for t in trials})
    return {
        each: share(each, (t.original.passed for t in trials if key(t.item) == each))
        for each in slices
    }
