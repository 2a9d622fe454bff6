"""The grammar of places: what belongs to what, and how labels are written."""

from __future__ import annotations

import pytest

from assistant.text.places import (
    covers,
    is_whole,
    label_range,
    normal_label,
    paragraph_of,
    parent,
    plain,
    unsectioned,
)


@pytest.mark.parametrize(
    ("place", "above"),
    [
        ("OP3(a)(ii)", "OP3(a)"),
        ("OP~3(a)", "OP~3"),
        ("OP3", None),
        ("ANNEX/ART1/2(a)", "ANNEX/ART1/2"),
        ("ANNEX/ART1/2", "ANNEX/ART1"),
        ("ANNEX2/PP1", "ANNEX2"),
        ("ANNEX", None),
        ("META", None),
    ],
)
def test_a_place_belongs_to_the_one_above_it(place: str, above: str | None) -> None:
    assert parent(place) == above


def test_a_sub_paragraph_stands_in_its_paragraph() -> None:
    assert paragraph_of("OP3(a)(ii)") == "OP3"
    assert paragraph_of("ANNEX/ART1/2(a)") == "ANNEX/ART1/2"
    assert [is_whole(place) for place in ("OP3", "OP~4", "OP3(a)")] == [True, True, False]


@pytest.mark.parametrize(
    ("above", "place", "is_covered"),
    [
        ("OP3", "OP3", True),
        ("OP3", "OP3(a)(ii)", True),
        ("OP3(a)", "OP3(a)(ii)", True),
        ("OP3", "OP~3(a)", True),
        ("OP3", "OP31", False),
        ("OP3(a)", "OP3(b)", False),
        ("OP3(a)", "OP3", False),
        ("ANNEX", "ANNEX/ART1/2", True),
        ("ANNEX", "ANNEX2/3", False),
    ],
)
def test_naming_a_place_means_what_is_below_it(above: str, place: str, is_covered: bool) -> None:
    assert covers(above, place) is is_covered


def test_a_section_need_not_be_said() -> None:
    assert [unsectioned(p) for p in ("S2/OP1(a)", "ANNEX/S2/3", "OP1")] == [
        "OP1(a)",
        "ANNEX/3",
        "OP1",
    ]
    assert covers("S2", "S2/OP1")
    assert not covers("S2", "S21/OP1")


def test_an_inferred_number_is_the_number_it_stands_for() -> None:
    assert plain("OP~4(a)") == "OP4(a)"


@pytest.mark.parametrize(
    ("written", "label"),
    [("(a)", "(a)"), ("B", "(b)"), ("(甲)", "(a)"), ("丙", "(c)"), ("(一)", "(i)"),
     ("(四)", "(iv)"), ("(ii)", "(ii)"), ("2", "(2)"), ("(十二)", "(xii)")],
)  # fmt: skip
def test_a_label_is_written_in_one_way(written: str, label: str) -> None:
    assert normal_label(written) == label


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("(a)", "(d)", "(a) (b) (c) (d)"),
        ("(i)", "(iv)", "(i) (ii) (iii) (iv)"),
        ("(h)", "(j)", "(h) (i) (j)"),
        ("(1)", "(3)", "(1) (2) (3)"),
        ("(d)", "(a)", "(d) (a)"),
        ("(a)", "(ii)", "(a) (ii)"),
    ],
)
def test_a_range_of_labels_is_each_of_them(first: str, last: str, labels: str) -> None:
    assert label_range(first, last) == tuple(labels.split())
