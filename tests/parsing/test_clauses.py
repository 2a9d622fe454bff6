"""Acts: where one begins, where it ends, and whom it addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parsing.clauses import clauses_of
from assistant.types import Clause


def verbs(text: str) -> list[str]:
    return [clause.verb_span.of(text) for clause in clauses_of(text)]


def only(text: str) -> Clause:
    (clause,) = clauses_of(text)
    return clause


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("注意到报告，并请秘书长转递；", ["注意到", "请"]),
        ("注意到报告；并请秘书长转递；", ["注意到", "请"]),
        ("注意到报告，并且请秘书长转递；", ["注意到", "请"]),
        ("又深为关切后果，并就此重申义务，", ["又深为关切", "就此重申"]),
        ("欢迎努力，并在这方面回顾五点建议，", ["欢迎", "在这方面回顾"]),
        ("欢迎报告，并赞赏地注意到秘书长的报告，", ["欢迎", "赞赏地注意到"]),
        ("关切地注意到拖延，", ["关切地注意到"]),
        ("請秘書長提出報告，並促請會員國合作；", ["請", "促請"]),
    ],
)
def test_a_new_act_begins_with_and_and_a_verb_that_can_lead(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "请秘书长作出安排，并提供服务；",
        "请秘书长征求意见，并将报告转递裁军谈判会议；",
        "请秘书长加强合作，并支持会员国的努力；",
        "表示关切有些国家，违反了承诺，并违反了保证，",
        "表示关切有些国家，违反了承诺，并拒绝合作，",
        "促请各国尽早签署并在其后批准条约；",
        "决定列入题为“促进合作，并请秘书长提出报告”的项目。",
        "欢迎《促进合作，并请秘书长提出报告的宣言》；",
    ],
)
def test_and_inside_an_act_begins_no_new_one(text: str) -> None:
    assert len(clauses_of(text)) == 1


def test_an_act_leaves_out_the_joint_and_the_closing_stop() -> None:
    text = "注意到报告，并请秘书长转递；"
    assert [clause.span.of(text) for clause in clauses_of(text)] == ["注意到报告", "请秘书长转递"]


def test_a_text_without_a_known_verb_has_no_acts() -> None:
    assert clauses_of("秘书长尽可能充分利用样例基地的设施;") == ()
    assert clauses_of("") == ()


@pytest.mark.parametrize(
    ("text", "names", "words"),
    [
        ("请秘书长提出报告；", ["秘书长"], ["秘书长"]),
        ("再次请大会主席安排会议；", ["大会主席"], ["大会主席"]),
        ("促请会员国、联合国系统和民间社会，包括学术界，宣传国际日；",
         ["会员国", "联合国系统", "民间社会", "学术界"],
         ["会员国", "联合国系统", "民间社会", "学术界"]),
        ("敦促所有会员国以及国际组织合作；", ["会员国", "国际组织"], ["所有会员国", "国际组织"]),
        ("促请所有尚未签署《条约》的国家尽早签署；", ["各国"], ["所有尚未签署《条约》的国家"]),
        ("呼吁在裁军谈判会议紧急开始谈判；", [], []),
        ("呼吁紧急遵守法律义务；", [], []),
        ("建议按照《条约》的规定，各国开展努力；", [], []),
        ("决定秘书长出席；", [], []),
        ("欢迎会员国的努力；", [], []),
    ],
)  # fmt: skip
def test_the_addressee_stands_right_after_a_directive_verb(
    text: str, names: list[str], words: list[str]
) -> None:
    addressees = only(text).addressees
    assert [body.name for body in addressees] == names
    assert [body.text for body in addressees] == words


def test_the_object_is_what_follows_verb_and_addressee() -> None:
    text = "促请会员国和民间社会，包括学术界，宣传国际日；"
    clause = only(text)
    assert clause.object is not None
    assert clause.object.of(text) == "宣传国际日"
    assert [body.name for body in clause.addressees] == ["会员国", "民间社会", "学术界"]
    assert clause.mentioned == ()


def test_offsets_are_those_of_the_source_also_where_blanks_stand() -> None:
    text = "决定 于 2030 年 在 大会 第 八十 届 会议 提出 报告；"
    clause = only(text)
    assert clause.verb_span.of(text) == "决定"
    assert clause.deadlines[0].text == "大会 第 八十 届 会议"
    assert clause.deadlines[0].session == 80


@given(st.text(alphabet="请并，；秘书长和各国决定“”《》注意到的 所有2030年", max_size=60))
def test_acts_do_not_overlap_and_lie_in_the_text(text: str) -> None:
    end = 0
    for clause in clauses_of(text):
        assert end <= clause.span.start <= clause.verb_span.start
        assert clause.verb_span.end <= clause.span.end <= len(text)
        end = clause.span.end
