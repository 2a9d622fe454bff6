"""What is kept of the library as a whole follows every change of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.errors import NotInLibrary
from assistant.library.library import Library
from assistant.library.records import Records
from assistant.text.places import covers
from assistant.types import Coverage, Fact, Paragraph, Resolution, Span

LATER = "A/RES/75/45"


def stating(resolution: Resolution, symbol: str, item: str | None) -> Resolution:
    """The resolution under another symbol, with this agenda item or none."""
    facts = {name: fact for name, fact in resolution.masthead.items() if name != "agenda_item"}
    if item is not None:
        facts["agenda_item"] = Fact(item, "META", Span(0, 1))
    paragraphs = tuple(replace(p, symbol=symbol) for p in resolution.paragraphs)
    return replace(resolution, symbol=symbol, paragraphs=paragraphs, masthead=facts)


def test_the_catalogue_is_read_once_for_each_state_of_the_library(
    records: Records, sample_library: Library
) -> None:
    later = sample_library.records.read(LATER)
    assert records.summaries() == ()
    records.put(later)
    first = records.summaries()
    assert [summary.symbol for summary in first] == [later.symbol]
    assert records.summaries() is first
    records.put(replace(later, title="改了"))
    assert records.summaries()[0].title == "改了"
    records.remove(later.symbol)
    assert records.summaries() == ()
    assert records.coverage() == Coverage(0, ())


def test_what_mastheads_state_stands_by_symbol_in_the_order_of_the_library(
    records: Records, sample_library: Library
) -> None:
    later = sample_library.records.read(LATER)
    for symbol, item in (("A/RES/75/9", "99"), ("A/RES/75/10", None), ("A/RES/74/1", "99(bb)")):
        records.put(stating(later, symbol, item))
    assert list(records.stated("agenda_item").items()) == [
        ("A/RES/74/1", "99(bb)"),
        ("A/RES/75/9", "99"),
    ]
    assert records.stated("sponsors") == {}
    records.remove("A/RES/74/1")
    assert list(records.stated("agenda_item")) == ["A/RES/75/9"]
    assert dict(records.stated("date")) == {
        symbol: records.masthead(symbol)["date"].value for symbol in records.symbols()
    }


def test_paragraphs_that_lead_items_are_known_by_key(
    records: Records, sample_library: Library
) -> None:
    later = sample_library.records.read(LATER)
    head = next(p for p in later.paragraphs if p.place == "OP3")
    items = tuple(replace(head, place=place) for place in ("OP~4(a)", "OP5(b)(ii)"))
    records.put(replace(later, paragraphs=(*later.paragraphs, *items)))
    leading = records.leading_items()
    places = [place for place in records.places(LATER) if f"{LATER}#{place}" in leading]
    assert set(places) == {p.place for p in later.paragraphs if _has_items(p, later)} | {
        "OP4",
        "OP5",
    }
    assert f"{LATER}#OP5(b)" in leading
    records.remove(LATER)
    assert records.leading_items() == frozenset()


def _has_items(above: Paragraph, resolution: Resolution) -> bool:
    return any(
        p is not above and covers(above.place, p.place) and "(" in p.place
        for p in resolution.paragraphs
    )


def test_sources_are_those_of_the_resolutions_as_they_are_now(
    records: Records, sample_library: Library
) -> None:
    later = sample_library.records.read(LATER)
    records.put(later)
    assert records.sources()(LATER) == later.source
    fetched = replace(later.source, retrieved="2026-11-22T10:00:00+00:00")
    records.put(replace(later, title="改了", source=fetched))
    assert records.sources()(LATER) == records.read(LATER).source == fetched
    records.remove(LATER)
    with pytest.raises(NotInLibrary):
        records.sources()(LATER)
