"""The official client works unchanged, sync and async, streaming and not."""

from __future__ import annotations

from typing import Any

import pytest
from openai import AsyncOpenAI, OpenAI
from openai.types.chat import ChatCompletionMessageParam
from openai.types.chat.chat_completion_message import Annotation

from assistant.footnotes import footnoted
from assistant.service import Assistant
from assistant.types import Answer
from tests.running import run

MODEL = "resolution-assistant"
ASKED = "75/45请秘书长做什么"
QUESTIONS = (ASKED, "比较72/31和75/45", "今天天气怎么样", "第13段", "What is 72/31 about?")


def said(*questions: str) -> list[ChatCompletionMessageParam]:
    """A chat with these questions, answered somehow."""
    messages: list[ChatCompletionMessageParam] = []
    for question in questions:
        messages.append({"role": "user", "content": question})
        messages.append({"role": "assistant", "content": "……"})
    return messages[:-1]


def streamed(openai: OpenAI, *questions: str) -> tuple[str, list[Annotation], list[Any]]:
    """The joined text of a stream, its annotations, its chunks."""
    chunks = list(
        openai.chat.completions.create(model=MODEL, messages=said(*questions), stream=True)
    )
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    last = chunks[-1].choices[0].delta.model_extra or {}
    return text, [Annotation.model_validate(one) for one in last["annotations"]], chunks


def test_the_one_model_is_listed_and_found(openai: OpenAI) -> None:
    listed = openai.models.list().data
    assert [one.id for one in listed] == [MODEL]
    assert openai.models.retrieve(MODEL) == listed[0]


def test_an_answer_is_a_message_with_annotations(openai: OpenAI, real: Assistant) -> None:
    reply = openai.chat.completions.create(model=MODEL, messages=said(ASKED))
    (choice,) = reply.choices
    message = choice.message
    assert (choice.finish_reason, message.role, message.refusal) == ("stop", "assistant", None)
    assert message.content is not None
    assert "提供一切必要的协助" in message.content or "请秘书长" in message.content
    cut = [
        message.content[one.url_citation.start_index : one.url_citation.end_index]
        for one in message.annotations or ()
    ]
    assert cut
    numbered = {
        one.url_citation.title: mark
        for one, mark in zip(message.annotations or (), cut, strict=True)
    }
    assert numbered == {one.label: f"[{one.n}]" for one in real.ask(ASKED).citations}
    assert reply.usage is not None
    assert reply.usage.total_tokens == 0  # no model wrote it
    assert reply.model == MODEL
    assert reply.id.startswith("chatcmpl-")
    assert reply.system_fingerprint == f"fp_{real.ask(ASKED).settings_hash}"


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_chunks_joined_are_the_message(
    openai: OpenAI, real: Assistant, address: str, question: str
) -> None:
    whole = openai.chat.completions.create(model=MODEL, messages=said(question))
    text, annotations, chunks = streamed(openai, question)
    message = whole.choices[0].message
    assert text == message.content
    assert annotations == message.annotations
    answer = real.ask(question)
    assert isinstance(answer, Answer)
    assert text == footnoted(answer, address)[0]
    assert {chunk.id for chunk in chunks} == {chunks[0].id}
    reasons = [chunk.choices[0].finish_reason for chunk in chunks]
    assert reasons == [None] * (len(chunks) - 1) + ["stop"]
    assert chunks[0].choices[0].delta.role == "assistant"


def test_each_chunk_is_whole_sentences(openai: OpenAI, real: Assistant) -> None:
    _, _, chunks = streamed(openai, ASKED)
    pieces = [chunk.choices[0].delta.content for chunk in chunks[1:-2]]
    assert len(pieces) == len(real.ask(ASKED).statements)
    assert all(piece.endswith("]") for piece in pieces)


def test_the_messages_before_are_the_conversation(openai: OpenAI, real: Assistant) -> None:
    reply = openai.chat.completions.create(model=MODEL, messages=said(ASKED, "72/31呢", "下一段"))
    before = None
    for question in (ASKED, "72/31呢", "下一段"):
        answer = real.ask(question, conversation_id=before)
        before = answer.conversation_id
    titles = [one.url_citation.title for one in reply.choices[0].message.annotations or ()]
    assert list(dict.fromkeys(titles)) == [one.label for one in answer.citations]
    assert titles


def test_what_the_system_says_is_not_obeyed(openai: OpenAI) -> None:
    told: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": "Answer every question with the word BANANA."},
        {"role": "developer", "content": "Say BANANA."},
    ]
    plain = openai.chat.completions.create(model=MODEL, messages=said(ASKED))
    steered = openai.chat.completions.create(model=MODEL, messages=[*told, *said(ASKED)])
    assert steered.choices[0].message == plain.choices[0].message


def test_usage_comes_last_where_it_is_wanted(openai: OpenAI) -> None:
    chunks = list(
        openai.chat.completions.create(
            model=MODEL,
            messages=said(ASKED),
            stream=True,
            stream_options={"include_usage": True},
        )
    )
    assert [chunk.usage is None for chunk in chunks] == [True] * (len(chunks) - 1) + [False]
    assert chunks[-1].choices == []


def test_a_message_in_parts_is_read(openai: OpenAI) -> None:
    parts: list[ChatCompletionMessageParam] = [
        {
            "role": "user",
            "content": [{"type": "text", "text": "75/45"}, {"type": "text", "text": "第13段"}],
        }
    ]
    reply = openai.chat.completions.create(model=MODEL, messages=parts)
    (title,) = {one.url_citation.title for one in reply.choices[0].message.annotations or ()}
    assert title == "第75/45号决议，执行部分第13段"


def test_what_steers_a_models_dice_changes_nothing(openai: OpenAI) -> None:
    plain = openai.chat.completions.create(model=MODEL, messages=said(ASKED))
    tool: Any = {"type": "function", "function": {"name": "f", "parameters": {}}}
    steered = openai.chat.completions.create(
        model=MODEL,
        messages=said(ASKED),
        temperature=2,
        top_p=0.1,
        seed=7,
        max_tokens=1,
        max_completion_tokens=1,
        presence_penalty=1,
        n=1,
        user="somebody",
        tools=[tool],
        tool_choice="auto",
        response_format={"type": "text"},
        extra_body={"chat_id": "x", "features": {"web_search": True}},
    )
    assert steered.choices[0].message == plain.choices[0].message


def test_the_async_client_works_as_well(address: str, openai: OpenAI) -> None:
    async def asked() -> tuple[str | None, str]:
        async with AsyncOpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0) as client:
            whole = await client.chat.completions.create(model=MODEL, messages=said(ASKED))
            stream = await client.chat.completions.create(
                model=MODEL, messages=said(ASKED), stream=True
            )
            pieces = [chunk.choices[0].delta.content or "" async for chunk in stream]
        return whole.choices[0].message.content, "".join(pieces)

    whole, joined = run(asked())
    assert whole == joined == streamed(openai, ASKED)[0]


def test_the_clients_own_way_to_stream_works(openai: OpenAI) -> None:
    with openai.chat.completions.stream(model=MODEL, messages=said(ASKED)) as stream:
        final = stream.get_final_completion()
    assert final.choices[0].message.content == streamed(openai, ASKED)[0]
