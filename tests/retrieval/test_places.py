"""Paragraphs by number, in the resolutions that are held."""

from __future__ import annotations

import pytest

from assistant.library.library import Library
from assistant.retrieval.places import actual_place, paragraphs
from tests.retrieval.conftest import Find, gaps, keys, quoted
from tests.retrieval.specimens import convention, in_parts, in_sections, look_up, with_items


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("75/45第13段", "75/45#OP13"),
        ("75/45序言最后一段", "75/45#PP16"),
        ("72/31序言最后一段", "72/31#PP21"),
        ("75/45最后两段", "75/45#OP14 75/45#OP15"),
        ("72/31脚注13", "72/31#FN13"),
        ("72/31和75/45第3段", "72/31#OP3 75/45#OP3"),
        ("两份决议的最后一段", "72/31#OP16 75/45#OP15"),
    ],
)
def test_named_paragraphs_are_found_in_each_resolution(find: Find, text: str, found: str) -> None:
    assert keys(find(text)) == found.split()


def test_a_whole_part_is_every_paragraph_of_it(find: Find) -> None:
    assert keys(find("75/45序言全文")) == [f"75/45#PP{n}" for n in range(1, 17)]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("75/45第16段", [("place", "OP16")]),
        ("75/45序言第17段", [("place", "PP17")]),
        ("75/45脚注5", [("place", "FN5")]),
        ("75/45第0段", [("place", "OP0")]),
        ("75/45第13段(a)", [("place", "OP13(a)")]),
        ("75/45序言倒数第20段", [("place", "PP-20")]),
    ],
)
def test_a_paragraph_that_is_not_there_is_missing(
    find: Find, text: str, missing: list[tuple[str, str]]
) -> None:
    found = find(text)
    assert (keys(found), gaps(found)) == ([], missing)


def test_a_range_that_is_partly_there_is_found_in_part(find: Find) -> None:
    found = find("75/45第14至17段")
    assert keys(found) == ["75/45#OP14", "75/45#OP15"]
    assert gaps(found) == [("place", "OP16"), ("place", "OP17")]
    assert not found.refused


def test_a_missing_paragraph_says_how_many_there_are(find: Find) -> None:
    assert [gap.held for gap in find("75/45第16段、序言第17段").missing] == ["15", "16"]


def test_a_note_that_points_at_the_one_before_brings_it(find: Find) -> None:
    assert keys(find("72/31脚注2的“同上”指什么")) == ["72/31#FN2", "72/31#FN1"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("75/45第13段为什么谴责", [("verb", "谴责")]),
        ("75/45第13段请会员国做什么", [("addressee", "会员国")]),
        ("75/45第13段对朝鲜说了什么", [("term", "朝鲜")]),
    ],
)
def test_what_is_laid_into_a_paragraph_that_lacks_it_is_missing(
    find: Find, text: str, missing: list[tuple[str, str]]
) -> None:
    found = find(text)
    assert found.refused
    assert gaps(found) == missing


def test_the_words_of_a_paragraph_are_whole(find: Find) -> None:
    assert quoted(find("75/45第14段")) == [
        "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；"
    ]


def test_places_from_the_end_are_numbered_by_the_resolution(sample_library: Library) -> None:
    later = sample_library.records.read("A/RES/75/45")
    assert actual_place("OP-1", later) == "OP15"
    assert actual_place("PP-16", later) == "PP1"
    assert actual_place("PP-17", later) == "PP-17", "there is none: left for the refusal to name"
    assert actual_place("OP3", later) == "OP3"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("60/5第2段", "OP2 OP2(a) OP2(b) OP2(b)(i) OP2(b)(ii)"),
        ("60/5第2(b)段", "OP2(b) OP2(b)(i) OP2(b)(ii)"),
        ("60/5第2段(a)和(b)", "OP2(a) OP2(b) OP2(b)(i) OP2(b)(ii)"),
        ("60/5第2段(b)(ii)", "OP2(b)(ii)"),
        ("60/5第4段", "OP~4 OP~4(a)"),
        ("60/5第4段(a)项", "OP~4(a)"),
        ("60/5最后一段", "OP~4 OP~4(a)"),
        ("60/5附件", "ANNEX ANNEX/1"),
        ("60/5附件一第1段", "ANNEX/1"),
        ("60/5附件第1段", "ANNEX/1"),
        ("60/5的乙项", "OP2(b) OP2(b)(i) OP2(b)(ii)"),
        ("60/5的(a)项", "OP2(a) OP3(a) OP~4(a)"),
    ],
)
def test_a_paragraph_is_named_with_what_is_below_it(text: str, found: str) -> None:
    places = [p.paragraph.place for p in look_up(paragraphs, text, with_items()).passages]
    assert places == found.split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("92/164附件第1条第2款(a)项", "ANNEX/ART1/2(a)"),
        ("92/164附件第2条", "ANNEX/ART2 ANNEX/ART2/1"),
        ("92/164所附公约第二条", "ANNEX/ART2 ANNEX/ART2/1"),
        ("92/164所附的《制止样例行为的国际公约》的第二条", "ANNEX/ART2 ANNEX/ART2/1"),
        ("92/164第二条", "ANNEX/ART2 ANNEX/ART2/1"),
        ("制止样例行为的国际公约第二条写了什么", "ANNEX/ART2 ANNEX/ART2/1"),
        ("《制止样例行为的国际公约》第二条写了什么", "ANNEX/ART2 ANNEX/ART2/1"),
        ("92/164附件序言第1段", "ANNEX/PP1"),
        ("92/164 annex, article 1, paragraph 2 (b)", "ANNEX/ART1/2(b)"),
        ("92/164第1段", "OP1"),
    ],
)
def test_the_articles_of_an_annexed_treaty_are_found(text: str, found: str) -> None:
    places = [p.paragraph.place for p in look_up(paragraphs, text, convention()).passages]
    assert places == found.split()


def test_a_missing_annex_is_not_counted_in_paragraphs() -> None:
    (gap,) = look_up(paragraphs, "51/942A附件第3段", in_parts()[0]).missing
    assert (gap.name, gap.held) == ("ANNEX", None)
    (gap,) = look_up(paragraphs, "60/5附件第3段", with_items()).missing
    assert (gap.name, gap.held) == ("ANNEX/3", None)


def test_items_are_no_paragraphs_in_what_a_refusal_counts() -> None:
    (gap,) = look_up(paragraphs, "60/5第9段", with_items()).missing
    assert (gap.name, gap.held) == ("OP9", "4")


def test_a_number_that_one_part_has_is_not_missing_from_the_whole() -> None:
    found = look_up(paragraphs, "51/942第2段", *in_parts())
    assert (keys(found), gaps(found)) == (["51/942A#OP2"], [])
    found = look_up(paragraphs, "51/942第3段", *in_parts())
    assert (keys(found), [gap.where for gap in found.missing]) == (
        [],
        ["A/RES/51/942A", "A/RES/51/942B"],
    )


def test_a_number_that_a_named_part_lacks_is_missing() -> None:
    found = look_up(paragraphs, "51/942A和51/942B第2段", *in_parts())
    assert keys(found) == ["51/942A#OP2"]
    assert [gap.where for gap in found.missing] == ["A/RES/51/942B"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("70/248第二节第1段", "S2/OP1"),
        ("70/248第1段", "S1/OP1 S2/OP1"),
        ("70/248最后一段", "S2/OP2"),
        ("70/248 section II, paragraph 2", "S2/OP2"),
        ("70/248第二节有哪几段", "S2/OP1 S2/OP2"),
    ],
)
def test_a_number_that_begins_again_is_found_in_its_section(text: str, found: str) -> None:
    places = [p.paragraph.place for p in look_up(paragraphs, text, in_sections()).passages]
    assert places == found.split()


def test_what_a_section_lacks_is_counted_in_that_section() -> None:
    (gap,) = look_up(paragraphs, "70/248第一节第2段", in_sections()).missing
    assert (gap.name, gap.held) == ("S1/OP2", "1")


@pytest.mark.parametrize("text", ["70/248第五节", "60/5的丁项"])
def test_of_a_missing_section_or_item_nothing_is_counted(text: str) -> None:
    held = in_sections() if text.startswith("70") else with_items()
    found = look_up(paragraphs, text, held)
    assert [(gap.kind, gap.held) for gap in found.missing] == [("place", None)]
