"""The official client, against the application behind a real HTTP server."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from openai import OpenAI


@pytest.fixture
def openai(address: str) -> Iterator[OpenAI]:
    with client_of(address) as client:
        yield client


def client_of(address: str) -> OpenAI:
    return OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0)


@contextmanager
def hanging_up(address: str, body: dict[str, Any]) -> Iterator[None]:
    """Asks, and hangs up at the context's end, having read nothing."""
    where = httpx.URL(address)
    content = json.dumps(body).encode()
    head = (
        f"POST /v1/chat/completions HTTP/1.1\r\nhost: {where.host}\r\n"
        f"content-type: application/json\r\ncontent-length: {len(content)}\r\n\r\n"
    )
    with socket.create_connection((where.host, where.port or 80)) as connection:
        connection.sendall(head.encode() + content)
        yield
