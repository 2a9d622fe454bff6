"""The command, over sets made up in small, with the embedder that needs no model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.run import main
from tests.eval.external.tiny_sets import write_sets


@pytest.fixture(autouse=True)
def _without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_EMBEDDER", "hashing")


def _run(sets: Path, out: Path, *more: str) -> tuple[int, dict[str, Any]]:
    code = main(["--external", str(sets), "--out", str(out), *more])
    return code, json.loads((out / "external.json").read_text(encoding="utf-8"))


def test_one_command_ranks_and_refuses_over_all_sets(tmp_path: Path) -> None:
    sets = write_sets(tmp_path / "sets")
    _, report = _run(sets, tmp_path / "out")
    assert [task["name"] for task in report["ranked"]] == [
        "lecoqa",
        "lecoqa, copies as one",
        "xquad_zh",
        "xquad_zh, copies as one",
        "xquad_zh, English",
        "xquad_zh, English, copies as one",
        "un_zh_en",
    ]
    as_given, as_one = (
        {m["name"]: m["value"] for m in task["measures"]} for task in report["ranked"][:2]
    )
    # q2 is answered by the second of two copies, which the order of the file puts behind.
    assert as_given["R@1"] == pytest.approx(2 / 3)
    assert as_one["R@1"] == 1.0
    product = report["refused"][0]
    assert product["rule"] == "product"
    assert (product["refused"]["value"], product["answered"]["value"]) == (1.0, 1.0)


def test_a_figure_below_the_best_known_ends_with_1(tmp_path: Path) -> None:
    code, report = _run(write_sets(tmp_path / "sets"), tmp_path / "out")
    missed = {task["name"] for task in report["ranked"] if task["missed"]}
    assert "xquad_zh" in missed  # two of three first, where .939 is known
    assert code == 1


def test_the_page_shows_every_set_beside_the_best_known(tmp_path: Path) -> None:
    _run(write_sets(tmp_path / "sets"), tmp_path / "out")
    page = (tmp_path / "out" / "external.html").read_text(encoding="utf-8")
    for words in ("lecoqa", "un_zh_en", "0.588", "GPT-4", "class=missed"):
        assert words in page


def test_what_is_kept_gives_the_same_figures_again_and_nothing_is_embedded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sets, kept = write_sets(tmp_path / "sets"), str(tmp_path / "kept")
    _, first = _run(sets, tmp_path / "out", "--data-dir", kept)

    def fails(*_: object) -> None:
        raise AssertionError("embedded again")

    monkeypatch.setattr("assistant.library.embedders.HashingEmbedder._embed", fails)
    _, second = _run(sets, tmp_path / "out", "--data-dir", kept)
    assert (first["ranked"], first["refused"]) == (second["ranked"], second["refused"])


def test_a_set_that_changed_is_read_anew(tmp_path: Path) -> None:
    sets, kept = write_sets(tmp_path / "sets"), str(tmp_path / "kept")
    _run(sets, tmp_path / "out", "--data-dir", kept)
    passages = sets / "lecoqa" / "passages.jsonl"
    passages.write_text(passages.read_text(encoding="utf-8").replace("5月1日", "桂花开时"), "utf-8")
    (sets / "lecoqa" / "questions.jsonl").write_text(
        '{"qid": "q", "question": "桂花开时开放的是什么？", "positive_passage_ids": ["law4"]}\n',
        "utf-8",
    )
    _, report = _run(sets, tmp_path / "out", "--data-dir", kept)
    assert report["ranked"][0]["measures"][0]["value"] == 1.0


def test_a_missing_folder_or_a_broken_line_ends_with_2_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    assert main(["--external", str(tmp_path / "nowhere"), "--out", out]) == 2
    assert "lecoqa" in capsys.readouterr().err
    sets = write_sets(tmp_path / "sets")
    (sets / "lecoqa" / "questions.jsonl").write_text("{\n", encoding="utf-8")
    assert main(["--external", str(sets), "--out", out]) == 2
    assert "lecoqa/questions.jsonl:1" in capsys.readouterr().err
    assert not Path(out).exists()


def test_a_persons_own_records_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.sqlite3"
    monkeypatch.setenv("ASSISTANT_RECORDS_URL", f"sqlite:///{own}")
    _run(write_sets(tmp_path / "sets"), tmp_path / "out")
    assert not own.exists()
