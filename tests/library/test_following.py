from __future__ import annotations

import logging

import pytest

from assistant.errors import LibraryUnavailable
from assistant.library import following
from assistant.library.following import Follower


class _Records:
    """What a follower sees, and a clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.generation = 1
        self.followed = 1
        self.away = False
        self.looks = 0

    def look(self) -> tuple[int, bool]:
        self.looks += 1
        if self.away:
            raise LibraryUnavailable("不在", "away")
        return self.generation, self.generation == self.followed

    def catch_up(self) -> None:
        self.followed = self.generation

    def follower(self) -> Follower:
        return Follower(self.look, self.catch_up, 1.0, clock=lambda: self.now)


def test_a_change_is_followed_when_it_stands_still() -> None:
    records = _Records()
    follower = records.follower()
    for generation, followed in ((1, 1), (2, 1), (3, 1), (3, 3), (3, 3)):
        records.generation = generation
        follower.step()
        assert records.followed == followed
        records.now += 1


def test_what_never_stands_still_is_followed_after_a_while() -> None:
    records = _Records()
    follower = records.follower()
    for _ in range(int(following.MOST_MOVING) + 2):
        records.generation += 1
        follower.step()
        records.now += 1
    assert records.followed > 1


def test_what_fails_is_tried_again_ever_later_and_said_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    records = _Records()
    follower = records.follower()
    records.away = True
    with caplog.at_level(logging.WARNING):
        for _ in range(60):
            follower.step()
            records.now += 1
        assert 6 <= records.looks <= 12
        records.away = False
        for _ in range(int(following.MOST_WAITING) + 2):
            follower.step()
            records.now += 1
    said = [record.message for record in caplog.records]
    assert len(said) == 2
    assert "away" in said[0]
    assert "again" in said[1]


def test_it_stops_when_it_is_told_to() -> None:
    records = _Records()
    follower = Follower(records.look, records.catch_up, 0.01)
    follower.start()
    follower.stop()
    looks = records.looks
    assert follower._thread is not None
    assert not follower._thread.is_alive()
    assert records.looks == looks
