"""Page and server call a place alike: both are held against one list."""

from __future__ import annotations

import json

import pytest

from assistant.answering.exporting.citing import as_footnote
from assistant.answering.exporting.markup import escaped
from assistant.text.labels import label, place_label
from tests.answering.exporting.samples import citation
from tests.browser.conftest import PROJECT

WRITTEN = json.loads((PROJECT / "web" / "src" / "answers" / "written.json").read_text("utf-8"))
CALLED = json.loads((PROJECT / "web" / "src" / "i18n" / "labels.json").read_text("utf-8"))


@pytest.mark.parametrize(("place", "chinese", "english"), CALLED["places"])
def test_the_server_calls_a_place_as_the_page_does(place: str, chinese: str, english: str) -> None:
    assert place_label(place, "zh") == chinese
    assert place_label(place, "en") == english


@pytest.mark.parametrize(("symbol", "chinese", "english"), CALLED["symbols"])
def test_the_server_calls_a_symbol_as_the_page_does(
    symbol: str, chinese: str, english: str
) -> None:
    assert label(symbol, "zh") == chinese
    assert label(symbol, "en") == english


@pytest.mark.parametrize(("symbol", "place", "inferred", "chinese", "english"), WRITTEN["cited"])
def test_the_server_cites_a_paragraph_as_the_page_does(
    symbol: str, place: str, inferred: bool, chinese: str, english: str
) -> None:
    cited = citation(symbol, place, inferred=inferred)
    assert as_footnote(cited, "zh") == chinese
    assert as_footnote(cited, "en") == english


@pytest.mark.parametrize(("text", "safe"), WRITTEN["escaped"])
def test_the_server_makes_foreign_text_as_harmless_as_the_page_does(text: str, safe: str) -> None:
    assert escaped(text) == safe
