"""A server, a clock that costs no time, and settings that bring them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.fetching import Clock, FetchResult, fetch
from assistant.settings import Settings, load_settings
from assistant.types import Lang
from tests.fetching.un_server import UnServer, un_server

START = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@dataclass
class Hours:
    """Time that passes only by sleeping."""

    passed: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds

    def clock(self) -> Clock:
        return Clock(
            now=lambda: START + timedelta(seconds=self.passed),
            monotonic=lambda: self.passed,
            sleep=self.sleep,
            chance=lambda: 0.0,
        )


@pytest.fixture
def un() -> Iterator[UnServer]:
    with un_server() as server:
        yield server


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def settings(un: UnServer, tmp_path: Path) -> Settings:
    return load_settings(
        {}, data_dir=tmp_path / "data", fetch_url=un.url, fetch_retries=2, fetch_timeout=5
    )


Fetch = Callable[..., list[FetchResult]]


@pytest.fixture
def fetched(settings: Settings, hours: Hours) -> Fetch:
    """Fetch to the end."""

    def run(
        *symbols: str,
        langs: tuple[Lang, ...] = ("zh",),
        refresh: bool = False,
        clock: Clock | None = None,
        settings: Settings = settings,
    ) -> list[FetchResult]:
        results = fetch(
            symbols, langs, settings=settings, refresh=refresh, clock=clock or hours.clock(), jobs=0
        )
        return list(results)

    return run
