"""Conversations with the real server, which is stopped and started in between."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.real_server import Served, environment, serving

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
            answer = api.post("/api/v1/ask", json=body).raise_for_status().json()
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
        name = api.post("/api/v1/ask", json=asked).json()["conversation_id"]
        right = {**asked, "conversation_id": name, "corrected": {"symbols": ["72/31"]}}
        assert _keys(api.post("/api/v1/ask", json=right).json()) == ["72/31#OP7"]
        follow_up = {"question": "下一段", "conversation_id": name}
        assert _keys(api.post("/api/v1/ask", json=follow_up).json()) == ["72/31#OP8"]
        wrong = api.post("/api/v1/ask", json={**asked, "corrected": {"places": ["那里"]}})
        assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_correction")
        assert "OP13" in wrong.json()["detail"]
        assert api.delete(f"/api/v1/conversations/{name}").status_code == 204
        assert _keys(api.post("/api/v1/ask", json=follow_up).json()) != ["72/31#OP9"]


# ── browsers ─────────────────────────────────────────────────────────────────────────────────


@contextmanager
def _browser(served: Served, cookies: dict[str, str] | None = None) -> Iterator[httpx.Client]:
    """A client that has asked for its cookie, as the page does before its first question."""
    with httpx.Client(base_url=served.address, cookies=cookies, timeout=60) as client:
        assert client.put("/api/v1/owner").status_code == 204
        yield client


def _ask(client: httpx.Client, question: str, **more: object) -> dict[str, Any]:
    answer: dict[str, Any] = (
        client.post("/api/v1/ask", json={"question": question, **more}).raise_for_status().json()
    )
    return answer


def _last_of_stream(client: httpx.Client, question: str, **more: object) -> dict[str, Any]:
    body = {"question": question, **more}
    with client.stream("POST", "/api/v1/ask/stream", json=body) as response:
        (data,) = [
            line.removeprefix("data: ")
            for line in response.read().decode().split("event: answer\n")[-1].splitlines()
            if line.startswith("data: ")
        ]
    answer: dict[str, Any] = json.loads(data)
    return answer


def test_a_browser_sees_its_own_conversations_and_no_others(tmp_path: Path) -> None:
    with (
        serving(tmp_path) as served,
        _browser(served) as mine,
        _browser(served) as theirs,
        httpx.Client(base_url=served.address, timeout=60) as nobody,
    ):
        first = _ask(mine, "75/45第13段")
        name, answer = first["conversation_id"], first["id"]
        second = _last_of_stream(mine, "下一段", conversation_id=name)
        assert second["conversation_id"] == name
        _ask(theirs, "72/31第7段")

        (listed,) = mine.get("/api/v1/conversations", params={"q": "提出报告"}).json()[
            "conversations"
        ]
        assert (listed["id"], listed["title"], listed["turns"]) == (name, "75/45第13段", 2)
        whole = mine.get(f"/api/v1/conversations/{name}").json()
        assert [turn["answer"] for turn in whole["turns"]] == [first, second]

        for other in (theirs, nobody):
            assert name not in other.get("/api/v1/conversations").text
            for method, path, body in (
                ("GET", f"/api/v1/conversations/{name}", None),
                ("GET", f"/api/v1/conversations/{name}/export", None),
                ("PATCH", f"/api/v1/conversations/{name}", {"title": "x"}),
                ("DELETE", f"/api/v1/conversations/{name}", None),
                ("GET", f"/api/v1/answers/{answer}", None),
                ("GET", f"/api/v1/answers/{answer}/text", None),
                ("POST", f"/api/v1/answers/{answer}/share", None),
                ("DELETE", f"/api/v1/answers/{answer}/share", None),
                ("POST", f"/api/v1/answers/{answer}/feedback", {"verdict": "wrong"}),
                ("DELETE", f"/api/v1/answers/{answer}/feedback", None),
            ):
                refused = other.request(method, path, json=body)
                assert (refused.status_code, refused.text.count(name)) == (404, 0), (method, path)
            elsewhere = _ask(other, "下一段", conversation_id=name)
            assert elsewhere["conversation_id"] != name
            assert _keys(elsewhere) != ["75/45#OP15"]
            other.request("DELETE", "/api/v1/conversations")
        assert mine.get(f"/api/v1/conversations/{name}").json() == whole


def test_an_answer_is_shared_judged_edited_exported_and_forgotten(tmp_path: Path) -> None:
    with serving(tmp_path) as served, _browser(served) as mine, _browser(served) as theirs:
        first = _ask(mine, "75/45第13段")
        name = first["conversation_id"]
        second = _ask(mine, "下一段", conversation_id=name)

        shared = mine.post(f"/api/v1/answers/{first['id']}/share").json()
        read = theirs.get(f"/api/v1/answers/{first['id']}").json()
        assert read["answer"] == {**first, "conversation_id": None}
        assert (read["own"], read["shared"]) == (False, shared["shared"])
        assert {one["state"] for one in read["cited"]} == {"same"}
        assert theirs.get(f"/api/v1/answers/{second['id']}").status_code == 404

        said = {"verdict": "incomplete", "comment": "<script>alert(1)</script>"}
        mine.post(f"/api/v1/answers/{second['id']}/feedback", json=said).raise_for_status()
        edited = _ask(mine, "72/31第7段", conversation_id=name, replaces=second["id"])
        turns = mine.get(f"/api/v1/conversations/{name}").json()["turns"]
        assert [turn["answer"]["id"] for turn in turns] == [first["id"], edited["id"]]
        assert _keys(_ask(mine, "下一段", conversation_id=name)) == ["72/31#OP8"]
        assert (
            mine.get(f"/api/v1/answers/{second['id']}").json()["feedback"]["verdict"]
            == "incomplete"
        )

        for form, begins in (("md", b"# "), ("json", b"{"), ("docx", b"PK")):
            path = f"/api/v1/conversations/{name}/export"
            file = mine.get(path, params={"format": form}).raise_for_status()
            assert file.content.startswith(begins)
            assert f"75_45%E7%AC%AC13%E6%AE%B5.{form}" in file.headers["content-disposition"]
        footnotes = mine.get(f"/api/v1/answers/{first['id']}/text", params={"format": "footnotes"})
        assert "¹ 大会第75/45号决议，第13段。" in footnotes.text

        out = tmp_path / "candidates.jsonl"
        assert mine.delete("/api/v1/conversations").json() == {"conversations": 1}
        for gone in (first, second, edited):
            assert mine.get(f"/api/v1/answers/{gone['id']}").status_code == 404
            assert theirs.get(f"/api/v1/answers/{gone['id']}").status_code == 404
    exported = subprocess.run(
        [sys.executable, "-m", "assistant", "feedback", "export", "--out", str(out)],
        env=environment(tmp_path),
        check=True,
        capture_output=True,
    )
    assert exported.returncode == 0
    assert out.read_text(encoding="utf-8") == ""  # what is forgotten is forgotten


def test_a_browser_finds_its_conversations_again_after_a_restart(tmp_path: Path) -> None:
    with serving(tmp_path) as served, _browser(served) as mine:
        name = _ask(mine, "75/45第13段")["conversation_id"]
        cookies = dict(mine.cookies)
    with serving(tmp_path) as served, _browser(served, cookies) as mine:
        (listed,) = mine.get("/api/v1/conversations").json()["conversations"]
        assert listed["id"] == name
        assert _keys(_ask(mine, "下一段", conversation_id=name)) == ["75/45#OP14"]
    (token,) = cookies.values()
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("*.sqlite3*"))
    assert kept
    assert token.encode() not in kept
