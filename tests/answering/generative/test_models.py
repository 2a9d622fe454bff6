"""A model behind real HTTP: what it brings, and what is said when it fails."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx
import pytest
from llama_index.core.llms.mock import MockLLM

from assistant.answering.generative.models import (
    Model,
    integrated,
    openai_like,
)
from assistant.answering.generative.wire import clients
from assistant.errors import ModelUnavailable
from tests.answering.generative.scripted import Reply, chunk, serving

KEY = "sk-secret-key"


def model(url: str, seconds: float = 5) -> Model:
    return openai_like(url=url, name="m", key=KEY, seconds=seconds, context=4096, most_tokens=200)


def test_text_comes_in_pieces_and_the_last_piece_says_that_it_is_whole() -> None:
    with serving(Reply(("请", "报告"))) as (url, script):
        pieces = list(model(url).stream("问"))
    assert [piece.text for piece in pieces] == ["请", "报告", ""]
    assert [piece.whole for piece in pieces] == [None, None, True]
    assert pieces[-1].tokens == (5, 7)
    (asked,) = script.asked
    assert asked["messages"][0]["content"] == "问"
    assert asked["temperature"] == 0
    assert script.keys == [f"Bearer {KEY}"]


@pytest.mark.parametrize("finish", [None, "length"])
def test_a_stream_that_was_cut_is_not_whole(finish: str | None) -> None:
    with serving(Reply(("请",), finish=finish)) as (url, _):
        assert list(model(url).stream("问"))[-1].whole is False


@pytest.mark.parametrize(
    ("status", "part"),
    [
        (401, "key"),
        (403, "may not use"),
        (404, "no such model"),
        (429, "quota"),
        (400, "refused"),
        (402, "quota"),
        (413, "too long"),
        (418, "HTTP 418"),
        (422, "HTTP 422"),
        (500, "failed"),
        (503, "failed"),
    ],
)
def test_an_error_says_what_to_do_is_asked_once_and_shows_no_key(status: int, part: str) -> None:
    with serving(Reply(status=status)) as (url, script), pytest.raises(ModelUnavailable) as raised:
        list(model(url).stream("问"))
    assert part in raised.value.en
    assert len(script.asked) == 1
    assert KEY not in raised.value.en + raised.value.zh


def test_a_server_that_is_not_there_cannot_be_reached() -> None:
    with serving() as (url, _):
        pass
    with pytest.raises(ModelUnavailable, match="cannot be reached"):
        list(model(url).stream("问"))


def test_a_server_that_says_nothing_is_given_up_in_time() -> None:
    with (
        serving(Reply(("请",), pause=3)) as (url, _),
        pytest.raises(ModelUnavailable, match="time"),
    ):
        list(model(url, seconds=0.3).stream("问"))


def test_a_server_that_drips_is_given_up_in_time() -> None:
    slow = Reply(("请",) * 50, pause=0.1)
    with serving(slow) as (url, _), pytest.raises(ModelUnavailable, match=r"in time|within"):
        list(model(url, seconds=0.5).stream("问"))


def test_a_line_that_breaks_off_is_an_error_or_a_cut_never_a_whole_text() -> None:
    with serving(Reply(("请",), broken=True)) as (url, _):
        try:
            last = list(model(url).stream("问"))[-1]
        except ModelUnavailable:
            return
    assert last.whole is False


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_nobody_is_asked_whom_the_settings_do_not_name(status: int) -> None:
    with serving(Reply(("请",))) as (elsewhere, other):
        moved = Reply(status=status, location=f"{elsewhere}/chat/completions")
        with serving(moved) as (url, _), pytest.raises(ModelUnavailable, match="elsewhere"):
            list(model(url).stream("问"))
    assert other.asked == []


def read(reply: Reply, seconds: float = 5) -> tuple[str, bool | None]:
    with serving(reply) as (url, _):
        pieces = list(model(url, seconds).stream("问"))
    return "".join(piece.text for piece in pieces), pieces[-1].whole


DONE = b"data: [DONE]\n\n"


@pytest.mark.parametrize(
    "nothing",
    [
        chunk({"role": "assistant", "content": None}),
        chunk({"role": "assistant"}),
        chunk({}),
        chunk(None),
        chunk({"content": ""}),
        b'data: {"choices": []}\n\n',
        b'data: {"choices": [], "usage": null}\n\n',
        b": keep-alive\n\n",
        b"\r\n\r\n",
    ],
)
def test_what_says_nothing_within_a_stream_changes_nothing(nothing: bytes) -> None:
    said = (chunk({"content": "请"}), chunk({"content": "报告"}), chunk({}, "stop"), DONE)
    assert read(Reply(raw=tuple(part for one in said for part in (nothing, one)))) == (
        "请报告",
        True,
    )


@pytest.mark.parametrize("cut", range(0, 480, 17))
def test_a_stream_cut_at_any_byte_is_an_error_or_not_whole(cut: int) -> None:
    raw = b"".join((chunk({"content": "请秘书长"}), chunk({"content": "报告"}), chunk({}, "stop")))
    finished = raw.index(b'"stop"') + 3
    if cut > finished:
        return
    try:
        text, whole = read(Reply(raw=(raw[:cut],)))
    except ModelUnavailable:
        return
    assert "请秘书长报告".startswith(text)
    assert whole is False


def test_a_character_may_come_in_two_halves() -> None:
    raw = b"".join((chunk({"content": "请秘书长"}), chunk({}, "stop"), DONE))
    at = raw.index("秘".encode()) + 1
    assert read(Reply(raw=(raw[:at], raw[at:]), pause=0.05)) == ("请秘书长", True)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"<html><body>Welcome</body></html>", "text/html"),
        (b'{"choices": [{"message": {"content": "x"}}]}', "application/json"),
        (b"\xff\xfe\x00\x01" * 50, "application/octet-stream"),
        (b"", "text/event-stream"),
        (b"data: <html>\n\n", "text/event-stream"),
        (b"event: ping\ndata: {}\n\n", "text/event-stream"),
        (b'data: {"choices": null}\n\n', "text/event-stream"),
        (b"data: [1, 2]\n\n", "text/event-stream"),
        (b'data: {"error": {"message": "sk-secret-key"}}\n\n', "text/event-stream"),
        (b"data: " + b"[" * 100_000 + b"\n\n", "text/event-stream"),
    ],
)
def test_what_is_no_stream_of_text_is_an_error_or_nothing(body: bytes, content_type: str) -> None:
    try:
        read_so = read(Reply(raw=(body,), content_type=content_type))
    except ModelUnavailable as error:
        read_so = ("", KEY in error.zh + error.en)
    assert read_so == ("", False)


@pytest.mark.parametrize("drop", [b": alive\n\n", b"x", b"data: "])
def test_a_server_that_never_comes_to_the_point_is_left_in_time(drop: bytes) -> None:
    begun = time.monotonic()
    with serving(Reply(raw=(drop,) * 1_000, pause=0.02)) as (url, script):
        with pytest.raises(ModelUnavailable, match="time"):
            list(model(url, seconds=0.5).stream("问"))
        assert time.monotonic() - begun < 3
        assert _eventually(lambda: script.left == 1)


def test_a_reply_without_bounds_is_left() -> None:
    with serving(Reply(raw=(b"x" * 10_000,) * 1_000)) as (url, script):
        with (
            clients(5, most_bytes=50_000)() as client,
            client.stream("POST", url, json={}) as response,
            pytest.raises(httpx.ReadError),
        ):
            response.read()
        assert _eventually(lambda: script.left == 1)


def test_a_reader_who_leaves_ends_the_connection() -> None:
    with serving(Reply(("请",) * 1_000, pause=0.01)) as (url, script):
        pieces = model(url).stream("问")
        assert next(pieces).text == "请"
        pieces.close()  # type: ignore[attr-defined]
        assert _eventually(lambda: script.left == 1)


def test_an_integration_that_does_not_say_why_it_ended_has_finished() -> None:
    mock = integrated(MockLLM(max_tokens=3), "MockLLM", {"max_tokens": 3}, 5)
    assert list(mock.stream("a b c d"))[-1].whole is True


def _eventually(happened: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not happened() and time.monotonic() < until:
        time.sleep(0.02)
    return happened()


def test_another_integration_is_asked_under_the_name_of_its_class() -> None:
    mock = integrated(MockLLM(max_tokens=3), "MockLLM", {"max_tokens": 3}, 5)
    assert mock.name == "MockLLM"
    assert "".join(piece.text for piece in mock.stream("a b c d")).strip()


def test_keys_among_the_options_are_no_part_of_the_parameters() -> None:
    options = {"max_tokens": 3, "api_key": "sk-secret"}
    mock = integrated(MockLLM(max_tokens=3), "MockLLM", options, 5)
    assert mock.parameters == "{'max_tokens': 3}"
