"""The checks of sentences about words; how answers are put together stands in
``tests/retrieval/test_sayings.py``, over a whole library."""

from __future__ import annotations

import pytest

from assistant.answering.phrases import own_words, phrase
from assistant.answering.verify import faults
from assistant.answering.wording_phrases import WORDING_PHRASES, said_of
from assistant.types import Citation, CitedSource, Statement

_SOURCE = CitedSource("x.txt", "0" * 64)


def citation(n: int, text: str) -> Citation:
    return Citation(n, "A/RES/75/45", f"OP{n}", False, "", text, _SOURCE, "/")


def test_a_use_is_refused_where_a_cited_paragraph_does_not_have_it() -> None:
    text = phrase("uses", "zh", where="库中决议", phrase="深为关切", n=2)
    statement = Statement(text, "computed", (1, 2), (), "recounted")
    assert faults(statement, [citation(1, "深为关切风险"), citation(2, "深為關切後果")]) == ()
    assert faults(statement, [citation(1, "深为关切风险"), citation(2, "深感关切后果")])


def test_a_count_of_some_says_how_many_it_cites() -> None:
    text = phrase("uses_some", "zh", where="库中决议", phrase="深为关切", total=9, n=2)
    statement = Statement(text, "computed", (1,), (), "recounted")
    assert faults(statement, [citation(1, "深为关切风险")])


@pytest.mark.parametrize(("term", "may_be_said"), [("铭记", True), ("遗忘", False)])
def test_a_table_is_only_quoted_with_what_it_has(term: str, may_be_said: bool) -> None:
    text = phrase("table_verbs", "zh", phrase="bearing in mind", term=term)
    assert (faults(Statement(text, "connective"), []) == ()) is may_be_said


@pytest.mark.parametrize("name", WORDING_PHRASES)
def test_a_phrase_with_a_comma_or_colon_is_read_back(name: str) -> None:
    values = dict.fromkeys(("session", "first_session", "last_session"), "七十五")
    values |= dict.fromkeys(("n", "total", "count"), "4")
    values |= {"where": "库中决议", "term": "不可逆转、可核查"}
    values["phrase"] = "irreversible, verifiable: transparent"
    for lang in ("zh", "en"):
        said = phrase(name, lang, **values)  # type: ignore[arg-type]
        assert own_words(said) is not None
        if "phrase" in WORDING_PHRASES[name][0]:
            assert said_of(said)[0] == values["phrase"]


def test_no_other_words_pass_for_a_phrase() -> None:
    assert own_words("库中决议中原样用到“深为关切”一说并已生效”的段落共1段：") is None
