"""Plain text: in every encoding it comes in, line by line."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import InvalidDocument
from assistant.reading import File, read_document
from assistant.reading.encodings import decoded
from assistant.reading.text_files import LARGEST_TEXT

TEXT = "第七十五届会议\n\n75/45. 后续行动\n大会，"
TRADITIONAL = "第五十屆會議\n\n大會，\n\n回顧其以往各項決議，\n\n1. 請秘書長向大會提出報告。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_each_encoding_gives_the_same_lines(encoding: str) -> None:
    data = TEXT.encode(encoding)
    document = read_document(File("resolution.txt", data))
    assert document.lines == ("第七十五届会议", "", "75/45. 后续行动", "大会，")
    assert document.name == "resolution.txt"
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030"])
def test_traditional_script_is_read_in_each_of_its_encodings(encoding: str) -> None:
    document = read_document(File("old.txt", TRADITIONAL.encode(encoding)))
    assert document.lines == tuple(TRADITIONAL.split("\n"))


def test_english_needs_no_chinese_to_be_known_as_text() -> None:
    text = "The General Assembly,\n\nRecalling its resolution 74/54,\n"
    assert read_document(File("en.txt", text.encode())).lines == tuple(text.split("\n"))


def test_every_kind_of_line_end_ends_a_line() -> None:
    assert read_document(File("a.txt", "甲\r\n乙\r丙\n丁\f戊".encode())).lines == (
        "甲",
        "乙",
        "丙",
        "丁",
        "戊",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_that_ends_within_a_character_is_refused_as_cut_short(encoding: str) -> None:
    data = TEXT.encode(encoding)[:-1]
    with pytest.raises(InvalidDocument, match="cut short"):
        read_document(File("cut.txt", data))


@pytest.mark.parametrize(
    "content",
    [
        b"text with \x00 inside",
        b"\xff\xff\xff\xff",
        bytes(range(1, 256)) * 4,
        b"\x01\x02\x03" * 100,
        "锟斤拷烫烫烫屯屯屯葺葺葺".encode("gb18030"),
    ],
)
def test_what_is_no_text_is_refused_in_both_languages(content: bytes) -> None:
    with pytest.raises(InvalidDocument) as refusal:
        read_document(File("foreign.bin", content))
    assert "foreign.bin" in refusal.value.zh
    assert "foreign.bin" in refusal.value.en


def test_a_text_of_a_size_that_no_resolution_has_is_refused() -> None:
    with pytest.raises(InvalidDocument, match="10 MB"):
        read_document(File("large.txt", b"1. " * (LARGEST_TEXT // 3 + 1)))


@given(st.binary(max_size=200))
def test_whatever_the_bytes_a_text_comes_out_or_nothing(data: bytes) -> None:
    try:
        text = decoded(data)
    except ValueError:  # cut short
        return
    assert text is None or "\0" not in text or data.startswith((b"\xff\xfe", b"\xfe\xff"))
