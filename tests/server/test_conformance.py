"""What the OpenAPI document says is what happens, held against a server that runs."""

from __future__ import annotations

from pathlib import Path

from tests.real_server import serving
from tests.server.conformance import UNLIMITED, conforms


def test_schemathesis_finds_no_fault_with_the_server_that_runs(tmp_path: Path) -> None:
    with serving(tmp_path / "library", **UNLIMITED) as served:
        found = conforms(
            served.address,
            tmp_path,
            "--max-examples=3",
            "--generation-deterministic",
            "--seed=1",
        )
    assert found.returncode == 0, found.stdout + found.stderr
    assert "Operations:" in found.stdout
    assert "Stateful" in found.stdout
