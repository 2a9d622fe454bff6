"""A model's sentences pass their checks here too, its tokens are counted, it stops for nobody."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest
from openai import OpenAI

from assistant.library.library import Library
from tests.answering.generative.scripted import Reply
from tests.faults import GOOD, QUESTION
from tests.server.openai.conftest import client_of, hanging_up
from tests.server.over_sockets import eventually
from tests.server.test_model_end_to_end import FIRST, asked_over_http

BODY: dict[str, Any] = {
    "model": "resolution-assistant",
    "messages": [{"role": "user", "content": QUESTION}],
}
LIE = "大会决定立即废除全部核武器。"


def test_what_a_model_says_is_checked_counted_and_said_to_be_a_models(
    sample_library: Library,
) -> None:
    reply = Reply((FIRST, LIE + "[2]", GOOD + "[2]"))
    with asked_over_http(sample_library, reply) as (address, script), client_of(address) as client:
        whole = client.chat.completions.create(**BODY)
        chunks = list(
            client.chat.completions.create(
                **BODY, stream=True, stream_options={"include_usage": True}
            )
        )
    message, usage = whole.choices[0].message, whole.usage
    assert message.content is not None
    assert LIE not in message.content
    assert GOOD in message.content
    assert "由语言模型（m）依原文改写" in message.content
    assert usage is not None
    assert usage == chunks[-1].usage
    assert usage.prompt_tokens > 0
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    joined = "".join(c.delta.content or "" for chunk in chunks for c in chunk.choices)
    assert joined == message.content
    assert len(script.asked) >= 1


@pytest.fixture(scope="module", autouse=True)
def warmed(sample_library: Library) -> None:
    """The client of the model is imported before anybody leaves it."""
    with asked_over_http(sample_library, Reply((GOOD + "[2]",))) as (address, _):
        httpx.post(f"{address}/v1/chat/completions", json=BODY, timeout=60)


@pytest.mark.parametrize("stream", [True, False])
def test_a_reader_who_leaves_frees_the_model(sample_library: Library, *, stream: bool) -> None:
    slow = Reply((FIRST, *("想" for _ in range(2_000))), pause=0.1)
    queue = {"llm_at_once": 1, "llm_waiting": 0}
    with asked_over_http(sample_library, slow, **queue) as (address, script):
        with hanging_up(address, {**BODY, "stream": stream}):
            assert eventually(lambda: len(script.asked) == 1)
            time.sleep(0.3)  # now the server waits for the end of the second sentence
        assert eventually(lambda: script.left == 1)


def test_earlier_questions_ask_no_model(sample_library: Library) -> None:
    reply = Reply((GOOD + "[2]",))
    with asked_over_http(sample_library, reply) as (address, script):
        client: OpenAI
        with client_of(address) as client:
            client.chat.completions.create(
                model="resolution-assistant",
                messages=[
                    {"role": "user", "content": QUESTION},
                    {"role": "assistant", "content": "……"},
                    {"role": "user", "content": "75/45第3段"},
                ],
            )
    asked = "".join(str(one) for one in script.asked)
    assert QUESTION not in asked
