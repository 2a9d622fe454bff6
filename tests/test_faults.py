"""Whatever a model's server does, the answer comes, in time, as it would without a model."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from pydantic_core import to_json

from assistant.library.library import Library
from assistant.service import Assistant
from assistant.settings import Settings, load_settings
from assistant.types import Answer, Generation
from tests.answering.generative.scripted import Reply, Script, chunk, serving
from tests.faults import FAULTS, GOOD, KEY, PATIENCE, QUESTION, SILENT, Fault
from tests.server.over_sockets import served

MARGIN = 2.0  # seconds beside the model's; the machine may be busy


@contextmanager
def asking(library: Library, *replies: Reply, **more: Any) -> Iterator[tuple[Assistant, Script]]:
    """An assistant over the sample library with a model that replies so."""
    with serving(*replies) as (url, script):
        yield Assistant(library, chosen(library, url, **more)), script


def chosen(library: Library, url: str, **more: Any) -> Settings:
    return load_settings(
        {},
        data_dir=library.settings.data_dir,
        embedder="hashing",
        llm_url=url,
        llm_model="m",
        llm_key=KEY,
        **{"llm_timeout": PATIENCE, **more},
    )


def generation_of(answer: Answer) -> Generation:
    assert answer.generation is not None
    return answer.generation


@pytest.fixture(scope="module", autouse=True)
def warmed(sample_library: Library) -> None:
    """The client is imported before anybody looks at the clock."""
    with asking(sample_library, Reply((GOOD,)), llm_timeout=60) as (assistant, _):
        assistant.ask(QUESTION)


@pytest.mark.parametrize("name", FAULTS)
def test_when_a_model_fails_the_quotations_come_in_time_and_it_is_said(
    sample_library: Library, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    fault = FAULTS[name]
    with asking(sample_library, fault.reply) as (assistant, script):
        plain = assistant.ask(QUESTION, answerer="extractive")
        begun = time.monotonic()
        events = list(assistant.stream(QUESTION))
        assert time.monotonic() - begun < PATIENCE * 1.5 + MARGIN
    answer = events[-1].data
    assert isinstance(answer, Answer)
    assert answer.statements[:-1] == plain.statements
    assert answer.statements[-1].text == SILENT
    assert tuple(e.data for e in events if e.name == "delta") == answer.statements
    assert (answer.status, answer.answerer) == ("answered", "extractive")
    failure = generation_of(answer).failure
    assert (failure is None) is (fault.zh is None)
    assert (fault.zh or "") in (failure or "")
    assert len(script.asked) == generation_of(answer).calls <= 2
    assert script.keys[0] == f"Bearer {KEY}"
    assert KEY not in to_json([event.data for event in events]).decode() + caplog.text


def test_the_failure_is_said_in_the_readers_language(sample_library: Library) -> None:
    for fault in (FAULTS["429"], FAULTS["empty"], FAULTS["cut in a sentence"], FAULTS["hangs"]):
        with asking(sample_library, fault.reply) as (assistant, _):
            answer = assistant.ask(QUESTION, lang="en")
        if answer.generation is not None:  # of Chinese paragraphs nothing is told in English
            assert fault.en is not None
            assert fault.en in (answer.generation.failure or "")


def test_a_server_that_is_not_there_is_no_wait(sample_library: Library) -> None:
    with serving() as (url, _):
        pass
    assistant = Assistant(sample_library, chosen(sample_library, url, llm_timeout=60))
    begun = time.monotonic()
    answer = assistant.ask(QUESTION)
    assert time.monotonic() - begun < MARGIN
    assert "连不上" in (generation_of(answer).failure or "")
    assert answer.statements[-1].text == SILENT


def test_a_repair_that_fails_leaves_what_passed(sample_library: Library) -> None:
    wrong = Reply((f"{GOOD}[2]大会敦促秘书长辞职。[1]",))
    with asking(sample_library, wrong, Reply(status=500)) as (assistant, script):
        answer = assistant.ask(QUESTION)
        plain = assistant.ask(QUESTION, answerer="extractive")
    assert len(script.asked) == 2
    assert answer.answerer == "llm:m"
    assert GOOD in {s.text for s in answer.statements}
    assert "服务器出错" in (generation_of(answer).failure or "")
    assert answer.citations == plain.citations


def test_one_call_for_a_question_and_one_for_its_repair_where_that_is_wanted(
    sample_library: Library,
) -> None:
    wrong = Reply(("大会敦促秘书长辞职。[1]",))
    for wanted, calls in ((True, 2), (False, 1)):
        with asking(sample_library, wrong, llm_repair=wanted) as (assistant, script):
            answer = assistant.ask(QUESTION)
        assert len(script.asked) == generation_of(answer).calls == calls
    with asking(sample_library, Reply((GOOD + "[2]",))) as (assistant, script):
        assert generation_of(assistant.ask(QUESTION)).calls == len(script.asked) == 1


def test_what_is_longer_than_the_models_context_is_not_sent(sample_library: Library) -> None:
    with asking(sample_library, Reply((GOOD,)), llm_context=1_024, llm_max_tokens=1_000) as (
        assistant,
        script,
    ):
        answer = assistant.ask(QUESTION)
    assert script.asked == []
    assert generation_of(answer).calls == 0
    assert "ASSISTANT_LLM_CONTEXT" in (generation_of(answer).failure or "")
    assert answer.statements[-1].text == SILENT


def test_the_same_question_gives_the_same_bytes_though_it_is_asked_once(
    sample_library: Library,
) -> None:
    def lasting(answer: Answer) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(to_json(answer))
        passing = {"timings_ms", "conversation_id", "id"}
        return {name: value for name, value in said.items() if name not in passing}

    with asking(sample_library, Reply((GOOD + "[2]",))) as (assistant, script):
        first, second = (lasting(assistant.ask(QUESTION)) for _ in range(2))
        assert first == second
        assert first["generation"]["prompt_tokens"] == 5
        assert len(script.asked) == 1


@pytest.mark.parametrize("by", [1, 2, 3, 7, 50])
def test_a_stream_in_any_pieces_gives_one_answer(sample_library: Library, by: int) -> None:
    text = f"<think>想[1]</think>大会请秘书长将报告转递裁军谈判会议【1】。\n- **{GOOD}**（2）"
    raw = b"".join((chunk({"content": text}), chunk({}, "stop"), b"data: [DONE]\n\n"))
    pieces = tuple(raw[at : at + by] for at in range(0, len(raw), by))
    letters = (*(chunk({"content": c}) for c in text), chunk({}, "stop"))
    answers = []
    for said in ((raw,), pieces, letters):
        with asking(sample_library, Reply(raw=said), llm_timeout=20) as (assistant, _):
            answers.append(assistant.ask(QUESTION))
    assert GOOD in {s.text for s in answers[0].statements}
    assert len({answer.statements for answer in answers}) == 1


def test_a_sentence_is_shown_before_the_next_one_is_written(sample_library: Library) -> None:
    first = "大会请秘书长将报告转递裁军谈判会议。[1]"
    slow = Reply((first, GOOD[:8], GOOD[8:], "[2]"), pause=0.5)
    with asking(sample_library, slow, llm_timeout=20) as (assistant, _):
        begun = time.monotonic()
        came = [
            (event.data.text, time.monotonic() - begun)  # type: ignore[union-attr]
            for event in assistant.stream(QUESTION)
            if event.name == "delta"
        ]
    shown = next(seconds for text, seconds in came if "裁军谈判会议" in text)
    assert shown < came[-1][1] - 0.3


def blocks(text: str) -> list[tuple[str, str]]:
    """The events of a stream: name and data."""
    found = []
    for block in text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "event" in fields:
            found.append((fields["event"], fields["data"]))
    return found


@pytest.mark.parametrize("name", ["401", "hangs", "cut in a character", "deep JSON", "a lie"])
def test_over_http_a_failing_model_is_an_answer_and_shows_no_key(
    sample_library: Library, name: str
) -> None:
    fault: Fault = FAULTS[name]
    with (
        asking(sample_library, fault.reply) as (assistant, _),
        served(assistant, sample_library.settings) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        plain = client.post("/api/v1/ask", json={"question": QUESTION})
        streamed = client.post("/api/v1/ask/stream", json={"question": QUESTION})
    assert (plain.status_code, streamed.status_code) == (200, 200)
    events = blocks(streamed.text)
    assert [name for name, _ in events][-1] == "answer"
    assert "error" not in {name for name, _ in events}
    for answer in (plain.json(), json.loads(events[-1][1])):
        assert answer["answer"].endswith(SILENT)
        assert (fault.zh or "") in (answer["generation"]["failure"] or "")
    assert KEY not in plain.text + streamed.text + str(plain.headers) + str(streamed.headers)
