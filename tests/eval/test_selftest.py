from __future__ import annotations

from dataclasses import replace

from eval.dummies import Oracle, Refuser
from eval.gates import judge_gates
from eval.gold import GoldItem
from eval.measures import measure, violations
from eval.selftest import TRIPS, ranked_rightly, spoil, try_dummies
from eval.subject import Truth
from eval.trial import try_all


def quiet(done: int, total: int) -> None:
    """Progress is nobody's business here."""


def test_the_dummies_rank_and_each_trips_every_gate_made_against_it(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    results = try_dummies([(truth, items)])
    assert [r.name for r in results] == ["oracle", "top", "refuse"]
    assert [r.tripped for r in results] == list(TRIPS.values())
    assert results[0].score == 1
    assert results[2].score == 0
    assert ranked_rightly(results)
    assert not ranked_rightly(results[::-1])


def test_the_oracle_passes_every_gate_on_the_wordings_it_knows(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    trials = try_all(Oracle(truth, items), truth, items, reword=False, tick=quiet)
    gates = judge_gates(measure(trials), violations(trials), whole=False)
    assert [gate.name for gate in gates if not gate.passed] == []
    assert {"exact_set", "refusal_recall", "lookup", "injection"} <= {gate.name for gate in gates}


def test_only_passing_answers_are_spoilt_and_every_mutant_is_caught(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    trials = try_all(Oracle(truth, items), truth, items, reword=False, tick=quiet)
    caught = spoil(trials, truth)
    assert caught.measure.value == 1
    assert caught.measure.n > 40
    assert caught.escaped == ()
    assert caught.untouched_blamed == ()
    assert (
        spoil(try_all(Refuser(truth), truth, items[:1], reword=False, tick=quiet), truth).tried
        == {}
    )


def test_a_judge_that_contradicts_itself_is_told_on(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    (trial,) = try_all(Oracle(truth, items), truth, items[:1], reword=False, tick=quiet)
    spoilt = replace(trial, item=replace(trial.item, must_contain=("没有的话",)))
    assert spoil((spoilt,), truth).untouched_blamed == ("actor-1",)
