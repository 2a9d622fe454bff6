"""The table of operative verbs and how they are recognised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.normalise import fold
from assistant.text.verbs import (
    ADVERBS,
    DIRECTIVES,
    VERBS,
    Verb,
    english_verbs,
    match_verb,
    verbs_by_name,
)
from assistant.types import Span


@pytest.mark.parametrize(
    ("text", "verb", "adverbs"),
    [
        ("请秘书长", "请", []),
        ("又请秘书长", "请", ["又"]),
        ("再次请大会主席", "请", ["再次"]),
        ("促请会员国", "促请", []),
        ("还强烈敦促各国", "敦促", ["还", "强烈"]),
        ("深为关切核武器", "关切", ["深为"]),
        ("又深为关切", "关切", ["又", "深为"]),
        ("同样深为关切", "关切", ["同样", "深为"]),
        ("表示深为关切", "关切", ["表示", "深为"]),
        ("并赞赏地注意到", "注意到", ["并", "赞赏地"]),
        ("表示注意到", "注意到", []),
        ("表示赞赏", "赞赏", []),
        ("在这方面回顾", "回顾", ["在这方面"]),
        ("强调指出保证", "强调", []),
        ("着重指出", "着重指出", []),
        ("重申", "重申", []),
        ("再次申明", "重申", []),
        ("期待条约生效", "期待", []),
        ("决心为", "决心", []),
        ("欣见会员国", "欣见", []),
    ],
)
def test_an_act_is_recognised_by_its_verb_and_adverbs(
    text: str, verb: str, adverbs: list[str]
) -> None:
    found = match_verb(text)
    assert found is not None
    assert (found.verb, list(found.adverbs)) == (verb, adverbs)
    assert found.span.start == 0


@pytest.mark.parametrize(
    "text",
    ["请愿书", "请求", "要求的措施", "决定性", "通过谈判", "确认书", "支持者", "建议的措施",
     "满意地", "又", "", "x"],
)  # fmt: skip
def test_words_that_begin_like_a_verb_are_none(text: str) -> None:
    assert match_verb(text) is None


def test_a_verb_is_looked_for_where_it_is_said_to_begin() -> None:
    text = "并请秘书长"
    found = match_verb(text, 1)
    assert found is not None
    assert (found.span, found.adverbs) == (Span(1, 2), ())
    assert match_verb(text, 2) is None
    assert match_verb(text, 99) is None


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_spelling_is_recognised_as_its_verb(verb: Verb) -> None:
    for spelling in verb.spellings:
        found = match_verb(spelling)
        assert found is not None, spelling
        assert (found.verb, found.family, found.strength) == (
            verb.name,
            verb.family,
            verb.strength,
        )


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [("邀请", "请"), ("请", "促请"), ("促请", "敦促"), ("注意到", "欢迎"), ("关切", "痛惜"),
     ("遗憾", "谴责"), ("希望", "期待")],
)  # fmt: skip
def test_the_order_of_strength_is_that_of_drafting_practice(weaker: str, stronger: str) -> None:
    table = verbs_by_name()
    assert table[weaker].strength < table[stronger].strength


def test_the_table_is_sound() -> None:
    assert len(verbs_by_name()) == len(VERBS)
    assert all(1 <= verb.strength <= 5 for verb in VERBS)
    assert all(verb.english for verb in VERBS)
    assert all(fold(adverb).text == adverb for adverb in ADVERBS)


def test_directives_are_what_asks_somebody_to_act() -> None:
    assert {"请", "促请", "敦促", "呼吁", "邀请", "鼓励", "要求", "建议"} <= DIRECTIVES
    assert not DIRECTIVES & {"决定", "欢迎", "重申", "注意到"}


def test_an_english_stem_stands_for_every_verb_it_translates() -> None:
    table = english_verbs()
    assert table["urge"] == {"敦促", "促请"}
    assert table["call upon"] == {"呼吁", "吁请", "促请"}
    assert table["decide"] == {"决定"}
    assert set().union(*table.values()) == set(verbs_by_name())


@given(st.text(max_size=30), st.integers(0, 30))
def test_a_match_lies_in_the_text_and_ends_with_its_verb(text: str, at: int) -> None:
    found = match_verb(fold(text).text, at)
    if found is not None:
        words = found.span.of(fold(text).text)
        assert found.span.start == at
        assert words.endswith(verbs_by_name()[found.verb].spellings)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_spelling_is_folded_because_matching_is(verb: Verb) -> None:
    for word in (*verb.spellings, *verb.asked_as):
        assert fold(word).text == word


def test_no_spelling_belongs_to_two_verbs() -> None:
    spellings = [spelling for verb in VERBS for spelling in verb.spellings]
    assert {s for s in spellings if spellings.count(s) > 1} == set()


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("铭记地方品种一经失传便不能复得，", "铭记"),
        ("深为关切地下水水位下降，", "关切"),
        ("关切地注意到十年来有七十座灯塔熄灭，", "注意到"),
        ("赞赏地注意到秘书长的报告，", "注意到"),
    ],
)
def test_a_word_that_begins_with_the_particle_of_adverbs_leaves_the_verb_one(
    text: str, verb: str
) -> None:
    found = match_verb(fold(text).text)
    assert found is not None
    assert found.verb == verb
