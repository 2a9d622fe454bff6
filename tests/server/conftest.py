from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.server.app import create_app
from assistant.settings import Settings, load_settings
from tests.server.fake_assistant import FakeAssistant

KEY = "a-key-that-nobody-guesses"


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Small limits, and uploads switched on."""
    return load_settings(
        {},
        data_dir=tmp_path,
        upload_key=KEY,
        max_upload_bytes=1_000,
        max_upload_total_bytes=20_000,
        max_upload_files=3,
    )


@pytest.fixture
def client(assistant: FakeAssistant, settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(assistant, settings), raise_server_exceptions=False) as client:
        yield client
