"""Footnotes: which note a printed mark means, and notes that stand where their mark was."""

from __future__ import annotations

import pytest

from assistant.parsing.blocks import Block
from assistant.parsing.footnotes import Notes, as_printed, notes_of, without_inline_notes

NOTES = notes_of(
    [
        Block("footnote", "甲注。", 3, 3, "¹"),
        Block("free", "回顾乙，¹", 4, 4),
        Block("footnote", "乙注。", 5, 5, "¹"),
    ]
)


def test_a_mark_means_the_next_note_with_it_and_at_the_end_the_last() -> None:
    assert NOTES.marks == {"¹"}
    assert [NOTES.tie("¹", 4, line).footnote for line in (2, 4, 6)] == ["FN1", "FN2", "FN2"]


def test_a_mark_whose_note_is_lost_is_kept_without_a_place() -> None:
    assert NOTES.tie("²", 4, 1).footnote == ""


def test_a_note_printed_inside_its_paragraph_is_taken_out_of_it() -> None:
    text = (
        "回顾《样例宣言》第217 A(III)号决议。 的各项规定，"
        "以及《样例盟约》第12条，见第2200 A(XXI)号决议，附件。"
    )
    paragraph, *notes = without_inline_notes([Block("free", text, 7, 7)])
    assert [note.text for note in notes] == [
        "第217 A(III)号决议。",
        "见第2200 A(XXI)号决议，附件。",
    ]
    assert "217" not in paragraph.text
    tied = Notes(tuple(notes))
    assert [tied.tie(note.printed or "", 0, 7).footnote for note in notes] == ["FN1", "FN2"]
    assert [as_printed(note.printed) for note in notes] == [None, None]
    assert {note.inferred for note in notes} == {("boundary",)}


@pytest.mark.parametrize(
    "text", ["回顾其第75/45号决议。", "回顾《宪章》，以及第75/45号决议，", "重申《宣言》的意义。"]
)
def test_a_sentence_that_only_ends_with_a_resolution_holds_no_note(text: str) -> None:
    (block,) = without_inline_notes([Block("free", text, 1, 1)])
    assert block.text == text
