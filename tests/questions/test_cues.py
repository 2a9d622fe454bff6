"""The words by which a question shows what it is after."""

from __future__ import annotations

import time

import pytest

from assistant.questions.cues import (
    POLITE,
    Cue,
    find_absent_attribute,
    find_attribute,
    find_cue,
)


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("compare", "比较72/31和75/45"),
        ("compare", "有什么不同"),
        ("compare", "What is the difference?"),
        ("library", "库里有哪些决议"),
        ("library", "你有多少份决议"),
        ("library", "which resolutions do you have"),
        ("mentioned_by", "哪些决议提到它"),
        ("mentioned_by", "被哪些决议引用"),
        ("mentioned_by", "which resolutions mention it"),
        ("references", "回顾了哪些决议"),
        ("references", "提到什么条约"),
        ("references", "what earlier resolutions does it recall"),
        ("footnotes", "脚注"),
        ("footnotes", "footnotes"),
        ("count", "有多少段"),
        ("count", "几个脚注"),
        ("count", "how many paragraphs"),
        ("overview", "主要讲了什么"),
        ("overview", "概括一下"),
        ("overview", "what is it about"),
        ("deadlines", "截止日期"),
        ("deadlines", "何时提交"),
        ("deadlines", "by when"),
        ("phrase", "哪些段落提到中东"),
        ("phrase", "哪一段提到网播"),
        ("phrase", "which paragraphs mention the Middle East"),
        ("directive", "要做什么"),
        ("directive", "有哪些任务"),
        ("directive", "what is asked of them"),
    ],
)
def test_a_cue_is_found(cue: Cue, text: str) -> None:
    assert find_cue(cue, text)


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("compare", "请秘书长做什么"),
        ("library", "75/45请秘书长做什么"),
        ("footnotes", "注意到什么"),
        ("count", "要做多少年"),
        ("deadlines", "报告了什么"),
        ("phrase", "第13段"),
        ("directive", "什么时候通过"),
        ("overview", "第13段说了一件事"),
    ],
)
def test_a_cue_is_not_found_where_it_is_not(cue: Cue, text: str) -> None:
    assert not find_cue(cue, text)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("是什么时候通过的", "date"),
        ("的通过日期", "date"),
        ("哪一年通过", "date"),
        ("哪个先通过", "date"),
        ("when was it adopted", "date"),
        ("是第几次全体会议通过的", "meeting"),
        ("在哪次会议上通过", "meeting"),
        ("which plenary meeting", "meeting"),
        ("是哪届会议", "session"),
        ("第几届联大", "session"),
        ("which session", "session"),
        ("议程项目是什么", "agenda_item"),
        ("属于哪个议程", "agenda_item"),
        ("议程项目的标题", "agenda_title"),
        ("哪个委员会", "committee"),
        ("which committee", "committee"),
        ("根据哪份报告通过", "report"),
        ("委员会报告的文号", "report"),
        ("报告的第几段", "report_paragraph"),
        ("标题是什么", "title"),
        ("全称叫什么", "title"),
        ("文号是什么", "number"),
        ("what is its title", "title"),
    ],
)
def test_a_masthead_value_asked_for_is_known(text: str, attribute: str) -> None:
    found = find_attribute(text)
    assert found is not None
    assert found[0] == attribute


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("表决结果", "votes"),
        ("多少国家投了赞成票", "votes"),
        ("谁弃权", "votes"),
        ("法国怎么投的", "votes"),
        ("经过记录表决", "votes"),
        ("协商一致通过的吗", "votes"),
        ("who voted against it", "votes"),
        ("提案国", "sponsors"),
        ("谁起草的", "sponsors"),
        ("哪些国家提出的", "sponsors"),
        ("who sponsored it", "sponsors"),
        ("秘书长叫什么", "person"),
        ("决议草案的文号", "draft"),
        ("要花多少经费", "budget"),
        ("how much does it cost", "budget"),
    ],
)
def test_a_value_that_no_resolutions_text_carries_is_known(text: str, attribute: str) -> None:
    found = find_absent_attribute(text)
    assert found is not None
    assert found[0] == attribute


@pytest.mark.parametrize("text", ["请秘书长做什么", "第13段", "网播", "Which paragraphs?"])
def test_other_questions_ask_for_no_value(text: str) -> None:
    assert find_attribute(text) is None
    assert find_absent_attribute(text) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("请问75/45讲什么", "75/45讲什么"),
        ("麻烦您查一下75/45", "75/45"),
        ("你好，75/45请秘书长做什么", "75/45请秘书长做什么"),
        ("请列出75/45的决定", "75/45的决定"),
        ("请秘书长做什么", "请秘书长做什么"),
        ("促请各国", "促请各国"),
        ("Please tell me what it says", "what it says"),
    ],
)
def test_politeness_is_cut_and_requests_to_others_are_kept(text: str, left: str) -> None:
    text = text.replace("，", ",")
    assert left in POLITE.sub("", text).strip()
    assert POLITE.sub("", text).strip().endswith(left)


@pytest.mark.parametrize(
    "unit",
    ["哪些", "提到", "被", "报告", "对", "要", "什么", "有什么", "的", "通过", "2017年", "第1次",
     "A/", "回顾", "会议", "what ", "which resolutions ", "where is ", "when ", "should "],
)  # fmt: skip
def test_repeated_pieces_of_a_cue_are_read_in_a_second(unit: str) -> None:
    text = (unit * 2000)[:2000]
    begun = time.process_time()
    for cue in ("compare", "library", "mentioned_by", "references", "count", "overview",
                "deadlines", "phrase", "directive"):  # fmt: skip
        find_cue(cue, text)  # type: ignore[arg-type]
    find_attribute(text)
    find_absent_attribute(text)
    POLITE.sub("", text)
    assert time.process_time() - begun < 1.0


@pytest.mark.parametrize(
    ("text", "attribute"),
    [("弃权的有哪些国家", "votes"), ("反对的是谁", "votes"), ("是谁提的案", "sponsors")],
)
def test_voters_and_sponsors_are_asked_for_in_plain_words(text: str, attribute: str) -> None:
    found = find_absent_attribute(text)
    assert found is not None
    assert found[0] == attribute
