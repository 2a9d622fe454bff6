"""Page and server call a place alike: both are held against one list."""

from __future__ import annotations

import json

import pytest

from assistant.text.labels import label, place_label
from tests.browser.conftest import PROJECT

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
