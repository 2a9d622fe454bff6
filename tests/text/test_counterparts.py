"""English questions put to Chinese texts."""

from __future__ import annotations

from assistant.text.counterparts import counterparts


def test_terms_bodies_abbreviations_and_numbers_have_counterparts() -> None:
    said = counterparts("What did the Secretary-General say on nuclear disarmament and the NPT?")
    for word in ("核裁军", "秘书长", "NPT"):
        assert word in said.split()


def test_other_words_have_none() -> None:
    assert counterparts("Which team won the final game?") == ""


def test_numbers_stand_as_they_are_and_once() -> None:
    assert counterparts("between 1968 and 1968").split() == ["1968"]
