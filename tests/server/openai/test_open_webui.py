"""What a chat program like Open WebUI sends, and what it reads of the raw stream."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from assistant.server.openai import streams, tasks
from assistant.settings import Settings
from tests.server.fake_assistant import FakeAssistant
from tests.server.openai.conftest import hanging_up
from tests.server.over_sockets import eventually, served

CHAT = "USER: 75/45请秘书长做什么？\nASSISTANT: 共4段。[1]\nUSER: 72/31呢？\nASSISTANT: 1段。"


def task(words: str, form: str, chat: str = CHAT) -> str:
    """A prompt of its own, in the form of its defaults."""
    return (
        f"### Task:\n{words}\n### Guidelines:\n- Be concise.\n### Output:\nJSON format: {form}\n"
        f"### Chat History:\n<chat_history>\n{chat}\n</chat_history>"
    )


def body(text: str, *, stream: bool = True) -> dict[str, Any]:
    return {
        "stream": stream,
        "model": "resolution-assistant",
        "messages": [{"role": "user", "content": text}],
        "stream_options": {"include_usage": True},
    }


def lines(address: str, asked: dict[str, Any]) -> Iterator[str]:
    with httpx.stream("POST", f"{address}/v1/chat/completions", json=asked) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        assert reply.headers["cache-control"] == "no-store"
        yield from reply.iter_lines()


def test_every_line_is_data_and_the_last_says_done(address: str) -> None:
    sent = [line for line in lines(address, body("75/45请秘书长做什么？")) if line]
    assert all(line.startswith("data: ") for line in sent)
    assert sent[-1] == "data: [DONE]"
    chunks = [json.loads(line.removeprefix("data: ")) for line in sent[:-1]]
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}
    text = "".join(c["delta"].get("content", "") for chunk in chunks for c in chunk["choices"])
    (annotations,) = [
        c["delta"]["annotations"]
        for chunk in chunks
        for c in chunk["choices"]
        if "annotations" in c["delta"]
    ]
    for one in annotations:
        found = one["url_citation"]
        mark = text[found["start_index"] : found["end_index"]]
        assert f"- {mark} [{found['title']}]({found['url']})" in text.splitlines()


@pytest.mark.parametrize(
    ("words", "form", "reply"),
    [
        ("Generate a title.", '{ "title": "your title here" }', {"title": "75/45请秘书长做什么？"}),
        ("Generate 1-3 tags.", '{ "tags": ["tag1", "tag2"] }', {"tags": []}),
        ("Suggest follow-ups.", '{ "follow_ups": ["Question 1?"] }', {"follow_ups": []}),
        ("Generate queries.", '{ "queries": ["query1"] }', {"queries": []}),
    ],
)
def test_tasks_of_the_program_are_no_questions(
    address: str, words: str, form: str, reply: dict[str, Any]
) -> None:
    asked = body(task(words, form), stream=False)
    message = httpx.post(f"{address}/v1/chat/completions", json=asked).json()["choices"][0][
        "message"
    ]
    assert json.loads(message["content"]) == reply
    sent = [line.removeprefix("data: ") for line in lines(address, body(task(words, form))) if line]
    text = "".join(
        c["delta"].get("content", "") for line in sent[:-1] for c in json.loads(line)["choices"]
    )
    assert json.loads(text) == reply
    assert sent[-1] == "[DONE]"


def test_a_title_is_one_short_line() -> None:
    said = tasks.done(task("x", '{ "title": "…" }', f"USER: {'很长' * 60}\n第二行\nASSISTANT: 好"))
    assert said is not None
    title = json.loads(said)["title"]
    assert len(title) == 60
    assert title.endswith("…")
    assert "\n" not in title


@pytest.mark.parametrize(
    "text",
    [
        "75/45请秘书长做什么",
        "### Task: 这是什么",
        "<chat_history>USER: x</chat_history>",
        '请给出标题 { "title": "x" }',
        task("Draw.", '{ "prompt": "x" }'),
    ],
)
def test_anything_else_is_a_question(text: str) -> None:
    assert tasks.done(text) is None


@pytest.mark.parametrize("stream", [True, False])
def test_work_stops_when_nobody_waits_for_it(settings: Settings, *, stream: bool) -> None:
    assistant = _Watchful(pause=0.05, length=2_000)
    with served(assistant, settings) as address:
        with hanging_up(address, body("x", stream=stream)):
            assert eventually(lambda: assistant.events_sent > 1)
        assert eventually(lambda: assistant.streams_closed == 1)
        sent_by_then = assistant.events_sent
        time.sleep(0.3)
        assert assistant.events_sent == sent_by_then < 1_000


class _Watchful(FakeAssistant):
    """Looks, as a model's queue does, whether anybody waits."""

    def in_passing(self, questions: Any, *, lang: Any = None) -> Any:
        from assistant.answering.generative.deadline import is_left

        for event in super().in_passing(questions, lang=lang):
            if is_left():
                return
            yield event


def test_a_long_pause_has_signs_of_life(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "BEAT_SECONDS", 0.05)
    with served(FakeAssistant(pause=0.4, length=1), settings) as address:
        sent = [line for line in lines(address, body("x")) if line]
    assert ": ping" in sent
    assert sent[-1] == "data: [DONE]"


def test_links_lead_where_readers_reach_the_page(settings: Settings) -> None:
    public = settings.model_copy(update={"public_url": "https://answers.example/un"})
    with served(FakeAssistant(), public) as address:
        asked = body("x", stream=False)
        reply = httpx.post(f"{address}/v1/chat/completions", json=asked).json()
    (one,) = reply["choices"][0]["message"]["annotations"]
    link = "https://answers.example/un/resolutions/A/RES/75/45#OP14"
    assert one["url_citation"]["url"] == link
    assert f"({link})" in reply["choices"][0]["message"]["content"]


def test_only_what_the_user_asked_goes_on(settings: Settings) -> None:
    assistant = FakeAssistant()
    with served(assistant, settings) as address:
        asked = body("第二问", stream=False)
        asked["messages"] = [
            {"role": "system", "content": "s"},
            {"role": "user", "content": "第一问"},
            {"role": "assistant", "content": "a", "tool_calls": []},
            {"role": "tool", "content": "t", "tool_call_id": "1"},
            *asked["messages"],
        ]
        assert httpx.post(f"{address}/v1/chat/completions", json=asked).status_code == 200
    assert assistant.passed == [("第一问", "第二问")]
