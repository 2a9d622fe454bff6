from __future__ import annotations

from dataclasses import replace

from assistant.library.records import Records
from assistant.types import Paragraph
from tests.library.specimens import operative, resolution


def test_every_paragraph_is_held_folded_under_its_place(records: Records) -> None:
    records.put(
        resolution("A/RES/75/45", 75, operative("A/RES/75/45", 1, "請秘書 長　提交ＡＢＣ；"))
    )
    held = records.folded.held()["A/RES/75/45"]
    assert dict(held.leading.paragraphs)["OP1"] == "请秘书长提交abc;"


def test_a_text_with_the_mark_that_parts_paragraphs_in_it_does_no_harm(records: Records) -> None:
    symbol = "A/RES/75/45"
    records.put(
        resolution(symbol, 75, operative(symbol, 1, "甲\ue000乙"), operative(symbol, 2, "丙"))
    )
    texts = dict(records.folded.held()[symbol].leading.paragraphs)
    assert (texts["OP1"], texts["OP2"]) == ("甲乙", "丙")


def test_the_second_language_and_headings_are_held_as_what_no_index_holds(
    records: Records,
) -> None:
    symbol = "A/RES/75/45"
    heading = Paragraph(symbol, "H1", "heading", "一、总则")
    records.put(resolution(symbol, 75, heading, operative(symbol, 1, "请秘书长；")))
    english = resolution(symbol, 75, operative(symbol, 1, "Requests the Secretary-General;"))
    records.put(replace(english, lang="en", title="Follow-up to the meeting"))
    held = records.folded.held()[symbol]
    assert "总则" in held.not_indexed
    assert "secretary-general" in held.not_indexed
    assert "follow-up to the meeting" in held.names
    assert "请秘书长" not in held.not_indexed


def test_what_is_replaced_or_removed_is_read_anew_and_the_rest_is_kept(records: Records) -> None:
    for number in (45, 46):
        symbol = f"A/RES/75/{number}"
        records.put(resolution(symbol, 75, operative(symbol, 1, "旧的文字；")))
    before = records.folded.held()
    records.put(resolution("A/RES/75/46", 75, operative("A/RES/75/46", 1, "新的文字；")))
    after = records.folded.held()
    assert after["A/RES/75/45"] is before["A/RES/75/45"]
    assert "新的文字" in after["A/RES/75/46"].leading.text
    records.remove("A/RES/75/45")
    assert set(records.folded.held()) == {"A/RES/75/46"}
