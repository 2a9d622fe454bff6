"""A rewriting that drops a slot of the follow-up, or invents one, is refused; whichever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.generative.slots import Before, Difference, difference
from assistant.questions import understand
from assistant.types import Question

# One slot each, in words that stand for themselves between commas.
SLOTS: dict[str, str] = {
    "symbol": "第72/31号决议",
    "place": "第13段",
    "session": "第七十六届会议",
    "date": "2013年9月26日",
    "number": "五项灯火",
    "number in figures": "40盏",
    "body": "裁军谈判会议",
    "addressee": "会员国",
    "instrument": "《不扩散核武器条约》",
    "country": "日本",
    "verb": "敦促",
    "negation": "不撤离",
    "quoted": "“守望到天明”",
    "only": "仅限",
    "other": "其他",
    "most": "最",
    "deliverable": "报告",
    "masthead": "标题",
    "why": "为什么",
    "when": "何时",
    "word": "灯塔",
    "another word": "航道",
}
NAMES = sorted(SLOTS)
SUBJECT = "珊瑚礁"
# 标题 of something that is no resolution is read as one of its words, 报告 with a session as what
# is due: these two are not always the slots that they are alone.
STABLE = [name for name in NAMES if name not in ("masthead", "deliverable")]


def read(text: str) -> Question:
    return understand(text, catalogue=())


def asked(*names: str, subject: str = "") -> str:
    return "，".join((*filter(None, (subject,)), *(SLOTS[name] for name in names))) + "呢"


def compared(follow_up: str, rewriting: str, *before: str) -> Difference:
    question = read(follow_up)
    earlier = tuple(Before(read(text)) for text in before or (f"{SUBJECT}是什么",))
    return difference(question, question, read(rewriting), earlier)


names = st.lists(st.sampled_from(NAMES), unique=True, min_size=1, max_size=4)
stable = st.lists(st.sampled_from(STABLE), unique=True, min_size=1, max_size=4)


@given(stable)
def test_a_rewriting_that_keeps_every_slot_and_names_the_subject_is_taken(own: list[str]) -> None:
    assert not compared(asked(*own), asked(*own, subject=SUBJECT))


@given(names, st.data())
def test_a_rewriting_that_drops_any_slot_is_refused(own: list[str], data: st.DataObject) -> None:
    lost = data.draw(st.sampled_from(own))
    kept = [name for name in own if name != lost]
    assert compared(asked(*own), asked(*kept, subject=SUBJECT))


@given(names, st.sampled_from(NAMES))
def test_a_rewriting_that_invents_any_slot_is_refused(own: list[str], new: str) -> None:
    if new not in own:
        assert compared(asked(*own), asked(*own, new, subject=SUBJECT))


@pytest.mark.parametrize("earlier", [name for name in STABLE if name != "word"])
def test_a_slot_of_an_earlier_question_may_be_taken_over(earlier: str) -> None:
    before = asked(earlier, subject=SUBJECT)
    assert not compared(asked("word"), asked("word", earlier, subject=SUBJECT), before)


@pytest.mark.parametrize(
    ("follow_up", "rewriting", "before"),
    [
        ("那个机构收到什么报告", "裁军谈判会议收到什么报告", "裁军谈判会议是什么"),
        ("前者谁核准", "谁核准《禁止核武器条约》", "《禁止核武器条约》和《不扩散核武器条约》"),
        ("他们开展什么活动", "非政府组织开展什么活动", "非政府组织"),
        ("哪年结束", "种子保存十年哪年结束", "种子保存十年从哪年开始"),
        (
            "when do they meet",
            "when do the lighthouse keepers meet",
            "who are the lighthouse keepers",
        ),
        ("第十三段里他们收到什么", "第13段里会员国收到什么", "会员国要做什么"),
    ],
)
def test_what_only_points_back_is_replaced_by_what_it_means(
    follow_up: str, rewriting: str, before: str
) -> None:
    assert not compared(follow_up, rewriting, before)


@pytest.mark.parametrize(
    ("follow_up", "rewriting", "before"),
    [
        ("前者谁核准", "谁核准", "《禁止核武器条约》"),  # names nothing for it
        ("前者谁核准", "前者谁核准", "《禁止核武器条约》"),
        ("前者谁核准", "他们的《禁止核武器条约》谁核准", "《禁止核武器条约》"),
        ("前者谁没有核准", "谁核准《禁止核武器条约》", "《禁止核武器条约》"),
        ("前者谁核准", "谁没有核准《禁止核武器条约》", "《禁止核武器条约》"),
        ("第14段里他们收到什么", "第13段和第14段里会员国收到什么", "会员国在第13段收到什么"),
        ("他们收到什么", "会员国为什么收到", "会员国"),
        ("他们收到什么", "会员国收到什么灯油", "会员国"),
        ("他们收到灯油吗", "会员国收到什么", "会员国"),
    ],
)
def test_what_is_turned_round_left_open_or_added_is_refused(
    follow_up: str, rewriting: str, before: str
) -> None:
    assert compared(follow_up, rewriting, before)


def test_the_resolution_that_the_rules_took_over_stands() -> None:
    follow_up = read("他们收到什么")
    carried = understand("第75/45号决议里他们收到什么", catalogue=())
    before = (Before(read("第72/31号决议对会员国说了什么")), Before(read("第75/45号决议呢")))
    kept = difference(follow_up, carried, read("第75/45号决议里会员国收到什么"), before)
    assert not kept
    assert difference(follow_up, carried, read("第72/31号决议里会员国收到什么"), before)
    assert difference(follow_up, carried, read("会员国收到什么"), before)


def test_labels_of_what_was_shown_are_part_of_the_conversation() -> None:
    shown = (Before(read("会员国要做什么"), ("A/RES/75/45#OP13",)),)
    follow_up = read("那里他们收到什么")
    rewriting = read("第75/45号决议第13段里会员国收到什么")
    assert not difference(follow_up, follow_up, rewriting, shown)
    assert difference(follow_up, follow_up, read("第75/45号决议第14段里会员国收到什么"), shown)
