"""A conversation of ten turns with the real server, which is stopped and started in between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from tests.real_server import serving

# What is asked, and the paragraphs that answer it.
BEFORE = (
    ("第13段", "needs_clarification", []),
    ("75/45", "answered", ["75/45#OP13"]),
    ("它请秘书长做什么", "answered", ["75/45#OP6", "75/45#OP11", "75/45#OP13", "75/45#OP14"]),
    ("那72/31呢？", "answered", ["72/31#OP14"]),
    ("谢谢", "out_of_scope", []),
)
AFTER = (
    ("刚才那份是什么时候通过的", "answered", ["72/31#META"]),
    ("跟第一个决议比呢", "answered", ["72/31#META", "75/45#META"]),
    ("What about paragraph 7 of the first resolution?", "answered", ["75/45#OP7"]),
    ("下一段", "answered", ["75/45#OP8"]),
    ("换成72/31", "answered", ["72/31#OP8"]),
)


def _keys(answer: dict[str, Any]) -> list[str]:
    return [f"{c['symbol'].removeprefix('A/RES/')}#{c['paragraph']}" for c in answer["citations"]]


def _converse(
    data_dir: Path, turns: tuple[tuple[str, str, list[str]], ...], name: str | None
) -> str | None:
    with serving(data_dir) as served, httpx.Client(base_url=served.address, timeout=60) as api:
        for turn, status, cited in turns:
            body = {"question": turn, "conversation_id": name}
            answer = api.post("/api/ask", json=body).raise_for_status().json()
            assert (answer["status"], sorted(_keys(answer))) == (status, sorted(cited)), turn
            assert name in (None, answer["conversation_id"])
            name = answer["conversation_id"]
    return name


def test_ten_turns_and_a_restart(tmp_path: Path) -> None:
    name = _converse(tmp_path, BEFORE, None)
    assert _converse(tmp_path, AFTER, name) == name


def test_a_reading_is_put_right_and_the_conversation_forgotten(tmp_path: Path) -> None:
    with serving(tmp_path) as served, httpx.Client(base_url=served.address, timeout=60) as api:
        asked: dict[str, Any] = {"question": "75/45第7段"}
        name = api.post("/api/ask", json=asked).json()["conversation_id"]
        right = {**asked, "conversation_id": name, "corrected": {"symbols": ["72/31"]}}
        assert _keys(api.post("/api/ask", json=right).json()) == ["72/31#OP7"]
        follow_up = {"question": "下一段", "conversation_id": name}
        assert _keys(api.post("/api/ask", json=follow_up).json()) == ["72/31#OP8"]
        wrong = api.post("/api/ask", json={**asked, "corrected": {"places": ["那里"]}})
        assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_correction")
        assert "OP13" in wrong.json()["detail"]
        assert api.delete(f"/api/conversations/{name}").status_code == 204
        assert _keys(api.post("/api/ask", json=follow_up).json()) != ["72/31#OP9"]
