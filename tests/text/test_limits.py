from __future__ import annotations

import pytest

from assistant.text.limits import limit_of


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("至迟于 2026 年 9 月 1 日", "2026-09-01"),
        ("不迟于2027年6月", "2027-06"),
        ("在2030年底之前", "2030"),
        ("不迟于2025年2月31日", "2025-02"),
        ("不迟于2025年13月", "2025"),
        ("no later than 1 May 2026", "2026-05-01"),
        ("by the end of June 2027", "2027-06"),
        ("before 2030", "2030"),
        ("within ninety days", None),
        ("每年9月26日", None),
        ("", None),
    ],
)
def test_a_limit_is_as_fine_as_it_is_printed(text: str, limit: str | None) -> None:
    assert limit_of(text) == limit
