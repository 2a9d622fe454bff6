"""A model's answers over the real libraries, played back and judged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering.generative.models import Piece
from eval.cassettes import record as recording_module
from eval.cassettes.cassette import read_cassette
from eval.cassettes.record import record
from eval.gold import GoldItem, load_gold
from eval.options import read_options
from eval.phrased.run import run_with_model
from eval.phrased.table import in_markdown
from eval.report import Run
from eval.run import main
from tests.answering.generative.scripted import Reply, serving
from tests.eval.echo import Echo


class Liar(Echo):
    """Says what it is given, another session and a paragraph that nobody gave it."""

    name = "liar"

    def stream(self, prompt: str) -> Iterator[Piece]:
        pieces = list(super().stream(prompt))
        yield from pieces[:-1]
        yield Piece("大会敦促秘书长向第一百四十四届会议提出报告[1]。大会欢迎这份报告[99]。")
        yield pieces[-1]


@pytest.fixture(scope="module")
def items() -> tuple[GoldItem, ...]:
    wanted = ("deadline", "follow_up")
    found = (i for i in load_gold() if i.kind in wanted and i.split == "dev")
    return tuple(i for i in found if i.library == "samples")[:8]


@pytest.fixture(autouse=True)
def hashed(monkeypatch: pytest.MonkeyPatch, items: tuple[GoldItem, ...]) -> None:
    monkeypatch.setenv("ASSISTANT_EMBEDDER", "hashing")
    monkeypatch.setattr(recording_module, "development", lambda: items)


def played(model: Echo, items: tuple[GoldItem, ...], folder: Path) -> tuple[Run, Path]:
    path = folder / f"{model.name}.jsonl"
    record(model, path, tell=lambda _: None)
    return run_with_model(items, recorded=True, cassette=path), path


def test_what_an_honest_model_says_reaches_the_reader(
    tmp_path: Path, items: tuple[GoldItem, ...]
) -> None:
    run, path = played(Echo(), items, tmp_path)
    found = run.model
    assert found is not None
    assert run.failures == ()
    assert found.questions == len(read_cassette(path).items) > 1
    assert found.reached == 1
    assert found.calls >= found.questions
    assert found.columns["raw"].sentences == found.said
    for column in found.columns.values():
        assert (column.loose, column.invalid, column.false_answers) == (0, 0, 0)


def test_what_a_liar_says_does_not_and_the_table_shows_both(
    tmp_path: Path, items: tuple[GoldItem, ...]
) -> None:
    run, _ = played(Liar(), items, tmp_path)
    found = run.model
    assert found is not None
    raw, verified, extractive = (found.columns[n] for n in ("raw", "verified", "extractive"))
    assert raw.answers == verified.answers == extractive.answers == found.questions
    assert raw.loose >= raw.false_answers == raw.answers
    assert raw.invalid == raw.answers
    assert (verified.loose, verified.invalid, verified.false_answers) == (0, 0, 0)
    assert verified.wrong == extractive.wrong
    gates = {gate.name: gate for gate in run.gates}
    assert gates["slots"].passed
    assert gates["citation_validity"].passed
    assert gates["wrong_answers"].passed
    table = in_markdown(found, "zh")
    assert f"| 至少有一句不实的答案 | {raw.answers} · 100.0% | 0 | 0 |" in table
    assert "sentences" in in_markdown(found, "en")


def test_falling_back_to_the_quotations_is_no_way_to_pass(
    tmp_path: Path, items: tuple[GoldItem, ...]
) -> None:
    class Dumb(Echo):
        name = "dumb"

        def stream(self, prompt: str) -> Iterator[Piece]:  # noqa: ARG002
            yield Piece("秘书长已经辞职[1]。")
            yield Piece("", whole=True)

    run, _ = played(Dumb(), items, tmp_path)
    assert run.failures == ("gate reached",)


def test_a_request_that_was_not_recorded_fails_the_run_and_is_named(
    tmp_path: Path, items: tuple[GoldItem, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    _, path = played(Echo(), items, tmp_path)
    first = next(iter(read_cassette(path).replies.values()))
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if first.key not in line]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    words = ["--answerer", "recorded", "--cassette", str(path), "--out", str(tmp_path)]
    assert main(words) == 1
    out = "".join(capsys.readouterr().out.split())
    assert "gaterecorded" in out
    assert f"没有录下notrecorded:{first.item}" in out
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    (wrong,) = [one["wrong"] for one in report["failed"] if one["id"] == first.item]
    assert first.key in wrong[0]
    assert "python -m eval.cassettes record" in wrong[0]


def test_the_command_plays_a_cassette_back_and_reports(
    tmp_path: Path, items: tuple[GoldItem, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    run, path = played(Echo(), items, tmp_path)
    words = ["--answerer", "recorded", "--cassette", str(path), "--out", str(tmp_path)]
    assert main(words) == 0
    assert "模型原话" in capsys.readouterr().out
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert run.model is not None
    assert report["questions"] == run.model.questions
    assert report["model"]["reached"] == 1
    assert report["model"]["columns"]["raw"]["answers"] == run.model.questions
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "echo（loud=yes），回放录音" in page
    assert "有出处不支持的内容的句子" in page


def test_a_live_model_is_asked_and_judged(
    tmp_path: Path, items: tuple[GoldItem, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Reply(("秘书长已经辞职[1]。",))) as (url, script):
        monkeypatch.setenv("ASSISTANT_LLM_URL", url)
        monkeypatch.setenv("ASSISTANT_LLM_MODEL", "m")
        words = ["--answerer", "llm", "--ids", items[0].id, "--out", str(tmp_path)]
        assert main(words) == 1
    assert script.asked
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["model"]["model"] == "m"
    assert report["failures"] == ["gate reached"]


def test_the_quotations_are_judged_whatever_model_the_environment_names(
    tmp_path: Path, items: tuple[GoldItem, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Reply(("秘书长已经辞职[1]。",))) as (url, script):
        monkeypatch.setenv("ASSISTANT_LLM_URL", url)
        monkeypatch.setenv("ASSISTANT_LLM_MODEL", "m")
        words = ["--ids", items[0].id, "--no-variants", "--out", str(tmp_path)]
        assert main(words) == 0
    assert script.asked == []
    assert read_options([]).answerer == "extractive"


@pytest.mark.parametrize(
    ("argv", "complaint"),
    [
        (["--answerer", "llm"], "ASSISTANT_LLM_URL"),
        (["--answerer", "llm", "--write-baseline"], "without --answerer"),
        (["--answerer", "recorded", "--record"], "without --answerer"),
        (["--answerer", "recorded", "--gold", "mine.jsonl"], "the shipped questions"),
        (["--answerer", "recorded", "--cassette", "no.jsonl"], "no.jsonl does not exist"),
        (["--cassette", "no.jsonl"], "belongs to --answerer recorded"),
    ],
)
def test_what_cannot_be_run_with_a_model_is_said(
    argv: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    assert complaint in capsys.readouterr().err
