from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.associations import associated, flat, log_likelihood

TOPICS = ("湿地", "古道", "雪线", "邮路", "石桥", "珊瑚", "水井", "灯塔", "渡口", "钟楼")


def found(phrase: str, beside: list[str], elsewhere: list[str], lang: str = "zh") -> list[str]:
    flattened = [[flat(text, lang) for text in texts] for texts in (beside, elsewhere)]  # type: ignore[arg-type]
    return [a.text for a in associated(phrase, *flattened, lang)]  # type: ignore[arg-type]


def test_the_words_that_stand_there_and_not_elsewhere_are_the_rendering() -> None:
    beside = [f"铭记{topic}的重要性，" for topic in TOPICS[:5]]
    elsewhere = [f"回顾{topic}的重要性，" for topic in TOPICS]
    assert found("bearing in mind", beside, elsewhere) == ["铭记"]


def test_two_renderings_are_each_found_where_the_other_is_not() -> None:
    beside = [f"促请各国保护{topic}；" for topic in TOPICS[:6]]
    beside += [f"呼吁会员国调查{topic}；" for topic in TOPICS[6:]]
    elsewhere = [f"请{who}{topic}；" for topic in TOPICS for who in ("各国保护", "会员国调查")]
    assert found("calls upon", beside, elsewhere) == ["促请", "呼吁"]


def test_chinese_is_put_into_english_the_same_way() -> None:
    beside = [f"Bearing in mind the place of town {n}," for n in "abcde"]
    elsewhere = [f"Recalling the place of town {n}," for n in "abcdefgh"]
    assert found("铭记", beside, elsewhere, "en") == ["bearing in mind"]


def test_two_texts_are_too_few_to_claim_anything() -> None:
    assert found("bearing in mind", ["铭记湿地，", "铭记古道，"], ["回顾湿地，"] * 30) == []


def test_where_unlike_words_fit_as_well_none_is_chosen() -> None:
    beside = [f"兹以特惠价格在{topic}供应热茶；" for topic in TOPICS]
    elsewhere = [f"请各国保护{topic}；" for topic in TOPICS]
    assert found("special blend", beside, elsewhere) == []


def test_words_that_stand_everywhere_are_no_rendering() -> None:
    beside = [f"会员国保护{topic}；" for topic in TOPICS[:5]]
    elsewhere = [f"会员国保护{topic}；" for topic in TOPICS[5:]] * 3
    assert found("special blend", beside, elsewhere) == []


@given(st.lists(st.text(alphabet="铭记湿地古道的保护，；", max_size=15), max_size=8), st.data())
def test_a_rendering_is_always_printed_by_the_texts(beside: list[str], data: st.DataObject) -> None:
    elsewhere = data.draw(
        st.lists(st.text(alphabet="铭记湿地古道的保护，；", max_size=15), max_size=8)
    )
    for association in associated("wetland", beside, elsewhere, "zh"):
        assert sum(association.text in text for text in beside) >= association.together > 0
        assert sum(association.text in text for text in elsewhere) == association.apart
        assert 0 < association.dice <= 1


@pytest.mark.parametrize("table", [(0, 5, 5, 5), (1, 9, 9, 81), (0, 0, 0, 0)])
def test_what_comes_together_by_chance_has_no_likelihood(table: tuple[int, int, int, int]) -> None:
    assert log_likelihood(*table) == 0


def test_the_likelihood_is_dunnings() -> None:
    # 2 * (10 ln 2 + 10 ln 2): the entropy of a perfect table of 10 and 10.
    assert log_likelihood(10, 0, 0, 10) == pytest.approx(27.726, abs=1e-3)
