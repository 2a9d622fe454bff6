"""A stream is read the same however it is cut, and nothing half is ever read."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.generative.sentences import Said, SentenceReader


def read(*pieces: str, whole: bool = True) -> list[Said]:
    reader = SentenceReader()
    found = [said for piece in pieces for said in reader.feed(piece)]
    return [*found, *reader.end(whole=whole)]


def told(*pieces: str, whole: bool = True) -> list[tuple[str, tuple[int, ...]]]:
    return [(said.text, said.keys) for said in read(*pieces, whole=whole)]


def test_a_sentence_ends_with_its_stop_and_keeps_the_keys_behind_or_before_it() -> None:
    assert told("请秘书长提出报告[1]。又请秘书长转递报告。[2][3]") == [
        ("请秘书长提出报告。", (1,)),
        ("又请秘书长转递报告。", (2, 3)),
    ]


@pytest.mark.parametrize(
    "marker",
    ["[1]", "【1】", "(1)", "（1）", "[^1]", "[证据1]", "【1†来源】", "①", "[P1]", "［1］"],
)
def test_a_key_is_read_in_every_form_that_models_write(marker: str) -> None:
    assert told(f"请秘书长提出报告{marker}。") == [("请秘书长提出报告。", (1,))]
    assert told(f"请秘书长提出报告。{marker}") == [("请秘书长提出报告。", (1,))]


def test_a_number_in_round_brackets_within_a_sentence_is_the_sources_own() -> None:
    assert told("请秘书长：(1) 提出报告；(2) 召开会议。[3]") == [
        ("请秘书长：(1) 提出报告；(2) 召开会议。", (3,))
    ]


def test_a_sentence_may_stand_on_several_paragraphs_a_stretch_on_each() -> None:
    (said,) = read("大会决定召开会议[1]，并请秘书长安排[2]。")
    assert [(unit.text, unit.keys) for unit in said.units] == [
        ("大会决定召开会议", (1,)),
        ("，并请秘书长安排", (2,)),
    ]


def test_english_stops_are_no_abbreviations_and_no_decimals() -> None:
    assert told("It welcomes para. 3 of A/RES/75/45 and 1.5 per cent. It ends [2].") == [
        ("It welcomes para. 3 of A/RES/75/45 and 1.5 per cent.", ()),
        ("It ends.", (2,)),
    ]


def test_an_abbreviation_of_a_document_ends_no_sentence() -> None:
    assert told("It recalls A/68/514, Vol. I, Suppl. 3, pp. 4 and 5 [1].") == [
        ("It recalls A/68/514, Vol. I, Suppl. 3, pp. 4 and 5.", (1,))
    ]


@pytest.mark.parametrize(
    "list_in_one_line",
    [
        "改善蜂群保育的条件； [8] 划拨可预测的资源； [9] 提出报告 [10]。",
        "改善蜂群保育的条件 [8]；划拨可预测的资源 [9]；提出报告 [10]。",
        "改善蜂群保育的条件；[8]划拨可预测的资源；[9]提出报告；[10]",
    ],
)
def test_a_list_in_one_line_is_a_sentence_for_each_key(list_in_one_line: str) -> None:
    given = [(text.rstrip("。"), keys) for text, keys in told(list_in_one_line)]
    assert given == [
        ("改善蜂群保育的条件", (8,)),
        ("划拨可预测的资源", (9,)),
        ("提出报告", (10,)),
    ]
    assert told(*list_in_one_line) == told(list_in_one_line)


def test_a_semicolon_without_a_key_ends_nothing() -> None:
    assert told("请秘书长提出报告；并请各国予以合作 [1]。") == [
        ("请秘书长提出报告；并请各国予以合作。", (1,))
    ]
    assert told("请秘书长提出报告；", whole=False) == []


def test_thinking_lists_bold_and_headings_are_no_part_of_a_sentence() -> None:
    assert told("<think>先想[1]。</think>答案：\n- **请**秘书长报告[1]\n## 促请各国纪念[2]\n") == [
        ("请秘书长报告", (1,)),
        ("促请各国纪念", (2,)),
    ]


def test_thoughts_that_never_end_say_nothing() -> None:
    assert told("<think>请秘书长提出报告[1]。") == []


def test_text_within_json_or_a_fence_is_read_when_it_is_whole() -> None:
    assert told('{"answer": "请报告[1]。", "keys": [1]}') == [("请报告。", (1,))]
    assert told('```json\n{"sentences": ["甲[1]。", "乙[2]。"]}\n```') == [
        ("甲。", (1,)),
        ("乙。", (2,)),
    ]
    assert told("```\n请报告[1]。\n```") == [("请报告。", (1,))]


def test_json_that_was_cut_off_gives_the_strings_that_are_whole() -> None:
    assert told('{"answer": "请报告[1]。", "more": "又', whole=False) == [("请报告。", (1,))]


def test_half_a_sentence_of_a_broken_stream_is_not_read() -> None:
    assert told("请报告[1]。又请秘书长", whole=False) == [("请报告。", (1,))]
    assert told("请报告[1]。又请秘书长") == [("请报告。", (1,)), ("又请秘书长", ())]


def test_nothing_is_given_before_it_is_certain() -> None:
    reader = SentenceReader()
    assert [reader.feed(piece) for piece in ("请报告", "。", "[", "1", "]")] == [()] * 5
    (said,) = reader.feed("又")
    assert (said.text, said.keys) == ("请报告。", (1,))


STREAMS = (
    "<think>想[1]。</think>大会请秘书长提出报告[1]。又请秘书长转递。[2]\n- **促请**会员国【3】\n",
    "It requests a report [1]. It also urges States (2). See para. 3 of A/RES/75/45.[3]",
    '{"answer": "请秘书长提出报告[1]。", "evidence": [1]}',
    "大会决定“召开会议。”[1]，并请秘书长[2]安排。\n\n无法回答。",
    "答案：请报告①。没有其他要求（2）。半句话没有",
)


@pytest.mark.parametrize("stream", STREAMS)
def test_every_way_of_cutting_a_stream_in_three_gives_the_same(stream: str) -> None:
    whole = read(stream)
    for first, second in itertools.combinations(range(len(stream) + 1), 2):
        assert read(stream[:first], stream[first:second], stream[second:]) == whole


@given(st.text(alphabet='请报告。[1]【2】(3)<think>/\n{"}.“” aA', max_size=40), st.data())
def test_any_text_is_read_the_same_however_it_is_cut(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = [text[a:b] for a, b in itertools.pairwise([0, *cuts, len(text)])]
    assert read(*pieces) == read(text)


@pytest.mark.parametrize(
    "text", ["**", "<", " ", "请秘书长提出报告[1]。\n", "<think>想", "（", "a."]
)
def test_a_very_long_reply_in_very_small_pieces_is_read(text: str) -> None:
    """It would take hours if each piece were read again with all that came before it."""
    reader = SentenceReader()
    long = text * (50_000 // len(text))
    given = [one for at in range(0, len(long), 2) for one in reader.feed(long[at : at + 2])]
    assert {one.text for one in (*given, *reader.end(whole=True))} <= {"请秘书长提出报告。", long}


def test_json_nested_without_end_says_nothing_and_breaks_nothing() -> None:
    assert told('[{"a":' * 3_000) == []


def test_json_that_was_cut_off_with_a_raw_line_end_gives_what_can_be_read() -> None:
    assert [text for text, _ in told('{"a": "请秘书长\n提出报告[1]。", "b": "x')]


def test_what_stands_before_a_lone_closing_tag_is_a_sentence_of_its_own() -> None:
    given = told("我先想一想</think>大会请秘书长提出报告[1]。")
    assert [text for text, _ in given] == ["我先想一想", "大会请秘书长提出报告。"]
