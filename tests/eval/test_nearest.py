"""What a refusal says is held instead is looked up again; what is not held is found out."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from eval.lexicon import plain
from eval.nearest import not_held
from eval.sentences import read_sentences
from eval.subject import read_truth


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("库中最接近的是第75/45号决议。", "库中最接近的是第75/46号决议。"),
        ("库中最接近的届会：第七十五届会议。", "库中最接近的届会：第七十六届会议。"),
        (
            "第75/45号决议中最接近的是执行部分第15段。",
            "第75/45号决议中最接近的是执行部分第16段。",
        ),
        (
            "第75/45号决议向这些主体提出要求：秘书长、会员国。",
            "第75/45号决议向这些主体提出要求：秘书长、安全理事会。",
        ),
        ("第72/31号决议所用的相近动词：关切。", "第72/31号决议所用的相近动词：谴责。"),
        (
            "第75/45号决议对秘书长所用的动词：请。",
            "第75/45号决议对秘书长所用的动词：请、敦促。",
        ),
        (
            "第75/45号决议写明要办事的届会：第七十六届会议。",
            "第75/45号决议写明要办事的届会：第七十七届会议。",
        ),
        ("第72/31号决议印有：通过日期、会议。", "第72/31号决议印有：通过日期、表决结果。"),
        (
            "第75/45号决议提到的有：第67/39号决议。",
            "第75/45号决议提到的有：第67/40号决议。",
        ),
        (
            "文字最接近的段落：第72/31号决议执行部分第12段。",
            "文字最接近的段落：第72/31号决议执行部分第17段。",
        ),
    ],
)
def test_a_name_that_the_library_does_not_have_so_is_found_out(
    assistant: Assistant, true: str, false: str
) -> None:
    truth = read_truth(assistant)
    for words, right in ((true, True), (false, False)):
        said = read_sentences(plain(words))
        assert said is not None
        assert (list(not_held(said[0], truth)) == []) is right, words
