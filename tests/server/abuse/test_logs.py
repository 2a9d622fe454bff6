"""A real process is asked in many ways, with every kind of secret; nothing of them, and no word
that was asked, stands in what it wrote."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

from assistant.access import open_access
from assistant.settings import load_settings
from tests.answering.generative.scripted import Reply
from tests.answering.generative.scripted import serving as scripted
from tests.real_server import environment, serving
from tests.server.abuse.conftest import bearer

UPLOAD_KEY = "a-key-of-the-settings-0123456789"
MODEL_KEY = "sk-secret-key"  # the scripted server's errors repeat it
WRONG = "ra_0123456789ab_" + "w" * 43
COOKIE = "c" * 32
QUESTION = "第75/45号决议请秘书长就什么提出报告"
WORDS = ("秘书长", "提出报告", "网播", "FORGED")
FORGED = 'x\n{"level": "error", "event": "FORGED"}\r\u2028FORGED'
SETTINGS = {
    "ASSISTANT_EMBEDDER": "hashing",
    "ASSISTANT_LOG_LEVEL": "debug",
    "ASSISTANT_UPLOAD_KEY": UPLOAD_KEY,
    "ASSISTANT_LLM_MODEL": "m",
    "ASSISTANT_LLM_KEY": MODEL_KEY,
}


def ask_in_every_way(address: str, key: str) -> list[httpx.Response]:
    cookies = {"resolution_owner": COOKIE}
    completion = {
        "model": "resolution-assistant",
        "messages": [{"role": "user", "content": QUESTION}],
    }
    broken = f'{{"question": "{QUESTION}'.encode()
    tool = {"name": "ask", "arguments": {"question": QUESTION}}
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": tool}
    upload = {"files": (FORGED.replace("\n", ""), QUESTION.encode())}
    with httpx.Client(base_url=address, headers=bearer(key), cookies=cookies, timeout=60) as api:
        return [
            api.post("/api/v1/ask", json={"question": QUESTION}),
            api.post("/api/ask/stream", json={"question": QUESTION}),
            api.post("/api/v1/ask", json={"question": QUESTION, FORGED: FORGED}),
            api.post("/api/v1/ask", content=broken, headers={"content-type": "application/json"}),
            api.post("/v1/chat/completions", json=completion),
            api.post("/v1/chat/completions", json={**completion, "stream": True}),
            api.post("/mcp", json=call, headers={"accept": "application/json, text/event-stream"}),
            api.get("/api/v1/search", params={"q": f"网播{FORGED}", "key": key}),
            api.get("/api/v1/conversations", params={"q": QUESTION}),
            api.get(f"/api/v1/resolutions/{QUESTION}{key}"),
            api.get("/api/v1/resolutions/%0a%1b[31mFORGED%0d%e2%80%a8"),
            api.get(f"/{key}/{QUESTION}"),
            api.put("/api/v1/owner"),
            api.post("/api/v1/uploads", files=upload),
            api.get("/metrics", headers={"x-request-id": "FORGED"}),
        ]


def test_of_keys_cookies_passwords_and_questions_nothing_is_written(tmp_path: Path) -> None:
    with (
        scripted(Reply(status=401), Reply(("请",), broken=True)) as (url, _),
        serving(tmp_path, **SETTINGS, ASSISTANT_LLM_URL=url) as served,
    ):
        with open_access(load_settings({}, data_dir=tmp_path)) as access:  # while it is served
            issued = access.keys.create("", "admin")
        said = [
            response
            for key in (issued.secret, UPLOAD_KEY, WRONG, QUESTION.encode().hex())
            for response in ask_in_every_way(served.address, key)
        ]
        served.process.terminate()
        out, err = served.process.communicate(timeout=60)
    assert {response.status_code for response in said} >= {200, 202, 400, 401, 403, 404, 422}
    for secret in (issued.secret, UPLOAD_KEY, MODEL_KEY, WRONG, COOKIE, *WORDS, "75/45", "\x1b"):
        assert secret not in out + err
    lines: list[dict[str, Any]] = [json.loads(line) for line in err.split("\n") if line]
    assert len(lines) == len(err.splitlines())
    requests = [line for line in lines if line["event"] == "request"]
    assert len(requests) == len(said)
    told = {line["request_id"] for line in requests}
    assert told == {response.headers["x-request-id"] for response in said}
    assert {line["who"] for line in requests} == {issued.key.id, "settings", "-"}
    answers = [line for line in lines if line["event"] == "answer"]
    assert {line["request_id"] for line in answers} <= told
    assert {line["intent"] for line in answers if "intent" in line} == {"acts"}


def test_a_database_that_cannot_be_reached_is_named_without_its_password(tmp_path: Path) -> None:
    env = environment(
        tmp_path,
        ASSISTANT_EMBEDDER="hashing",
        ASSISTANT_LOG_LEVEL="debug",
        ASSISTANT_RECORDS_URL="postgresql://someone:p%40ss-w0rd@127.0.0.1:9/library",
    )
    command = [sys.executable, "-m", "assistant", "serve", "--port", "0"]
    done = subprocess.run(
        command, env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode != 0
    assert "ASSISTANT_RECORDS_URL" in done.stderr, done.stderr
    for password in ("p%40ss-w0rd", "p@ss-w0rd"):
        assert password not in done.stdout + done.stderr


def test_other_commands_say_nothing_more_than_they_did(tmp_path: Path) -> None:
    env = environment(tmp_path, ASSISTANT_EMBEDDER="hashing", ASSISTANT_LOG_LEVEL="debug")
    for command in (["resolutions"], ["ask", QUESTION]):
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *command],
            env=env,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert '"level"' not in done.stderr
        assert "assistant.answers" not in done.stderr
