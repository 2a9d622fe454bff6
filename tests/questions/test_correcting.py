from __future__ import annotations

import pytest

from assistant.errors import InvalidCorrection
from assistant.questions.correcting import correct
from assistant.questions.understand import understand
from assistant.types import Overrides, Question, Selection, Summary


def slots(question: Question) -> dict[str, object]:
    names = (
        "intent", "symbols", "places", "kinds", "addressees", "verbs", "directive", "attribute",
        "session", "deadline_session", "due", "selection", "target", "everywhere", "missing",
        "deliverables",
    )  # fmt: skip
    kept = {name: getattr(question, name) for name in names if getattr(question, name)}
    terms = tuple(term.word for term in question.terms)
    return {**kept, **({"terms": terms} if terms else {})}


@pytest.mark.parametrize(
    ("asked", "overrides", "means"),
    [
        # names in any written form
        ("75/45请秘书长做什么", Overrides(symbols=("72/31",)), "72/31请秘书长做什么"),
        ("75/45请秘书长做什么", Overrides(symbols=("第72/31号决议",)), "72/31请秘书长做什么"),
        ("75/45第7段", Overrides(places=("第13段",)), "75/45第13段"),
        ("75/45第7段", Overrides(places=("op13",)), "75/45第13段"),
        ("75/45第7段", Overrides(places=("第7至9段",)), "75/45第7至9段"),
        ("75/45第7段", Overrides(places=("序言第2段", "FN4")), "75/45序言第2段和脚注4"),
        ("75/45第7段", Overrides(places=("附件第3段",)), "75/45附件第3段"),
        ("75/45请秘书长做什么", Overrides(addressees=("各国", "联合国秘书长")),
         "75/45请各国和秘书长做什么"),
        ("75/45请秘书长做什么", Overrides(addressees=("the Conference on Disarmament",)),
         "75/45请裁军谈判会议做什么"),
        ("75/45促请了什么", Overrides(verbs=("welcomes",)), "75/45欢迎了什么"),
        ("75/45促请了什么", Overrides(verbs=("热烈欢迎",)), "75/45欢迎了什么"),
        # another way of naming resolutions takes the place of the one before
        ("75/45请秘书长做什么", Overrides(session=72), "第七十二届会议的决议请秘书长做什么"),
        ("第七十二届会议的决议请秘书长做什么", Overrides(symbols=("75/45",)),
         "75/45请秘书长做什么"),
        ("75/45请秘书长做什么", Overrides(selection=Selection(committee="一委")),
         "由第一委员会提出的决议请秘书长做什么"),
        # emptied
        ("75/45请秘书长做什么", Overrides(addressees=()), "75/45提出了哪些要求"),
        ("75/45第13段", Overrides(places=()), "75/45讲什么"),
        ("75/45什么时候通过的", Overrides(emptied=("attribute",)), "75/45讲什么"),
        ("75/45决定了什么", Overrides(verbs=()), "75/45讲什么"),
        ("75/45促请会员国做什么", Overrides(verbs=()), "75/45对会员国有什么要求"),
        # another kind of question
        ("75/45请秘书长做什么", Overrides(intent="overview", addressees=()), "75/45讲什么"),
        ("75/45有几段", Overrides(intent="footnotes"), "75/45的脚注有哪些"),
        ("75/45讲什么", Overrides(verbs=("决定",)), "75/45决定了什么"),
        ("75/45讲什么", Overrides(places=("第3段",)), "75/45第3段"),
        ("72/31讲什么", Overrides(intent="mentioned_by"), "哪些决议提到72/31"),
        ("秘书长要做什么", Overrides(deadline_session=76), "向第七十六届会议秘书长要做什么"),
    ],
)  # fmt: skip
def test_a_question_put_right_means_what_is_asked_so(
    asked: str, overrides: Overrides, means: str, catalogue: tuple[Summary, ...]
) -> None:
    right = correct(understand(asked, catalogue=catalogue), overrides)
    meant = slots(understand(means, catalogue=catalogue))
    assert {**slots(right), "kinds": None} == {**meant, "kinds": None}


def test_the_words_stay_those_that_were_asked(catalogue: tuple[Summary, ...]) -> None:
    asked = understand("75/45请秘书长做什么", catalogue=catalogue)
    right = correct(asked, Overrides(symbols=("72/31",)))
    assert (right.text, right.folded, right.lang) == (asked.text, asked.folded, asked.lang)


def test_words_to_look_for_are_found_as_those_of_a_question(
    catalogue: tuple[Summary, ...],
) -> None:
    asked = understand("75/45对中东说了什么", catalogue=catalogue)
    right = correct(asked, Overrides(terms=("核裁军", "的")))
    meant = understand("核裁军", catalogue=catalogue)
    assert right.intent == "content"
    assert right.terms[: len(meant.terms)] == meant.terms
    assert right.terms[-1].word == "的"  # who names it wants it


def test_nothing_put_right_changes_nothing_that_is_asked(catalogue: tuple[Summary, ...]) -> None:
    for text in ("75/45请秘书长做什么", "75/45第13段", "库里有哪些决议", "你好", "它规定了什么"):
        asked = understand(text, catalogue=catalogue)
        assert slots(correct(asked, Overrides())) == slots(asked)


def test_a_refused_question_stays_refused_unless_it_is_said_what_it_asks(
    catalogue: tuple[Summary, ...],
) -> None:
    opinion = understand("你怎么看75/45？", catalogue=catalogue)
    assert opinion.intent == "refuse"
    assert correct(opinion, Overrides(symbols=("75/45",))).intent == "refuse"
    right = correct(opinion, Overrides(intent="overview", symbols=("75/45",)))
    assert (right.intent, right.reason) == ("overview", None)


@pytest.mark.parametrize(
    ("asked", "overrides", "says"),
    [
        ("75/45第3段", Overrides(symbols=("决议",)), "75/45"),
        ("75/45第3段", Overrides(symbols=("A/75/399",)), "A/RES/75/45"),
        ("75/45第3段", Overrides(places=("那里",)), "OP13"),
        ("75/45第3段", Overrides(places=("75/45第3段",)), "OP13"),
        ("75/45第3段", Overrides(addressees=("火星人",)), "秘书长"),
        ("75/45第3段", Overrides(verbs=("吃",)), "促请"),
        ("75/45第3段", Overrides(deliverables=("月亮",)), "报告"),
        ("75/45第3段", Overrides(session=0), "999"),
        ("75/45第3段", Overrides(intent="refuse"), "paragraph"),
        # an intent without what it needs
        ("75/45讲什么", Overrides(intent="paragraph"), "places"),
        ("75/45讲什么", Overrides(intent="masthead"), "题头"),
        ("75/45讲什么", Overrides(intent="wording"), "引号"),
        ("75/45讲什么", Overrides(intent="content"), "terms"),
        ("75/45讲什么", Overrides(intent="compare"), "两份"),
        ("库里有哪些决议", Overrides(intent="overview"), "symbols"),
        # nothing left to ask
        ("第13段", Overrides(places=()), "没有要问的内容"),
        ("促请了什么", Overrides(verbs=()), "没有要问的内容"),
    ],
)
def test_what_cannot_be_put_right_so_says_what_may_be_given(
    asked: str, overrides: Overrides, says: str, catalogue: tuple[Summary, ...]
) -> None:
    with pytest.raises(InvalidCorrection) as refused:
        correct(understand(asked, catalogue=catalogue), overrides)
    assert says in refused.value.zh
