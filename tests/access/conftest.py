from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from assistant.access import Audit, Keys
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


@pytest.fixture
def keys(records: Records, wall: Wall) -> Keys:
    return Keys(records.keys, None, wall)


@pytest.fixture
def audit(records: Records, wall: Wall) -> Audit:
    return Audit(records.audit, 30, wall)
