"""The English forms of the operative verbs, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.english_verbs import (
    EXPRESSED,
    FINITE_ONLY,
    FIXED,
    INFLECTED,
    REPEATED,
    match_form,
    participle,
    third_person,
)
from assistant.text.normalise import fold
from assistant.text.verbs import match_english_verb, verbs_by_name

TABLES = (INFLECTED, FIXED, FINITE_ONLY, EXPRESSED, REPEATED)


@pytest.mark.parametrize(
    ("text", "verb", "printed", "adverbs"),
    [
        ("Requests the Secretary-General to", "请", "Requests", ()),
        ("Also requests the", "请", "Also requests", ("also",)),
        ("Further requests the", "请", "Further requests", ("further",)),
        ("Reiterates its request to the", "请", "Reiterates its request to", ("reiterates",)),
        ("Renews its invitation to all", "邀请", "Renews its invitation to", ("renews",)),
        ("Calls upon all States", "促请", "Calls upon", ()),
        ("Once again calls upon all", "促请", "Once again calls upon", ("once again",)),
        ("Calls once again upon all", "促请", "Calls once again upon", ("once again",)),
        ("Calls for urgent compliance", "呼吁", "Calls for", ()),
        ("Appeals to all States", "呼吁", "Appeals to", ()),
        ("Strongly urges States", "敦促", "Strongly urges", ("strongly",)),
        ("Demands that all", "要求", "Demands", ()),
        ("Takes note of the", "注意到", "Takes note of", ()),
        (
            "Takes note with appreciation of the", "注意到",
            "Takes note with appreciation of", ("with appreciation",),
        ),
        (
            "Noting with deep concern that", "注意到",
            "Noting with deep concern", ("with deep concern",),
        ),
        ("Deeply concerned about the", "关切", "Deeply concerned about", ("deeply",)),
        ("Deeply concerned also about", "关切", "Deeply concerned also about", ("deeply", "also")),
        ("Is deeply concerned at the", "关切", "Is deeply concerned at", ("deeply",)),
        ("Expresses its deep concern at", "关切", "Expresses its deep concern", ("deep",)),
        ("Expressing once again the hope", "希望", "Expressing once again the hope",
         ("once again",)),
        ("Expresses its appreciation for the support", "赞赏", "Expresses its appreciation", ()),
        ("Bearing also in mind that", "铭记", "Bearing also in mind", ("also",)),
        ("Having also considered the", "审议了", "Having also considered", ("also",)),
        ("Guided by the purposes", "遵循", "Guided by", ()),
        ("In this regard, decides to", "决定", "In this regard, decides", ("in this regard",)),
        ("Strongly and unequivocally condemns", "谴责", "Strongly and unequivocally condemns",
         ("strongly", "unequivocally")),
        ("Is of the view that", "认为", "Is of the view", ()),
        ("Considers that", "认为", "Considers", ()),
        ("Considering that", "念及", "Considering", ()),
        ("Regretting that", "遗憾", "Regretting", ()),
        ("Looks forward to the", "期待", "Looks forward to", ()),
        ("Recognizing, in this regard, the", "确认", "Recognizing, in this regard",
         ("in this regard",)),
        ("Taking into account the", "念及", "Taking into account", ()),
        ("RECALLING its", "回顾", "RECALLING", ()),
    ],
)  # fmt: skip
def test_an_act_is_recognised_by_its_verb_and_adverbs(
    text: str, verb: str, printed: str, adverbs: tuple[str, ...]
) -> None:
    form = match_form(text)
    assert form is not None
    assert (form.name, form.span.of(text), form.adverbs) == (verb, printed, adverbs)


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("Requests the", True),
        ("Requesting the", False),
        ("Deeply concerned at", False),
        ("Remains deeply concerned at", True),
        ("Being aware of", False),
        ("Having considered", False),
    ],
)
def test_what_an_operative_paragraph_prints_is_finite(text: str, finite: bool) -> None:
    form = match_form(text)
    assert form is not None
    assert form.finite is finite


@pytest.mark.parametrize(
    "text",
    ["States that", "Support for the", "Notes verbales from", "Not concerned at", "Request",
     "Recommendations of the", "Called upon", "Recalled the", "Call upon", "Strongly", "", "请",
     "The Secretary-General requests", "Welcomed", "Decides-to", "Urges' sake", "Calls the"],
)  # fmt: skip
def test_words_that_only_look_like_a_leading_verb_are_none(text: str) -> None:
    assert match_form(text) is None
    assert match_english_verb(text) is None


def test_a_verb_is_looked_for_where_it_is_said_to_begin() -> None:
    text = "and also decides to"
    form = match_form(text, 4)
    assert form is not None
    assert form.span.of(text) == "also decides"
    assert match_form(text, 0) is None
    assert match_form(text, 99) is None


def test_every_verb_of_the_table_has_an_english_form_and_every_form_a_verb() -> None:
    named = {name for table in TABLES for name in table}
    assert named <= set(verbs_by_name())
    assert set(verbs_by_name()) - named == {"吁请"}, "吁请 is an older 促请: one English verb"


def test_no_english_form_belongs_to_two_verbs() -> None:
    for table in TABLES:
        forms = [form for forms in table.values() for form in forms]
        assert len(forms) == len(set(forms))


@pytest.mark.parametrize("name", INFLECTED)
def test_every_inflected_form_is_recognised_as_its_verb(name: str) -> None:
    for form in INFLECTED[name]:
        words = form.replace(" ~", "").replace("=", "").replace("+", "").split("|")[0]
        head, blank, rest = words.partition(" ")
        for inflected in (third_person(head), participle(head)):
            found = match_english_verb(f"{inflected.capitalize()}{blank}{rest} the")
            assert found is not None, words
            assert found.verb == name


@pytest.mark.parametrize(
    ("verb", "third", "ing"),
    [("note", "notes", "noting"), ("express", "expresses", "expressing"),
     ("agree", "agrees", "agreeing"), ("regret", "regrets", "regretting"),
     ("wish", "wishes", "wishing"), ("have", "has", "having")],
)  # fmt: skip
def test_verbs_are_inflected_as_they_are_spelled(verb: str, third: str, ing: str) -> None:
    assert (third_person(verb), participle(verb)) == (third, ing)


def test_family_and_strength_are_those_of_the_one_table() -> None:
    urges, requests = match_english_verb("Urges"), match_english_verb("Requests")
    assert urges is not None
    assert requests is not None
    assert (urges.family, requests.family) == ("directive", "directive")
    assert urges.strength > requests.strength


_PIECES = st.sampled_from(
    "also strongly and , in this regard requests expresses its deep concern of with appreciation "
    "take takes note bearing mind having considered is remains concerned the upon calls".split(" ")
)


@given(st.lists(_PIECES, max_size=12).map(" ".join), st.integers(0, 20))
def test_a_match_begins_where_it_was_looked_for_and_lies_in_the_text(text: str, at: int) -> None:
    folded = fold(text).text
    form = match_form(folded, at)
    if form is not None:
        assert form.span.start == at < form.span.end <= len(folded)
        assert form.name in verbs_by_name()
