from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from assistant.library import conversations
from assistant.library.conversations import Search
from assistant.library.kept_turns import NewTurn
from assistant.library.records import Records

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
MINE, THEIRS = "a" * 64, "b" * 64


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = NOW

    def now(self, _zone: object) -> datetime:
        return self.time

    def days(self, number: int, records: Records) -> int:
        """So many days of a service that runs; how many conversations were forgotten."""
        gone = 0
        for _ in range(number):
            self.time += timedelta(days=1)
            gone += records.conversations.forget_untouched(30)
        return gone


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(conversations, "datetime", clock)
    return clock


@pytest.fixture
def say(records: Records) -> Callable[..., str]:
    """Adds a turn, named and slotted by its question; the conversation's name."""

    def said(
        name: str | None,
        question: str,
        owner: str | None = None,
        *,
        instead_of: str | None = None,
        answer: str = "",
    ) -> str:
        turn = NewTurn(question, question, b"{}", answer, f"slots of {question}")
        return records.conversations.add(name, owner, turn, instead_of=instead_of)

    return said


def standing(records: Records, name: str, owner: str | None = None) -> list[str]:
    found = records.conversations.read(name, owner)
    assert found is not None
    return [turn.id for turn in found[1]]


def listed(records: Records, words: str = "", owner: str = MINE) -> list[str]:
    found, total = records.conversations.search(owner, Search(words), 10)
    assert total == len(found)
    return [one.id for one in found]


def test_a_turn_is_kept_whole_with_its_slots(records: Records) -> None:
    turn = NewTurn("a1", "75/45？", '{"answer": "段"}'.encode(), "段", None, "edited")
    name = records.conversations.add(None, None, turn)
    found = records.conversations.read(name, None)
    assert found is not None
    ((kept,), summary) = found[1], found[0]
    assert (kept.id, kept.question, kept.answer, kept.origin) == (
        "a1",
        "75/45？",
        '{"answer": "段"}'.encode(),
        "edited",
    )
    assert datetime.fromisoformat(kept.asked).tzinfo == UTC
    assert (summary.first, summary.turns, summary.title) == ("75/45？", 1, None)
    before = records.conversations.before(name, None)
    assert before is not None
    assert (before.slots, before.turns) == ("", (("a1", "75/45？", None),))


def test_turns_at_once_lose_nothing(records: Records, say: Callable[..., str]) -> None:
    def add(n: int) -> None:
        for at in range(10):
            say("c", f"{n}.{at}")

    threads = [threading.Thread(target=add, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = standing(records, "c")
    assert sorted(kept) == sorted(f"{n}.{at}" for n in range(4) for at in range(10))
    for n in range(4):  # each thread's own in their order
        assert [one for one in kept if one.startswith(f"{n}.")] == [f"{n}.{at}" for at in range(10)]


# ── taking the place of a turn ───────────────────────────────────────────────────────────────


def test_what_takes_the_place_of_a_turn_takes_that_of_all_after_it(
    records: Records, say: Callable[..., str]
) -> None:
    for question in ("one", "two", "three", "four"):
        say("c", question)
    say("c", "instead", instead_of="two")
    assert standing(records, "c") == ["one", "instead"]
    before = records.conversations.before("c", None)
    assert before is not None
    assert [slots for _, _, slots in before.turns] == ["slots of one", "slots of instead"]
    assert records.answers.read("three", None) is None
    say("c", "last")
    assert standing(records, "c") == ["one", "instead", "last"]


def test_of_two_that_take_the_same_place_both_are_kept(
    records: Records, say: Callable[..., str]
) -> None:
    say("c", "one")
    say("c", "two", instead_of="one")
    say("c", "three", instead_of="one")
    assert standing(records, "c") == ["two", "three"]


def test_a_turn_of_another_conversation_stays(records: Records, say: Callable[..., str]) -> None:
    say("c", "one")
    say("d", "two", instead_of="one")
    assert standing(records, "c") == ["one"]


def test_what_was_shared_or_judged_outlives_its_replacement_and_not_its_conversation(
    records: Records, say: Callable[..., str]
) -> None:
    for question in ("one", "two", "three"):
        say("c", question, MINE)
    records.answers.share("two", MINE, shared=True)
    records.answers.judge("three", MINE, "wrong", "no")
    say("c", "instead", MINE, instead_of="one")
    assert standing(records, "c", MINE) == ["instead"]
    assert records.answers.read("one", MINE) is None
    assert records.answers.read("two", THEIRS) is not None
    assert [turn.id for turn, _ in records.answers.judged()] == ["three"]
    assert records.conversations.forget("c", MINE)
    assert records.answers.read("two", MINE) is None
    assert records.answers.judged() == ()


# ── owners ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("other", [THEIRS, None, "", "é", MINE[:-1], MINE + "a"])
def test_who_is_not_the_owner_goes_on_elsewhere_and_sees_nothing(
    other: str | None, records: Records, say: Callable[..., str]
) -> None:
    assert say("c", "mine", MINE) == "c"
    elsewhere = say("c", "not mine", other)
    assert elsewhere != "c"
    assert standing(records, "c", MINE) == ["mine"]
    assert standing(records, elsewhere, other) == ["not mine"]
    kept = records.conversations
    assert kept.before("c", other) is None
    assert kept.read("c", other) is None
    assert not kept.rename("c", other, "theirs")
    assert not kept.forget("c", other)
    assert listed(records) == ["c"]
    if other:
        assert listed(records, owner=other) == [elsewhere]


def test_what_nobody_owns_belongs_to_whoever_knows_it_and_is_in_no_list(
    records: Records, say: Callable[..., str]
) -> None:
    say("c", "one")
    assert say("c", "two", MINE) == "c"
    assert say("c", "three", THEIRS) == "c"
    assert standing(records, "c") == standing(records, "c", MINE) == ["one", "two", "three"]
    assert listed(records) == listed(records, owner=THEIRS) == []


def test_an_owner_forgets_all_of_their_own_and_nothing_else(
    records: Records, say: Callable[..., str]
) -> None:
    for name, owner in (("a", MINE), ("b", MINE), ("c", THEIRS), ("d", None)):
        say(name, f"in {name}", owner)
    records.answers.share("in c", THEIRS, shared=True)
    records.answers.judge("in c", MINE, "right", "")
    assert records.conversations.forget_all_of(MINE) == 2
    assert listed(records) == []
    assert listed(records, owner=THEIRS) == ["c"]
    assert standing(records, "d") == ["in d"]
    assert records.answers.judged() == ()


# ── lists ────────────────────────────────────────────────────────────────────────────────────


def test_the_one_last_gone_on_with_comes_first_page_by_page(
    records: Records, say: Callable[..., str], clock: Clock
) -> None:
    for n in range(7):
        say(f"c{n}", f"q{n}", MINE)
        clock.time += timedelta(seconds=n % 2)  # some at the same time
    clock.time += timedelta(seconds=1)
    say("c3", "again", MINE)
    seen: list[str] = []
    search = Search()
    while page := records.conversations.search(MINE, search, 3)[0]:
        seen += [one.id for one in page]
        search = Search(after=(page[-1].updated, page[-1].id))
    assert seen[0] == "c3"
    assert sorted(seen) == [f"c{n}" for n in range(7)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("裁军", {"a", "b"}),
        ("裁軍", {"a", "b"}),  # traditional script
        ("裁军 秘书长", {"a"}),
        ("nuclear", {"c"}),
        ("ＮＵＣＬＥＡＲ", {"c"}),
        ("%", {"d"}),
        ("_", set()),
        ("100%", {"d"}),
        ("", {"a", "b", "c", "d"}),
        ("' OR 1=1 --", set()),
        ("给出的名称", {"b"}),
    ],
)
def test_words_are_found_in_titles_questions_and_answers(
    words: str, found: set[str], records: Records, say: Callable[..., str]
) -> None:
    say("a", "75/45请秘书长做什么", MINE, answer="裁军谈判会议")
    say("b", "关于裁军", MINE)
    records.conversations.rename("b", MINE, "给出的名称")
    say("c", "Nuclear what?", MINE)
    say("d", "是100%吗", MINE)
    say("e", "关于裁军和秘书长", THEIRS)
    assert set(listed(records, words)) == found


def test_what_another_question_took_the_place_of_is_not_found(
    records: Records, say: Callable[..., str]
) -> None:
    say("c", "裁军", MINE)
    records.answers.share("裁军", MINE, shared=True)
    say("c", "海洋", MINE, instead_of="裁军")
    assert listed(records, "裁军") == []
    assert listed(records, "海洋") == ["c"]


def test_a_title_is_given_and_taken_away(records: Records, say: Callable[..., str]) -> None:
    say("c", "one", MINE)
    for title in ("<img onerror=alert(1)>'; DROP TABLE turns; --", None):
        assert records.conversations.rename("c", MINE, title)
        ((found,), _) = records.conversations.search(MINE, Search(), 10)
        assert found.title == title
    assert not records.conversations.rename("unknown", MINE, "x")


# ── forgetting ───────────────────────────────────────────────────────────────────────────────


def test_a_conversation_is_forgotten(records: Records, say: Callable[..., str]) -> None:
    say("c", "in c")
    say("d", "in d")
    assert records.conversations.forget("c", None)
    assert not records.conversations.forget("c", None)
    assert records.conversations.before("c", None) is None
    assert records.answers.read("in c", None) is None
    assert standing(records, "d") == ["in d"]


def test_what_nobody_went_on_with_is_forgotten(
    records: Records, say: Callable[..., str], clock: Clock
) -> None:
    say("old", "1")
    say("gone on with", "2")
    assert clock.days(20, records) == 0
    say("gone on with", "3")
    say("young", "4")
    assert clock.days(11, records) == 1
    assert records.conversations.read("old", None) is None
    assert records.answers.read("1", None) is None
    assert standing(records, "gone on with") == ["2", "3"]
    assert standing(records, "young") == ["4"]


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=60), timedelta(days=4000)])
def test_a_clock_that_jumps_backwards_loses_nothing(
    back: timedelta, records: Records, say: Callable[..., str], clock: Clock
) -> None:
    say("before", "1")
    assert clock.days(1, records) == 0
    clock.time -= back
    assert clock.days(1, records) == 0
    say("meanwhile", "2")
    say("before", "3")
    clock.time += back  # put right again
    assert clock.days(20, records) == 0
    assert standing(records, "before") == ["1", "3"]
    assert standing(records, "meanwhile") == ["2"]
    assert clock.days(12, records) == 2


@pytest.mark.parametrize("ahead", [timedelta(days=365), timedelta(days=20_000)])
def test_a_clock_that_jumps_ahead_loses_nothing_however_much_is_asked_meanwhile(
    ahead: timedelta, records: Records, say: Callable[..., str], clock: Clock
) -> None:
    say("before", "1")
    assert clock.days(10, records) == 0
    clock.time += ahead
    for n in range(2, 12):
        assert clock.days(1, records) == 0
        say("meanwhile", str(n))
    clock.time -= ahead  # put right again
    assert clock.days(5, records) == 0
    assert standing(records, "before") == ["1"]
    assert clock.days(8, records) == 1
    assert len(standing(records, "meanwhile")) == 10


def test_a_library_that_nobody_opened_for_a_year_has_lost_nothing(
    records: Records, say: Callable[..., str], clock: Clock
) -> None:
    say("before", "1")
    clock.time += timedelta(days=365)
    assert records.conversations.forget_untouched(30) == 0  # nor one that has not counted yet
    clock.time += timedelta(days=365)
    assert records.conversations.forget_untouched(30) == 0


def test_what_changes_while_the_clock_is_back_is_listed_once_and_before_what_is_older(
    records: Records, say: Callable[..., str], clock: Clock
) -> None:
    for n in range(4):
        say(f"c{n}", str(n), owner="owner")
        clock.time += timedelta(seconds=1)
    clock.time -= timedelta(days=1)
    say("late", "4", owner="owner")
    say("c0", "5", owner="owner")
    found: list[str] = []
    after = None
    while True:
        page, total = records.conversations.search("owner", Search(after=after), 2)
        if not page:
            break
        found += [one.id for one in page]
        after = (page[-1].updated, page[-1].id)
    assert total == 5
    assert found == ["late", "c3", "c0", "c2", "c1"]  # the first three of one time
