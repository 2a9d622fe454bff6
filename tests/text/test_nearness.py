"""How near symbols are to one another."""

from __future__ import annotations

import pytest

from assistant.text.nearness import apart, distance


@pytest.mark.parametrize(
    ("asked", "held", "expected"),
    [
        ("A/RES/75/46", "A/RES/75/45", 2),
        ("A/RES/75/54", "A/RES/75/45", 1),
        ("A/RES/45/75", "A/RES/75/45", 1),
        ("A/RES/76/45", "A/RES/75/45", 2),
        ("A/RES/51/942", "A/RES/51/942B", 0),
        ("A/RES/75/99", "A/RES/75/45", None),
        ("A/RES/60/70", "A/RES/75/45", None),
        ("S/RES/75/45", "A/RES/75/45", None),
        ("A/RES/217A(III)", "A/RES/75/45", None),
    ],
)
def test_a_slip_of_the_pen_is_near_and_another_number_is_not(
    asked: str, held: str, expected: int | None
) -> None:
    assert distance(asked, held) == expected


def test_resolutions_that_are_mentioned_are_put_in_order_of_session_and_number() -> None:
    named = ["A/RES/68/32", "A/RES/67/39", "A/RES/217A(III)"]
    assert sorted(named, key=lambda symbol: apart("A/RES/67/40", symbol))[0] == "A/RES/67/39"
