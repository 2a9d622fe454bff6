from __future__ import annotations

import json
from pathlib import Path

from eval.stamp import stamp
from eval.subject import Truth, text_sha
from tests.eval.library import OP13


def test_fingerprints_are_filled_in_and_a_second_run_changes_nothing(
    tmp_path: Path, truth: Truth
) -> None:
    key = "A/RES/75/45#OP13"
    raw = {"id": "l-1", "split": "dev", "kind": "lookup", "question": "13段", "groups": [[key]]}
    path = tmp_path / "lookup.jsonl"
    path.write_text(json.dumps(raw, ensure_ascii=False) + "\n", encoding="utf-8")
    assert stamp(tmp_path, truth) == 1
    assert json.loads(path.read_text(encoding="utf-8"))["text_sha"] == {key: text_sha(OP13)}
    assert stamp(tmp_path, truth) == 0
