from __future__ import annotations

from dataclasses import replace

from assistant.answering.exporting import answer_text
from tests.answering.exporting.samples import answer, phrased

TWO = answer(
    ("共2段：", (1, 2)), ("请秘书长", (1,)), ("请会员国\n提出 *报告*", (2,)), ("未说明。", ())
)


def test_an_answer_as_text_has_its_marks_and_what_they_stand_for() -> None:
    assert answer_text(TWO, "text").splitlines() == [
        "共2段：[1][2]",
        "请秘书长[1]",
        "请会员国",
        "提出 *报告*[2]",
        "未说明。",
        "",
        "[1] 第75/45号决议，执行部分第1段 (A/RES/75/45#OP1)",
        "[2] 第75/45号决议，执行部分第2段 (A/RES/75/45#OP2)",
    ]


def test_an_answer_as_markdown_has_its_footnotes_and_no_other_markup() -> None:
    assert answer_text(TWO, "markdown").splitlines() == [
        "共2段：[^1][^2]",
        "",
        "请秘书长[^1]",
        "",
        "请会员国\\",
        "提出 \\*报告\\*[^2]",
        "",
        "未说明。",
        "",
        "[^1]: A/RES/75/45, 执行部分第1段",
        "[^2]: A/RES/75/45, 执行部分第2段",
    ]


def test_an_answer_with_footnotes_cites_as_un_documents_do() -> None:
    assert answer_text(TWO, "footnotes").splitlines() == [
        "共2段：¹, ²",
        "请秘书长¹",
        "请会员国",
        "提出 *报告*²",
        "未说明。",
        "",
        "¹ 大会第75/45号决议，第1段。",
        "² 大会第75/45号决议，第2段。",
    ]
    english = answer_text(replace(TWO, lang="en"), "footnotes")
    assert english.endswith("² General Assembly resolution 75/45, para. 2.")


def test_an_answer_that_cites_nothing_has_no_notes() -> None:
    refused = answer(("文库中没有。", ()))
    for form in ("text", "markdown", "footnotes"):
        assert answer_text(refused, form) == "文库中没有。"  # type: ignore[arg-type]


def test_that_a_model_phrased_sentences_goes_with_them() -> None:
    said = "部分句子由语言模型（模型 *m*）依原文改写，并已逐句核对。"
    assert answer_text(phrased(TWO), "text").splitlines()[-1] == said
    assert answer_text(phrased(TWO), "footnotes").splitlines()[-1] == said
    assert said.replace("*m*", "\\*m\\*") in answer_text(phrased(TWO), "markdown")
    assert "language model" in answer_text(phrased(replace(TWO, lang="en")), "text")
    kept_nothing = replace(phrased(TWO), statements=TWO.statements)
    assert answer_text(kept_nothing, "text") == answer_text(TWO, "text")
