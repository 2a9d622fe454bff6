from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from assistant.library.engine import sqlite_url
from assistant.library.library import Library
from assistant.library.records import Records
from assistant.settings import Settings, load_settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A library of its own for each test, and an embedder that needs no model."""
    return load_settings({}, data_dir=tmp_path / "data", embedder="hashing")


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    with Library.open(settings) as library:
        yield library


@pytest.fixture(params=["sqlite", "postgresql"])
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Records]:
    """Records of nothing yet, on each database that may hold them."""
    if request.param == "sqlite":
        url: str | URL = sqlite_url(tmp_path / "records.sqlite3")
    else:
        url = request.getfixturevalue("postgres_database")
    records = Records(url)
    yield records
    records.close()
