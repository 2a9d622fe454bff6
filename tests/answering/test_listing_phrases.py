"""The leads of lists count the whole, say which part is shown, and are checked to do so."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.listing_phrases import (
    LISTING_PHRASES,
    Shown,
    english_deliverable,
    made_of,
    of_list,
    shown_by,
)
from assistant.answering.phrases import own_words, phrase
from assistant.answering.verify import faults
from assistant.text.deliverables import DELIVERABLES
from assistant.types import Lang, Statement, Whole
from eval.lexicon import plain
from eval.sentences import read_sentences
from tests.answering.specimens import citation

NAMES: dict[Lang, tuple[str, str, str]] = {
    "zh": ("库中决议", "秘书长", "请"),
    "en": ("the resolutions held", "the Secretary-General", "request (请)"),
}
WHOLES = st.builds(
    lambda a, b, c: Whole(a + b + c, min(a + b + c, 9), a + 1, a + b),
    st.integers(0, 99), st.integers(1, 30), st.integers(0, 99),
)  # fmt: skip


def lead(name: str, lang: Lang, whole: Whole | None, *, n: int = 3, made: str = "") -> str:
    where, body, verb = NAMES[lang]
    of = of_list(name, lang, resolutions=whole.resolutions if whole else 2, whole=whole)
    n = whole.paragraphs if whole else n
    return phrase(name, lang, where=where, body=body, verb=verb, n=n, of=of, made=made)


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("name", sorted(LISTING_PHRASES))
def test_every_lead_is_known_to_both_checks_whole_or_of_a_page(name: str, lang: Lang) -> None:
    made = made_of(["报告"], ["核裁军"], lang) if "{made}" in LISTING_PHRASES[name][0] else ""
    for whole in (None, Whole(57, 23, 21, 40)):
        for text in (lead(name, lang, whole), lead(name, lang, whole, made=made)):
            assert own_words(text) == (name, 57 if whole else 3)
            assert read_sentences(plain(text)) is not None


@given(WHOLES, st.sampled_from(get_args(Lang)), st.sampled_from(sorted(LISTING_PHRASES)))
def test_what_a_lead_says_of_its_page_is_read_again(whole: Whole, lang: Lang, name: str) -> None:
    text = lead(name, lang, whole)
    several = whole.resolutions if whole.resolutions > 1 else None
    assert shown_by(text) == Shown(several, whole.first, whole.last)


def test_a_sentence_that_speaks_of_no_page_is_read_as_none() -> None:
    assert shown_by("第75/45号决议执行部分共有15段。") == Shown()
    assert shown_by("Paragraphs of resolution 75/45 addressed to States: 3.") == Shown()


def test_every_deliverable_has_a_name_in_both_languages() -> None:
    assert all(english_deliverable(name).isascii() for name in DELIVERABLES)
    assert made_of(["报告", "会议"], [], "zh") == "、事项为“报告、会议”"
    assert made_of(["报告"], ["裁军"], "en") == ", for “report”, with “裁军”"


def counting(text: str, *numbers: int) -> Statement:
    return Statement(text, "computed", numbers, (), "recounted")


CITED = [replace(citation(n), paragraph=f"OP{n}") for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("of", "fault"),
    [
        ("，以下为第1至3段", None),
        ("，以下为第5至7段", None),
        ("，出自1份决议", None),
        ("，出自4份决议，以下为第2至4段", None),
        ("，以下为第1至4段", "shows 1 to 4 and cites 3"),
        ("，以下为第8至10段", "shows 8 to 10 of 7"),
        ("，以下为第0至2段", "shows 0 to 2 of 7"),
        ("，出自9份决议，以下为第1至3段", "says 9 resolutions"),
        ("", "says 7 and cites 3"),
    ],
)
def test_a_page_that_is_not_what_it_says_is_a_fault(of: str, fault: str | None) -> None:
    n = 3 if of == "，出自1份决议" else 7
    text = phrase("acts_verb", "zh", where="第75/45号决议", verb="请", n=n, of=of)
    found = faults(counting(text, 1, 2, 3), CITED)
    assert found == ((fault,) if fault else ())
