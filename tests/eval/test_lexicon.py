"""The judge's own words: numerals, scripts, where acts begin."""

from __future__ import annotations

import pytest

from assistant.types import Quote
from eval.lexicon import bodies_in, number_of, simplified, verbs_in
from eval.spans import acts, is_name


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("九七", 97), ("二零三", 203), ("一百零五", 105), ("十五", 15), ("两", 2), ("一九五〇", 1950)],
)
def test_numerals_are_read_by_place_and_digit_by_digit(numeral: str, value: int) -> None:
    assert number_of(numeral) == value


def test_traditional_script_is_folded_character_for_character() -> None:
    text = "請秘書長將報告轉遞國際組織，並決定設立信託基金"
    assert len(simplified(text)) == len(text)
    assert verbs_in(text) >= {"请", "决定"}
    assert bodies_in(text) == {"秘书长", "国际组织"}


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("表示注意到报告，并请秘书长转递；", "并请秘书长转递"),
        ("表示注意到报告,并请秘书长转递;", "并请秘书长转递"),
        ("表示注意到報告，並請秘書長轉遞；", "並請秘書長轉遞"),
        ("决定暂时休会，并授权主席复会；", "并授权主席复会"),
        ("Notes the report, and requests its transmittal;", "and requests its transmittal"),
        ("Convinced of this, and welcoming the network,", "and welcoming the network"),
    ],
)
def test_a_second_act_is_found_in_either_script_width_and_language(text: str, later: str) -> None:
    spans = acts(text)
    assert [span.of(text) for span in spans][1:] == [later]


def test_a_word_after_and_that_is_no_verb_begins_no_act() -> None:
    assert len(acts("Recalling its resolution, and not the decision, and nothing else,")) == 1


@pytest.mark.parametrize(
    ("words", "is_one"), [("第102/1號", True), ("第102/1号决议", True), ("第102/1", False)]
)
def test_a_number_is_a_name_with_its_classifier_in_either_script(words: str, is_one: bool) -> None:
    text = f"回顧其{words}{'' if is_one else '號'}決議，"
    start = text.index(words)
    assert is_name(text, Quote(1, start, start + len(words))) is is_one
