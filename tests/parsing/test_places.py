"""Places: what a paragraph without a number is, and what each is called."""

from __future__ import annotations

import pytest

from assistant.parsing.body import parts_of
from assistant.parsing.lines import lines_of
from assistant.parsing.marks import marked
from assistant.parsing.places import placed
from assistant.parsing.wording import wordings


def places(*lines: str) -> list[str | None]:
    wording = wordings()["zh"]
    (part,) = parts_of(marked(lines_of(("大会，", *lines), wording), wording), wording)
    return [one.place for one in placed(part.blocks, wording)][1:]


def test_behind_the_last_comma_the_operative_part_begins() -> None:
    assert places("回顾其决议，", "", "重申其决心；", "", "铭记宗旨，", "", "决定设立委员会；", "",
                  "欢迎报告。") == ["PP1", "PP2", "PP3", "OP~1", "OP~2"]  # fmt: skip


def test_without_any_comma_the_first_verb_that_acts_begins_it() -> None:
    assert places("鉴于宗旨；", "", "回顾其决议；", "", "决定设立委员会；", "", "重申其决心。") == [
        "PP1", "PP2", "OP~1", "OP~2",
    ]  # fmt: skip


def test_before_a_printed_1_stands_the_preamble_whatever_its_stops() -> None:
    assert places("回顾其决议；", "", "重申其决心。", "", "1. 请秘书长提出报告。") == [
        "PP1", "PP2", "OP1",
    ]  # fmt: skip


def test_what_adopts_a_declaration_is_operative() -> None:
    assert places("通过以下宣言：", "", "1. 我们重申信心。") == ["OP~1", "OP1"]


def test_lost_numbers_are_counted_before_a_printed_one() -> None:
    found = places("回顾其决议，", "", "鼓励会员国；", "", "欢迎报告；", "", "110. 请秘书长。")
    assert found == [
        "PP1", "OP~1", "OP~2", "OP110",
    ]  # fmt: skip


def test_a_number_lost_in_the_middle_is_the_next_one() -> None:
    assert places("1. 请秘书长；", "", "敦促各国；", "", "3. 决定开会。") == ["OP1", "OP~2", "OP3"]


@pytest.mark.parametrize(
    ("heading", "annex"), [(("附件",), "ANNEX"), (("附件一", "附件二"), "ANNEX2")]
)
def test_an_annex_is_counted_only_beside_another(heading: tuple[str, ...], annex: str) -> None:
    lines = [line for title in heading for line in (title, "样例纲领", "", "1. 纲领分两部分。", "")]
    assert places("1. 通过纲领。", *lines)[-2:] == [annex, f"{annex}/1"]


def test_points_of_an_annex_without_numbers_are_counted_as_guesses() -> None:
    assert places("1. 通过宣言。", "附件", "样例宣言", "", "我们重申信心。", "", "我们承诺行动。")[
        -2:
    ] == ["ANNEX/~1", "ANNEX/~2"]


def test_no_place_stands_twice() -> None:
    lines = ("1. 请秘书长：", "(a) 报告；", "2. 请秘书长：", "(a) 报告；", "(b) 会议。", "(b) 再。")
    found = places(*lines)
    assert len([place for place in found if place]) == len({place for place in found if place})
