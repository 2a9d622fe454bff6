from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.typed import Typed, TypedWord, marked
from assistant.text.normalise import fold
from assistant.types import Span


def words(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in Typed.of(text).words)


def test_words_are_parted_by_blanks_and_punctuation_before_blanks_beside_chinese_are_dropped() -> (
    None
):
    assert words("核裁军  秘书长，报告") == ("核裁军", "秘书长", "报告")
    assert words("Nuclear “Disarmament”") == ("nuclear", "disarmament")


@pytest.mark.parametrize(
    "written",
    ["75/45", "A/RES/75/45", "第75/45号决议", "第七十五届第45号决议", "７５／４５"],
)
def test_a_symbol_in_any_written_form_is_one_word(written: str) -> None:
    (word,) = Typed.of(written).words
    assert word.symbol == "A/RES/75/45"


def test_a_symbol_is_cut_out_of_the_words_around_it() -> None:
    assert [(word.text, word.symbol) for word in Typed.of("75/45 秘书长").words] == [
        ("75/45", "A/RES/75/45"),
        ("秘书长", None),
    ]


def test_traditional_script_and_full_width_are_folded() -> None:
    assert words("秘書長 ＳＤＧ") == ("秘书长", "sdg")


def test_of_many_words_the_first_ten_are_looked_for() -> None:
    assert len(Typed.of(" ".join(f"词{n}字" for n in range(30))).words) == 10


def test_a_word_is_found_once_however_often_it_is_typed() -> None:
    assert words("报告 报告") == ("报告",)


@pytest.mark.parametrize("nothing", ["", "  ", "，。", "“”"])
def test_punctuation_alone_asks_for_nothing(nothing: str) -> None:
    assert Typed.of(nothing).words == ()


def test_a_latin_word_may_be_unfinished_but_begins_where_a_word_does() -> None:
    word = TypedWord("art")
    assert word.stands_in("an article of it")
    assert not word.stands_in("take part in it")
    assert word.stands_in("take part in article 6")


@given(st.text(alphabet="ab 甲", max_size=12), st.text(alphabet="ab甲", min_size=1, max_size=3))
def test_a_word_stands_where_it_can_be_marked(text: str, typed: str) -> None:
    word = TypedWord(typed)
    folded = fold(text).text.lower()
    assert word.stands_in(folded) == bool(list(word.spans(folded)))


def test_a_number_is_not_found_inside_another() -> None:
    assert not TypedWord("5/45").stands_in("第75/45号决议")
    assert TypedWord("75/4").stands_in("第75/45号决议")


def test_what_is_marked_are_code_points_of_the_text_as_printed() -> None:
    text = "請秘書 長於 2013 年提交報告，報告應公開"
    spans = marked(text, Typed.of("秘书长 报告").words)
    assert [span.of(text) for span in spans] == ["秘書 長", "報告", "報告"]


def test_spans_that_overlap_are_one() -> None:
    assert marked("联合国秘书长", Typed.of("联合国秘书 秘书长").words) == (Span(0, 6),)


@given(st.text(max_size=60), st.text(min_size=1, max_size=4))
def test_marks_lie_in_the_text_and_in_order_whatever_is_typed(text: str, typed: str) -> None:
    spans = marked(text, Typed.of(typed).words)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end < b.start for a, b in itertools.pairwise(spans))


@given(st.text(alphabet="核裁军秘书长 abc75/", min_size=1, max_size=20))
def test_a_text_has_every_word_of_itself(text: str) -> None:
    folded = fold(text).text.lower()
    assert all(word.stands_in(folded) for word in Typed.of(text).words if word.symbol is None)
