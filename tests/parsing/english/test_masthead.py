"""Lines of an English masthead, and of its ending."""

from __future__ import annotations

import time

import pytest

from assistant.parsing.english.masthead import CLOSING, LINES
from assistant.parsing.masthead_forms import LineForm
from assistant.text.normalise import fold


def facts(line: str, forms: tuple[LineForm, ...] = LINES) -> dict[str, str]:
    """What the first form that a line has states of it."""
    folded = fold(line).text
    for form in forms:
        found = form.pattern.fullmatch(folded)
        if found:
            values = {name: of(found) for name, of in form.values.items() if found[name]}
            return {name: value for name, value in values.items() if value}
    raise AssertionError(f"no form for {line!r}")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Seventy-second session", {"session": "72"}),
        ("Seventy‑second session", {"session": "72"}),
        ("SEVENTY-FIFTH SESSION", {"session": "75"}),
        ("Fortieth session", {"session": "40"}),
        ("Tenth emergency special session", {"session": "ES-10"}),
        ("Thirtieth special session", {"session": "S-30"}),
        ("2023 session", {"session": "2023"}),
        ("Agenda item 99 (bb)", {"agenda_item": "99(bb)"}),
        ("Agenda item 18", {"agenda_item": "18"}),
        ("Agenda items 19 (a) and 20", {"agenda_item": "19(a) and 20"}),
        ("Resolution adopted by the General Assembly on 4 December 2017", {"date": "2017-12-04"}),
        ("Resolution adopted by the General Assembly", {}),
        ("Resolution adopted by the Human Rights Council on 22 June 2020", {"date": "2020-06-22"}),
        (
            "Adopted by the Security Council at its 3519th meeting, on 21 April 1995",
            {"meeting": "3519", "date": "1995-04-21"},
        ),
        (
            "[on the report of the First Committee (A/72/409)]",
            {"committee": "第一委员会", "report": "A/72/409"},
        ),
        (
            "[on the report of the Fifth Committee (A/75/682/Add.1, para. 6)]",
            {"committee": "第五委员会", "report": "A/75/682/Add.1", "report_paragraph": "6"},
        ),
        (
            "[on the recommendation of the Committee on Conferences (A/75/32)]",
            {"committee": "会议委员会", "report": "A/75/32"},
        ),
        ("[on the report of the Committee (A/72/1)]", {"report": "A/72/1"}),
        ("[without reference to a Main Committee (A/72/L.5)]", {}),
        (
            "[without reference to a Main Committee (A/72/L.5 and A/72/L.5/Add.1)]",
            {},
        ),
        (
            "Adopted at the 62nd plenary meeting, on 4 December 2017, on the recommendation of the "
            "Committee (A/72/409, para. 96), by a recorded vote of 106 in favour to 1 against, "
            "with 67 abstentions, as follows:",
            {
                "meeting": "62", "date": "2017-12-04", "report": "A/72/409",
                "report_paragraph": "96",
                "vote": "recorded vote of 106 in favour to 1 against, with 67 abstentions",
            },
        ),
        (
            "Adopted by a recorded vote of 150 to none, with 3 abstentions",
            {"vote": "recorded vote of 150 to none, with 3 abstentions"},
        ),
        (
            "72/31. Taking forward sample negotiations",
            {"number": "72/31", "title": "Taking forward sample negotiations"},
        ),
        ("72/31.", {"number": "72/31"}),
        ("51/942 A. A sample", {"number": "51/942 A", "title": "A sample"}),
        ("ES-10/22. A sample", {"number": "ES-10/22", "title": "A sample"}),
        ("2159 (XXI). A sample", {"number": "2159 (XXI)", "title": "A sample"}),
        ("217 A (III). A sample", {"number": "217 A (III)", "title": "A sample"}),
        ("2023/14. A sample", {"number": "2023/14", "title": "A sample"}),
        ("Resolution 983 (1995)", {"number": "983 (1995)"}),
        ("B. Second part", {"title": "Second part"}),
        ("Sponsors: Austria, Chile and Mexico", {"sponsors": "Austria, Chile and Mexico"}),
    ],
)  # fmt: skip
def test_a_line_of_the_masthead_states_its_facts(line: str, expected: dict[str, str]) -> None:
    assert facts(line) == expected


@pytest.mark.parametrize(
    "line",
    ["United Nations", "United Nations A/RES/72/31", "General Assembly", "A/RES/72/31",
     "Distr.: General", "Distr. GENERAL", "11 December 2017", "Original: English",
     "17-22106 (E)", "*1722106*", "In favour: Austria, Chile", "Against: None"],
)  # fmt: skip
def test_a_line_of_the_cover_states_nothing_of_the_resolution(line: str) -> None:
    assert facts(line) == {}


@pytest.mark.parametrize(
    "line",
    ["General and complete disarmament", "Taking forward negotiations", "Item of interest",
     "Session of the Assembly", "Reports of the First Committee are welcome", ""],
)  # fmt: skip
def test_a_title_of_the_agenda_is_no_form(line: str) -> None:
    assert not any(form.pattern.fullmatch(line) for form in LINES)


def test_a_list_of_countries_goes_on_over_its_lines() -> None:
    (form,) = [f for f in LINES if f.pattern.fullmatch("In favour: Austria, Brazil,")]
    assert form.lists


@pytest.mark.parametrize(
    ("line", "meeting", "date"),
    [
        ("62nd plenary meeting", "62", None),
        ("4 December 2017", None, "2017-12-04"),
        ("62nd plenary meeting, 4 December 2017", "62", "2017-12-04"),
        ("62nd plenary meeting 4 December 2017", "62", "2017-12-04"),
        ("1492nd plenary meeting,", "1492", None),
        ("31st meeting", "31", None),
        ("31 February 2017", None, None),
        ("Forty-second plenary meeting", "42", None),
    ],
)
def test_the_ending_states_meeting_and_date(
    line: str, meeting: str | None, date: str | None
) -> None:
    stated: dict[str, str | None] = {}
    for form in CLOSING:
        found = form.pattern.fullmatch(fold(line).text)
        for name, value_of in form.values.items() if found else ():
            assert found is not None
            stated[name] = value_of(found)
    assert (stated.get("meeting"), stated.get("meeting_date")) == (meeting, date)


def test_every_field_of_a_form_is_a_group_of_its_pattern() -> None:
    for form in (*LINES, *CLOSING):
        assert set(form.values) <= set(form.pattern.groupindex), form.pattern.pattern


@pytest.mark.parametrize("form", [*LINES, *CLOSING], ids=lambda form: form.pattern.pattern[:30])
def test_a_hostile_line_is_given_up_at_once(form: LineForm) -> None:
    pieces = ("on the report of the A, ", "72/31 ", "4 December 2017", "(A/72/1, ", "19 and ", " ")
    began = time.perf_counter()
    for piece in pieces:
        form.pattern.fullmatch("[" + piece * 1000 + "!")
        form.pattern.fullmatch(piece * 1000 + "!")
    assert time.perf_counter() - began < 2
