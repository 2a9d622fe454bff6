"""Testing the tests: are spoilt answers caught, and do the dummies fail as they should?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eval.gates import Gate, judge_gates
from eval.gold import GoldItem
from eval.judge import judge
from eval.measures import Measure, measure, share, violations
from eval.mutations import mutants
from eval.subject import Truth
from eval.trial import Sitting, Trial, try_all

# What each dummy is there to trip. The oracle knows one wording of each question by heart.
TRIPS: Mapping[str, tuple[str, ...]] = {
    "oracle": ("traditional", "full_width"),
    "top": ("exact_set", "refusal_recall", "false_premise_accepted"),
    "refuse": ("over_refusal", "exact_set"),
}


@dataclass(frozen=True, slots=True)
class Caught:
    """How many spoilt answers were caught, by mutation, and which escaped."""

    tried: Mapping[str, int]
    caught: Mapping[str, int]
    escaped: tuple[str, ...]  # "actor-001: verb cropped"
    untouched_blamed: tuple[str, ...]  # answers that passed, and failed when judged again

    @property
    def measure(self) -> Measure:
        """The share caught over all mutations."""
        tried, caught = sum(self.tried.values()), sum(self.caught.values())
        return share("mutations_caught", [True] * caught + [False] * (tried - caught))


def spoil_all(sittings: Sequence[Sitting]) -> Caught:
    """``spoil`` over every library."""
    all_caught = [spoil(sitting.trials, sitting.truth) for sitting in sittings]
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for each in all_caught:
        tried.update(each.tried)
        caught.update(each.caught)
    return Caught(
        dict(sorted(tried.items())),
        dict(caught),
        tuple(line for each in all_caught for line in each.escaped),
        tuple(line for each in all_caught for line in each.untouched_blamed),
    )


def spoil(trials: Sequence[Trial], truth: Truth) -> Caught:
    """Mutate every passing original answer and judge it again, with the untouched one."""
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    escaped: list[str] = []
    blamed: list[str] = []
    for trial in trials:
        answer = trial.original.answer
        if answer is None or not trial.original.passed:
            continue
        if not judge(trial.item, answer, truth).passed:
            blamed.append(trial.item.id)
        for mutant in mutants(answer, truth, complete=trial.item.exact):
            tried[mutant.mutation] += 1
            if judge(trial.item, mutant.answer, truth).passed:
                escaped.append(f"{trial.item.id}: {mutant.mutation}")
            else:
                caught[mutant.mutation] += 1
    return Caught(dict(sorted(tried.items())), dict(caught), tuple(escaped), tuple(blamed))


@dataclass(frozen=True, slots=True)
class DummyResult:
    """How a dummy did: its score, and which of the gates made against it failed it."""

    name: str
    score: float  # F1 of cited paragraphs against the gold, over answerable questions
    gates: tuple[Gate, ...]

    @property
    def tripped(self) -> tuple[str, ...]:
        """Gates made against this dummy that did fail it."""
        failed = {gate.name for gate in self.gates if not gate.passed}
        return tuple(name for name in TRIPS[self.name] if name in failed)


def try_dummies(asked: Sequence[tuple[Truth, Sequence[GoldItem]]]) -> tuple[DummyResult, ...]:
    """Every dummy over every item of every library; the oracle over variants too, which are its
    downfall."""
    from eval.dummies import dummies

    tried: dict[str, list[Trial]] = {}
    for truth, items in asked:
        for name, dummy in dummies(truth, items).items():
            reword = name == "oracle"
            tried.setdefault(name, []).extend(
                try_all(dummy, truth, items, reword=reword, tick=lambda *_: None)
            )
    results = []
    for name, trials in tried.items():
        measures = measure(trials)
        gates = judge_gates(measures, violations(trials), whole=False)
        results.append(DummyResult(name, measures["citation_f1"].value, gates))
    return tuple(results)


def ranked_rightly(results: Sequence[DummyResult]) -> bool:
    """Oracle above top paragraph above refusing, each failed by every gate made against it."""
    scores = [r.score for r in results]
    descending = all(a > b for a, b in pairwise(scores))
    return descending and all(r.tripped == TRIPS[r.name] for r in results)
