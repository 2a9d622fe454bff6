"""Which of the words quoted answer."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parsing.clauses import clauses_of
from assistant.parsing.references import references_of
from assistant.questions import understand
from assistant.retrieval.act_text import Act, hits
from assistant.retrieval.pointing import marked, pointed
from assistant.types import Paragraph, Passage, Question

# Invented paragraphs.
HELD = (
    "欢迎 2031 年 5 月 6 日在曼谷举行的湿地保护会议，"
    "并决定于 2033 年 6 月在罗马召开第二次审议会议，以审查执行情况；"
)
ADOPTED = "注意到《湿地公约》于 2028 年 3 月 4 日通过，并于 2029 年 1 月 2 日在内罗毕开放供签署，"
ASKED = "请秘书长就湿地保护情况征求会员国的意见，并将报告转递人权理事会和裁军审议委员会，供其审议；"
GOAL = "再次申明湿地保护工作的总目标仍然是保持一个有候鸟栖息的世界；"
RECALLED = "回顾其 2027 年 12 月 5 日第 82/11 号和 2029 年 12 月 9 日第 84/20 号决议，"
WORRIED = "深为关切湿地保护公约的谈判工作尚未开始，"


def passage(text: str, *clauses: int) -> Passage:
    paragraph = Paragraph(
        "A/RES/90/7",
        "OP1",
        "operative",
        text,
        clauses=clauses_of(text),
        references=references_of(text),
    )
    return Passage(paragraph, 1.0, "hybrid", clauses)


def question(text: str) -> Question:
    return understand(text, catalogue=())


def words(asked: str, text: str, *clauses: int) -> list[str]:
    return [span.of(text) for span in pointed(question(asked), passage(text, *clauses))]


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        ("湿地公约是哪天通过的", ADOPTED, ["2028 年 3 月 4 日"]),
        ("湿地公约何时开放签署", ADOPTED, ["2029 年 1 月 2 日"]),
        ("湿地公约在哪个城市开放签署", ADOPTED, ["内罗毕"]),
        ("湿地公约什么时候、在哪里开放签署", ADOPTED, ["2029 年 1 月 2 日", "内罗毕"]),
        ("湿地保护会议在哪座城市举行", HELD, ["曼谷"]),
        ("第二次审议会议几时召开", HELD, ["2033 年 6 月"]),
        ("为什么要召开第二次审议会议", HELD, ["以审查执行情况"]),
        ("由谁征求湿地保护的意见", ASKED, ["秘书长"]),
        ("湿地保护的报告转给哪两个机构", ASKED, ["人权理事会", "裁军审议委员会"]),
        ("湿地保护工作的总目标是什么", GOAL, ["保持一个有候鸟栖息的世界"]),
        ("保持有候鸟栖息的世界，是什么", GOAL, ["湿地保护工作的总目标"]),
        ("为什么对湿地保护公约感到关切", WORRIED, ["湿地保护公约的谈判工作尚未开始"]),
        ("对湿地保护公约的谈判持什么态度", WORRIED, ["深为关切"]),
        ("回顾的旧决议里最早的是哪份", RECALLED, ["82/11"]),
        ("回顾的旧决议里12月9日的是哪份", RECALLED, ["84/20"]),
    ],
)
def test_the_words_that_answer_are_marked(asked: str, text: str, answer: list[str]) -> None:
    assert words(asked, text) == answer


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("湿地公约何时生效", ADOPTED),  # a date, and not of this
        ("湿地保护会议何时举行", RECALLED),  # dates of resolutions only
        ("动员谁保护湿地", ASKED),  # he is asked, not mobilised
        ("湿地保护持续多长时间", HELD),
        ("有多少个国家参加湿地保护会议", HELD),
        ("湿地保护怎么样", HELD),
    ],
)
def test_nothing_is_marked_where_nothing_is_certain(asked: str, text: str) -> None:
    assert words(asked, text) == []


def test_what_the_question_says_itself_is_no_answer() -> None:
    assert words("2028年3月4日通过的湿地公约何时开放签署", ADOPTED) == ["2029 年 1 月 2 日"]


def test_a_year_of_a_title_is_no_date() -> None:
    text = "注意到题为“2030 年湿地议程”的报告在罗马会议上通过，"
    assert words("湿地议程的报告何时通过", text) == []


def test_words_that_are_not_quoted_are_not_marked() -> None:
    assert words("第二次审议会议几时召开", HELD, 0) == []
    assert words("第二次审议会议几时召开", HELD, 1) == ["2033 年 6 月"]


def test_all_that_is_quoted_needs_no_mark() -> None:
    text = "2031 年 5 月 6 日"
    shown = Passage(Paragraph("A/RES/90/7", "END", "end", text), 1.0, "structure")
    assert pointed(question("湿地保护会议何时举行"), shown) == ()


def test_of_two_paragraphs_only_the_one_with_the_questions_words_is_marked() -> None:
    other = passage("决定于 2040 年 1 月 1 日召开候鸟会议；")
    shown = marked(question("湿地保护的第二次审议会议几时召开"), [passage(HELD), other])
    assert shown[0].answers
    assert not shown[1].answers


@given(
    st.text(alphabet="湿地公约会议何时谁在哪里为什么多少个国家通过召开,。0123年月日", max_size=40)
)
def test_whatever_is_asked_marks_lie_in_the_text_apart_and_in_order(asked: str) -> None:
    if not asked.strip():
        return
    for text in (HELD, ADOPTED, ASKED, RECALLED):
        spans = pointed(question(asked), passage(text))
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_an_act_is_looked_at_without_what_stands_before_it_and_without_titles() -> None:
    text = "欢迎《2028 年湿地公约》，并请秘书长报告；"
    paragraph = passage(text).paragraph
    act = Act(paragraph, paragraph.clauses[-1])
    assert act.words == "请秘书长报告"
    assert "欢迎" not in act.text
    assert "2028" not in Act(paragraph, paragraph.clauses[0]).text


def test_the_words_of_a_question_are_found_where_an_act_has_them() -> None:
    paragraph = passage(HELD).paragraph
    act = Act(paragraph, paragraph.clauses[0])
    assert set(hits(question("湿地保护会议"), act, act.span)) & {"湿地", "湿地保护", "保护", "会议"}
