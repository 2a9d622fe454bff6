"""Acts by verb, addressee and deadline, complete and in document order."""

from __future__ import annotations

import pytest

from tests.retrieval.conftest import Find, gaps, keys, quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # every directive to somebody
        ("75/45请秘书长做什么", "OP6 OP11 OP13 OP14"),
        ("72/31请秘书长做什么", "OP14"),
        ("75/45请大会主席做什么", "OP9"),
        ("75/45对会员国有什么要求", "OP12"),
        ("75/45对民间社会有什么要求", "OP12"),
        ("72/31对各国有什么要求", "OP4 OP12"),
        # one verb
        ("75/45决定了什么", "OP5 OP10 OP15"),
        ("72/31决定了什么", "OP15 OP16"),
        ("75/45呼吁什么", "OP2 OP4"),
        ("75/45欢迎什么", "PP2 PP11 OP7"),
        ("75/45赞同什么", "OP3"),
        ("72/31期待什么", "OP13"),
        ("72/31确认了什么", "PP14 OP7"),
        # within a part
        ("75/45的序言欢迎什么", "PP2 PP11"),
        ("75/45的执行部分欢迎什么", "OP7"),
        # verb and body
        ("75/45促请会员国做什么", "OP12"),
        ("75/45再次请谁", "OP6 OP9 OP11 OP13 OP14"),
    ],
)
def test_acts_are_found_by_verb_and_addressee(find: Find, text: str, found: str) -> None:
    assert [passage.paragraph.place for passage in find(text).passages] == found.split()


def test_only_the_act_asked_about_is_taken_of_a_paragraph_that_holds_two(find: Find) -> None:
    first, *_ = quoted(find("75/45请秘书长做什么"))
    assert first == "请秘书长将报告转递裁军谈判会议和裁军审议委员会，供其及早审议"
    assert (
        quoted(find("75/45的序言欢迎什么"))[0]
        == "欢迎 2013 年 9 月 26 日召开核裁军问题大会高级别会议"
    )


def test_acts_of_both_resolutions_come_in_the_order_of_the_library(find: Find) -> None:
    assert keys(find("两份决议请秘书长做什么")) == [
        "72/31#OP14", "75/45#OP6", "75/45#OP11", "75/45#OP13", "75/45#OP14",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("75/45请安全理事会做什么", ("addressee", "安全理事会")),
        ("75/45谴责了什么", ("verb", "谴责")),
        ("75/45敦促各国做什么", ("act", "敦促各国")),
        ("72/31促请秘书长做什么", ("act", "促请秘书长")),
    ],
)
def test_a_verb_or_body_that_is_not_there_is_what_is_missing(
    find: Find, text: str, missing: tuple[str, str]
) -> None:
    found = find(text)
    assert found.refused
    assert (found.passages, gaps(found)) == ((), [missing])


def test_a_resolution_that_is_silent_beside_one_that_speaks_is_said_to_be(find: Find) -> None:
    found = find("72/31和75/45请大会主席做什么")
    assert keys(found) == ["75/45#OP9"]
    assert [(gap.kind, gap.where) for gap in found.missing] == [("addressee", "A/RES/72/31")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第七十六届会议要收到哪些报告", ["75/45#OP13", "75/45#OP14"]),
        ("75/45有哪些事项要列入第七十六届会议议程", ["75/45#OP15"]),
        ("72/31要列入第七十四届会议议程的是什么", ["72/31#OP15"]),
        ("第七十三届会议临时议程要列入什么", ["72/31#OP16"]),
    ],
)
def test_what_is_due_at_a_session_is_found_by_it(find: Find, text: str, found: list[str]) -> None:
    assert keys(find(text)) == found


def test_nothing_due_at_a_session_is_missing(find: Find) -> None:
    found = find("75/45要求向第八十届会议提交什么报告")
    assert found.refused
    assert gaps(found) == [("deadline", "80")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("哪些决议请秘书长提交报告", ["75/45#OP13", "75/45#OP14"]),
        ("第七十五届会议有哪些决议请秘书长提交报告", ["75/45#OP13", "75/45#OP14"]),
        ("75/45请秘书长提交什么报告", ["75/45#OP13", "75/45#OP14"]),
        # A report that is there is passed on.
        ("哪些决议请秘书长转递报告", ["75/45#OP6", "75/45#OP13"]),
        ("哪些决议请大会主席召开会议", ["75/45#OP9"]),
        ("第一委员会提出的决议里哪些请大会主席召开会议", ["75/45#OP9"]),
        ("哪些决议请秘书长提供服务", ["72/31#OP14", "75/45#OP11"]),
        ("哪些决议决定列入分项", ["72/31#OP15", "72/31#OP16", "75/45#OP15"]),
        ("2018年以来哪些决议决定列入分项", ["75/45#OP15"]),
        ("哪些决议请秘书长提交关于执行情况的报告", ["75/45#OP14"]),
        ("哪些决议征求会员国的意见", ["75/45#OP13"]),
    ],
)
def test_acts_are_found_by_what_they_ask_to_be_made(
    find: Find, text: str, found: list[str]
) -> None:
    assert keys(find(text)) == found


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("哪些决议请秘书长设立基金", ("deliverable", "秘书长||基金|")),
        ("哪些决议决定设立工作组", ("deliverable", "|决定|工作组|")),
        ("哪些决议请秘书长提交关于外层空间的报告", ("deliverable", "秘书长||报告|外层空间")),
        ("哪些决议请安全理事会提交报告", ("addressee", "安全理事会")),
    ],
)
def test_what_is_asked_of_nobody_is_missing(
    find: Find, text: str, missing: tuple[str, str]
) -> None:
    found = find(text)
    assert found.refused
    assert gaps(found)[:1] == [missing]
