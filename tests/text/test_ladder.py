"""Which of two verbs says more."""

from __future__ import annotations

import pytest

from assistant.text.ladder import Said, step
from assistant.text.verbs import VERBS, match_verb


def said(text: str) -> Said:
    match = match_verb(text)
    assert match is not None
    return match.verb, match.family, match.strength, match.adverbs


@pytest.mark.parametrize(
    ("before", "after"),
    [("注意到", "欢迎"), ("欢迎", "赞赏"), ("请", "促请"), ("关切", "深为关切"), ("念及", "铭记")],
)
def test_what_is_stronger_one_way_is_weaker_the_other(before: str, after: str) -> None:
    assert step(said(before), said(after)) == "stronger"
    assert step(said(after), said(before)) == "weaker"


def test_families_that_are_on_no_ladder_are_not_ranked() -> None:
    assert step(said("决定"), said("请")) == "verb"


def test_no_verb_of_the_table_is_stronger_or_weaker_than_itself() -> None:
    for verb in VERBS:
        one: Said = (verb.name, verb.family, verb.strength, ())
        assert step(one, one) is None
