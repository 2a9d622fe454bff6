from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.library.embedders import HashingEmbedder
from eval.bench.imports import Imported, probe_import
from eval.bench.speed import (
    Row,
    Timing,
    as_json,
    as_markdown,
    main,
    questions_of,
    race,
    timing,
)
from eval.bench.stock import stock_pipeline
from eval.gold import load_gold


def test_percentiles_are_by_nearest_rank_in_milliseconds() -> None:
    assert timing([0.001 * n for n in range(1, 101)]) == Timing(51.0, 96.0, 100)
    with pytest.raises(ValueError, match="nothing was timed"):
        timing([])


def test_both_are_asked_every_question_in_turns() -> None:
    asked: list[str] = []
    questions = [f"q{n}" for n in range(8)]
    row = race(
        "x", questions, lambda q: asked.append(f"ours {q}"), lambda q: asked.append(f"stock {q}")
    )
    assert row.ours.n == row.stock.n == 4  # four warmed up, four timed
    assert asked[8:12] == ["ours q4", "stock q4", "stock q5", "ours q5"]
    assert len(asked) == 16


def test_no_wording_is_asked_twice() -> None:
    questions = questions_of(load_gold(), frozenset({"fact"}), 100)
    assert len(questions) == len(set(questions)) == 100


def test_the_table_and_the_data_say_the_same() -> None:
    rows = (Row("structural", Timing(2.0, 4.0, 9), Timing(20.0, 30.0, 9)),)
    imported = (Imported("assistant", 0.01, ("assistant", "numpy")),)
    assert "| structural | 2.0 / 4.0 ms | 20.0 / 30.0 ms | 10.00 | 9 |" in as_markdown(
        rows, imported
    )
    assert "`import assistant`: 10 ms, loads numpy." in as_markdown(rows, imported)
    data = json.loads(as_json(rows, imported))
    assert data["milliseconds"][0]["speedup"] == 10
    assert data["import"][0]["heavy"] == ["numpy"]


def test_importing_the_assistant_loads_no_heavy_library() -> None:
    imported = probe_import()
    assert "assistant" in imported.modules
    assert imported.heavy == ()


def test_the_probe_tells_on_what_is_loaded() -> None:
    assert "numpy" in probe_import("numpy").heavy


def test_the_stock_pipeline_answers_from_the_files(sample_files: tuple[Path, Path]) -> None:
    from llama_index.core import Settings

    texts = {path.name: path.read_text(encoding="utf-8") for path in sample_files}
    ask = stock_pipeline(texts, HashingEmbedder())
    assert "裁军" in str(ask("第75/45号决议请秘书长做什么"))
    assert Settings._llm is None
    assert Settings._embed_model is None


def test_too_few_questions_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--limit", "4"])
    assert "--limit must be more than" in capsys.readouterr().err
