from __future__ import annotations

import pytest

from assistant.text.bodies import BODIES
from assistant.text.english_verbs import INFLECTED
from assistant.text.terms import agree, counterparts
from assistant.text.verbs import VERBS
from assistant.types import Lang, TermTable


@pytest.mark.parametrize(
    ("phrase", "lang", "table", "texts"),
    [
        ("bearing in mind", "en", "verbs", ["铭记"]),
        ("Calls upon", "en", "verbs", ["促请"]),
        ("敦促", "zh", "verbs", ["urge", "exhort"]),
        ("the Secretary-General", "en", "bodies", ["秘书长"]),
        ("裁谈会", "zh", "bodies", ["conference on disarmament"]),
        ("nuclear disarmament", "en", "lookup", ["核裁军"]),
    ],
)
def test_each_counterpart_says_which_table_has_it(
    phrase: str, lang: Lang, table: TermTable, texts: list[str]
) -> None:
    found = counterparts(phrase, lang)
    assert [term.text for term in found] == texts
    assert {term.table for term in found} == {table}


@pytest.mark.parametrize(("phrase", "lang"), [("lighthouse keeping", "en"), ("守灯塔", "zh")])
def test_what_no_table_has_is_not_made_up(phrase: str, lang: Lang) -> None:
    assert counterparts(phrase, lang) == ()


def test_no_counterpart_is_a_pattern() -> None:
    for name in (*INFLECTED, *(verb.name for verb in VERBS), *(body.name for body in BODIES)):
        for term in counterparts(name, "zh"):
            assert not set(term.text) & set("~=+|"), term.text


@pytest.mark.parametrize(
    ("chinese", "english", "agreed"),
    [
        ("深为关切", "expressing deep concern", True),
        ("关切", "expressing deep concern", False),
        ("铭记", "bearing in mind", True),
        ("铭记", "bearing", False),
        ("秘书长", "secretary-general", True),
        ("促请", "welcomes", False),
    ],
)
def test_verbs_agree_in_any_form_and_with_their_adverbs(
    chinese: str, english: str, agreed: bool
) -> None:
    assert agree(chinese, english) is agreed
