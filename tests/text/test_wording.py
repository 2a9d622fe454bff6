from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.text.normalise import fold
from assistant.text.tokens import index_tokens
from assistant.text.wording import Phrase, closest

TEXT = "又深为关切地注意到，以不可逆转、可核查和透明的方式消除核武器，设立不限成员名额工作组；"


def exact(phrase: str, text: str) -> list[str]:
    return [span.of(text) for span in Phrase.of(phrase).spans(text)]


def near(phrase: str, text: str) -> tuple[str, int] | None:
    found = Phrase.of(phrase).near(text)
    return (found[0].of(text), found[1]) if found else None


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("深为关切", "并深为关切风险", "深为关切"),
        ("深为关切", "並深為關切風險", "深為關切"),
        ("深為關切", "并深为关切风险", "深为关切"),
        ("深为关切", "并深 为关切风险", "深 为关切"),
        ("“深为关切”", "并深为关切风险", "深为关切"),
        ("第75/45号", "其第 ７５/45 号决议", "第 ７５/45 号"),
        ("Nuclear  disarmament", "on nuclear disarmament", "nuclear disarmament"),
    ],
    ids=["as is", "traditional", "asked in traditional", "blanks", "quoted", "full width", "case"],
)
def test_the_same_words_after_folding_are_the_phrase(phrase: str, text: str, words: str) -> None:
    assert exact(phrase, text) == [words]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [("arms", "firearms"), ("5/4", "第75/45号"), ("深为关切", "深感关切"), ("核 国", "核，国")],
)
def test_a_part_of_another_word_or_number_is_not_the_phrase(phrase: str, text: str) -> None:
    assert exact(phrase, text) == []


def test_every_place_is_found() -> None:
    assert exact("核武器", "核武器国家和无核武器国家") == ["核武器", "核武器"]


@pytest.mark.parametrize(
    ("phrase", "words", "changes"),
    [
        ("不可逆转、可核查、透明", "不可逆转、可核查和透明", 1),
        ("无限成员名额", "不限成员名额", 1),
        ("消除一切核武器", None, 0),
        ("透明方式", "透明的方式", 1),
    ],
)
def test_few_changes_come_near(phrase: str, words: str | None, changes: int) -> None:
    assert near(phrase, TEXT) == ((words, changes) if words else None)


def test_words_in_order_with_a_few_between_come_near() -> None:
    assert near("人道主义后果", "对人道主义灾难性后果的关切") == ("人道主义灾难性后果", 3)
    assert near("nuclear disarmament", "nuclear and conventional disarmament") is not None
    assert near("人道主义后果", "人道主义。后果") is None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("无核武器国家", "核武器国家应当裁军"),
        ("在第七十五届会议上审议", "在第七十六届会议上审议"),
        ("2018年以前完成", "2019年以前完成"),
        ("请秘书长", "注意到秘书长的报告"),
        ("nuclear weapon use", "nuclear weapon non use"),
    ],
    ids=["negation", "session", "year", "verb", "english negation"],
)
def test_what_is_negotiated_has_to_stay(phrase: str, text: str) -> None:
    assert near(phrase, text) is None


def test_a_short_phrase_has_to_be_there_as_it_is() -> None:
    assert near("关切", "关注") is None


def distance(one: str, other: str) -> int:
    """Levenshtein's distance, the textbook way."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one):
        fresh = [i + 1]
        for j, b in enumerate(other):
            fresh.append(min(row[j] + (a != b), row[j + 1] + 1, fresh[j] + 1))
        row = fresh
    return row[-1]


SHORT = st.text(alphabet="核武器国家", min_size=1, max_size=6)


@given(SHORT, st.text(alphabet="核武器国家", max_size=10))
def test_the_closest_stretch_is_the_closest_of_all_stretches(phrase: str, text: str) -> None:
    changes, start, end = closest(phrase, text)
    stretches = [text[i:j] for i in range(len(text) + 1) for j in range(i, len(text) + 1)]
    assert changes == min(distance(phrase, stretch) for stretch in stretches)
    assert distance(phrase, text[start:end]) == changes


WORDS = st.text(alphabet="核武器国家關切、的 ｃabAB12", min_size=2, max_size=8)


@given(WORDS, st.text(alphabet="核武器国家關切、的 ｃabAB12", max_size=30))
def test_every_span_is_the_phrase_after_folding(words: str, around: str) -> None:
    phrase = Phrase.of(words)
    if len(phrase.folded) < 2:
        return
    for text in (around, around + words + around, words):
        for span in phrase.spans(text):
            said = " ".join(fold(span.of(text)).text.split())
            assert said.lower() == phrase.folded.lower()


@given(WORDS, st.text(alphabet="核武器国家關切、的 ｃabAB12", max_size=30))
@example("的的", "")
def test_the_index_proposes_every_text_that_uses_a_phrase_or_comes_near(
    words: str, text: str
) -> None:
    phrase = Phrase.of(words)
    if len(phrase.folded) < 2 or not phrase.tokens:
        return
    tokens = set(index_tokens(text))
    if phrase.used_in(text):
        assert tokens.issuperset(phrase.tokens)
    elif phrase.near(text):
        in_order = phrase.in_order_tokens and tokens.issuperset(phrase.in_order_tokens)
        characters, least = phrase.characters_left
        changed = any(tokens.issuperset(group) for group in phrase.changed_tokens)
        assert in_order or (changed and len(tokens & characters) >= least)
    if not phrase.is_chinese and (phrase.used_in(text) or phrase.near(text)):
        assert phrase.may_be_in(text)
