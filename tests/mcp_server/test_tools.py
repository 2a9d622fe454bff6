"""The tools over streamable HTTP, as the official client sees them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

from assistant.service import Assistant
from assistant.types import Answer, Comparison, MandatePage, MandateQuery, ReferenceGraph
from tests.mcp_server.conftest import Talk, text_of

NAMES = ["ask", "search", "read_paragraph", "list_mandates", "compare", "references"]


def test_six_tools_are_there_that_say_in_two_languages_what_they_do_and_change_nothing(
    talk: Talk,
) -> None:
    tools = talk.portal.call(talk.client.list_tools).tools
    assert [tool.name for tool in tools] == NAMES
    for tool in tools:
        assert re.search(r"[一-龥]{4}", tool.description or "")
        assert re.search(r"[a-z]+ [a-z]+ [a-z]+", tool.description or "")
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.open_world_hint is False
        assert tool.output_schema is not None
        assert tool.output_schema["type"] == "object"
        assert tool.input_schema["additionalProperties"] is False
        described = tool.input_schema["properties"].values()
        assert all(one["description"] for one in described)


def test_an_answer_comes_whole_and_as_text_whose_marks_lead_to_paragraphs(
    talk: Talk, address: str, real: Assistant
) -> None:
    question = "75/45请秘书长做什么？"
    result = talk.call("ask", question=question)
    answer = TypeAdapter(Answer).validate_python(result.structured_content)
    *_, last = real.in_passing((question,))
    assert isinstance(last.data, Answer)
    assert answer.answer == last.data.answer
    assert answer.citations == last.data.citations
    assert answer.conversation_id is None
    assert f"{address}/resolutions/A/RES/75/45#OP13" in text_of(result)


def test_a_question_goes_on_with_those_before_it(talk: Talk) -> None:
    found = talk.given("ask", earlier=["75/45第13段写了什么"], question="那第14段呢？")
    assert [one["paragraph"] for one in found["citations"]] == ["OP14"]
    assert found["understood"]["symbols"] == ["A/RES/75/45"]


def test_what_the_library_does_not_hold_is_an_answer_and_no_error(talk: Talk) -> None:
    found = talk.given("ask", question="第76/54号决议写了什么？")
    assert found["status"] == "not_found"
    assert found["missing"]


def test_the_answers_language_can_be_asked_for(talk: Talk) -> None:
    found = talk.given("ask", question="75/45请秘书长做什么？", lang="en")
    assert found["lang"] == "en"
    assert "Secretary-General" in found["statements"][0]["text"]


def test_words_find_paragraphs_as_the_api_finds_them(talk: Talk, real: Assistant) -> None:
    found = talk.given("search", query="彻底消除核武器国际日", limit=3)
    assert found == to_jsonable_python(real.search("彻底消除核武器国际日", limit=3))


def test_what_is_found_is_called_by_names_in_the_language_asked_for(talk: Talk) -> None:
    found = talk.given("search", query="彻底消除核武器国际日", limit=1, lang="en")
    assert found["hits"][0]["label"].startswith("resolution 7")


@pytest.mark.parametrize(
    "named",
    [
        {"symbol": "A/RES/75/45", "paragraph": "OP13"},
        {"symbol": "75/45", "paragraph": "op13"},
        {"symbol": "第75/45号决议", "paragraph": "OP13"},
        {"symbol": "A/RES/75/45#OP13"},
    ],
)
def test_a_paragraph_is_read_word_for_word_however_it_is_named(
    talk: Talk, real: Assistant, named: dict[str, str]
) -> None:
    found = talk.given("read_paragraph", **named)
    held = {one.place: one.text for one in real.read("A/RES/75/45").paragraphs}
    assert [one["text"] for one in found["paragraphs"]] == [held["OP13"]]
    assert found["paragraphs"][0]["href"] == "/resolutions/A/RES/75/45#OP13"


def test_without_a_paragraph_all_of_them_are_read(talk: Talk, real: Assistant) -> None:
    found = talk.given("read_paragraph", symbol="72/31")
    assert [one["paragraph"] for one in found["paragraphs"]] == [
        one.place for one in real.read("A/RES/72/31").paragraphs
    ]


def test_mandates_come_page_by_page_until_all_are_there(talk: Talk, real: Assistant) -> None:
    whole = real.mandates(MandateQuery(addressees=("秘书长",), sort="newest"))
    cursor, keys = None, []
    for _ in range(whole.total):
        page = talk.given("list_mandates", addressee=["Secretary-General"], limit=2, cursor=cursor)
        keys += [one["key"] for one in page["mandates"]]
        assert page["total"] == whole.total
        cursor = page["next"]
        if cursor is None:
            break
    assert keys == [one.key for one in whole.mandates]
    assert TypeAdapter(MandatePage).validate_python(page).coverage == whole.coverage


def test_a_list_may_come_as_the_text_of_one(talk: Talk) -> None:
    as_text = talk.given("list_mandates", addressee='["秘书长"]')
    assert as_text == talk.given("list_mandates", addressee=["秘书长"])


def test_two_resolutions_are_compared(talk: Talk, real: Assistant) -> None:
    found = talk.given("compare", a="72/31", b="75/45")
    assert TypeAdapter(Comparison).validate_python(found) == real.comparison("72/31", "75/45")


def test_the_graph_of_references_is_the_librarys(talk: Talk, real: Assistant) -> None:
    found = talk.given("references", symbol="75/45", lang="en")
    graph = real.references("75/45", lang="en", most_nodes=50, most_edges=100)
    assert TypeAdapter(ReferenceGraph).validate_python(found) == graph


# ── what goes wrong ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("read_paragraph", {"symbol": "99/99"}, "resources/list"),
        ("read_paragraph", {"symbol": "75/45", "paragraph": "OP99"}, "OP15"),
        ("compare", {"a": "75/45", "b": "75/45"}, "75/45"),
        ("compare", {"a": "75/45", "b": "99/99"}, "resources/list"),
        ("references", {"symbol": "没有这个"}, "没有这个"),
        ("list_mandates", {"addressee": ["没有这个机构"]}, "秘书长"),
        ("list_mandates", {"due_session": "soon"}, "76-78"),
        ("list_mandates", {"cursor": "1-1-1"}, "cursor"),
        ("ask", {"question": "  "}, "question"),
        ("ask", {"question": "长" * 10_000}, "2000"),
        # what the schema says already
        ("ask", {}, "question: Field required"),
        ("ask", {"question": 7}, "question"),
        ("ask", {"question": "x\0y"}, "question"),
        ("ask", {"question": "x", "earlier": ["y"] * 21}, "earlier"),
        ("ask", {"question": "x", "lang": "fr"}, "lang"),
        ("ask", {"question": "x", "page": "2"}, "page: Extra inputs"),
        ("search", {"query": "核", "limit": 51}, "limit"),
        ("search", {"query": "核", "limit": 0}, "limit"),
        ("read_paragraph", {"symbol": "x" * 101}, "symbol"),
        ("read_paragraph", {"symbol": "75/45\nX: y"}, "symbol"),
        ("list_mandates", {"addressee": ["x"] * 21}, "addressee"),
        ("list_mandates", {"due_after": "tomorrow"}, "due_after"),
        ("list_mandates", {"limit": 501}, "limit"),
        ("references", {"symbol": "75/45", "depth": 5}, "depth"),
        ("references", {"symbol": "75/45", "nodes": 1_001}, "nodes"),
    ],
)
def test_what_is_wrong_with_a_call_is_an_error_that_says_what_to_do(
    talk: Talk, tool: str, arguments: dict[str, Any], said: str
) -> None:
    result = talk.call(tool, **arguments)
    assert result.is_error
    assert result.structured_content is None
    assert said in text_of(result)
    assert re.search(r"[一-龥]", text_of(result))
    assert re.search(r"[a-z]{2}", text_of(result))
