"""What the papers promise of logs and keys, of a real process with a model that fails."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.answering.generative.scripted import Reply
from tests.answering.generative.scripted import serving as scripted
from tests.real_server import serving

KEY = "sk-secret-key"  # the scripted server's errors repeat it
QUESTION = "第75/45号决议请秘书长就什么提出报告"


@pytest.mark.parametrize("reply", [Reply(status=401), Reply(("请",), broken=True)])
def test_neither_questions_nor_keys_are_logged_or_returned(tmp_path: Path, reply: Reply) -> None:
    with (
        scripted(reply) as (url, script),
        serving(
            tmp_path,
            ASSISTANT_EMBEDDER="hashing",
            ASSISTANT_LOG_LEVEL="debug",
            ASSISTANT_LLM_URL=url,
            ASSISTANT_LLM_MODEL="m",
            ASSISTANT_LLM_KEY=KEY,
        ) as served,
    ):
        body = {"question": QUESTION}
        asked = httpx.post(f"{served.address}/api/v1/ask", json=body, timeout=60)
        streamed = httpx.post(f"{served.address}/api/v1/ask/stream", json=body, timeout=60)
        refused = httpx.post(f"{served.address}/api/v1/ask", json={**body, "no": 1}, timeout=60)
        about = httpx.get(f"{served.address}/api/v1/about", timeout=60)
        served.process.terminate()
        out, err = served.process.communicate(timeout=30)
    assert asked.json()["generation"]["failure"]
    assert script.keys[0] == f"Bearer {KEY}"
    for said in (asked.text, streamed.text, refused.text, about.text, out, err):
        assert KEY not in said
    for logged in (out, err):
        assert QUESTION not in logged
        assert "秘书长" not in logged
