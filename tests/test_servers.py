"""Where PostgreSQL is not installed its tests are skipped, never in continuous integration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import servers

_ROOT = Path(__file__).parent.parent


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(servers, "missing", lambda: ["initdb", "pg_ctl"])
    monkeypatch.delenv("CI", raising=False)
    return monkeypatch


@pytest.mark.usefixtures("nothing_installed")
def test_on_a_machine_without_postgresql_its_tests_are_skipped_with_what_to_do() -> None:
    with pytest.raises(pytest.skip.Exception, match=r"\.ci/postgres"), servers.running_postgres():
        pass


def test_in_continuous_integration_they_fail(nothing_installed: pytest.MonkeyPatch) -> None:
    nothing_installed.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"\.ci/postgres"), servers.running_postgres():
        pass


def test_what_continuous_integration_runs_says_that_it_is_that() -> None:
    lines = (_ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines.index('export CI="${CI:-true}"') < lines.index("exec make test")
