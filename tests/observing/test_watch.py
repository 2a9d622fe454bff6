from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

from assistant.errors import (
    AnswerUnverified,
    AssistantError,
    InvalidFilter,
    InvalidQuestion,
    LibraryDamaged,
)
from assistant.observing import AnswerNote, noted, step, watched
from assistant.observing.notes import REASONS
from assistant.questions.refusals import Refusal
from assistant.types import Event, MissingKind, Status
from tests.server.fake_assistant import ANSWER, UNDERSTOOD


def noting(events: Iterator[Event]) -> tuple[Iterator[Event], list[AnswerNote]]:
    notes: list[AnswerNote] = []
    return watched(events, notes.append), notes


def told(status: Status = "answered", reason: str | None = None) -> Iterator[Event]:
    with step("understand"):
        pass
    yield Event("understood", UNDERSTOOD)
    noted(generation=7, reason=reason)
    with step("write"), step("verify"):
        pass
    yield Event("answer", replace(ANSWER, status=status))


def failing(error: Exception) -> Iterator[Event]:
    yield Event("understood", UNDERSTOOD)
    with step("retrieve"):
        raise error


def test_an_answer_is_told_when_it_is_over_and_not_before() -> None:
    events, notes = noting(told())
    assert [event.name for event in events] == ["understood", "answer"]
    (note,) = notes
    assert (note.outcome, note.intent, note.generation) == ("answered", "paragraph", 7)
    assert note.reason is None
    assert note.error is None


def test_its_steps_lie_within_it_each_in_its_place() -> None:
    events, notes = noting(told())
    list(events)
    understand, verify, write = notes[0].steps
    assert [one.name for one in notes[0].steps] == ["understand", "verify", "write"]
    assert 0 <= understand.begun <= understand.ended <= write.begun <= verify.begun
    assert verify.ended <= write.ended <= notes[0].seconds * 1e9


def test_steps_that_other_threads_work_on_are_of_the_same_answer() -> None:
    events, notes = noting(told())

    def take() -> None:
        next(events, None)

    for _ in range(3):
        thread = threading.Thread(target=take)
        thread.start()
        thread.join()
    assert [one.name for one in notes[0].steps] == ["understand", "verify", "write"]


def test_two_answers_under_way_in_one_thread_do_not_mix() -> None:
    first, of_first = noting(told())
    second, of_second = noting(told("not_found", "symbol"))
    for _ in range(3):
        next(first, None)
        next(second, None)
    assert [note.outcome for note in (*of_first, *of_second)] == ["answered", "not_found"]
    assert [len(note.steps) for note in (*of_first, *of_second)] == [3, 3]


@pytest.mark.parametrize(
    ("given", "counted"), [("symbol", "symbol"), ("what was asked", "other"), (None, "other")]
)
def test_a_refusal_has_one_reason_of_a_closed_list(given: str | None, counted: str) -> None:
    events, notes = noting(told("not_found", given))
    list(events)
    assert notes[0].reason == counted


@pytest.mark.parametrize(
    ("error", "outcome", "name"),
    [
        (InvalidQuestion("空", "empty"), "invalid", "invalid_question"),
        (InvalidFilter("页", "page"), "invalid", "invalid_filter"),
        (AnswerUnverified("错", "wrong"), "unverified", "answer_unverified"),
        (LibraryDamaged("坏", "damaged"), "failed", "library_damaged"),
        (KeyError("what was asked"), "failed", "KeyError"),
    ],
)
def test_an_answer_that_fails_says_how_and_its_error_goes_on(
    error: Exception, outcome: str, name: str
) -> None:
    events, notes = noting(failing(error))
    with pytest.raises(type(error)) as raised:
        list(events)
    assert raised.value is error
    (note,) = notes
    assert (note.outcome, note.error, note.intent) == (outcome, name, "paragraph")
    assert [one.name for one in note.steps] == ["retrieve"]
    assert "asked" not in repr(note)


def test_an_answer_that_nobody_waits_for_is_left_and_its_work_ends() -> None:
    ended = []

    def working() -> Iterator[Event]:
        try:
            yield from told()
        finally:
            ended.append(True)

    events, notes = noting(working())
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert ended == [True]
    assert [note.outcome for note in notes] == ["left"]


def test_an_observer_that_fails_costs_no_answer(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_note: AnswerNote) -> None:
        raise RuntimeError

    assert len(list(watched(told(), broken))) == 2
    assert "could not be observed" in caplog.text


def test_where_nobody_observes_nothing_stands_between() -> None:
    events = told()
    assert watched(events, None) is events
    assert len(list(events)) == 2  # its steps are nobody's


def test_every_reason_of_a_refusal_is_known() -> None:
    assert {*get_args(MissingKind), *get_args(Refusal)} <= REASONS
    assert len(REASONS) < 60


def test_no_error_is_taken_for_a_question_that_cannot_be_asked_unless_it_is() -> None:
    from assistant.observing.watch import _INVALID

    others = {kind for kind in AssistantError.__subclasses__() if kind not in _INVALID}
    assert {AnswerUnverified, LibraryDamaged} <= others
