"""Keys are those of the whole service; a filler for want of one passes where reading is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import openai as sdk
import pytest
from openai import OpenAI

from assistant.settings import Settings
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import served


@contextmanager
def asking(settings: Settings, fake: FakeAssistant, key: str) -> Iterator[OpenAI]:
    with (
        served(fake, settings) as address,
        OpenAI(base_url=f"{address}/v1", api_key=key, max_retries=0) as client,
    ):
        yield client


def reply_of(client: OpenAI) -> str | None:
    reply = client.chat.completions.create(
        model="resolution-assistant", messages=[{"role": "user", "content": "x"}]
    )
    return reply.choices[0].message.content


@pytest.mark.parametrize("key", ["none", "sk-proj-0123456789", "EMPTY"])
def test_any_filler_passes_where_reading_is_open(settings: Settings, key: str) -> None:
    with asking(settings, FakeAssistant(), key) as client:
        assert client.models.list().data
        assert reply_of(client)


def test_a_key_of_ours_that_holds_no_more_does_not(settings: Settings) -> None:
    fake = FakeAssistant()
    issued = fake.access.keys.create("", "read")
    with asking(settings, fake, issued.secret) as client:
        assert reply_of(client)
        fake.access.keys.revoke(issued.key.id)
        with pytest.raises(sdk.AuthenticationError) as raised:
            reply_of(client)
    assert raised.value.code == "wrong_key"
    assert issued.secret not in str(raised.value.body)


@pytest.mark.parametrize("filler", ["none", "sk-proj-0123456789"])
def test_where_reading_needs_a_key_a_filler_is_none(settings: Settings, filler: str) -> None:
    closed = settings.model_copy(update={"reading": "key"})
    fake = FakeAssistant()
    with asking(closed, fake, filler) as client:
        with pytest.raises(sdk.AuthenticationError):
            client.models.list()
        with pytest.raises(sdk.AuthenticationError):
            reply_of(client)
    with asking(closed, fake, fake.access.keys.create("", "read").secret) as client:
        assert reply_of(client)


def test_a_filler_opens_nothing_else(settings: Settings) -> None:
    with served(FakeAssistant(), settings) as address:
        asked = httpx.get(f"{address}/api/v1/about", headers={"authorization": "Bearer none"})
    assert asked.status_code == 401


def test_who_asks_too_much_is_told_when_to_come_again(settings: Settings) -> None:
    few = settings.model_copy(update={"rate_limit_address": "2/minute"})
    with asking(few, FakeAssistant(), "none") as client:
        client.models.list()
        client.models.list()
        with pytest.raises(sdk.RateLimitError) as raised:
            client.models.list()
    assert int(raised.value.response.headers["retry-after"]) > 0
    assert isinstance(raised.value.body, dict)
    assert set(raised.value.body) == {"message", "type", "param", "code"}
    assert raised.value.type == "rate_limit_error"
