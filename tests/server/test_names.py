from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.server.names import LONGEST_NAME, NAMELESS, shown_name


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("A_RES_75_45.txt", "A_RES_75_45.txt"),
        ("第75／45号决议.pdf", "第75／45号决议.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("C:\\Users\\me\\a.txt", "a.txt"),
        ("/absolute/a.txt", "a.txt"),
        ("..", NAMELESS),
        ("", NAMELESS),
        (" . ", NAMELESS),
        ("a\0b.txt", "ab.txt"),
        ("a\r\nSet-Cookie: x\n.txt", "aSet-Cookie_ x.txt"),
        ("a.txt\n", "a.txt"),
        ("\u202etxt.exe", "txt.exe"),
        ("\ud800.txt", "txt"),
        (".htaccess", "htaccess"),
        ("nul:stream", "nul_stream"),
        ("folder/", "folder"),
    ],
)
def test_a_name_shows_its_last_component_on_one_line(sent: str, shown: str) -> None:
    assert shown_name(sent) == shown


@pytest.mark.parametrize("letter", ["x", "决", "🕊"])
def test_a_name_of_ten_thousand_characters_is_shortened_and_keeps_its_suffix(letter: str) -> None:
    shown = shown_name(letter * 10_000 + ".txt")
    assert shown.endswith(f"{letter}.txt")
    assert LONGEST_NAME - 3 <= len(shown.encode()) <= LONGEST_NAME


def test_a_suffix_of_ten_thousand_characters_is_shortened_too() -> None:
    assert len(shown_name("a." + "x" * 10_000).encode()) == LONGEST_NAME


@given(st.text(st.characters(codec=None), max_size=400) | st.text("./\\\0\n a决", max_size=400))
def test_a_shown_name_is_one_harmless_component_of_a_path(sent: str) -> None:
    shown = shown_name(sent)
    assert Path(shown).name == shown
    assert not {"..", "."} & {shown}
    assert 1 <= len(shown.encode()) <= LONGEST_NAME
    assert not any(unicodedata.category(c).startswith("C") for c in shown)
    assert not set(shown) & set('/\\<>:"|?*')


@given(st.text(max_size=400))
def test_a_shown_name_is_shown_as_itself(sent: str) -> None:
    assert shown_name(shown_name(sent)) == shown_name(sent)
