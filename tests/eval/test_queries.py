"""Gold over the generated library, computed from its truth."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.text.verbs import DIRECTIVES
from eval.gold import GoldError, GoldItem
from eval.libraries import generated_steps, generated_truths
from eval.queries import groups_of, resolved


def keys_of(**query: Any) -> set[str]:
    groups = groups_of(query, generated_truths(), generated_steps())
    return {key for group in groups for key in group}


def test_every_directive_to_a_body_in_a_session_is_found_and_nothing_else() -> None:
    expected = {
        truth.key(p)
        for truth in generated_truths()
        for p in truth.paragraphs
        for act in p.acts
        if truth.masthead.get("session") == "105"
        and act.verb in DIRECTIVES
        and "秘书长" in act.addressees
    }
    found = keys_of(session=105, addressee="秘书长", directive=True)
    assert expected
    assert {key.split("(")[0] for key in found} == expected


def test_conditions_of_an_act_have_to_meet_in_one_act() -> None:
    noting = keys_of(verb="注意到", part="operative")
    assert noting & keys_of(addressee="秘书长"), "noted, and the Secretary-General asked beside it"
    assert keys_of(verb="注意到", addressee="秘书长", part="operative") == set()


def test_masthead_conditions_cite_the_masthead_or_where_the_date_is_printed() -> None:
    found = keys_of(committee="第六委员会", cite="masthead")
    assert found
    assert all(key.endswith("#META") for key in found)
    assert keys_of(symbol="A/RES/122/900", cite="date") == {
        "A/RES/122/900#META",
        "A/RES/122/900#END",
    }


def test_a_year_has_what_falls_due_on_a_day_and_with_a_session_that_opens_in_it() -> None:
    by_day = keys_of(due_since="2062-01-01", due_until="2062-12-31")
    by_session = keys_of(due=117)  # opens in September 2062
    assert by_session < by_day


def test_any_of_several_paragraphs_is_one_group() -> None:
    each = groups_of({"phrase": "信托基金"}, generated_truths())
    any_of = groups_of({"phrase": "信托基金", "need": "any"}, generated_truths())
    assert len(each) > 1
    assert len(any_of) == 1
    assert {key for group in each for key in group} == set(any_of[0])


def test_the_edits_between_two_of_a_series_are_what_the_generator_did() -> None:
    step = generated_steps()[0]
    query = {"before": step.first, "symbol": step.second, "change": "added"}
    assert keys_of(**query) == {f"{step.second}#{place}" for place in step.added}
    stronger = [(a, b) for a, b, edit in step.pairs if edit == "stronger"]
    assert keys_of(**query | {"change": "stronger"}) == {
        key for a, b in stronger for key in (f"{step.first}#{a}", f"{step.second}#{b}")
    }


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ({"adressee": "秘书长"}, "unknown fields of a query: adressee"),
        ({"symbol": "A/RES/1/1"}, "the query finds nothing"),
        ({"symbol": "A/RES/1/2", "before": "A/RES/1/1", "change": "added"}, "no step from"),
    ],
)
def test_a_query_that_says_nothing_or_finds_nothing_is_refused_by_its_id(
    query: dict[str, Any], complaint: str
) -> None:
    item = GoldItem("l-1", "dev", "list", ("?",), query=query, library="generated")
    with pytest.raises(GoldError, match=f"l-1: {complaint}"):
        resolved([item], generated_truths(), generated_steps())
