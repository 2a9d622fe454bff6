"""Which resolutions a question is about: by symbol, title, session or year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.questions.scope import Scope, blank, find_scope
from assistant.text.normalise import fold
from assistant.types import Span, Summary
from tests.questions.conftest import EARLIER, LATER


def scope_of(text: str, catalogue: tuple[Summary, ...]) -> Scope:
    return find_scope(fold(text).text, catalogue)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        # by symbol, held or not
        ("75/45请秘书长做什么", [LATER]),
        ("比较72/31和75/45", [EARLIER, LATER]),
        ("75/45、72/31和75/45", [LATER, EARLIER]),
        ("第76/54号决议讲了什么", ["A/RES/76/54"]),
        ("大会第七十五届会议第45号决议", [LATER]),
        ("72/31比75/45多几个脚注", [EARLIER, LATER]),
        # by title
        ("推进多边核裁军谈判的决议请秘书长做什么", [EARLIER]),
        ("题为“推进多边核裁军谈判”的决议", [EARLIER]),
        ("推进多邊核裁軍談判那份決議", [EARLIER]),
        ("关于核裁军高级别会议后续行动的决议作出哪些决定", [LATER]),
        # by date
        ("2020年通过的决议讲什么", [LATER]),
        ("二〇一七年的决议", [EARLIER]),
        ("2020年12月的决议", [LATER]),
        ("2020年12月7日的决议", [LATER]),
        ("the 2020 resolution", [LATER]),
        ("the resolution adopted in 2017", [EARLIER]),
    ],
)
def test_resolutions_are_named_by_symbol_title_or_date(
    text: str, symbols: list[str], catalogue: tuple[Summary, ...]
) -> None:
    assert list(scope_of(text, catalogue).symbols) == symbols


@pytest.mark.parametrize(
    "text",
    [
        "关于气候变化的决议讲什么",
        "关于核武器的决议",
        "2013年9月26日的高级别会议是怎么说的",
        "《不扩散核武器条约》的三个支柱",
        "1995年审议和延期大会",
        "核裁军",
    ],
)
def test_what_names_no_resolution_in_particular_is_about_all(
    text: str, catalogue: tuple[Summary, ...]
) -> None:
    scope = scope_of(text, catalogue)
    assert (scope.symbols, scope.missing, scope.session) == ((), (), None)


def test_a_title_that_fits_two_items_names_neither(catalogue: tuple[Summary, ...]) -> None:
    other = Summary("A/RES/73/50", "", "推进多边核裁军谈判机制", "zh", 73, None, None, 1, 1)
    assert scope_of("关于推进多边核裁军谈判事项的决议", (*catalogue, other)).symbols == ()


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("2019年通过的决议讲什么", "2019年通过的决议"),
        ("2020年12月8日的决议", "2020年12月8日的决议"),
        ("the 1999 resolution", "1999 resolution"),
    ],
)
def test_a_date_at_which_nothing_was_adopted_is_missing(
    text: str, missing: str, catalogue: tuple[Summary, ...]
) -> None:
    scope = scope_of(text, catalogue)
    assert (scope.symbols, scope.missing) == ((), (missing,))


@pytest.mark.parametrize(
    ("text", "asked", "due"),
    [
        # the session whose resolutions are asked about
        ("第七十五届会议通过的决议", 75, None),
        ("75届联大决议请秘书长做什么", 75, None),
        ("第73届会议通过的决议", 73, None),
        ("resolutions of the 75th session", 75, None),
        ("the seventy-fifth session", 75, None),
        # a session something is due at
        ("向第七十六届会议提交什么报告", None, 76),
        ("第七十六届会议要收到哪些报告", None, 76),
        ("列入第七十四届会议临时议程的是什么", None, 74),
        ("第七十四届会议临时议程列入什么", None, 74),
        ("reports to the seventy-sixth session", None, 76),
        # no session at all
        ("第一届专门讨论裁军问题的特别会议", None, None),
        ("哪届会议通过的", None, None),
        ("第几届会议", None, None),
        ("下一届会议", None, None),
        ("第十届特别会议的《最后文件》", None, None),
    ],
)
def test_the_session_asked_about_is_told_from_one_something_is_due_at(
    text: str, asked: int | None, due: int | None, catalogue: tuple[Summary, ...]
) -> None:
    scope = scope_of(text, catalogue)
    assert (scope.session, scope.deadline_session) == (asked, due)


@pytest.mark.parametrize(
    ("text", "symbols", "cited"),
    [
        ("75/45提到74/54吗", [LATER], ["A/RES/74/54"]),
        ("75/45第几段提到了第67/39号决议", [LATER], ["A/RES/67/39"]),
        ("75/45与74/54有何不同", [LATER, "A/RES/74/54"], []),
        ("74/54和75/45", ["A/RES/74/54", LATER], []),
        ("74/54讲了什么", ["A/RES/74/54"], []),
    ],
)
def test_a_resolution_only_cited_is_told_from_one_asked_about_beside_another(
    text: str, symbols: list[str], cited: list[str], catalogue: tuple[Summary, ...]
) -> None:
    scope = scope_of(text, catalogue)
    assert (list(scope.symbols), list(scope.cited)) == (symbols, cited)


def test_decides_is_a_verb_and_only_after_a_number_with_hao_a_decision(
    catalogue: tuple[Summary, ...],
) -> None:
    assert scope_of("72/31决定了什么", catalogue).symbols == (EARLIER,)
    assert scope_of("第50/473号决定", catalogue).symbols == ("A/DEC/50/473",)


@pytest.mark.parametrize(
    "text", ["两份决议请秘书长做什么", "所有决议", "库里的决议", "both resolutions", "每份决议"]
)
def test_all_of_the_resolutions_can_be_meant(text: str, catalogue: tuple[Summary, ...]) -> None:
    assert scope_of(text, catalogue).everywhere


def test_a_document_is_no_resolution(catalogue: tuple[Summary, ...]) -> None:
    assert scope_of("A/75/96是什么", catalogue).symbols == ()


def test_blanking_keeps_every_other_character_where_it_was() -> None:
    assert blank("75/45请秘书长", [Span(0, 5)]) == "     请秘书长"
    assert blank("请秘书长", []) == "请秘书长"


@given(st.text(max_size=80))
def test_any_text_has_a_scope_whose_words_lie_in_it(text: str) -> None:
    held = (Summary(LATER, "", "后续行动的决议", "zh", 75, "2020-12-07", None, 1, 1),)
    folded = fold(text).text
    scope = find_scope(folded, held)
    assert all(0 <= span.start <= span.end <= len(folded) for span in scope.cut)
    assert len(blank(folded, scope.cut)) == len(folded)


@pytest.mark.parametrize(
    ("text", "is_annexed"),
    [
        ("92/164讲了什么", True),
        ("75/45讲了什么", False),
        ("公约第一条", True),
        ("92/164和75/45", True),
    ],
)
def test_a_resolution_called_a_treaty_annexes_it(
    text: str, is_annexed: bool, catalogue: tuple[Summary, ...]
) -> None:
    treaty = Summary(
        "A/RES/92/164", "第92/164号决议", "制止样例行为的国际公约", "zh", 92, None, None, 1, 2
    )
    assert scope_of(text, (*catalogue, treaty)).annexed is is_annexed


def test_a_resolution_about_a_treaty_annexes_none(catalogue: tuple[Summary, ...]) -> None:
    about = Summary(
        "A/RES/92/9", "第92/9号决议", "《样例公约》的执行情况", "zh", 92, None, None, 1, 2
    )
    assert not scope_of("92/9讲了什么", (*catalogue, about)).annexed


def test_a_part_that_is_held_makes_its_whole_held() -> None:
    part = Summary("A/RES/51/942A", "第51/942 A号决议", "样例周", "zh", 51, None, None, 1, 2)
    scope = scope_of("51/942提到75/45吗", (part,))
    assert (scope.symbols, scope.cited) == (("A/RES/51/942",), ("A/RES/75/45",))
