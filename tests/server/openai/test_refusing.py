"""What is not done is refused in OpenAI's form, so that its clients raise what fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import httpx
import openai as sdk
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openai import OpenAI

from assistant.errors import AssistantError, LibraryBusy
from assistant.server.refusals import Refused
from assistant.settings import Settings
from assistant.types import Event, Lang
from tests.server.fake_assistant import FakeAssistant
from tests.server.openai.conftest import client_of
from tests.server.over_sockets import served

ASKED: dict[str, Any] = {
    "model": "resolution-assistant",
    "messages": [{"role": "user", "content": "x"}],
}


class _Breaking(FakeAssistant):
    """Tells some events, then fails."""

    def __init__(self, error: Exception, *, events: int) -> None:
        super().__init__()
        self._error = error
        self._events = events

    def in_passing(self, questions: Sequence[str], *, lang: Lang | None = None) -> Iterator[Event]:
        yield from islice(super().in_passing(questions, lang=lang), self._events)
        raise self._error


def refused(openai: OpenAI, **more: Any) -> sdk.APIStatusError:
    with pytest.raises(sdk.APIStatusError) as raised:
        openai.chat.completions.create(**{**ASKED, **more})
    assert isinstance(raised.value.body, dict)
    assert set(raised.value.body) == {"message", "type", "param", "code"}
    return raised.value


def test_another_model_is_not_found(openai: OpenAI) -> None:
    error = refused(openai, model="gpt-5")
    assert isinstance(error, sdk.NotFoundError)
    assert (error.code, error.param) == ("model_not_found", "model")
    with pytest.raises(sdk.NotFoundError):
        openai.models.retrieve("gpt-5")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/v1/embeddings", 404),
        ("POST", "/v1/responses", 404),
        ("GET", "/v1/chat/completions", 405),
        ("DELETE", "/v1/models", 405),
    ],
)
def test_what_there_is_none_of_is_said_in_the_same_form(
    settings: Settings, method: str, path: str, status: int
) -> None:
    with served(FakeAssistant(), settings) as address:
        response = httpx.request(method, f"{address}{path}")
    assert response.status_code == status
    assert set(response.json()["error"]) == {"message", "type", "param", "code"}
    assert ("allow" in response.headers) == (status == 405)
    assert response.headers["x-request-id"]


@pytest.mark.parametrize(
    ("more", "param"),
    [
        ({"n": 2}, "n"),
        ({"stop": "。"}, "stop"),
        ({"logprobs": True}, "logprobs"),
        ({"response_format": {"type": "json_object"}}, "response_format"),
        ({"tool_choice": "required"}, "tool_choice"),
        ({"tool_choice": {"type": "function", "function": {"name": "f"}}}, "tool_choice"),
        ({"function_call": {"name": "f"}}, "function_call"),
        ({"modalities": ["text", "audio"]}, "modalities"),
    ],
)
def test_what_cannot_be_done_is_refused_by_name(
    openai: OpenAI, more: dict[str, Any], param: str
) -> None:
    error = refused(openai, **more)
    assert isinstance(error, sdk.BadRequestError)
    assert (error.code, error.param) == ("unsupported_parameter", param)


def test_a_picture_is_refused_where_it_stands(openai: OpenAI) -> None:
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}
    text = {"type": "text", "text": "这是什么"}
    messages = [{"role": "system", "content": "x"}, {"role": "user", "content": [text, picture]}]
    error = refused(openai, messages=messages)
    assert isinstance(error, sdk.BadRequestError)
    assert error.param == "messages.1.content.1.type"
    assert "image_url" in error.message


def test_a_picture_of_an_earlier_message_is_left_out(openai: OpenAI) -> None:
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}
    earlier = {"role": "user", "content": [picture, {"type": "text", "text": "75/45第13段"}]}
    messages: Any = [earlier, {"role": "user", "content": "下一段"}]
    reply = openai.chat.completions.create(**{**ASKED, "messages": messages})
    assert "执行部分第14段" in (reply.choices[0].message.content or "")


@pytest.mark.parametrize(
    "messages",
    [
        [],
        [{"role": "system", "content": "x"}],
        [{"role": "user", "content": " "}],
        [{"role": "user", "content": None}],
        [{"role": "user", "content": "啊" * 5_000}],
        [{"role": "king", "content": "x"}],
        [{"role": "user", "content": "a\0b"}],
        "x",
    ],
)
def test_messages_without_a_question_are_a_bad_request(openai: OpenAI, messages: Any) -> None:
    error = refused(openai, messages=messages)
    assert isinstance(error, sdk.BadRequestError)
    assert (error.body or {})["type"] == "invalid_request_error"  # type: ignore[index]
    assert error.body["message"]  # type: ignore[index]


def test_the_message_is_in_the_language_that_is_named_else_in_both(address: str) -> None:
    def message(**headers: str) -> str:
        reply = httpx.post(
            f"{address}/v1/chat/completions", json={**ASKED, "n": 3}, headers=headers
        )
        said: str = reply.json()["error"]["message"]
        return said

    both = message()
    chinese, english = message(**{"accept-language": "zh-CN"}), message(**{"accept-language": "en"})
    assert both == f"{chinese} · {english}"
    assert english.isascii()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Refused(401, "wrong_key", ("", ""), ("钥匙", "key")), sdk.AuthenticationError),
        (Refused(403, "scope_too_small", ("", ""), ("", "")), sdk.PermissionDeniedError),
        (Refused(413, "body_too_large", ("", ""), ("", "")), sdk.BadRequestError),
        (
            Refused(429, "too_many_requests", ("", ""), ("", ""), {"retry-after": "7"}),
            sdk.RateLimitError,
        ),
        (LibraryBusy("忙", "busy"), sdk.InternalServerError),
        (RuntimeError("secret"), sdk.InternalServerError),
    ],
)
def test_each_error_is_raised_as_the_clients_own(
    settings: Settings, error: Exception, kind: type[sdk.APIStatusError]
) -> None:
    with served(_Breaking(error, events=0), settings) as address, client_of(address) as client:
        raised = refused(client)
        assert type(raised) is kind
        assert "secret" not in str(raised.body)
        if kind is sdk.RateLimitError:
            assert raised.response.headers["retry-after"] == "7"
        if isinstance(error, AssistantError):
            assert raised.status_code == 503


def test_a_stream_that_fails_at_once_has_a_status_of_its_own(openai: OpenAI) -> None:
    error = refused(openai, messages=[{"role": "user", "content": " "}], stream=True)
    assert isinstance(error, sdk.BadRequestError)


def test_a_stream_that_fails_half_way_raises_and_never_ends_like_a_whole_one(
    settings: Settings,
) -> None:
    with (
        served(_Breaking(RuntimeError("secret"), events=1), settings) as address,
        client_of(address) as client,
    ):
        stream = client.chat.completions.create(**ASKED, stream=True)
        with pytest.raises(sdk.APIError) as raised:
            list(stream)
        assert "secret" not in str(raised.value)
        raw = httpx.post(f"{address}/v1/chat/completions", json={**ASKED, "stream": True}).text
    assert "[DONE]" not in raw
    assert '"finish_reason": "stop"' not in raw


_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)
_NAMES = ("messages", "model", "stream", "n", "stop", "response_format", "tools", "modalities")


@given(st.dictionaries(st.sampled_from(_NAMES), _JSON, max_size=4))
def test_whatever_is_sent_is_answered_or_refused_in_their_form(
    address: str, more: dict[str, Any]
) -> None:
    reply = httpx.post(f"{address}/v1/chat/completions", json={**ASKED, **more})
    assert reply.status_code in {200, 400, 404}
    if reply.status_code != 200:
        assert set(reply.json()["error"]) == {"message", "type", "param", "code"}
