"""Tables put into the text that explains them."""

from __future__ import annotations

import pytest

from eval.ablation.writing import FILE, SECTIONS, replaced

_TEXT = (
    "# A\n<!-- fusion -->\nold | table\n<!-- /fusion -->\nwords\n<!-- noise -->\n<!-- /noise -->\n"
)


def test_a_table_replaces_the_one_of_its_section_and_nothing_else() -> None:
    text = replaced(_TEXT, "fusion", r"| \1 new |")
    assert text == _TEXT.replace("old | table", r"| \1 new |")


def test_a_section_without_a_table_gets_its_first() -> None:
    assert "<!-- noise -->\nfirst\n<!-- /noise -->" in replaced(_TEXT, "noise", "first")


def test_a_section_that_the_text_has_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        replaced(_TEXT, "tokens", "table")


def test_every_section_stands_in_the_file_with_a_table() -> None:
    text = FILE.read_text(encoding="utf-8")
    for section in SECTIONS:
        between = text.split(f"<!-- {section} -->\n")[1].split(f"<!-- /{section} -->")[0]
        assert between.strip(), f"{section} was never measured"
