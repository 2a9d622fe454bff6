"""The official client, against the application behind a real HTTP server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from openai import OpenAI

from assistant.library.library import Library
from assistant.service import Assistant
from tests.server.over_sockets import served


@pytest.fixture(scope="session")
def real(sample_library: Library) -> Assistant:
    """The real one over the sample library; the other tests of the server have a fake."""
    return Assistant(sample_library, sample_library.settings)


@pytest.fixture(scope="session")
def address(real: Assistant) -> Iterator[str]:
    with served(real, real.library.settings) as address:
        yield address


@pytest.fixture
def openai(address: str) -> Iterator[OpenAI]:
    with client_of(address) as client:
        yield client


def client_of(address: str) -> OpenAI:
    return OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0)
