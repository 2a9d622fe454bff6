"""Votes: how many, and who."""

from __future__ import annotations

import pytest

from assistant.parsing.votes import vote_of
from assistant.types import Vote


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("经记录表决，以106票赞成，1票反对，67票弃权通过", (106, 1, 67)),
        ("经记录表决，以 128 票对 4 票、48 票弃权通过", (128, 4, 48)),
        ("經記錄表決，以106票贊成，1票反對，67票棄權通過", (106, 1, 67)),
        ("经记录表决，以150票赞成，零票反对，3票弃权通过", (150, 0, 3)),
        ("by a recorded vote of 106 in favour to 1 against, with 67 abstentions", (106, 1, 67)),
        ("by a recorded vote of 150 to none, with 3 abstentions", (150, 0, 3)),
        ("by a recorded vote of 150 in favour to none, with no abstentions", (150, 0, 0)),
    ],
)  # fmt: skip
def test_a_recorded_vote_is_counted_as_printed(text: str, counts: tuple[int, int, int]) -> None:
    assert vote_of(text) == Vote(*counts)


def test_the_countries_are_those_the_text_lists_in_its_order() -> None:
    text = "经表决，以2票赞成，1票反对通过：\n赞成：甲国、乙国(共和国)。\n反对：丁国"
    vote = vote_of(text)
    assert vote is not None
    assert vote.countries_in_favour == ("甲国", "乙国(共和国)")
    assert (vote.countries_against, vote.countries_abstaining) == (("丁国",), ())


def test_english_lists_are_read_too() -> None:
    lists = "In favour: A, B\nAgainst: C\nAbstaining: D"
    text = f"by a recorded vote of 2 to 1, with 1 abstention:\n{lists}"
    vote = vote_of(text)
    assert vote is not None
    assert vote.countries_in_favour == ("A", "B")
    assert (vote.countries_against, vote.countries_abstaining) == (("C",), ("D",))


def test_nobody_is_no_country() -> None:
    vote = vote_of("经表决，以2票赞成，零票反对通过：\n赞成：甲国、乙国\n反对：无\n弃权：无。")
    assert vote is not None
    assert (vote.countries_against, vote.countries_abstaining) == ((), ())


@pytest.mark.parametrize("text", ["", "大会，", "未经表决通过", "以多数票通过"])
def test_no_vote_is_made_up(text: str) -> None:
    assert vote_of(text) is None
