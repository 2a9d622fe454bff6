from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.types import Answer, Lang, SearchResult
from eval import baseline as baseline_module
from eval.baseline import (
    Baseline,
    compare,
    entry,
    read_baseline,
    read_history,
    record,
    updated,
    write_baseline,
)
from eval.dummies import Oracle
from eval.gold import GoldItem
from eval.measures import measure
from eval.page import render_page
from eval.report import Run, as_json
from eval.run import default_folder, evaluate, main, sit
from eval.subject import Subject, Truth
from eval.trial import try_all


def judged(
    subject: Subject,
    truth: Truth,
    items: Sequence[GoldItem],
    *,
    whole: bool = False,
    reword: bool = False,
) -> Run:
    sitting = sit(subject, truth, "samples", items, reword=reword, workers=1)
    return evaluate((sitting,), whole=whole)


class Fickle(Oracle):
    """An oracle that says something else every second time, or breaks."""

    def __init__(self, truth: Truth, items: Sequence[GoldItem], *, breaks: bool = False) -> None:
        super().__init__(truth, items)
        self.asked = 0
        self.breaks = breaks

    def ask(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        symbols: tuple[str, ...] = (),  # noqa: ARG002
        lang: Lang | None = None,  # noqa: ARG002
    ) -> Answer:
        self.asked += 1
        if self.breaks:
            raise ZeroDivisionError("boom")
        answer = super().ask(question, conversation_id=conversation_id)
        return replace(answer, settings_hash=str(self.asked), timings_ms={"total": self.asked})

    def search(self, query: str, *, limit: int = 10) -> SearchResult:
        return super().search(query, limit=limit)


def test_times_and_conversations_may_differ_and_nothing_else(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    same = judged(Oracle(truth, items), truth, items)
    assert same.violations["determinism"].ids == ()
    fickle = judged(Fickle(truth, items), truth, items)
    assert len(fickle.violations["determinism"].ids) == len(items)


def test_a_crash_fails_its_question_and_not_the_run(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    run = judged(Fickle(truth, items, breaks=True), truth, items)
    assert run.measures["passed"].value == 0
    assert run.trials[0].original.verdict.wrong == ("raised ZeroDivisionError: boom",)


def test_a_run_is_a_report_and_a_page(truth: Truth, items: tuple[GoldItem, ...]) -> None:
    hostile = GoldItem(
        "refusal-2", "locked", "refusal", ("<script>alert(1)</script>是什么",), answerable=False,
        status=("out_of_scope",),
    )  # fmt: skip
    run = judged(Oracle(truth, items), truth, (*items, hostile), reword=True)
    data = json.loads(json.dumps(as_json(run), allow_nan=False))
    assert not data["passed"]
    assert [failed["id"] for failed in data["failed"]] == ["refusal-2"]
    assert {gate["name"] for gate in data["gates"]} >= {"traditional", "exact_set"}
    page = render_page(data)
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "$" not in page


def test_a_perfect_run_without_rewording_fails_nothing(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    run = judged(Oracle(truth, items), truth, items)
    assert run.failures == ()


def test_newly_failed_items_are_listed_and_enough_of_them_are_a_regression(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    many = tuple(replace(items[1], id=f"lookup-{n}") for n in range(8))
    good = try_all(Oracle(truth, many), truth, many, reword=False, tick=lambda *_: None)
    bad = try_all(Fickle(truth, many, breaks=True), truth, many, reword=False, tick=lambda *_: None)
    before = updated(good)
    assert not compare(before, good).regressed
    after = compare(before, bad)
    assert after.newly_failed == tuple(item.id for item in many)
    assert after.regressed
    assert after.high < 0
    assert not compare(before, bad[:3]).regressed  # three of three may be chance: p = .25


def test_a_baseline_is_read_as_it_was_written(
    tmp_path: Path, truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    path = tmp_path / "baseline.json"
    assert read_baseline(path) == Baseline()
    trials = try_all(Oracle(truth, items), truth, items, reword=False, tick=lambda *_: None)
    write_baseline(updated(trials), path)
    assert read_baseline(path) == updated(trials)


def test_the_trend_grows_by_a_line_for_every_recorded_run(
    tmp_path: Path, truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    path = tmp_path / "history.jsonl"
    assert read_history(path) == ()
    trials = try_all(Oracle(truth, items), truth, items, reword=False, tick=lambda *_: None)
    for day in ("2026-01-01", "2026-01-08"):
        made = entry(len(trials), measure(trials), label="0.1.0", day=day, failed=0)
        record(made, path)
    assert [run["date"] for run in read_history(path)] == ["2026-01-01", "2026-01-08"]
    assert read_history(path)[0]["measures"]["passed"] == 1


def test_the_shipped_trend_can_be_drawn() -> None:
    history = read_history()
    assert [run["date"] for run in history] == sorted(run["date"] for run in history)
    assert all(0 <= run["measures"]["passed"] <= 1 for run in history)


def test_the_shipped_baseline_can_be_read() -> None:
    assert isinstance(read_baseline(baseline_module.BASELINE_FILE).items, dict)


@pytest.mark.parametrize(
    ("argv", "complaint"),
    [
        (["--write-baseline", "--kinds", "lookup"], "only a full run"),
        (["--write-baseline", "--no-variants"], "only a full run"),
        (["--write-baseline", "--generated", "none"], "only a full run"),
        (["--record", "--libraries", "forms"], "only a full run"),
        (["--ids", "no-such-id"], "no such ids: no-such-id"),
        (["--kinds", "injection", "--libraries", "forms"], "no question is of that kind"),
        (["--gold", "nowhere.jsonl"], "nowhere.jsonl does not exist"),
    ],
)
def test_what_cannot_be_run_is_said_before_anything_is_opened(
    argv: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    assert complaint in capsys.readouterr().err


def test_in_a_checkout_reports_go_beside_the_evaluation() -> None:
    assert default_folder().parts[-2:] == ("eval", "reports")
