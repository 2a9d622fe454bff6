"""Which instrument a short title means, over a whole resolution."""

from __future__ import annotations

from pathlib import Path

from assistant.library.records import Records
from assistant.retrieval.meanings import Meant, mentioning
from tests.retrieval.referring import records_of, written

NPT, TPNW = "不扩散核武器条约", "禁止核武器条约"


def places(found: tuple[Meant, ...]) -> list[tuple[str, bool]]:
    return [(one.mention.key.partition("#")[2], one.inferred) for one in found]


def of(records: Records, title: str) -> list[tuple[str, bool]]:
    return places(mentioning(records, title, instrument=True))


def test_a_short_title_means_the_last_one_named_before_it(tmp_path: Path) -> None:
    text = written(
        "75/1", "题目", "回顾《不扩散核武器条约》，", "重申《条约》的重要性，",
        "欢迎《禁止核武器条约》，", "强调《条约》应予遵守，",
    )  # fmt: skip
    with records_of(tmp_path, text) as records:
        assert of(records, NPT) == [("PP1", False), ("PP2", True)]
        assert of(records, TPNW) == [("PP3", False), ("PP4", True)]


def test_a_short_title_that_is_said_to_be_somebodys_is_not_the_last_named(tmp_path: Path) -> None:
    text = written(
        "75/1", "题目", "回顾《联合国千年宣言》，", "回顾大会第十届特别会议的《宣言》，",
    )  # fmt: skip
    with records_of(tmp_path, text) as records:
        assert of(records, "联合国千年宣言") == [("PP1", False)]
        assert of(records, "宣言") == [("PP2", False)]


def test_what_stands_after_a_short_title_does_not_say_what_it_means(tmp_path: Path) -> None:
    text = written("75/1", "题目", "重申《条约》的重要性，", "回顾《不扩散核武器条约》，")
    with records_of(tmp_path, text) as records:
        assert of(records, NPT) == [("PP2", False)]


def test_a_short_title_of_another_resolution_is_left_alone(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written("75/1", "题目", "回顾《不扩散核武器条约》，"),
        written("75/2", "题目二", "重申《条约》的重要性，"),
    ) as records:
        assert of(records, NPT) == [("PP1", False)]


def test_all_printed_titles_are_found_and_no_other_instrument(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written("75/1", "题目", "回顾《不扩散核武器条约》，"),
        written("75/2", "题目二", "回顾《不扩散条约》，"),
        written("75/3", "题目三", "回顾《不扩散核武器条约缔约国审议大会，最后文件》，"),
    ) as records:
        found = mentioning(records, NPT, instrument=True)
    assert [one.mention.symbol for one in found] == ["A/RES/75/1", "A/RES/75/2"]


def test_every_spelling_and_part_of_a_resolution_is_found(tmp_path: Path) -> None:
    with records_of(
        tmp_path,
        written("75/1", "题目", "回顾安全理事会第1325(2000)号决议，"),
        written("75/2", "题目二", "回顾第51/242 A号决议，", "又回顾第51/242号决议，"),
    ) as records:
        assert places(mentioning(records, "S/RES/1325")) == [("PP1", False)]
        assert places(mentioning(records, "A/RES/51/242")) == [("PP1", False), ("PP2", False)]
