"""Established wording for what people say."""

from __future__ import annotations

import pytest

from assistant.text.glossary import ENGLISH, EVERYDAY, english_terms, established
from assistant.text.normalise import fold


@pytest.mark.parametrize(
    ("word", "wording"),
    [
        ("NPT", "不扩散核武器条约"),
        ("禁核条约", "禁止核武器条约"),
        ("TPNW", "禁止核武器条约"),
        ("核武", "核武器"),
        ("直播", "网播"),
        ("安理会", "安全理事会"),
        ("汇报", "报告"),
    ],
)
def test_an_everyday_word_brings_the_wording_of_the_texts(word: str, wording: str) -> None:
    assert established(word) == (word, wording)


def test_a_word_stands_for_itself_first_and_once() -> None:
    assert established("无人机") == ("无人机",)
    assert established("支持")[0] == "支持"
    assert all(len(set(established(word))) == len(established(word)) for word in EVERYDAY)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "When was the Treaty on the Prohibition of Nuclear Weapons opened for signature?",
            {"Treaty on the Prohibition of Nuclear Weapons": "禁止核武器条约",
             "opened for signature": "开放供签署"},
        ),
        ("Which paragraph mentions webcasting?", {"webcasting": "网播"}),
        ("NUCLEAR DISARMAMENT", {"NUCLEAR DISARMAMENT": "核裁军"}),
        ("the weather tomorrow", {}),
        ("treaties", {}),
    ],
)  # fmt: skip
def test_english_terms_are_found_the_longest_first(text: str, terms: dict[str, str]) -> None:
    assert {term: wordings[0] for term, wordings in english_terms(text)} == terms


def test_every_key_is_folded_lower_case_and_every_wording_folded() -> None:
    for table in (EVERYDAY, ENGLISH):
        for key, wordings in table.items():
            assert fold(key).text.lower() == key
            assert wordings
            assert all(fold(wording).text == wording for wording in wordings)


def test_every_english_term_is_found_by_itself() -> None:
    for term, wordings in ENGLISH.items():
        assert english_terms(f"the {term}?") == ((term, wordings),)
