from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from assistant.access import Audit, Keys
from assistant.library.engine import sqlite_url
from assistant.library.records import Records


@dataclass
class Wall:
    """A clock that a test sets."""

    now: datetime = datetime(2026, 6, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def go(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture(params=["sqlite", "postgresql"])
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Records]:
    """Records of nothing yet, on each database that may hold them."""
    if request.param == "sqlite":
        url: str | URL = sqlite_url(tmp_path / "library.sqlite3")
    else:
        url = request.getfixturevalue("postgres_database")
    opened = Records(url)
    yield opened
    opened.close()


@pytest.fixture
def keys(records: Records, wall: Wall) -> Keys:
    return Keys(records.keys, None, wall)


@pytest.fixture
def audit(records: Records, wall: Wall) -> Audit:
    return Audit(records.audit, 30, wall)
