"""What a real model wrote to the gold questions is judged again with every change."""

from __future__ import annotations

import pytest

from eval.cassettes.cassette import FOLDER
from eval.gold import load_gold
from eval.phrased.figures import Figures
from eval.phrased.paper import PAGES, UNRECORDED, block, published
from eval.phrased.run import run_with_model
from eval.report import Run

RECORDED = any(FOLDER.glob("*.jsonl"))


@pytest.fixture(scope="module")
def run() -> Run:
    return run_with_model(load_gold(), recorded=True)


@pytest.fixture(scope="module")
def found(run: Run) -> Figures:
    assert run.model is not None
    return run.model


@pytest.mark.skipif(not RECORDED, reason="nothing has been recorded yet")
def test_after_verification_nothing_is_false_and_most_of_it_is_the_models(run: Run) -> None:
    failed = [(gate.name, gate.value, gate.ids[:5]) for gate in run.gates if not gate.passed]
    assert failed == []


@pytest.mark.skipif(not RECORDED, reason="nothing has been recorded yet")
def test_every_reply_is_still_asked_for(found: Figures) -> None:
    assert found.unused == 0, "python -m eval.cassettes prune removes them"


@pytest.mark.parametrize("lang", PAGES)
def test_the_papers_show_what_was_recorded(lang: str, request: pytest.FixtureRequest) -> None:
    if not RECORDED:
        assert published(lang) == UNRECORDED[lang]
        return
    found: Figures = request.getfixturevalue("found")
    assert published(lang) == block(found, lang), "python -m eval.phrased --write computes it"
