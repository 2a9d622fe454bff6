"""``assistant mandates`` over the sample library."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from assistant.service import Assistant


@pytest.fixture(autouse=True)
def _sample(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command opens the shared library and does not close it."""

    monkeypatch.setattr(Assistant, "open", lambda *_args, **_kwargs: assistant)
    monkeypatch.setattr(Assistant, "close", lambda _self: None)


def run(*args: str) -> Result:
    return CliRunner().invoke(app, ("mandates", *args))


def test_reports_due_at_a_session_are_listed_with_how_many_there_are_of_what_library() -> None:
    lines = run("--due-session", "76", "--addressee", "秘书长").stdout.splitlines()
    assert lines[0] == "第76届（2021-09-14，推算）  秘书长  意见, 报告, 转递  A/RES/75/45#OP13"
    assert lines[3] == "    又请秘书长就本决议的执行情况向大会第七十六届会议提出报告"
    assert lines[-1] == "共 2 项，出自 1 份决议；文库收有 2 份（第 72, 75 届）。"


def test_in_english_what_is_computed_says_so_too() -> None:
    stdout = run("--due-session", "73-74", "--lang", "en").stdout
    assert "session 73 (2018-09-18, computed)" in stdout
    assert "2 from 1 resolutions; the library holds 2 (sessions 72, 75)." in stdout


def test_json_is_the_page_of_the_api_with_all_there_is() -> None:
    page = json.loads(run("--timed", "--json").stdout)
    assert page["total"] == len(page["mandates"]) == 6
    assert page["next"] is None


def test_a_table_and_a_calendar_are_written_and_read_back(tmp_path: Path) -> None:
    table, calendar = tmp_path / "任务.csv", tmp_path / "任务.ics"
    result = run("--timed", "--sort", "due", "--csv", str(table), "--ics", str(calendar))
    assert result.stdout.count("6 项") == 2
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["索引"] for row in rows][:2] == ["A/RES/72/31#OP16", "A/RES/72/31#OP15"]
    entries: list[Any] = Calendar.from_ical(calendar.read_bytes()).subcomponents
    assert [entry.name for entry in entries] == ["VEVENT"] * 5 + ["VTODO"]


def test_the_first_due_come_first_where_that_is_asked() -> None:
    page = json.loads(run("--timed", "--sort", "due", "--json").stdout)
    days = [one["due"][0]["opens"] for one in page["mandates"] if one["due"][0]["opens"]]
    assert days == sorted(days)
    assert page["mandates"][0]["symbol"] == "A/RES/72/31"
    newest = json.loads(run("--timed", "--json").stdout)
    assert newest["mandates"][0]["symbol"] == "A/RES/75/45"


def test_recurring_and_dated_mandates_are_told_apart() -> None:
    assert "A/RES/75/45#OP9" in run("--recurring").stdout
    assert "A/RES/75/45#OP9" not in run("--once").stdout
    assert "A/RES/72/31#OP14" in run("--untimed").stdout
    stdout = run("--due-after", "2019-09-01", "--due-before", "2019-09-30").stdout
    assert "A/RES/72/31#OP15" in stdout
    assert "共 1 项" in stdout


def test_nothing_found_is_said_and_is_no_error() -> None:
    result = run("--due-session", "81")
    assert result.exit_code == 0
    assert result.stdout == "共 0 项，出自 0 份决议；文库收有 2 份（第 72, 75 届）。\n"


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("--addressee", "国际法院"), 2, "可用的有：大会主席、秘书长"),
        (("--due-session", "x"), 2, "76-78"),
        (("--due-before", "2020"), 2, "--due-before"),
        (("--symbol", "76/1"), 1, "A/RES/76/1"),
        (("--csv", "no-such-folder/x.csv"), 1, "无法写入"),
    ],
)
def test_what_cannot_be_is_one_line_that_says_what_to_do(
    args: tuple[str, ...], code: int, told: str
) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr.splitlines()[-1]
