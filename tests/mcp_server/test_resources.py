"""Paragraphs as resources."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mcp import MCPError

from assistant.errors import NotInLibrary
from assistant.library.library import Library
from assistant.mcp_server.reading import read, read_uri, uri_of
from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import load_settings
from eval.generator import resolutions
from tests.mcp_server.conftest import Talk, talking
from tests.server.over_sockets import served


def text_at(talk: Talk, uri: str) -> str:
    (content,) = talk.portal.call(talk.client.read_resource, uri).contents
    return str(content.text)  # type: ignore[union-attr]


def test_the_resolutions_of_the_library_are_listed(talk: Talk, real: Assistant) -> None:
    listed = talk.portal.call(talk.client.list_resources).resources
    assert [(one.name, one.title) for one in listed] == [
        (one.symbol, one.title) for one in real.resolutions()
    ]
    assert [one.uri for one in listed] == [uri_of(one.symbol) for one in real.resolutions()]


def test_the_pages_of_the_list_are_of_one_library(tmp_path: Path) -> None:
    """Over an invented library: what is taken in between two pages makes the second no page."""
    made = [File(file.name, file.text.encode()) for file in resolutions(11, 130)]
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing", sample_library=False)
    with Library.open(settings) as opened:
        library = Assistant(opened, settings)
        library.ingest(made[:-1])
        with served(library, settings) as address, talking(f"{address}/mcp") as talk:
            first = talk.portal.call(talk.client.list_resources)
            after = partial(talk.client.list_resources, cursor=first.next_cursor)
            second = talk.portal.call(after)
            listed = [one.name for one in (*first.resources, *second.resources)]
            assert listed == [one.symbol for one in library.resolutions()]
            assert second.next_cursor is None
            library.ingest(made[-1:])
            for wrong in (after, partial(talk.client.list_resources, cursor="100")):
                with pytest.raises(MCPError) as refused:
                    talk.portal.call(wrong)
                assert refused.value.error.code == -32602
                assert "first page" in refused.value.error.message


@pytest.mark.parametrize(
    "uri",
    [
        "resolution://A/RES/75/45#OP13",
        "resolution://a/RES/75/45#OP13",  # what stands for a host is often written small
        "RESOLUTION://A/RES/75/45#op13",
        "resolution:///A/RES/75/45#OP13",
    ],
)
def test_a_paragraph_is_read_by_its_address(talk: Talk, real: Assistant, uri: str) -> None:
    held = {one.place: one.text for one in real.read("A/RES/75/45").paragraphs}
    assert text_at(talk, uri).endswith(f"第75/45号决议，执行部分第13段\n{held['OP13']}")


def test_a_whole_resolution_is_read_too(talk: Talk, real: Assistant) -> None:
    text = text_at(talk, "resolution://A/RES/72/31")
    assert all(one.text in text for one in real.read("A/RES/72/31").paragraphs)


@pytest.mark.parametrize(
    "uri",
    [
        "resolution://A/RES/99/99",
        "resolution://A/RES/75/45#OP99",
        "resolution://",
        "file:///etc/passwd",
        "resolution://../../etc/passwd",
        "https://example.org/A/RES/75/45",
    ],
)
def test_an_address_that_leads_nowhere_is_refused_with_what_is_right(talk: Talk, uri: str) -> None:
    with pytest.raises(MCPError) as refused:
        text_at(talk, uri)
    assert refused.value.error.code == -32602
    assert "resolution" in refused.value.error.message


@given(st.text(max_size=60))
def test_no_address_does_anything_but_name_a_paragraph_or_be_refused(
    sample_library: Library, written: str
) -> None:
    library = Assistant(sample_library, sample_library.settings)
    for uri in (written, f"resolution://{written}", f"resolution://A/RES/75/45#{written}"):
        try:
            found = read_uri(library, uri)
        except NotInLibrary:
            continue
        assert found.symbol in {"A/RES/72/31", "A/RES/75/45"}


def test_items_belong_to_their_paragraph_and_parts_have_to_be_named(tmp_path: Path) -> None:
    """Over an invented library, which has both."""
    made = list(resolutions(7, 60))
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing", sample_library=False)
    with Library.open(settings) as opened:
        library = Assistant(opened, settings)
        library.ingest([File(file.name, file.text.encode()) for file in made])
        held = [library.read(one.symbol) for one in library.resolutions()]
        with_items = [
            (one.symbol, p.place.partition("(")[0])
            for one in held
            for p in one.paragraphs
            if "(" in p.place
        ]
        assert with_items
        for symbol, place in with_items[:20]:
            places = [one.paragraph for one in read(library, symbol, place).paragraphs]
            assert places[0] == place
            assert len(places) > 1
            assert all(one.startswith((f"{place}(", f"{place}/")) for one in places[1:])
        parts = [one.symbol for one in held if one.symbol[-1].isalpha()]
        assert parts
        with pytest.raises(NotInLibrary, match=parts[0]):
            read(library, parts[0].rstrip("ABCDEFGH"))
