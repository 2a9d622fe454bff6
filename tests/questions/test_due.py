from __future__ import annotations

from datetime import date

import pytest

from assistant.questions import understand
from assistant.types import DueWindow, Question, Summary

TODAY = date(2026, 3, 1)


def asked(text: str, catalogue: tuple[Summary, ...]) -> Question:
    return understand(text, catalogue=catalogue, today=TODAY)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("2025年以前要完成什么", DueWindow(before=date(2025, 1, 1))),
        ("2025年底以前秘书长要做什么", DueWindow(before=date(2025, 12, 31))),
        ("2027年6月30日之前应提交哪些报告", DueWindow(before=date(2027, 6, 30))),
        ("2028年2月底前须办什么", DueWindow(before=date(2028, 2, 29))),
        ("2026年内要交哪些报告", DueWindow(after=date(2026, 1, 1), before=date(2026, 12, 31))),
        ("What is due before 2022?", DueWindow(before=date(2022, 1, 1))),
        ("What must be done by the end of June 2027?", DueWindow(before=date(2027, 6, 30))),
        ("which reports are due in 2026", DueWindow(after=date(2026, 1, 1),
                                                     before=date(2026, 12, 31))),
        ("2026年里到期的事项有哪些", DueWindow(after=date(2026, 1, 1), before=date(2026, 12, 31))),
        ("2026年到期的有哪些", DueWindow(after=date(2026, 1, 1), before=date(2026, 12, 31))),
        ("2027年6月30日那天到期的报告", DueWindow(after=date(2027, 6, 30),
                                                 before=date(2027, 6, 30))),
        ("自2027年1月1日起到期的报告有哪些", DueWindow(after=date(2027, 1, 1))),
        ("which reports are due on 30 June 2027", DueWindow(after=date(2027, 6, 30),
                                                            before=date(2027, 6, 30))),
        ("谁每年要报告", DueWindow(recurring=True)),
        ("谁要定期汇报", DueWindow(recurring=True)),
        ("who has to report every year", DueWindow(recurring=True)),
        ("第七十四届到七十六届会议要审议哪些分项", DueWindow(first_session=74, last_session=76)),
    ],
)  # fmt: skip
def test_when_something_is_due_is_read_out_of_the_question(
    text: str, window: DueWindow, catalogue: tuple[Summary, ...]
) -> None:
    question = asked(text, catalogue)
    assert (question.intent, question.due) == ("deadlines", window)


@pytest.mark.parametrize(
    ("text", "year", "said"),
    [
        ("秘书长今年要交哪些报告", 2026, "今年"),
        ("明年应提交什么报告", 2027, "明年"),
        ("which reports does he have to submit this year", 2026, "this year"),
    ],
)
def test_this_year_is_counted_from_today(
    text: str, year: int, said: str, catalogue: tuple[Summary, ...]
) -> None:
    due = asked(text, catalogue).due
    assert due == DueWindow(after=date(year, 1, 1), before=date(year, 12, 31), said=said)


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("下届会议要交什么报告", 76),
        ("下一届联大要审议哪些报告", 76),
        ("what is due at the next session", 76),
        ("72/31要求下届会议列入什么分项", 73),
    ],
)
def test_the_next_session_follows_the_resolution_named_or_the_latest_held(
    text: str, session: int, catalogue: tuple[Summary, ...]
) -> None:
    question = asked(text, catalogue)
    assert (question.intent, question.deadline_session) == ("deadlines", session)
    assert question.due is not None
    assert question.due.said


def test_a_session_that_receives_is_one_at_which_something_is_due_though_it_is_held(
    catalogue: tuple[Summary, ...],
) -> None:
    question = asked("第七十五届会议要收到哪些报告", catalogue)
    assert (question.deadline_session, question.session) == (75, None)


@pytest.mark.parametrize(
    "text",
    [
        "2025年以前通过的决议要求秘书长做什么",
        "2013年的高级别会议讨论了什么",
        "每年9月26日是什么日子",
        "1996年国际法院的意见是什么",
        "下一次会议在哪里召开",
        "今年的通货膨胀是多少",
        "which resolutions adopted before 2020 request a report",
    ],
)
def test_a_time_that_is_not_when_something_is_due_is_left_alone(
    text: str, catalogue: tuple[Summary, ...]
) -> None:
    assert asked(text, catalogue).due is None


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("应向第七十六届会议提交的报告有哪些", ("报告",)),
        ("第七十六届会议要列入什么分项", ("分项", "项目")),
        ("第七十六届会议要办什么事", ()),
        ("第七十六届会议要收到什么报告、列入什么分项", ()),
    ],
)
def test_the_result_that_is_asked_after_is_told(
    text: str, results: tuple[str, ...], catalogue: tuple[Summary, ...]
) -> None:
    question = asked(text, catalogue)
    assert (question.intent, question.deliverables) == ("deadlines", results)


@pytest.mark.parametrize(
    "text", ["第75届会议之前有什么任务到期？就说第75届的", "大会主席在第75届会议期间要办的事"]
)
def test_a_session_held_at_which_something_is_due_chooses_no_resolutions(
    text: str, catalogue: tuple[Summary, ...]
) -> None:
    question = asked(text, catalogue)
    assert (question.intent, question.deadline_session) == ("deadlines", 75)
    assert (question.session, question.symbols) == (None, ())


def test_a_day_that_cannot_be_sets_no_limit(catalogue: tuple[Summary, ...]) -> None:
    assert asked("2026年2月31日以前要完成什么", catalogue).due is None


def test_a_library_without_sessions_has_no_next_one() -> None:
    assert asked("下届会议要交什么报告", ()).due is None
