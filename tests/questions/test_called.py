"""A title that many sessions bear and a number alone mean the newest resolution held."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.questions.scope import find_scope
from assistant.text.normalise import fold
from assistant.types import Summary


def held(symbol: str, title: str, session: int, date: str | None = None) -> Summary:
    return Summary(symbol, "", title, "zh", session, date, None, 1, 1)


CATALOGUE = (
    held("A/RES/70/33", "推进多边核裁军谈判", 70),
    held("A/RES/72/31", "推进多边核裁军谈判", 72),
    held("A/RES/72/45", "第七十二届会议方案规划", 72),
    held("A/RES/75/45", "第七十五届会议方案规划", 75),
    held("A/RES/75/46", "消除对妇女一切形式歧视公约的现况", 75),
)


def symbols(text: str) -> tuple[str, ...]:
    return find_scope(fold(text).text, CATALOGUE).symbols


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("《推进多边核裁军谈判》那份决议请秘书长做什么", "A/RES/72/31"),
        ("关于推进多边核裁军谈判事项的决议讲什么", "A/RES/72/31"),
        ("第七十届会议关于推进多边核裁军谈判的决议", "A/RES/70/33"),
        ("关于会议方案规划的决议", "A/RES/75/45"),
    ],
)
def test_a_title_renewed_over_the_sessions_means_the_newest_unless_one_is_named(
    text: str, symbol: str
) -> None:
    assert symbols(text) == (symbol,)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("45号决议第3段写了什么", "A/RES/75/45"),
        ("第四十五号决议讲什么", "A/RES/75/45"),
        ("第七十二届会议的45号决议", "A/RES/72/45"),
        ("31号决议", "A/RES/72/31"),
        ("what does resolution number 46 say", "A/RES/75/46"),
    ],
)
def test_a_number_alone_means_the_newest_resolution_of_that_number(text: str, symbol: str) -> None:
    assert symbols(text) == (symbol,)


def test_a_number_that_no_resolution_held_has_is_missing() -> None:
    scope = find_scope("88号决议讲什么", CATALOGUE)
    assert (scope.symbols, scope.missing) == ((), ("88号决议",))


@pytest.mark.parametrize(
    "text",
    ["安理会45号决议", "人权理事会第45号决议", "45号决议草案", "75/45号决议", "A/C.1/75/L.45"],
)
def test_other_numbers_are_no_number_of_a_resolution_alone(text: str) -> None:
    scope = find_scope(fold(text).text, CATALOGUE[:3])
    assert "A/RES/72/45" not in scope.symbols


@pytest.mark.parametrize("text", ["禁核条约那场会议是哪一号决议要开的", "几号决议请秘书长做什么"])
def test_a_number_that_is_asked_for_names_no_resolution(text: str) -> None:
    scope = find_scope(fold(text).text, CATALOGUE)
    assert (scope.symbols, scope.missing) == ((), ())


@pytest.mark.parametrize(
    "text", ["关于推进多边核裁军谈判的决议一共有几份", "推进多边核裁军谈判的决议都有哪些"]
)
def test_how_many_there_are_of_a_title_asks_for_its_series(text: str) -> None:
    question = understand(text, catalogue=CATALOGUE)
    assert (question.intent, question.symbols) == ("series", ("A/RES/72/31",))
