from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from eval.bench import ingest
from eval.bench.ingest import Batch, FreeEmbedder, Times, as_markdown, main, peak


def test_free_vectors_have_length_one_and_are_those_of_the_text() -> None:
    embedder = FreeEmbedder(8)
    one, other, again = embedder.embed_passages(["甲", "乙", "甲"])
    np.testing.assert_array_equal(one, again)
    assert not np.array_equal(one, other)
    assert np.linalg.norm(one) == pytest.approx(1.0, abs=1e-6)


def test_ratios_are_to_one_passage() -> None:
    timed = Times(passage=40.0, resolution=10.0, paragraph=2.0)
    assert (timed.resolution_ratio, timed.paragraph_ratio) == (0.25, 0.05)
    batch = Batch(1_000, 20_000, 30.0, 130.0, 200.0)
    lines = as_markdown(timed, [batch])
    assert "10.0 ms, 0.25 of it" in lines
    assert "| 1,000 | 20,000 | 30 | 130 | 200 |" in lines


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_a_batch_is_added_in_a_process_of_its_own() -> None:
    batch = peak(5, dimension=8)
    assert batch.count == 5
    assert batch.paragraphs > 25
    assert 20 < batch.reading_mb <= batch.peak_mb < 2_000


def test_the_figures_are_written_where_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ingest, "SAMPLE", 12)
    monkeypatch.setattr(ingest, "NEARLY", range(1, 200))
    monkeypatch.setattr(ingest, "open_embedder", lambda _settings: FreeEmbedder())
    assert main(["--counts", "--out", str(tmp_path / "figures.json")]) == 0
    times = json.loads((tmp_path / "figures.json").read_text())["times"]
    assert all(value > 0 for value in times.values())
    assert "ms a paragraph" in capsys.readouterr().out
