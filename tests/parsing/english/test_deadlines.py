"""When an English act asks for something, and what it asks to be made."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.parsing.english.clauses import clauses_of
from assistant.types import Clause


def act_of(text: str) -> Clause:
    return clauses_of(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Requests him to submit to the General Assembly at its seventy-sixth session a report;",
            [("the General Assembly at its seventy-sixth session", 76)],
        ),
        ("Requests him to submit to it at its eightieth session a report;",
         [("its eightieth session", 80)]),
        ("Decides to include in the provisional agenda of its eighty‑first session an item;",
         [("its eighty‑first session", 81)]),
        ("Requests him to submit to it at its one hundred and third session a report;",
         [("its one hundred and third session", 103)]),
        ("Decides to return to it at its ninety-ninth and one hundredth sessions;",
         [("its ninety-ninth", 99), ("one hundredth sessions", 100)]),
        ("Decides to return to it at its seventy-eighth and eightieth sessions;",
         [("its seventy-eighth", 78), ("eightieth sessions", 80)]),
        ("Requests him to report to the Assembly at the main part of its 80th session;",
         [("its 80th session", 80)]),
        ("Requests him to report at the seventy-ninth session of the General Assembly;",
         [("the seventy-ninth session", 79)]),
        ("Invites the Human Rights Council to consider it at its forty-fifth session;", []),
        ("Invites the Commission on the Status of Samples to meet at its fifth session;", []),
        ("Requests him to report to the Commission on the Status of Samples at its fifth session;",
         []),
        ("Requests the Committee to report to the General Assembly at its eightieth session;",
         [("the General Assembly at its eightieth session", 80)]),
        ("Requests the Committee to submit to it, at its eightieth session, its views;",
         [("its eightieth session", 80)]),
        ("Requests him to act on the report submitted to it at its seventieth session;", []),
        ("Requests him to set it out in the report to be submitted to it at its eightieth session;",
         [("its eightieth session", 80)]),
        ("Requests him to act on the plan adopted by the Assembly at its seventieth session;", []),
        ("Decides to follow the seventieth session of the Executive Board;", []),
        ("Recalls the report submitted to the Assembly at its seventieth session;", []),
        ("Decides to keep the item “Agenda of its eightieth session”;", []),
    ],
)  # fmt: skip
def test_a_session_counts_where_something_is_to_be_brought_before_the_assembly(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert [(one.text, one.session) for one in act_of(text).deadlines] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requests it no later than 1 March 2026;", [("no later than 1 March 2026", (2026, 3, 1))]),
        ("Requests him to act by 31 December 2025;", [("by 31 December 2025", (2025, 12, 31))]),
        ("Requests him to act before 1 May 2027;", [("before 1 May 2027", (2027, 5, 1))]),
        ("Decides to extend it until 30 June 2027;", [("until 30 June 2027", (2027, 6, 30))]),
        ("Urges States to comply by 2030;", [("by 2030", None)]),
        ("Urges States to comply by the end of 2027;", [("by the end of 2027", None)]),
        ("Urges States to comply by March 2027;", [("by March 2027", None)]),
        ("Requests him to act by 31 February 2025;", [("by 31 February 2025", None)]),
        ("Requests him to act within six months;", [("within six months", None)]),
        ("Requests him to act within 90 days of the adoption;", [("within 90 days", None)]),
        ("Decides to meet on 4 December 2027;", []),
        ("Requests him to apply the plan adopted by 1990/14;", []),
        ("Recalls that it was due by 1 March 2026;", []),
    ],
)  # fmt: skip
def test_a_date_counts_where_it_is_a_limit(
    text: str, expected: list[tuple[str, tuple[int, int, int] | None]]
) -> None:
    assert [(one.text, one.date) for one in act_of(text).deadlines] == [
        (words, date(*day) if day else None) for words, day in expected
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Requests him to report annually;", "annually"),
        ("Requests him to report every two years;", "every two years"),
        ("Requests him to report on a biennial basis;", "on a biennial basis"),
        (
            "Requests him to hold, on 26 September every year, a meeting;",
            "on 26 September every year",
        ),
        ("Requests him to hold a meeting annually, on 26 September;", "annually, on 26 September"),
        ("Requests him to submit an annual report;", "an annual"),
    ],
)
def test_a_rhythm_recurs(text: str, words: str) -> None:
    (deadline,) = act_of(text).deadlines
    assert (deadline.text, deadline.recurring, deadline.session) == (words, True, None)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Requests him to submit a report on the results;", ("report",)),
        ("Requests him to submit to it, at its eightieth session, a report;", ("report",)),
        ("Requests him to report to the Assembly;", ("report",)),
        # A report that is there is passed on, not made.
        ("Requests him to transmit the report to the Council;", ("transmit",)),
        ("Requests him to transmit to the Assembly a report on it;", ("report",)),
        ("Requests him to seek the views of Member States and to prepare a report;",
         ("views", "report")),
        ("Decides to convene, in New York, from 5 to 9 June 2028, a conference;", ("conference",)),
        ("Requests him to provide the services needed;", ("services",)),
        ("Decides to establish an open-ended working group;", ("working group",)),
        ("Decides to include in the provisional agenda of its eightieth session the sub-item “X”;",
         ("sub-item",)),
        ("Decides to include in the agenda an item entitled “Submit a report”;", ("item",)),
        ("Decides to include in the agenda, under the item entitled “X”, the sub-item “Y”;",
         ("sub-item",)),
        ("Requests him to provide, within existing resources, the services needed;", ("services",)),
        ("Requests him to provide a report, to attend, and to share all information;", ("report",)),
        ("Requests him to act on the report;", ()),
        ("Welcomes the efforts to submit a report;", ()),
    ],
)  # fmt: skip
def test_what_is_to_be_made_follows_its_verb_of_making(text: str, made: tuple[str, ...]) -> None:
    assert act_of(text).deliverables == made
