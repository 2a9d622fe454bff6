from __future__ import annotations

import random
import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from assistant.library.engine import reading, writing
from assistant.library.kept_replies import HOURS_KEPT, KeptReplies
from assistant.library.records import Records
from assistant.library.reply_schema import replies
from assistant.library.schema import conversations
from assistant.server.seam import Replies
from tests.server.fake_replies import RepliesInMemory

BEGIN = datetime(2026, 9, 1, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = BEGIN

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(records: Records, clock: Clock) -> KeptReplies:
    return KeptReplies(records.engine, threading.Lock(), clock, most=3)


@pytest.fixture(params=["in the records", "in memory"])
def either(request: pytest.FixtureRequest, kept: KeptReplies) -> Replies:
    return RepliesInMemory() if request.param == "in memory" else kept


def test_a_request_is_made_once_and_its_reply_given_again(either: Replies) -> None:
    assert either.begin("a", "k", "r") == "begun"
    assert either.begin("a", "k", "r") == "under_way"
    either.finish("a", "k", "回答".encode())
    assert either.begin("a", "k", "r") == "回答".encode()


def test_a_key_stands_for_one_request_of_one_owner(either: Replies) -> None:
    either.begin("a", "k", "r")
    assert either.begin("a", "k", "other") == "another"
    either.finish("a", "k", b"1")
    assert either.begin("a", "k", "other") == "another"
    assert either.begin("b", "k", "r") == "begun"


def test_what_came_to_nothing_is_made_anew_and_what_was_replied_stays(either: Replies) -> None:
    either.begin("a", "k", "r")
    either.give_up("a", "k")
    assert either.begin("a", "k", "other") == "begun"
    either.finish("a", "k", b"1")
    either.give_up("a", "k")
    assert either.begin("a", "k", "other") == b"1"


def test_a_reply_is_forgotten_after_a_day(kept: KeptReplies, clock: Clock) -> None:
    kept.begin("a", "k", "r")
    kept.finish("a", "k", b"1")
    clock.pass_(hours=HOURS_KEPT)
    assert kept.begin("a", "k", "r") == b"1"
    clock.pass_(seconds=1)
    assert kept.begin("a", "k", "other") == "begun"


def test_whoever_died_over_a_request_does_not_hold_it_for_ever(
    kept: KeptReplies, clock: Clock
) -> None:
    kept.begin("a", "k", "r")
    clock.pass_(minutes=9)
    assert kept.begin("a", "k", "r") == "under_way"
    clock.pass_(minutes=1)
    assert kept.begin("a", "k", "r") == "begun"
    assert kept.begin("a", "k", "r") == "under_way"


def test_the_oldest_are_forgotten_when_there_are_too_many(kept: KeptReplies, clock: Clock) -> None:
    for key in ("1", "2", "3", "4"):
        kept.begin("a", key, "r")
        kept.finish("a", key, key.encode())
        clock.pass_(seconds=1)
    assert kept.begin("a", "5", "r") == "begun"
    assert [kept.begin("a", key, "r") for key in ("3", "4")] == [b"3", b"4"]
    assert kept.begin("a", "2", "r") == "begun"


def test_a_reply_that_is_too_long_is_not_kept(kept: KeptReplies) -> None:
    noise = random.Random(1).randbytes(1_500_000)  # noqa: S311 - nothing is kept secret
    kept.begin("a", "k", "r")
    kept.finish("a", "k", noise)
    assert kept.begin("a", "k", "r") == "begun"


def test_a_forgotten_conversation_takes_the_replies_about_it_along(
    kept: KeptReplies, records: Records
) -> None:
    with writing(records.engine) as connection:
        row = {"id": "c", "slots": "", "updated": BEGIN.isoformat(), "owner": "o"}
        connection.execute(insert(conversations), [row])
    for key, conversation in (("k", "c"), ("not-kept", "nowhere")):
        kept.begin("a", key, "r")
        kept.finish("a", key, b"what was answered", conversation)
    records.conversations.forget("c", "o")
    with reading(records.engine) as connection:
        left = connection.execute(select(replies.c.key)).scalars().all()
    assert left == ["not-kept"]


def test_while_the_clock_is_back_replies_are_given_again_and_nobody_waits_afterwards(
    kept: KeptReplies, clock: Clock
) -> None:
    kept.begin("a", "before", "r")
    kept.finish("a", "before", b"1")
    clock.pass_(days=-1)
    assert kept.begin("a", "before", "r") == b"1"
    assert kept.begin("a", "meanwhile", "r") == "begun"
    clock.pass_(days=1)
    assert kept.begin("a", "before", "r") == b"1"
    assert kept.begin("a", "meanwhile", "r") == "begun"


def test_when_the_clock_was_a_year_ahead_nobody_waits_for_a_year(
    kept: KeptReplies, clock: Clock
) -> None:
    clock.pass_(days=365)
    kept.begin("a", "finished", "r")
    kept.finish("a", "finished", b"1")
    assert kept.begin("a", "died", "r") == "begun"
    assert kept.begin("a", "died", "r") == "under_way"
    clock.pass_(days=-365)
    assert kept.begin("a", "finished", "r") == b"1"
    assert kept.begin("a", "died", "r") == "begun"


def test_nobody_pushes_out_what_others_were_answered(records: Records, clock: Clock) -> None:
    kept = KeptReplies(records.engine, threading.Lock(), clock, most=100, most_of_one=2)
    kept.begin("one", "k", "r")
    kept.finish("one", "k", b"one's")
    for n in range(5):
        clock.pass_(seconds=1)
        kept.begin("other", f"k{n}", "r")
        kept.finish("other", f"k{n}", b"other's")
    assert kept.begin("one", "k", "r") == b"one's"
    assert kept.begin("other", "k4", "r") == b"other's"
    assert kept.begin("other", "k0", "r") == "begun"
