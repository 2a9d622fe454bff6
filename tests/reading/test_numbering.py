"""Numbers as Word and browsers print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.numbering import numeral


@pytest.mark.parametrize(
    ("number", "kind", "printed"),
    [
        (1, "decimal", "1"),
        (7, "decimalZero", "07"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "ideographDigital", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (2, "ideographTraditional", "乙"),
        (12, "ideographZodiac", "亥"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (3, "decimalEnclosedParen", "⑶"),
        (5, "something new", "5"),
        (0, "upperRoman", "0"),
        (5000, "upperRoman", "5000"),
    ],
)
def test_each_format_is_printed(number: int, kind: str, printed: str) -> None:
    assert numeral(number, kind) == printed


@given(st.integers(min_value=1, max_value=9_999))
def test_no_two_numbers_are_counted_alike(number: int) -> None:
    kind = "chineseCountingThousand"
    assert numeral(number, kind) != numeral(number + 1, kind)
