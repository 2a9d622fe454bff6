"""Events are read alike, however the bytes of a stream are cut."""

from __future__ import annotations

import json
from itertools import pairwise

import httpx
import pytest
from fastapi.sse import format_sse_event
from hypothesis import given
from hypothesis import strategies as st

from assistant.client import Client, ServerUnreachable
from assistant.client.events import Received, received
from assistant.errors import AnswerUnverified, AssistantError
from tests.client.test_transport import Scripted

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["\u2028\u2029\x85\x0b\x0c", "第十三段", "\r\n"]
)


@given(st.lists(_TEXT, max_size=4), st.lists(st.integers(0, 200), max_size=6))
def test_wherever_a_stream_is_cut_its_events_are_the_same(
    texts: list[str], cuts: list[int]
) -> None:
    sent = b": ping\n\n".join(
        format_sse_event(data_str=json.dumps(text, ensure_ascii=False), event="delta", id=str(n))
        for n, text in enumerate(texts)
    )
    at = [0, *sorted(cut for cut in cuts if cut < len(sent)), len(sent)]
    pieces = [sent[a:b] for a, b in pairwise(at)]
    found = list(received(pieces))
    assert [json.loads(event.data) for event in found] == texts
    assert [event.id for event in found] == [str(n) for n in range(len(texts))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_any_line_end_of_the_standard_is_one(end: str, size: int) -> None:
    sent = end.join(("event: a", "data: 1", "data:2", "", ":x", "data: 3", "", "")).encode()
    pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
    assert list(received(pieces)) == [Received("a", b"1\n2", ""), Received("message", b"3", "")]


def test_an_event_that_breaks_off_is_none() -> None:
    assert list(received([b"data: 1\n\nevent: answer\ndata: {"])) == [Received("message", b"1", "")]


def stream_of(*events: bytes) -> Client:
    headers = {"content-type": "text/event-stream"}
    return Scripted(httpx.Response(200, content=b"".join(events), headers=headers)).client()


PASSAGES = format_sse_event(event="passages", data_str='{"total": 1, "keys": ["x#OP1"]}')


def test_a_stream_that_does_not_come_to_its_answer_is_an_error() -> None:
    events = stream_of(PASSAGES).stream("x")
    assert next(events).name == "passages"
    with pytest.raises(ServerUnreachable):
        next(events)


def test_an_error_half_way_is_raised() -> None:
    said = {"type": "urn:x", "title": "x", "status": 500, "detail": "怎么办"}
    error = json.dumps({**said, "code": "answer_unverified", "errors": []})
    events = stream_of(PASSAGES, format_sse_event(event="error", data_str=error)).stream("x")
    with pytest.raises(AssistantError) as raised:
        list(events)
    assert type(raised.value) is AnswerUnverified


def test_an_event_that_a_later_server_adds_is_passed_over() -> None:
    later = format_sse_event(event="thinking", data_str="{}")
    events = stream_of(later, PASSAGES).stream("x")
    assert next(events).name == "passages"
