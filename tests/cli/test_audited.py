"""What the commands change is in the audit, with who did it."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.access import open_access
from assistant.cli.commands import app
from assistant.settings import load_settings
from assistant.types import AuditEntry

WHO = f"terminal:{getpass.getuser()}"
SAMPLES = Path(__file__).parents[2] / "assistant" / "sample_library"


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("ASSISTANT_EMBEDDER", "hashing")
    monkeypatch.setenv("ASSISTANT_SAMPLE_LIBRARY", "false")


def run(*args: str, status: int = 0) -> Result:
    result = CliRunner().invoke(app, args)
    assert result.exit_code == status, result.output
    return result


def noted() -> list[AuditEntry]:
    """The earliest first."""
    with open_access(load_settings()) as access:
        return list(reversed(access.audit.listed()))


def test_what_a_command_changes_is_noted_with_who_did_it_and_how_it_ended(tmp_path: Path) -> None:
    sample, archive = SAMPLES / "A_RES_75_45.txt", tmp_path / "library.zip"
    run("ingest", str(sample))
    run("reindex")
    run("backup", str(archive))
    run("remove", "75/45", "--yes")
    assert [(one.who, one.what, one.target, one.status) for one in noted()] == [
        (WHO, "ingest", "A_RES_75_45.txt", 0),
        (WHO, "reindex", "", 0),
        (WHO, "remove", "A/RES/75/45", 0),
    ]
    run("restore", str(archive), "--force")
    run("doctor", "--mend")
    # The audit is the backup's from here on.
    assert [one.what for one in noted()] == ["ingest", "reindex", "restore", "doctor --mend"]
    assert "reindex" in run("audit", "--who", WHO).stdout


def test_a_dry_run_changes_nothing_and_is_not_noted() -> None:
    run("ingest", str(SAMPLES / "A_RES_75_45.txt"))
    run("ingest", "--dry-run", str(SAMPLES / "A_RES_72_31.txt"))
    assert [one.what for one in noted()] == ["ingest"]


def test_what_fails_is_noted_as_failed() -> None:
    run("ingest", str(SAMPLES), "--symbol", "75/45", status=2)
    assert [(one.what, one.status) for one in noted()] == [("ingest", 1)]


def test_a_backup_is_for_its_maker_alone_and_says_which_keys_come_back_with_it(
    tmp_path: Path,
) -> None:
    archive = tmp_path / "library.zip"
    key = run("keys", "create", "--scope", "write").stdout.split("_")[1]
    run("backup", str(archive))
    assert archive.stat().st_mode & 0o077 == 0
    run("keys", "revoke", key)
    restored = run("restore", str(archive), "--force")
    assert "1 个有效的密钥" in restored.stderr
