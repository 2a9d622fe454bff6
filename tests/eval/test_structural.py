from __future__ import annotations

from eval.dummies import Oracle
from eval.structural import (
    SAMPLE,
    structural_items,
    structural_measures,
    structural_violations,
)
from eval.subject import Truth
from eval.trial import try_all


def test_there_are_thousands_and_each_has_an_id_of_its_own() -> None:
    items = structural_items()
    assert len(items) >= 2000
    assert len({item.id for item in items}) == len(items)
    assert {item.library for item in items} == {"generated"}
    assert {"actor", "verb", "deadline", "reference", "compare", "refusal"} <= {
        item.kind for item in items
    }


def test_the_sample_is_always_the_same_and_of_every_kind() -> None:
    sample = structural_items(SAMPLE)
    assert len(sample) == SAMPLE
    assert sample == structural_items()[:SAMPLE]
    assert {item.kind for item in sample} == {item.kind for item in structural_items()}


def test_their_figures_have_names_of_their_own(truth: Truth) -> None:
    assert structural_measures(()) == {}
    assert structural_violations(()) == {}
    items = structural_items(3)
    trials = try_all(Oracle(truth, items), truth, items, reword=False, tick=lambda *_: None)
    measures = structural_measures(trials)
    assert {name.partition(":")[0] for name in measures} == {"generated"}
    assert all(measure.name == name for name, measure in measures.items())
    assert structural_violations(trials)["generated:form"].n == 3
