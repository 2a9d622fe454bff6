"""Two real HTTP servers: one over the fake service, where every limit is small, and one as it is
shipped, over a library of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import httpx
import pytest

from assistant.access import Access
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import KeyScope
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import served

UNLIMITED = {
    "rate_limit_address": "off",
    "rate_limit_key": "off",
    "rate_limit_writes": "off",
    "upload_rate": "off",
}


@dataclass
class Attacked:
    """A server, and the desk at which its keys are made."""

    address: str
    access: Access

    def key(self, scope: KeyScope, **lifetime: float) -> dict[str, str]:
        """A new key, as a header."""
        time = timedelta(**lifetime) if lifetime else None
        return bearer(self.access.keys.create("", scope, lifetime=time).secret)

    def revoked(self, scope: KeyScope) -> dict[str, str]:
        issued = self.access.keys.create("", scope)
        self.access.keys.revoke(issued.key.id)
        return bearer(issued.secret)

    def expired(self, scope: KeyScope) -> dict[str, str]:
        issued = self.access.keys.create("", scope, lifetime=timedelta(microseconds=1))
        return bearer(issued.secret)


def bearer(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}


@pytest.fixture(scope="module")
def fake() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture(scope="module")
def attacked(fake: FakeAssistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """Reading is open, and nobody is counted."""
    settings = load_settings({}, data_dir=tmp_path_factory.mktemp("attacked"), **UNLIMITED)
    with served(fake, settings) as address:
        yield Attacked(address, fake.access)


@pytest.fixture(scope="module")
def closed(fake: FakeAssistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """Reading needs a key."""
    folder = tmp_path_factory.mktemp("closed")
    settings = load_settings({}, data_dir=folder, reading="key", **UNLIMITED)
    with served(fake, settings) as address:
        yield Attacked(address, fake.access)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """The real service, over the sample library."""
    folder = tmp_path_factory.mktemp("real")
    settings = load_settings({}, data_dir=folder, embedder="hashing", **UNLIMITED)
    with Assistant.open(settings) as assistant, served(assistant, settings) as address:
        yield Attacked(address, assistant.access)


def problem(response: httpx.Response, status: int) -> str:
    """The code of the problem document that a response is; or of an error as OpenAI writes it."""
    assert response.status_code == status, response.text
    if response.url.path.startswith("/v1/"):
        openai: str = response.json()["error"]["code"]
        return openai
    assert response.headers["content-type"] == "application/problem+json"
    code: str = response.json()["code"]
    return code
