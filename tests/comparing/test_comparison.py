"""Whole comparisons: of short texts, of the two sample texts, of nothing in common."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from assistant.comparing import compare, compare_paragraphs, compare_series
from assistant.errors import NotComparable
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Comparison, Resolution
from tests.comparing.texts import english, places, resolution, row_text

PREAMBLE = ("回顾其第 74/54 号决议", "深为关切湿地的缩小", "重申养护湿地的重要性")
OPERATIVE = (
    "敦促会员国加强湿地方面的数据共享",
    "请秘书长就本决议的执行情况向大会第七十六届会议提出报告",
    "欢迎志愿者网络的建立",
    "决定将题为“河口湿地养护”的项目列入大会第七十六届会议临时议程",
)
BEFORE = resolution(75, PREAMBLE, *OPERATIVE)


def counts(found: Comparison) -> tuple[int, ...]:
    return found.same, found.renewed, found.changed, found.added, found.dropped


def test_every_kind_of_change_is_told() -> None:
    after = resolution(
        76,
        ("回顾其第 75/9 号决议", "深为关切湿地的缩小"),
        "鼓励会员国加强湿地方面的数据共享",
        "请秘书长就本决议的执行情况向大会第七十七届会议提出报告",
        "重申养护湿地的重要性",
        "授权秘书长设立信托基金",
        "决定将题为“河口湿地养护”的项目列入大会第七十七届会议临时议程",
    )
    found = compare(BEFORE, after)
    kinds = {places(row): row.kind for row in found.rows}
    assert kinds == {
        ("PP1", "PP1"): "renewed",
        ("PP2", "PP2"): "same",
        ("OP1", "OP1"): "changed",
        ("OP2", "OP2"): "renewed",
        ("PP3", "OP3"): "renewed",  # but for its closing stop
        (None, "OP4"): "added",
        ("OP3", None): "dropped",
        ("OP4", "OP5"): "renewed",
    }
    assert counts(found) == (1, 4, 1, 1, 1)
    (across,) = [row for row in found.rows if row.across]
    assert places(across) == ("PP3", "OP3")
    assert across.moved
    assert found.moved == 1


def test_a_paragraph_that_moved_is_recognised() -> None:
    first, second, third, last = OPERATIVE
    found = compare(BEFORE, resolution(76, PREAMBLE, third, first, second, last))
    assert [places(row) for row in found.rows if row.moved] == [("OP3", "OP1")]
    assert counts(found)[2:] == (0, 0, 0)


def test_items_stay_with_their_paragraph_and_change_it() -> None:
    lead = "请秘书长：\n\n(a) 公布湿地的年度统计；\n\n(b) 指定湿地协调人"
    new = "请秘书长：\n\n(a) 公布湿地的年度统计；\n\n(b) 指定湿地方面的区域协调人；\n\n(c) 编写指南"
    before, after = (
        resolution(session, PREAMBLE, OPERATIVE[0], items, OPERATIVE[2])
        for session, items in ((75, lead), (76, new))
    )
    found = compare(before, after)
    kinds = {
        places(row): row.kind for row in found.rows if row.second and "OP2" in row.second.place
    }
    assert kinds == {
        ("OP2", "OP2"): "same",
        ("OP2(a)", "OP2(a)"): "same",
        ("OP2(b)", "OP2(b)"): "changed",
        (None, "OP2(c)"): "added",
    }
    assert counts(found) == (5, 0, 1, 0, 0)


def test_a_resolution_is_the_same_as_its_own_copy_of_the_next_session() -> None:
    found = compare(BEFORE, resolution(76, PREAMBLE, *OPERATIVE))
    assert {row.kind for row in found.rows} == {"same"}
    assert (found.shared, found.related) == (1.0, True)


def test_english_is_compared_with_english() -> None:
    before = english(75, "Urges Member States to care for wetlands", "Requests a report")
    after = english(76, "Invites Member States to care for wetlands", "Requests a report")
    changed = next(row for row in compare(before, after).rows if row.kind == "changed")
    assert row_text(changed) == "[Urges→Invites] Member States to care for wetlands;"
    assert [verb.kind for verb in changed.verbs] == ["weaker"]


def test_a_resolution_is_compared_neither_with_itself_nor_with_another_language() -> None:
    with pytest.raises(NotComparable) as itself:
        compare(BEFORE, BEFORE)
    assert "双语" in itself.value.zh
    with pytest.raises(NotComparable) as languages:
        compare(BEFORE, english(76, "Requests a report"))
    assert "reader" in languages.value.en


def test_two_paragraphs_are_compared_wherever_they_stand() -> None:
    by_place = {paragraph.place: paragraph for paragraph in BEFORE.paragraphs}
    urged, asked = by_place["OP1"], by_place["OP2"]
    found = compare_paragraphs(BEFORE, urged, BEFORE, asked)
    assert counts(found) == (0, 0, 1, 0, 0)
    assert [(c.before, c.after) for c in found.rows[0].verbs if c.kind != "addressee"]
    assert counts(compare_paragraphs(BEFORE, urged, BEFORE, urged)) == (1, 0, 0, 0, 0)


def test_a_series_is_the_comparisons_of_its_neighbours() -> None:
    members = [resolution(n, PREAMBLE, *OPERATIVE) for n in (75, 76, 77)]
    found = compare_series(members)
    assert [(each.first, each.second) for each in found] == [
        ("A/RES/75/9", "A/RES/76/9"),
        ("A/RES/76/9", "A/RES/77/9"),
    ]


# ── the two sample texts, which are of different series ─────────────────────────────────────


@pytest.fixture(scope="module")
def samples(sample_files: tuple[Path, Path]) -> list[Resolution]:
    return [parse(read_document(File.at(path)))[0] for path in sample_files]


def test_two_resolutions_of_different_series_have_little_in_common(
    samples: list[Resolution],
) -> None:
    found = compare(*samples)
    assert not found.related
    assert found.shared < 0.2


def test_what_they_do_have_in_common_is_found(samples: list[Resolution]) -> None:
    pairs = {places(row): row for row in compare(*samples).rows if row.first and row.second}
    assert {("PP2", "PP10"), ("OP1", "PP12"), ("PP13", "PP13"), ("OP15", "OP15")} == set(pairs)
    treaty = pairs["OP1", "PP12"]
    assert treaty.across
    assert [(v.kind, v.before, v.after) for v in treaty.verbs] == [("weaker", "欢迎", "注意到")]


def test_two_resolutions_of_sixty_paragraphs_take_far_less_than_a_third_of_a_second(
    samples: list[Resolution],
) -> None:
    compare(*samples)  # the dictionary is loaded once
    operative = [f"敦促第{n}组会员国加强湿地第{n}区方面的数据共享，包括第{n}类" for n in range(45)]
    before, after = (
        resolution(n, tuple(f"深为关切第{i}片湿地的缩小" for i in range(15)), *operative)
        for n in (75, 76)
    )
    begun = perf_counter()
    compare(before, after)
    assert perf_counter() - begun < 0.9  # .04 s on an idle machine, and this one is shared
