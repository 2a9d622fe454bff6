"""``assistant keys`` and ``assistant audit`` over records of their own."""

from __future__ import annotations

import getpass
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.access import open_access
from assistant.cli.commands import app
from assistant.settings import load_settings

TERMINAL = f"terminal:{getpass.getuser()}"
DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(autouse=True)
def own_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "data"))


def run(*args: str) -> Result:
    return CliRunner().invoke(app, args)


def created(scope: str, *more: str) -> tuple[str, str]:
    """A new key's id and secret."""
    result = run("keys", "create", "--scope", scope, *more)
    assert result.exit_code == 0, result.output
    secret = result.stdout.strip()
    return secret.split("_")[1], secret


def holds(secret: str) -> bool:
    with open_access(load_settings()) as access:
        return access.keys.check(secret) is not None


def test_a_new_key_is_shown_once_alone_on_stdout_and_holds() -> None:
    result = run("keys", "create", "--scope", "write", "--name", "资料室")
    secret = result.stdout.strip()
    assert re.fullmatch(r"ra_[0-9a-f]{12}_[A-Za-z0-9_-]{43}", secret)
    assert "只显示这一次" in result.stderr
    assert holds(secret)
    for args in (("keys", "list"), ("keys", "list", "--json"), ("audit",), ("audit", "--json")):
        assert secret not in run(*args).output
        assert secret.rpartition("_")[2] not in run(*args).output


def test_keys_are_listed_with_what_became_of_them() -> None:
    kept, _ = created("read", "--name", "网页")
    gone, _ = created("admin", "--expires", "90d")
    run("keys", "revoke", gone)
    first, second, total = run("keys", "list").stdout.splitlines()
    assert first.startswith(f"{kept}  read ")
    assert first.endswith("网页")
    assert gone in second
    assert "已吊销" in second
    assert total == "共 2 个密钥。"
    states = [key["state"] for key in json.loads(run("keys", "list", "--json").stdout)]
    assert states == ["active", "revoked"]


def test_a_rotated_key_keeps_its_id_and_the_old_one_ends_when_it_was_said() -> None:
    key, old = created("write")
    new = run("keys", "rotate", key, "--overlap", "24h").stdout.strip()
    assert new.startswith(f"ra_{key}_")
    assert holds(old)
    assert holds(new)
    newest = run("keys", "rotate", key).stdout.strip()
    assert [holds(one) for one in (old, new, newest)] == [False, False, True]


def test_a_revoked_key_holds_no_more_and_one_that_is_none_is_said() -> None:
    key, secret = created("read")
    assert run("keys", "revoke", key).exit_code == 0
    assert not holds(secret)
    again = run("keys", "revoke", key)
    assert again.exit_code == 1
    assert "assistant keys list" in again.output


@pytest.mark.parametrize("time", ["90", "d", "0d", "-1d", "1w", "90d "])
def test_what_is_no_length_of_time_is_wrong_usage(time: str) -> None:
    result = run("keys", "create", "--scope", "read", "--expires", time)
    assert result.exit_code == 2
    assert "90d" in result.output


def test_what_is_done_with_keys_stands_in_the_audit() -> None:
    key, _ = created("write", "--name", "a")
    run("keys", "rotate", key)
    run("keys", "revoke", key)
    lines = run("audit").stdout.splitlines()
    assert [line.split("  ")[1:4] for line in lines] == [
        [TERMINAL, "keys revoke", "完成"],
        [TERMINAL, "keys rotate", "完成"],
        [TERMINAL, "keys create", "完成"],
    ]
    assert all(key in line for line in lines)
    assert run("audit", "--who", "nobody").stdout == ""
    assert len(run("audit", "--since", "1h", "--limit", "2").stdout.splitlines()) == 2
    assert "done" in run("audit", "--lang", "en").stdout


@pytest.mark.parametrize("page", ["access.md", "access.en.md"])
def test_the_commands_of_the_documents_run(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    (block,) = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    key = ""
    for line in block.splitlines():
        words = re.sub(r"\s+#\s.*$", "", line).split()
        assert words[0] == "assistant"
        result = run(*(key if word in {"编号", "ID"} else word for word in words[1:]))
        assert result.exit_code == 0, (line, result.output)
        key = key or result.stdout.split("_")[1]


@pytest.mark.parametrize("page", ["access.md", "access.en.md"])
def test_the_documents_name_every_setting_and_its_default(page: str) -> None:
    from assistant.settings import PREFIX
    from assistant.settings.access import AccessSettings

    text = (DOCS / page).read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(ASSISTANT_\w+)` \| `([^`]*)` \|", text, re.MULTILINE))
    ours = load_settings({})
    for name in AccessSettings.model_fields:
        if name.startswith(("upload_key", "mcp_")):
            continue
        value = getattr(ours, name)
        shown = json.dumps(value) if isinstance(value, list) else str(value)
        assert rows.pop(PREFIX + name.upper()) == shown, name
    assert rows == {}
