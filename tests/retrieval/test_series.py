"""The resolutions of one item over the sessions."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import NotInLibrary
from assistant.library.library import Library
from assistant.library.records import Records
from assistant.retrieval.series import part_of_series, series_around, series_of, titled
from assistant.types import Series
from tests.retrieval.referring import records_of, written

TITLE = "推进多边核裁军谈判"


def members(records: Records, *symbols: str) -> dict[str, str]:
    found = series_of(records, symbols)
    return {m.symbol.removeprefix("A/RES/"): m.reason for m in found.members} if found else {}


def test_the_earlier_resolutions_of_a_list_without_a_title_are_inferred(
    sample_library: Library,
) -> None:
    found = series_of(sample_library.records, ["A/RES/75/45"])
    assert found is not None
    assert [m.symbol.removeprefix("A/RES/") for m in found.members] == [
        "67/39", "68/32", "69/58", "70/34", "71/71", "72/251", "73/40", "74/54", "75/45",
    ]  # fmt: skip
    *listed, newest = found.members
    for member in listed:
        assert (member.held, member.reason, member.inferred) == (False, "recalled", True)
        assert member.evidence == ("A/RES/75/45#PP1",)
        assert member.title is None
    assert listed[0].date == "2012-12-03"
    assert (newest.held, newest.reason, newest.inferred) == (True, "same_title", False)
    assert newest.evidence == ("A/RES/75/45#META",)
    assert found.coverage.resolutions == 2


def test_those_recalled_under_the_title_are_not_inferred(sample_library: Library) -> None:
    found = series_of(sample_library.records, ["A/RES/72/31"])
    assert found is not None
    oldest = found.members[0]
    assert (oldest.symbol, oldest.reason, oldest.inferred) == ("A/RES/67/56", "named", False)
    assert len(found.members) == 6


@pytest.mark.parametrize("symbol", ["A/RES/67/39", "A/RES/74/54", "A/RES/75/45"])
def test_a_series_is_found_from_any_member_held_or_not(
    sample_library: Library, symbol: str
) -> None:
    assert len(members(sample_library.records, symbol)) == 9


def test_what_is_only_mentioned_belongs_to_no_series(sample_library: Library) -> None:
    assert members(sample_library.records, "A/RES/55/2") == {}
    assert members(sample_library.records, "A/RES/1/1") == {}


def test_resolutions_of_one_title_are_one_series_however_it_is_spelled(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written("74/1", TITLE),
        written("75/1", "推進多邊核裁軍談判"),
        written("75/2", "推进多边核 裁军谈判的报告"),
    ) as records:
        assert members(records, "A/RES/74/1") == {"74/1": "same_title", "75/1": "same_title"}


def test_a_list_with_a_resolution_of_quite_another_title_says_nothing(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written("73/9", "儿童权利公约"),
        written("75/1", TITLE, "回顾其第 72/5 号、第 73/9 号和第 74/1 号决议，"),
    ) as records:
        assert members(records, "A/RES/75/1") == {"75/1": "same_title"}


def test_a_renamed_item_is_followed_back_and_forward(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written("73/9", "核裁军谈判"),
        written("74/1", TITLE, "回顾其第 72/5 号和第 73/9 号决议，"),
        written("75/1", "推进核裁军谈判", "回顾其第 73/9 号和第 74/1 号决议，"),
    ) as records:
        expected = {
            "72/5": "recalled", "73/9": "renamed", "74/1": "same_title", "75/1": "renamed",
        }  # fmt: skip
        assert members(records, "A/RES/74/1") == expected


def test_what_is_recalled_of_another_item_stays_out(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written(
            "75/1", TITLE,
            "回顾其关于推进多边核裁军谈判的第 74/1 号决议，",
            "又回顾其关于儿童权利的第 72/8 号和第 73/8 号决议，",
            "还回顾其第 46/182 号决议，",
            "重申安全理事会第1325(2000)号决议，",
        ),
    ) as records:  # fmt: skip
        assert members(records, "A/RES/75/1") == {"74/1": "named", "75/1": "same_title"}


def test_a_better_reason_and_all_the_evidence_are_kept(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written("74/1", TITLE, "回顾其第 72/5 号和第 73/9 号决议，"),
        written("75/1", TITLE, "回顾其关于推进多边核裁军谈判的第 73/9 号决议，"),
    ) as records:
        found = series_of(records, ["A/RES/75/1"])
    assert found is not None
    (once, twice) = found.members[:2]
    assert (once.symbol, once.reason) == ("A/RES/72/5", "recalled")
    assert (twice.symbol, twice.reason, twice.inferred) == ("A/RES/73/9", "named", False)
    assert twice.evidence == ("A/RES/74/1#PP1", "A/RES/75/1#PP1")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("推进多边核裁军谈判", ("A/RES/72/31",)),
        ("核裁军高级别会议后续行动", ("A/RES/75/45",)),
        ("月球基地治理", ()),
        ("会", ()),
    ],
)
def test_a_series_is_named_by_words_of_its_title(
    sample_library: Library, words: str, found: tuple[str, ...]
) -> None:
    assert titled(sample_library.records, words) == found


def test_of_two_titles_as_near_none_is_taken(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written("75/1", "北海核裁军谈判"),
        written("75/2", "南海核裁军谈判"),
    ) as records:
        assert titled(records, "核裁军谈判") == ()
        assert titled(records, "南海核裁军谈判") == ("A/RES/75/2",)


def test_parts_of_a_series(sample_library: Library) -> None:
    found = series_of(sample_library.records, ["A/RES/75/45"])
    assert found is not None

    def numbers(which: str | None, *symbols: str) -> list[str]:
        return [m.symbol.removeprefix("A/RES/") for m in part_of_series(found, which, symbols)]

    assert numbers("first") == ["67/39"]
    assert numbers("last") == ["75/45"]
    assert numbers("earlier", "A/RES/69/58") == ["67/39", "68/32"]
    assert numbers("later", "A/RES/74/54") == ["75/45"]
    assert numbers("later", "A/RES/75/45") == []
    assert len(numbers(None)) == 9


def test_a_series_may_be_asked_for_by_symbol_or_title(sample_library: Library) -> None:
    by_symbol = series_around(sample_library.records, "第75/45号决议")
    by_title = series_around(
        sample_library.records, "核裁军问题大会高级别会议的后续行动", lang="en"
    )
    assert isinstance(by_symbol, Series)
    assert [m.symbol for m in by_symbol.members] == [m.symbol for m in by_title.members]
    assert by_title.members[0].label == "resolution 67/39"
    for asked in ("1/1", "月球基地治理"):
        with pytest.raises(NotInLibrary):
            series_around(sample_library.records, asked)
