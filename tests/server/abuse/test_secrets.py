"""Keys of a real process: none is written to a log, a response or the disk."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

import httpx

from assistant.access import open_access
from assistant.settings import load_settings
from tests.real_server import environment, serving
from tests.server.abuse.conftest import bearer

UPLOAD_KEY = "a-key-of-the-settings-0123456789"
SETTINGS = {
    "ASSISTANT_EMBEDDER": "hashing",
    "ASSISTANT_LOG_LEVEL": "debug",
    "ASSISTANT_UPLOAD_KEY": UPLOAD_KEY,
}
WRONG = "ra_0123456789ab_" + "w" * 43


def test_no_key_that_is_made_or_sent_is_found_anywhere_else(tmp_path: Path) -> None:
    with serving(tmp_path, **SETTINGS) as served:
        with open_access(load_settings({}, data_dir=tmp_path)) as access:  # while it is served
            issued = access.keys.create("", "admin")
        said = []
        for key in (issued.secret, UPLOAD_KEY, WRONG):
            with httpx.Client(base_url=served.address, headers=bearer(key), timeout=60) as api:
                said += [
                    api.get("/api/v1/about"),
                    api.get("/api/v1/uploads"),
                    api.delete("/api/v1/resolutions/1/1"),
                    api.post("/api/v1/ask", json={"question": 1}),
                    api.post("/api/v1/uploads", content=b"x"),
                    api.get(f"/api/v1/resolutions/{key}"),
                    api.get("/v1/models"),
                ]
        assert [response.status_code for response in said[:3]] == [200, 200, 404]
        served.process.terminate()
        out, err = served.process.communicate(timeout=30)
    for key in (issued.secret, UPLOAD_KEY, WRONG):
        for response in said:
            if f"resolutions/{key}" not in str(response.url):
                assert key not in response.text
                assert key not in str(response.headers)
        assert key not in out + err
        for file in tmp_path.rglob("*"):
            assert not file.is_file() or key.encode() not in file.read_bytes(), file
    with open_access(load_settings({}, data_dir=tmp_path)) as access:
        entries = access.audit.listed()
    assert {entry.who for entry in entries} == {issued.key.id, "settings"}
    assert UPLOAD_KEY not in repr(entries)


def started(data_dir: Path, *args: str) -> str:
    """What a server says at a terminal until it is ready."""
    ours, theirs = pty.openpty()
    env = environment(data_dir, ASSISTANT_EMBEDDER="hashing", TERM="dumb")
    command = [sys.executable, "-m", "assistant", "serve", "--port", "0", *args]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=env, text=True)
    os.close(theirs)
    said = b""
    try:
        assert process.stdout is not None
        assert "http://" in process.stdout.readline()
        os.set_blocking(ours, False)
        end = time.monotonic() + 2
        while time.monotonic() < end:
            try:
                said += os.read(ours, 65_536)
            except BlockingIOError:
                time.sleep(0.05)
            except OSError:
                break
    finally:
        process.terminate()
        process.communicate(timeout=30)
        os.close(ours)
    return said.decode()


def test_the_first_start_at_a_terminal_of_this_machine_shows_a_key_that_may_write(
    tmp_path: Path,
) -> None:
    said = started(tmp_path)
    (secret,) = re.findall(r"ra_[0-9a-f]{12}_[A-Za-z0-9_-]{43}", said)
    with open_access(load_settings({}, data_dir=tmp_path)) as access:
        known = access.keys.check(secret)
        assert known is not None
        assert known.scope == "write"
    assert "ra_" not in started(tmp_path), "a key is shown once"


def test_where_nobody_looks_or_others_may_connect_no_key_is_shown(tmp_path: Path) -> None:
    assert "ra_" not in started(tmp_path / "others", "--host", "0.0.0.0")  # noqa: S104
    with serving(tmp_path / "logged", ASSISTANT_EMBEDDER="hashing") as served:
        served.process.terminate()
        out, err = served.process.communicate(timeout=30)
    assert "ra_" not in out + err
