from __future__ import annotations

import pytest

from eval.sentences import QUOTED, read_sentences


def test_a_sentence_is_read_with_its_slots() -> None:
    (said,) = read_sentences("第75/45号决议有4段对秘书长提出要求:") or ()
    assert said.recount == "cited"
    assert said.value("n") == 4
    assert said.symbols("where") == ("A/RES/75/45",)
    assert said.slots["body"] == "秘书长"


def test_leads_stand_one_after_the_other_before_a_quotation() -> None:
    said = read_sentences(f"第72/31号决议:通过日期:{QUOTED}、{QUOTED}") or ()
    assert [each.recount for each in said] == ["lead", "lead"]


def test_a_quotation_alone_says_nothing_of_its_own() -> None:
    assert read_sentences(QUOTED) == ()


@pytest.mark.parametrize(
    "words",
    [
        f"{QUOTED}目前已经落实",
        "第75/45号决议有4段对秘书长提出要求,目前已经落实:",
        f"不{QUOTED}",
        "第75/45号决议有4段对火星人提出要求:",
        "这项规定至今仍然具有约束力。",
    ],
)
def test_anything_else_is_not_read(words: str) -> None:
    assert read_sentences(words) is None


def test_of_two_readings_the_one_that_leaves_less_open_is_taken() -> None:
    (said,) = read_sentences("第75/45号决议有1段提到其他决议或决定:") or ()
    assert "target" not in said.slots


def test_english_is_read_without_its_blanks() -> None:
    words = "Resolution72/31andresolution75/45mentionresolution67/39in2paragraph(s):"
    (said,) = read_sentences(words.replace("mentionres", "mentionsres")) or ()
    assert said.symbols("where") == ("A/RES/72/31", "A/RES/75/45")
