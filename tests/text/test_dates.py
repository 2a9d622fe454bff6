"""Dates as resolutions print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.dates import parse_date


@given(st.dates(), st.sampled_from(["{y}年{m}月{d}日", "{y} 年 {m} 月 {d} 日"]))
def test_every_date_is_read_as_printed(day: date, form: str) -> None:
    printed = form.format(y=f"{day.year:04d}", m=day.month, d=day.day)
    assert parse_date(f"大会于{printed}通过") == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017 年 12 月 4 日大会决议", date(2017, 12, 4)),
        ("２０２０年１２月７日", date(2020, 12, 7)),
        ("从2017年7月7日到2017年9月20日", date(2017, 7, 7)),
        ("一九七四年十一月廿九日,第二四八一次全体会议", date(1974, 11, 29)),
        ("4 December 2017", date(2017, 12, 4)),
        ("30 February 2020", None),
        ("2020年2月30日", None),
        ("2020年12月", None),
        ("2020-12-07", None),
        ("", None),
    ],
)
def test_the_first_whole_date_counts(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


@given(st.text(max_size=60))
def test_any_text_has_a_date_or_none(text: str) -> None:
    assert parse_date(text) is None or isinstance(parse_date(text), date)
