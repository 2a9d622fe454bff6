"""The closed list of an answer's own words."""

from __future__ import annotations

import re
from string import Formatter
from typing import get_args

import pytest

from assistant.answering.missing_phrases import MISSING
from assistant.answering.naming import ATTRIBUTES
from assistant.answering.phrases import (
    _PHRASES,
    attribute_name,
    body_name,
    inferred_parts,
    missing_text,
    own_words,
    phrase,
    verb_name,
    where,
)
from assistant.questions.cues import _ABSENT
from assistant.retrieval.masthead import masthead_fields
from assistant.text.bodies import BODIES
from assistant.text.labels import label
from assistant.text.verbs import VERBS
from assistant.types import Lang, Missing, MissingKind

_NAMES: dict[str, str] = {
    "symbol": "A/RES/76/54", "session": "73", "place": "OP16", "addressee": "安全理事会",
    "attribute": "votes", "field": "agenda_title", "reference": "A/RES/1/1", "deadline": "80",
    "later": "2020-12-07",
    "series": "earlier", "invocation": "回顾 A/RES/1/1", "deliverable": "秘书长||报告|核裁军",
}  # fmt: skip


def variables(form: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(form) if name})


@pytest.mark.parametrize("table", [_PHRASES, MISSING], ids=["phrases", "missing"])
def test_both_languages_say_the_same_of_the_same_variables(
    table: dict[str, tuple[str, str]],
) -> None:
    for name, (chinese, english) in table.items():
        assert variables(chinese) == variables(english), name
        assert chinese
        assert not re.search(r"[㐀-鿿]", english), name


def test_every_phrase_can_be_said_in_both_languages() -> None:
    for name, (form, _) in _PHRASES.items():
        values = dict.fromkeys(variables(form), "X")
        assert phrase(name, "zh", **values)
        assert phrase(name, "en", **values)[:1] == phrase(name, "en", **values)[:1].upper()


def test_a_phrase_that_is_not_in_the_list_cannot_be_said() -> None:
    with pytest.raises(KeyError):
        phrase("whatever", "zh")


@pytest.mark.parametrize("kind", get_args(MissingKind))
@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("looked_in", [None, "", "A/RES/75/45", "A/RES/75/45#OP13"])
def test_whatever_is_missing_can_be_said(
    kind: MissingKind, lang: Lang, looked_in: str | None
) -> None:
    text = missing_text(Missing(kind, _NAMES.get(kind, "核武器"), looked_in, "15"), lang)
    assert text
    assert "None" not in text
    assert not re.search(r"\b(?:OP|PP|A/RES)", text), "codes are spelt out"
    if lang == "en":
        assert not re.search(r"[，。；（）]", text)


@pytest.mark.parametrize(
    ("missing", "zh", "en"),
    [
        (Missing("symbol", "A/RES/76/54"), "第76/54号决议", "resolution 76/54"),
        (
            Missing("place", "OP16", "A/RES/75/45", "15"),
            "第75/45号决议的执行部分第16段（共15段）",
            "operative paragraph 16 of resolution 75/45 (there are 15)",
        ),
        (Missing("session", "73"), "第七十三届会议的决议", "resolutions of session 73"),
        (
            Missing("verb", "谴责", "A/RES/75/45"),
            "第75/45号决议使用“谴责”的段落",
            "a paragraph of resolution 75/45 that uses “condemn (谴责)”",
        ),
        (Missing("term", "朝鲜"), "库中决议提到“朝鲜”的段落",
         "a paragraph of the resolutions held that mentions “朝鲜”"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(missing: Missing, zh: str, en: str) -> None:
    assert (missing_text(missing, "zh"), missing_text(missing, "en")) == (zh, en)


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_an_attribute_has_a_name_in_both_languages(attribute: str) -> None:
    assert re.search(r"[㐀-鿿]", attribute_name(attribute, "zh"))
    assert attribute_name(attribute, "en").isascii()


def test_every_printed_field_has_a_lead_and_a_name() -> None:
    for attribute in ("date", "meeting", "session", "agenda_item", "agenda_title", "committee",
                      "report", "report_paragraph", "title", "number", "votes",
                      "sponsors"):  # fmt: skip
        assert masthead_fields(attribute)
        assert attribute in _PHRASES
        assert attribute in ATTRIBUTES


def test_bodies_and_verbs_have_names_in_both_languages() -> None:
    assert body_name("秘书长", "zh") == "秘书长"
    assert body_name("秘书长", "en") == "the Secretary-General"
    assert body_name("会员国", "en") == "Member States"
    assert verb_name("促请", "zh") == "促请"
    assert verb_name("促请", "en") == "call upon (促请)"
    for body in BODIES:
        assert body_name(body.name, "en").isascii()
    for verb in VERBS:
        assert verb_name(verb.name, "en").endswith(f"({verb.name})")


@pytest.mark.parametrize(
    ("symbols", "zh", "en"),
    [
        ((), "库中决议", "the resolutions held"),
        (("A/RES/75/45",), "第75/45号决议", "resolution 75/45"),
        (
            ("A/RES/72/31", "A/RES/75/45"),
            "第72/31号决议和第75/45号决议",
            "resolution 72/31 and resolution 75/45",
        ),
        (("A/RES/1/1", "A/RES/2/2", "A/RES/3/3"), "第1/1号决议、第2/2号决议和第3/3号决议", None),
    ],
)
def test_the_resolutions_an_answer_speaks_of_are_listed(
    symbols: tuple[str, ...], zh: str, en: str | None
) -> None:
    assert where(symbols, "zh") == zh
    if en is not None:
        assert where(symbols, "en") == en


def test_every_value_that_can_be_asked_for_in_vain_has_a_name() -> None:
    assert set(_ABSENT) <= set(ATTRIBUTES)


def test_a_place_counted_from_the_end_is_spelt_out() -> None:
    assert "PP" not in missing_text(Missing("place", "PP-20", "A/RES/75/45", "16"), "zh")


def test_a_missing_annex_is_named_without_a_count() -> None:
    gap = Missing("place", "ANNEX", "A/RES/75/45")
    assert missing_text(gap, "zh") == "第75/45号决议的附件"
    assert missing_text(gap, "en") == "annex of resolution 75/45"


@pytest.mark.parametrize("lang", get_args(Lang))
def test_what_was_inferred_is_named_in_one_order_and_in_closed_words(lang: Lang) -> None:
    named = inferred_parts({"verb", "number"}, lang)
    assert named == {"zh": "段号、动词", "en": "numbers, verbs"}[lang]
    said = phrase("inferred", lang, parts=named)
    assert own_words(said) == ("inferred", None)
    assert own_words(said.replace("动词", "内容").replace("verbs", "facts")) is None


@pytest.mark.parametrize(
    "symbol",
    ["A/RES/75/45", "A/RES/217A(III)", "A/RES/ES-10/21", "A/RES/1874(S-IV)", "A/DEC/50/473",
     "S/RES/1325(2000)", "S/RES/1325", "E/RES/11(II)", "E/DEC/2023/201D", "A/HRC/RES/S-16/1"],
)  # fmt: skip
@pytest.mark.parametrize("lang", get_args(Lang))
def test_every_kind_of_symbol_may_be_named_in_every_sentence(symbol: str, lang: Lang) -> None:
    for symbols in ((symbol,), (symbol, "A/RES/72/31"), (symbol, "A/RES/72/31", symbol)):
        said = phrase("deadlines", lang, where=where(symbols, lang), n=3)
        assert own_words(said) == ("deadlines", 3)
    named = label(symbol, lang)
    assert own_words(phrase("earlier", lang, first=named, second=named)) == ("earlier", None)


@pytest.mark.parametrize(
    "said",
    [
        "第75/45号决议具有约束力且执行部分共有3段。",
        "第75/45号决议，各国必须执行，执行部分共有3段。",
        "Operative paragraphs of resolution 75/45, which binds all States: 3.",
    ],
)
def test_a_label_is_no_room_for_a_claim(said: str) -> None:
    assert own_words(said) is None
