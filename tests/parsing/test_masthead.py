"""Mastheads: each printed line, its facts and the words that state them."""

from __future__ import annotations

import pytest

from assistant.parsing import masthead
from assistant.parsing.blocks import Block
from assistant.parsing.masthead import Facts
from assistant.parsing.masthead_forms import CLOSING, LINES


def lines(*printed: str) -> list[str]:
    blocks = [Block("masthead", text, at, at) for at, text in enumerate(printed, 1) if text]
    return masthead.logical_lines(blocks, LINES)


def facts_of_masthead(text: str) -> Facts:
    return masthead.facts_of_masthead(text, LINES)


def facts_of_closing(text: str) -> Facts:
    return masthead.facts_of_closing(text, CLOSING)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("第七十五届会议", {"session": ("75", "第七十五届会议")}),
        ("第九十五屆會議", {"session": ("95", "第九十五屆會議")}),
        ("第十届紧急特别会议", {"session": ("ES-10", "第十届紧急特别会议")}),
        ("议程项目 103(hh)", {"agenda_item": ("103(hh)", "103(hh)")}),
        ("议程项目91(d)", {"agenda_item": ("91(d)", "91(d)")}),
        ("2020 年 12 月 7 日大会决议", {"date": ("2020-12-07", "2020 年 12 月 7 日")}),
        ("2020 年 2 月 31 日大会决议", {}),
        ("[未经发交主要委员会而通过(A/ES-10/L.27)]", {}),
        ("[根据全体会议审议的一项提案(E/2023/L.4)通过]", {}),
        ("2023年届会", {}),
        ("第95/100号决议", {}),
        ("二九九九(二十九)、样例之代表权问题",
         {"number": ("2999(XXIX)", "二九九九(二十九)"),
          "title": ("样例之代表权问题", "样例之代表权问题")}),
        ("二九九（一） 设置样例委员会案",
         {"number": ("299(I)", "二九九（一）"),
          "title": ("设置样例委员会案", "设置样例委员会案")}),
        ("217 (III). 国际人权宪章",
         {"number": ("217(III)", "217 (III)"), "title": ("国际人权宪章", "国际人权宪章")}),
        (
            "2050年12月4日第81次全体会议根据委员会的建议（A/95/602/Add.2，第94段） "
            "报告中建议的决议草案由下列提案国在委员会提出：甲国、乙国。 "
            "经记录表决，以106票赞成，1票反对，67票弃权通过，其结果如下：",
            {
                "date": ("2050-12-04", "2050年12月4日"),
                "meeting": ("81", "第81次全体会议"),
                "report": ("A/95/602/Add.2", "A/95/602/Add.2"),
                "report_paragraph": ("94", "第94段"),
                "sponsors": ("甲国、乙国", "甲国、乙国"),
                "vote": ("经记录表决，以106票赞成，1票反对，67票弃权通过",) * 2,
            },
        ),
        ("赞成：甲国、乙国", {}),
        ("ES-10/22. 保护平民",
         {"number": ("ES-10/22", "ES-10/22"), "title": ("保护平民", "保护平民")}),
        ("54/254.联合国新千年",
         {"number": ("54/254", "54/254"), "title": ("联合国新千年", "联合国新千年")}),
        (
            "[根据第一委员会的报告(A/75/399, 第 96 段)通过]",
            {
                "committee": ("第一委员会", "第一委员会"),
                "report": ("A/75/399", "A/75/399"),
                "report_paragraph": ("96", "第 96 段"),
            },
        ),
    ],
)  # fmt: skip
def test_each_form_of_line_states_its_facts(text: str, facts: dict[str, tuple[str, str]]) -> None:
    found = facts_of_masthead(text)
    assert {name: (f.value, f.span.of(text)) for name, f in found.items()} == facts


def test_the_agenda_title_is_the_unknown_line_below_the_agenda_item() -> None:
    text = "议程项目 5\n样例地区的行动\n2053年12月12日大会决议"
    assert facts_of_masthead(text)["agenda_title"].value == "样例地区的行动"
    assert "agenda_title" not in facts_of_masthead("议程项目 5\n大会决议\n样例地区")


def test_below_the_title_of_the_whole_stands_that_of_a_part() -> None:
    assert facts_of_masthead("90/72. 样例事项\nB. 样例周")["title"].value == "样例周"
    assert facts_of_masthead("90/72. 样例事项\nB")["title"].value == "样例事项"


def test_a_list_of_countries_goes_on_over_its_lines() -> None:
    assert lines("赞成：甲国、", "乙国、丙国", "反对：丁国") == [
        "赞成：甲国、乙国、丙国",
        "反对：丁国",
    ]


def test_a_line_that_was_all_markup_states_nothing() -> None:
    assert facts_of_masthead("议程项目 5\n\n样例地区")["agenda_title"].value == "样例地区"


def test_a_title_or_bracket_over_two_lines_is_one_line() -> None:
    assert lines("议程项目 5", "", "全面彻底裁军：2013 年", "大会会议") == [
        "议程项目 5",
        "全面彻底裁军：2013 年大会会议",
    ]
    assert lines("[根据第一委员会的报告", "(A/75/399)通过]") == [
        "[根据第一委员会的报告(A/75/399)通过]"
    ]
    assert lines("75/45. 后续", "行动") == ["75/45. 后续行动"]
    assert lines("53/175.", "", "样例标题") == ["53/175.样例标题"]


def test_lines_without_blank_lines_between_stay_apart() -> None:
    printed = ("第九十五屆會議", "議程項目145", "大會決議", "95/52. 樣例")
    assert lines(*printed) == list(printed)


@pytest.mark.parametrize(
    "text", ["2017 年 12 月 4 日\n第 62 次全体会议", "第62次全体会议\n2017年12月4日",
             "2017年12月4日第62次全体会议"],
)  # fmt: skip
def test_the_closing_lines_are_read_in_any_order(text: str) -> None:
    facts = {name: fact.value for name, fact in facts_of_closing(text).items()}
    assert facts == {"meeting": "62", "meeting_date": "2017-12-04"}


def test_the_title_of_a_part_may_stand_below_its_letter() -> None:
    text = "\n".join(lines("99/88. 海岸灯塔", "", "A", "", "灯塔的养护"))
    facts = facts_of_masthead(text)
    assert (facts["title"].value, facts["whole_title"].value) == ("灯塔的养护", "海岸灯塔")


def test_the_title_of_a_whole_without_parts_is_its_only_one() -> None:
    assert "whole_title" not in facts_of_masthead("99/88. 海岸灯塔")
