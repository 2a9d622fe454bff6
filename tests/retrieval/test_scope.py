"""The resolutions a question is answered from, and what it claims of them that is not so."""

from __future__ import annotations

import pytest

from assistant.library.library import Library
from assistant.questions import understand
from assistant.retrieval.scope import asks_yes_or_no, false_premises, held_scope
from assistant.types import Found, Summary
from tests.retrieval.conftest import Find, gaps, keys
from tests.retrieval.specimens import in_parts, resolution, summaries, with_items

BOTH = ("A/RES/72/31", "A/RES/75/45")


@pytest.mark.parametrize(
    ("text", "symbols", "missing"),
    [
        ("75/45请秘书长做什么", BOTH[1:], []),
        ("请秘书长做什么", BOTH, []),
        ("第七十二届会议通过的决议讲什么", BOTH[:1], []),
        ("76/54请秘书长做什么", (), [("symbol", "A/RES/76/54")]),
        ("比较75/45和76/54", BOTH[1:], [("symbol", "A/RES/76/54")]),
        ("第七十三届会议通过的决议", (), [("session", "73")]),
        ("2019年通过的决议", (), [("named", "2019年通过的决议")]),
    ],
)
def test_what_is_named_is_looked_in_or_missing(
    find: Find, text: str, symbols: tuple[str, ...], missing: list[tuple[str, str]]
) -> None:
    found = find(text)
    assert found.symbols == symbols
    assert gaps(found) == missing


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("75/45为什么在2019年通过", "2020-12-07"),
        ("2019年12月通过的75/45讲了什么", "2020-12-07"),
        ("第七十三届会议通过的75/45讲了什么", "第75届会议"),
        ("为什么75/45由第三委员会提交", "第一委员会"),
        ("75/45在第62次全体会议上通过，讲了什么", "37"),
        ("议程项目99下的75/45讲了什么", "103(hh)"),
        ("75/45有20个执行段，第一段写什么", "15段"),
        ("为什么72/31有30个序言段", "21段"),
    ],
)
def test_a_claim_that_the_text_contradicts_is_a_false_premise(
    text: str, held: str, sample_library: Library, catalogue: tuple[Summary, ...]
) -> None:
    question = understand(text, catalogue=catalogue)
    wrong, _ = false_premises(question, question.symbols, sample_library.records.read)
    assert [(gap.kind, gap.held) for gap in wrong] == [("premise", held)]


@pytest.mark.parametrize(
    "text",
    [
        "2020年通过的75/45讲了什么",
        "2020年12月7日通过的75/45讲了什么",
        "第七十五届会议通过的75/45讲了什么",
        "75/45有15个执行段，第一段写什么",
        "75/45在第37次全体会议上通过，讲了什么",
        "75/45提到2017年7月7日通过的条约吗",
        "2013年9月26日举行的高级别会议在75/45里怎么说",
    ],
)
def test_a_claim_that_is_so_is_none(
    text: str, sample_library: Library, catalogue: tuple[Summary, ...]
) -> None:
    question = understand(text, catalogue=catalogue)
    wrong, shown = false_premises(question, question.symbols, sample_library.records.read)
    assert (wrong, shown) == ((), ())


def test_what_shows_a_premise_to_be_wrong_is_cited(find: Find) -> None:
    found = find("75/45为什么在2019年通过")
    assert found.refused
    assert keys(found) == ["75/45#META"]


def test_a_question_whether_it_is_so_has_no_premise(
    find: Find, catalogue: tuple[Summary, ...]
) -> None:
    assert asks_yes_or_no(understand("75/45是2019年通过的吗", catalogue=catalogue))
    assert not asks_yes_or_no(understand("75/45为什么在2019年通过", catalogue=catalogue))
    found: Found = find("75/45是2019年通过的吗")
    assert (found.refused, keys(found)) == (False, ["75/45#META"])


def test_a_paragraph_without_a_resolution_is_ambiguous(find: Find) -> None:
    assert find("第13段写了什么").ambiguous
    assert not find("两份决议的第13段写了什么").ambiguous
    assert gaps(find("第13段写了什么")) == []


@pytest.mark.parametrize(
    ("text", "symbols", "missing"),
    [
        ("51/942讲了什么", ["A/RES/51/942A", "A/RES/51/942B"], []),
        ("51/942B讲了什么", ["A/RES/51/942B"], []),
        ("比较51/942和60/5", ["A/RES/51/942A", "A/RES/51/942B", "A/RES/60/5"], []),
        ("51/942C讲了什么", [], ["A/RES/51/942C"]),
        ("51/94讲了什么", [], ["A/RES/51/94"]),
        ("安理会第1325号决议讲了什么", ["S/RES/1325(2000)"], []),
        ("第1325(2000)号决议讲了什么", ["S/RES/1325(2000)"], []),
        ("第1325(2001)号决议讲了什么", [], ["S/RES/1325(2001)"]),
    ],
)
def test_a_name_means_all_that_is_held_of_it(
    text: str, symbols: list[str], missing: list[str]
) -> None:
    council = resolution("S/RES/1325(2000)", "妇女、和平与安全")
    held = {r.symbol: r for r in (*in_parts(), with_items(), council)}
    catalogue = summaries(*held.values())
    question = understand(text, catalogue=catalogue)
    scope = held_scope(question, catalogue, lambda _: {})
    assert list(scope.symbols) == symbols
    assert [gap.name for gap in scope.missing] == missing


def test_sub_paragraphs_make_no_claim_of_a_count_wrong() -> None:
    one = with_items()
    question = understand("60/5有4个执行段，第一段写什么", catalogue=summaries(one))
    assert false_premises(question, (one.symbol,), lambda _: one) == ((), ())
