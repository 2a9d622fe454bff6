"""The contract: the same calls give the same values in process and by the client."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any, get_type_hints

import pytest

from assistant.client import Client
from assistant.client.browsing import Browsing as RemoteBrowsing
from assistant.errors import AssistantError, NotInLibrary
from assistant.retrieval.browsing import Browsing
from assistant.service import Assistant
from assistant.types import Answer, ListingQuery, MandateQuery, Overrides, Selection
from assistant.types.asking import AskOptions, Inquiry, QuestionOptions

CALLS: dict[str, Callable[[Any], object]] = {
    "ask": lambda it: it.ask("75/45请秘书长做什么"),
    "ask_of_symbols": lambda it: it.ask("请秘书长做什么", symbols=("72/31",)),
    "ask_in_english": lambda it: it.ask("75/45第13段", lang="en"),
    "ask_what_is_not_there": lambda it: it.ask("第80/1号决议说了什么"),
    "ask_for_comparison": lambda it: it.ask("比较72/31和75/45"),
    "ask_corrected": lambda it: it.ask(
        "请秘书长做什么",
        corrected=Overrides(
            symbols=("75/45",), places=(), selection=Selection(since=date(2020, 1, 1))
        ),
    ),
    "stream": lambda it: list(it.stream("比较72/31和75/45")),
    "search": lambda it: it.search("核裁军", limit=7),
    "search_in_english": lambda it: it.search("核裁军", limit=2, lang="en"),
    "comparison": lambda it: it.comparison("72/31", "75/45"),
    "mandates": lambda it: it.mandates(MandateQuery(), limit=100),
    "mandates_filtered": lambda it: it.mandates(
        MandateQuery(
            symbols=("75/45",),
            due_sessions=(70, 80),
            due_after=date(2000, 1, 1),
            addressees=("秘书长", "president of the General Assembly"),
            recurring=False,
            timed=True,
        ),
        limit=2,
    ),
    "export_csv": lambda it: it.export_mandates(MandateQuery(), "csv"),
    "comparison_of_chinese_texts": lambda it: it.comparison("72/31", "75/45", version="zh"),
    "precedents": lambda it: it.precedents("核裁军", limit=3),
    "precedents_in_english": lambda it: it.precedents("核裁军", limit=3, lang="en"),
    "wording": lambda it: it.wording("核裁军"),
    "wording_in_english": lambda it: it.wording("核裁军", lang="en"),
    "references": lambda it: it.references("75/45", depth=2, direction="mentions"),
    "references_of_an_instrument": lambda it: it.references("不扩散核武器条约"),
    "series": lambda it: it.series("75/45", lang="en"),
    "read": lambda it: it.read("A/RES/75/45"),
    "read_in_any_form": lambda it: it.read("第75/45号决议", "zh"),
    "paragraph": lambda it: it.paragraph("75/45", "OP13"),
    "resolutions": lambda it: it.resolutions(),
    "about": lambda it: it.about(),
    "listing": lambda it: it.browsing.listing(
        ListingQuery(text="裁军", sessions=((70, 80),), years=(2017, 2020), sort="oldest"), limit=1
    ),
    "around": lambda it: it.browsing.around("75/45"),
    "around_in_english": lambda it: it.browsing.around("75/45", lang="en"),
    "mandate_facets": lambda it: it.browsing.mandate_facets(MandateQuery(timed=True)),
    "source": lambda it: it.browsing.source("75/45"),
    "source_of_a_version": lambda it: it.browsing.source("75/45", "zh"),
}
REFUSED: dict[str, Callable[[Any], object]] = {
    "nothing_asked": lambda it: it.ask(" "),
    "too_much_asked": lambda it: it.ask("啊" * 5_000),
    "not_held": lambda it: it.read("99/1"),
    "not_held_in_english": lambda it: it.read("75/45", "en"),
    "no_symbol": lambda it: it.read("../../search?q=x"),
    "one_alone": lambda it: it.comparison("75/45", "75/45"),
    "no_such_page": lambda it: it.ask("75/45第13段", page="1-1-0123456789ab"),
    "no_such_cursor": lambda it: it.mandates(MandateQuery(), limit=1, cursor="x"),
    "no_such_addressee": lambda it: it.mandates(MandateQuery(addressees=("qqq",)), limit=1),
    "no_such_answer": lambda it: it.ask("x", replaces="y"),
    "no_model": lambda it: it.ask("75/45第13段", answerer="llm"),
}


def plain(value: Any) -> Any:
    """Without what differs from one asking to the next."""
    if isinstance(value, list):
        return [replace(event, data=plain(event.data)) for event in value]
    if isinstance(value, Answer):
        return replace(value, id=None, conversation_id=None, timings_ms={})
    return value


@pytest.mark.parametrize("name", CALLS)
def test_a_call_gives_the_same_value(assistant: Assistant, client: Client, name: str) -> None:
    here, there = plain(CALLS[name](assistant)), plain(CALLS[name](client))
    assert here == there
    assert isinstance(here, type(there))  # in process a tuple may be able to do more


@pytest.mark.parametrize("name", REFUSED)
def test_a_call_raises_the_same_error(assistant: Assistant, client: Client, name: str) -> None:
    with pytest.raises(AssistantError) as here:
        REFUSED[name](assistant)
    with pytest.raises(AssistantError) as there:
        REFUSED[name](client)
    assert type(there.value) is type(here.value)
    assert there.value.code == here.value.code
    assert there.value.message("zh") == here.value.message("zh")
    assert there.value.problem is not None
    assert there.value.problem.status in {404, 422, 503}
    assert there.value.problem.title


def test_errors_are_said_in_the_language_of_the_client(assistant: Assistant, address: str) -> None:
    with pytest.raises(AssistantError) as here:
        assistant.read("99/1")
    with Client(address, lang="en") as client, pytest.raises(AssistantError) as there:
        client.read("99/1")
    assert str(there.value) == here.value.en


_OURS_ALONE = {"close"}


def test_every_method_is_one_of_the_assistants_with_its_parameters() -> None:
    for ours, theirs in ((Client, Assistant), (RemoteBrowsing, Browsing)):
        methods = {
            name: method
            for name, method in inspect.getmembers(ours, inspect.isfunction)
            if not name.startswith("_") and name not in _OURS_ALONE
        }
        assert len(methods) >= 4
        for name, method in methods.items():
            known = inspect.signature(getattr(theirs, name)).parameters
            for parameter in inspect.signature(method).parameters.values():
                assert known[parameter.name].kind == parameter.kind, (name, parameter)
                assert known[parameter.name].default == parameter.default, (name, parameter)


def test_who_asks_over_http_may_set_all_but_who_they_are() -> None:
    assert get_type_hints(AskOptions).keys() - get_type_hints(QuestionOptions).keys() == {"owner"}
    assert {one.name for one in fields(Inquiry)} == {"question", *get_type_hints(AskOptions)}


def test_a_paragraph_is_one_of_its_resolution(assistant: Assistant, client: Client) -> None:
    found = client.paragraph("75/45", "OP13")
    assert found in assistant.read("75/45").paragraphs
    assert found.place == "OP13"
    for ask in (client, assistant):
        with pytest.raises(NotInLibrary, match=r"A/RES/75/45 has no OP99"):
            ask.paragraph("75/45", "OP99")


def test_a_conversation_goes_on(client: Client) -> None:
    first = client.ask("75/45第13段")
    after = client.ask("下一段", conversation_id=first.conversation_id)
    assert [one.paragraph for one in after.citations] == ["OP14"]
    instead = client.ask("75/45第3段", conversation_id=first.conversation_id, replaces=after.id)
    assert instead.conversation_id == first.conversation_id
