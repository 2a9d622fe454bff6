from __future__ import annotations

import pytest

from assistant.questions.relative_sessions import Base, base_of, find_relative

NEWEST = 75


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("上届会议有哪些决议", "上届会议", 74, 74),
        ("上一届联大通过了什么", "上一届联大", 74, 74),
        ("前一届的决议", "前一届", 74, 74),
        ("上上届的决议", "上上届", 73, 73),
        ("本届会议有哪些决议", "本届会议", 75, 75),
        ("这届联大的决议", "这届联大", 75, 75),
        ("前两届的决议", "前两届", 73, 74),
        ("上三届会议的决议", "上三届会议", 72, 74),
        ("下届会议要审议什么", "下届会议", 76, 76),
        ("下一届联大要审议什么", "下一届联大", 76, 76),
        ("今后两届会议要审议什么", "今后两届会议", 76, 77),
        ("最近一届的决议", "最近一届", 75, 75),
        ("最近两届会议有哪些决议", "最近两届会议", 74, 75),
        ("最新一届联大", "最新一届联大", 75, 75),
    ],
)
def test_a_relative_session_is_counted_from_the_newest_one_held(
    text: str, said: str, first: int, last: int
) -> None:
    read, (one,) = find_relative(text, Base(NEWEST, "newest"), NEWEST)
    assert (one.said, one.first, one.last, one.counted_from) == (said, first, last, "newest")
    assert one.span.of(read) in (f"第{first}届会议", f"第{first}届至第{last}届会议")


@pytest.mark.parametrize(
    ("text", "session"),
    [("2020年那届有哪些决议", 75), ("2017年那一届联大", 72), ("1999年的那届", 54),
     ("which resolutions of the 2020 session ask for a report", 75)],
)  # fmt: skip
def test_a_year_means_the_session_that_opened_in_it(text: str, session: int) -> None:
    _, (one,) = find_relative(text, Base(72, "newest"), 72)
    assert (one.first, one.counted_from, one.base) == (session, "year", session)


def test_the_most_recent_session_is_the_newest_held_whatever_is_spoken_of() -> None:
    _, (one,) = find_relative("最近一届的决议", Base(70, "conversation"), NEWEST)
    assert (one.first, one.counted_from) == (75, "newest")


@pytest.mark.parametrize(
    ("text", "focus", "session", "expected"),
    [
        ("72/31要求下届会议做什么", ("A/RES/75/45",), None, Base(72, "resolution")),
        ("下届会议做什么", ("A/RES/72/31",), None, Base(72, "conversation")),
        ("下届会议做什么", (), 70, Base(70, "conversation")),
        ("下届会议做什么", (), None, Base(75, "newest")),
    ],
)
def test_what_is_counted_from_is_named_or_spoken_of_or_the_newest(
    text: str, focus: tuple[str, ...], session: int | None, expected: Base
) -> None:
    assert base_of(text, focus, session, NEWEST) == expected


@pytest.mark.parametrize(
    "text",
    [
        "第七十五届会议的决议",
        "哪一届会议",
        "以上届会为准",
        "这是第几届",
        "大会最近一届会议的主席要做什么",
        "下一段呢",
        "历届会议",
    ],
)
def test_other_words_are_no_relative_session(text: str) -> None:
    assert find_relative(text, Base(NEWEST, "newest"), NEWEST) == (text, ())


def test_with_nothing_held_nothing_is_counted() -> None:
    assert find_relative("上届会议的决议", None, None) == ("上届会议的决议", ())


def test_there_is_no_session_before_the_first() -> None:
    assert find_relative("前三届的决议", Base(2, "newest"), 2) == ("前三届的决议", ())


def test_in_english_it_is_numbered_in_english() -> None:
    text, _ = find_relative(
        "what was adopted at the previous session", Base(73, "newest"), 73, "en"
    )
    assert text == "what was adopted at the 72nd session"
