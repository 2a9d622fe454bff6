"""The whole road: the real assistant on its libraries, judged and reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.measures import FORM_CHECKS
from eval.run import main


def test_the_real_assistant_is_judged_and_the_report_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(
        ["--libraries", "samples", "--kinds", "actor", "--no-variants", "--out", str(tmp_path)]
    )
    data = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert code == (0 if data["passed"] else 1)
    assert data["by_kind"].keys() == {"actor"}
    assert data["questions"] == data["asked"] > 20
    gates = {gate["name"]: gate for gate in data["gates"]}
    assert all(gates[check]["passed"] for check in (*FORM_CHECKS, "determinism", "fresh_gold"))
    assert data["measures"]["exact_set"]["value"] > 0.8
    assert "决议问答" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "门槛 Gates" in capsys.readouterr().out


def test_what_is_right_over_the_generated_library_is_computed_when_it_is_asked(
    tmp_path: Path,
) -> None:
    options = ["--libraries", "generated", "--kinds", "reference", "--no-variants"]
    code = main([*options, "--out", str(tmp_path)])
    data = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert code == (0 if data["passed"] else 1)
    assert data["by_library"].keys() == {"generated"}
    assert data["measures"]["completeness"]["value"] > 0.8
    assert not any("stale" in line for failed in data["failed"] for line in failed["wrong"])
    assert data["structural"]["questions"] == 0, "only in a run over all kinds"
