"""Questions about resolutions in parts, with items, annexes, guesses and votes, answered whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.library.library import Library
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Answer, MastheadField
from tests.retrieval.specimens import (
    convention,
    in_parts,
    paragraph,
    resolution,
    voted,
    with_items,
)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("invented")
    council = "S/RES/1325(2000)"
    women = paragraph(council, "OP1", "请秘书长任命更多妇女；", "请")
    citing = "A/RES/61/1"
    cut = "E/RES/2023/14"
    with Library.open(load_settings({}, data_dir=folder, embedder="hashing")) as library:
        library.records.put_file(in_parts())
        for one in (
            with_items(),
            convention(),
            voted(),
            resolution(council, "妇女、和平与安全", women),
            replace(
                resolution(cut, "序言", paragraph(cut, "PP1", "回顾其决心，")),
                inferred=("operative",),
            ),
            resolution(citing, "引述", paragraph(citing, "OP1", "促请各国遵守；", "促请")),
        ):
            library.records.put(one)
        yield Assistant(library, library.settings)


def cited(answer: Answer) -> list[str]:
    return [f"{c.symbol.rpartition('RES/')[2]}#{c.paragraph}" for c in answer.citations]


def said(answer: Answer) -> list[str]:
    return [statement.text for statement in answer.statements]


def test_a_whole_is_answered_from_each_of_its_parts(invented: Assistant) -> None:
    answer = invented.ask("51/942第1段")
    assert cited(answer) == ["51/942A#OP1", "51/942B#OP1"]
    assert said(answer)[0] == "第51/942 A号决议："


def test_the_part_that_says_nothing_is_not_complained_of(invented: Assistant) -> None:
    answer = invented.ask("51/942请秘书长做什么")
    assert (answer.status, answer.missing, cited(answer)) == ("answered", (), ["51/942A#OP2"])


def test_a_request_is_answered_with_its_items(invented: Assistant) -> None:
    answer = invented.ask("60/5请秘书长做什么")
    assert said(answer) == [
        "第60/5号决议中以秘书长为对象的段落共2段：",
        "请秘书长：",
        "编写清单；",
        "召开会议，目的是：",
        "审查进展；",
        "提出建议；",
        "请秘书长提出报告，并",
    ]


def test_a_request_is_found_by_what_its_items_say(invented: Assistant) -> None:
    assert cited(invented.ask("60/5请秘书长编写什么清单"))[0] == "60/5#OP2"


def test_an_inferred_paragraph_is_found_by_its_number_and_says_so(invented: Assistant) -> None:
    answer = invented.ask("60/5第4段写了什么")
    assert [c.label for c in answer.citations] == [
        "第60/5号决议，执行部分第4段（推定）",
        "第60/5号决议，执行部分第4(a)段（推定）",
    ]
    assert answer.citations[0].inferred_parts == ("number", "verb")
    assert said(answer)[-1] == "所引段落有推定之处，原文未印明：段号、动词。"


def test_a_council_resolution_is_found_without_its_year(invented: Assistant) -> None:
    for question in ("安理会第1325号决议请秘书长做什么", "S/RES/1325(2000)请秘书长做什么"):
        assert cited(invented.ask(question)) == ["1325(2000)#OP1"]


def test_a_vote_is_kept_with_its_resolution(invented: Assistant) -> None:
    assert said(invented.ask("95/100谁投了反对票")) == ["反对：几内亚"]
    assert cited(invented.ask("哪份决议经过记录表决")) == ["95/100#META"]
    answer = invented.ask("60/5的表决结果")
    assert (answer.status, len(answer.missing)) == ("not_found", 1)


def test_an_article_of_an_annex_is_cited_as_treaties_are(invented: Assistant) -> None:
    (citation,) = invented.ask("92/164附件第1条第2款(a)项").citations
    assert citation.label == "第92/164号决议，附件第1条第2款(a)项"


@pytest.mark.parametrize(
    "question",
    ["第2023/14号决议请秘书长做什么", "E/RES/2023/14执行部分第2段", "第2023/14号决议有哪些决定"],
)
def test_nothing_follows_from_the_silence_of_a_text_without_operative_part(
    invented: Assistant, question: str
) -> None:
    answer = invented.ask(question)
    assert answer.status == "not_found"
    assert answer.missing == (
        "经济及社会理事会第2023/14号决议的执行部分（所收文本有缺，不能据此说它没有某项要求）",
    )


def test_a_council_s_resolution_is_suggested_by_its_own_name(invented: Assistant) -> None:
    answer = invented.ask("第1325(2000)号决议第9段")
    assert answer.suggestions
    for suggestion in answer.suggestions:
        assert "安全理事会第1325(2000)号决议" in suggestion
        assert invented.ask(suggestion).status == "answered"


@pytest.fixture(scope="module")
def chosen_from(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    facts = [
        ("A/RES/70/1", "核裁军的样例", "2015-09-25", "第一委员会", "98(a)"),
        ("A/RES/71/1", "样例海洋", "2016-12-05", "第二委员会", "12"),
        ("A/RES/72/1", "核裁军的后续", "2017-12-04", "第一委员会", "98(b)"),
    ]
    folder = tmp_path_factory.mktemp("chosen")
    with Library.open(load_settings({}, data_dir=folder, embedder="hashing")) as library:
        for symbol, title, day, committee, item in facts:
            meta = f"{title}\n{day}\n{committee}\n{item}"
            values: dict[MastheadField, str] = {
                "title": title, "date": day, "committee": committee, "agenda_item": item,
            }  # fmt: skip
            asks = paragraph(symbol, "OP1", "请秘书长提出报告；", "请")
            one = resolution(symbol, title, asks, meta=meta, facts=values)
            library.records.put(one)
        yield Assistant(library, library.settings)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("哪些决议由第一委员会提出", ["70/1", "72/1"]),
        ("2016年以来的决议有哪些", ["71/1", "72/1"]),
        ("2015年至2016年通过的决议", ["70/1", "71/1"]),
        ("第七十届至第七十一届会议的决议有哪些", ["70/1", "71/1"]),
        ("议程项目98下的决议", ["70/1", "72/1"]),
        ("标题里有核裁军的决议有哪些", ["70/1", "72/1"]),
        ("第一委员会2016年以来的决议有哪些", ["72/1"]),
    ],
)
def test_the_resolutions_that_meet_the_conditions_are_all_listed(
    chosen_from: Assistant, question: str, numbers: list[str]
) -> None:
    answer = chosen_from.ask(question)
    assert [citation.symbol.removeprefix("A/RES/") for citation in answer.citations] == numbers
    assert said(answer)[0] == f"符合所问条件的决议共{len(numbers)}份："
    assert "库中有3份决议" in said(answer)[-1]


def test_acts_are_looked_for_in_the_chosen_resolutions_alone(chosen_from: Assistant) -> None:
    answer = chosen_from.ask("第一委员会的决议里请秘书长做什么")
    assert cited(answer) == ["70/1#OP1", "72/1#OP1"]
    assert answer.understood.addressee == "秘书长"
    assert answer.understood.selection is not None


def test_what_no_resolution_meets_is_said_to_be_missing(chosen_from: Assistant) -> None:
    answer = chosen_from.ask("2030年以来的决议有哪些")
    assert answer.status == "not_found"
    assert answer.missing == ("符合所问届会、日期、委员会、议程项目或标题的决议",)
