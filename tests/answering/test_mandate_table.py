from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.mandate_table import COLUMNS, as_csv
from assistant.types import AgendaItem, Lang, MandateDue
from tests.server.fake_assistant import MANDATE

WHOLE = replace(
    MANDATE,
    due=(
        *MANDATE.due,
        MandateDue("不迟于2030年", limit="2030"),
        MandateDue("每年", recurring=True),
    ),
    agenda_item=AgendaItem("全面彻底裁军", "后续行动", "A/RES/75/45#OP15"),
    inferred=("agenda_item",),
)


def read_back(written: str, lang: Lang = "zh") -> list[dict[str, str]]:
    """The rows by the names of our columns."""
    rows = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")))
    assert rows[0] == [names[lang == "en"] for names in COLUMNS.values()]
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


def test_every_column_is_read_back_as_it_was_told() -> None:
    (row,) = read_back(as_csv([WHOLE]))
    assert row == {
        "symbol": "A/RES/75/45",
        "place": "OP14",
        "title": WHOLE.title,
        "committee": "第一委员会",
        "verb": "又请",
        "addressees": "秘书长",
        "addressees_printed": "秘书长",
        "mentioned": "",
        "deliverables": "报告",
        "due_session": "76",
        "session_opens": "2021-09-14",
        "due_date": "2030",
        "recurring": "是",
        "due_printed": "大会第七十六届会议; 不迟于2030年; 每年",
        "agenda_item": "全面彻底裁军",
        "agenda_sub_item": "后续行动",
        "agenda_from": "A/RES/75/45#OP15",
        "text": WHOLE.text,
        "inferred": "议程项目据另一段",
        "key": "A/RES/75/45#OP14",
    }


def test_in_english_heads_and_names_are_english_and_the_words_of_the_text_are_not() -> None:
    (row,) = read_back(as_csv([WHOLE], "en"), "en")
    assert (row["addressees"], row["addressees_printed"]) == ("the Secretary-General", "秘书长")
    assert row["recurring"] == "yes"
    assert row["text"] == WHOLE.text


def test_a_spreadsheet_knows_the_encoding_and_lines_end_as_the_format_wants() -> None:
    written = as_csv([MANDATE, MANDATE])
    assert written.startswith("\ufeff")
    assert written.count("\r\n") == 3


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "＠"])
def test_no_cell_begins_a_formula(start: str) -> None:
    evil = f'{start}HYPERLINK("http://x","y")'
    (row,) = read_back(as_csv([replace(MANDATE, text=evil, title=evil)]))
    assert row["text"] == row["title"] == f"'{evil}"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_whatever_a_text_says_comes_back(text: str) -> None:
    (row,) = read_back(as_csv([replace(MANDATE, text=text)]))
    assert row["text"] in (text, f"'{text}")


def test_nothing_found_is_a_table_of_heads() -> None:
    assert read_back(as_csv([])) == []
