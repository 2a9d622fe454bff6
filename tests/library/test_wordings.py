from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event

from assistant.library import wordings
from assistant.library.records import Records
from assistant.library.wordings import Wording, aligned
from assistant.types import Lang, Paragraph, Resolution
from tests.library.specimens import resolution


def paragraph(place: str, text: str, symbol: str = "A/RES/75/45") -> Paragraph:
    kind = {"PP": "preambular", "OP": "operative", "FN": "footnote"}.get(place[:2], "meta")
    return Paragraph(symbol, place, kind, text)  # type: ignore[arg-type]


def version(lang: Lang, *paragraphs: Paragraph, symbol: str = "A/RES/75/45") -> Resolution:
    made = resolution(symbol, 75)
    named = tuple(replace(one, symbol=symbol) for one in paragraphs)
    source = replace(made.source, sha256=lang * 32)
    return replace(made, lang=lang, paragraphs=named, source=source)


def wording(place: str, lang: Lang, text: str = "x") -> Wording:
    one = paragraph(place, text)
    return Wording("A/RES/75/45", place, one.kind, lang, text, 75, None, (0, 0))


def test_leading_texts_come_in_document_order_with_session_and_verb(records: Records) -> None:
    records.put(resolution("A/RES/76/2", 76))
    records.put(resolution("A/RES/75/45", 75))
    keys = [
        f"{symbol}#{place}" for symbol in ("A/RES/76/2", "A/RES/75/45") for place in ("OP1", "PP1")
    ]
    found = records.wordings.of([*keys, "A/RES/1/1#OP1"])
    assert [w.key for w in found] == sorted(keys, key=lambda k: ("76" in k, "OP" in k))
    assert {w.session for w in found} == {75, 76}
    assert [w.verb for w in found if w.place == "OP1"] == ["请", "请"]


def test_what_the_catalogue_says_of_their_resolutions_is_not_asked_of_the_records(
    records: Records,
) -> None:
    records.put(resolution("A/RES/75/45", 75))
    records.summaries()
    statements: list[str] = []

    def note(*told: object) -> None:
        statements.append(str(told[2]))

    event.listen(records.engine, "before_cursor_execute", note)
    try:
        (found,) = records.wordings.of(["A/RES/75/45#OP1"])
    finally:
        event.remove(records.engine, "before_cursor_execute", note)
    assert (found.session, found.lang) == (75, "zh")
    assert statements
    assert not any("resolutions" in one for one in statements)


def test_a_text_that_changed_is_read_again(records: Records) -> None:
    for text in ("请报告；", "请再次报告；"):
        records.put(version("zh", paragraph("OP1", text)))
        assert [w.text for w in records.wordings.of(["A/RES/75/45#OP1"])] == [text]
    records.remove("A/RES/75/45")
    assert records.wordings.of(["A/RES/75/45#OP1"]) == ()


def test_more_texts_than_are_kept_are_all_found(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordings, "_MOST_KEPT", 2)
    places = [f"OP{n}" for n in range(1, 6)]
    records.put(version("zh", *(paragraph(place, f"请报告{place}；") for place in places)))
    for some in (places, places[1:4], places[::-1]):
        found = records.wordings.of([f"A/RES/75/45#{place}" for place in some])
        assert [w.place for w in found] == sorted(some)


def test_both_texts_of_a_place_are_a_pair(records: Records) -> None:
    records.put(version("zh", paragraph("META", "题头"), paragraph("OP1", "请秘书长报告；")))
    records.put(version("en", paragraph("META", "head"), paragraph("OP1", "Requests a report;")))
    (pair,) = records.wordings.companions().pairs
    assert (pair.zh.text, pair.en.text) == ("请秘书长报告；", "Requests a report;")
    assert pair.en_flat == " requests a report ; "


def test_a_changed_library_is_read_again(records: Records) -> None:
    records.put(version("zh", paragraph("OP1", "请报告；")))
    assert records.wordings.companions().texts == ()
    records.put(version("en", paragraph("OP1", "Requests a report;")))
    assert [w.text for w in records.wordings.companions().texts] == ["Requests a report;"]
    records.remove("A/RES/75/45", lang="en")
    assert records.wordings.companions().pairs == ()


def test_preambles_of_different_length_are_not_aligned() -> None:
    chinese = [wording("PP1", "zh"), wording("PP2", "zh"), wording("OP1", "zh")]
    english = [wording("PP1", "en"), wording("OP1", "en")]
    assert [pair.zh.place for pair in aligned(chinese, english)] == ["OP1"]


def test_an_inferred_number_aligns_nothing() -> None:
    assert aligned([wording("OP~4", "zh")], [wording("OP~4", "en")]) == []


def test_notes_and_mastheads_are_not_compared() -> None:
    places = ("META", "FN1")
    assert aligned([wording(p, "zh") for p in places], [wording(p, "en") for p in places]) == []
