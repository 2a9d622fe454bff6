"""References of English paragraphs: what is named, and how it is invoked."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parsing.english.clauses import clauses_of
from assistant.parsing.english.references import references_of, references_of_notes
from assistant.types import Reference


def refer(text: str) -> tuple[Reference, ...]:
    return references_of(text, clauses_of(text))


def targets(text: str) -> list[tuple[str, str]]:
    return [(one.target, one.invoked) for one in refer(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recalling its resolution 67/39 of 3 December 2012,", [("A/RES/67/39", "recalls")]),
        ("Recalling also General Assembly resolution 67/39,", [("A/RES/67/39", "recalls")]),
        ("Recalling all its previous resolutions on it, including resolution 72/31,",
         [("A/RES/72/31", "recalls")]),
        ("Reaffirming its resolution 67/39,", [("A/RES/67/39", "reaffirms")]),
        ("Noting decision 50/473,", [("A/DEC/50/473", "notes")]),
        ("Welcomes General Assembly resolution 67/39;", [("A/RES/67/39", "welcomes")]),
        ("Welcoming the report of the working group set up by its resolution 67/39,",
         [("A/RES/67/39", "cites")]),
        ("Takes note of the report submitted pursuant to resolution 74/54;",
         [("A/RES/74/54", "pursuant_to")]),
        ("Welcoming the meeting held in accordance with its resolutions 67/39 and 68/32,",
         [("A/RES/67/39", "pursuant_to"), ("A/RES/68/32", "pursuant_to")]),
        ("Takes note of the report requested in paragraph 3 of resolution 74/54;",
         [("A/RES/74/54", "cites")]),
        ("Recalling the United Nations Millennium Declaration, in which it is stated that,",
         [("United Nations Millennium Declaration", "recalls")]),
        ("Recalling the aims of the United Nations Millennium Declaration,",
         [("United Nations Millennium Declaration", "cites")]),
        ("Reaffirms the importance of the Paris Agreement;", [("Paris Agreement", "cites")]),
        ("Recalling the Treaty's review,", [("Treaty", "cites")]),
        ("Stressing its resolution 67/39,", [("A/RES/67/39", "cites")]),
        ("Recalling their obligations under the Paris Agreement,",
         [("Paris Agreement", "pursuant_to")]),
        ("Recalling Security Council resolutions 1325 (2000) and 1820 (2008),",
         [("S/RES/1325(2000)", "recalls"), ("S/RES/1820(2008)", "recalls")]),
        ("Recalling Economic and Social Council resolution 2017/18 and decision 2018/211,",
         [("E/RES/2017/18", "recalls"), ("E/DEC/2018/211", "recalls")]),
        ("Recalling its resolution ES-10/19 and Human Rights Council resolution 43/16,",
         [("A/RES/ES-10/19", "recalls"), ("A/HRC/RES/43/16", "recalls")]),
        ("Recalling its resolutions 217 A (III) and 66/253 B,",
         [("A/RES/217A(III)", "recalls"), ("A/RES/66/253B", "recalls")]),
        ("Recalling the Charter of the United Nations, the Universal Declaration of Human Rights "
         "and its resolution 60/251,",
         [("Charter of the United Nations", "recalls"),
          ("Universal Declaration of Human Rights", "recalls"), ("A/RES/60/251", "recalls")]),
        ("Recalling its resolution 70/1, entitled “Follow-up to resolution 66/1”,",
         [("A/RES/70/1", "recalls"), ("A/RES/66/1", "cites")]),
        ("See resolution 70/1 and A/72/206.", [("A/RES/70/1", "cites"), ("A/72/206", "cites")]),
        ("See A/CONF.229/2017/8 and E/2023/15/Add.1.",
         [("A/CONF.229/2017/8", "cites"), ("E/2023/15/Add.1", "cites")]),
    ],
)  # fmt: skip
def test_how_it_is_invoked_follows_from_the_act(text: str, expected: list[tuple[str, str]]) -> None:
    assert targets(text) == expected


def test_every_member_of_a_list_is_recalled_with_its_own_date() -> None:
    text = (
        "Recalling its resolutions 67/56 of 3 December 2012, 68/46 of 5 December 2013 and 69/41 of "
        "2 December 2014 on sample negotiations,"
    )
    assert [(one.span.of(text), one.date, one.invoked) for one in refer(text)] == [
        ("67/56", date(2012, 12, 3), "recalls"),
        ("68/46", date(2013, 12, 5), "recalls"),
        ("69/41", date(2014, 12, 2), "recalls"),
    ]


def test_resolutions_of_one_day_share_its_date() -> None:
    found = refer("Recalling its resolutions 48/10 and 48/11 of 25 October 1993,")
    assert [one.date for one in found] == [date(1993, 10, 25)] * 2


def test_a_date_is_not_shared_with_another_resolution() -> None:
    found = refer("Recalling its resolution 48/10 and resolution 48/11 of 25 October 1993,")
    assert [one.date for one in found] == [None, date(1993, 10, 25)]


@pytest.mark.parametrize("text", ["Requests a review of the 75/45 ratio;", "on 3/4 of 2018-2019"])
def test_a_bare_fraction_is_no_reference(text: str) -> None:
    assert refer(text) == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Resolution S-10/2, sect. II.", "sect. II"),
        ("See A/75/399, para. 96.", "para. 96"),
        ("Official Records, Supplement No. 42 (A/72/42), annex I.", None),
        ("NPT/CONF.1995/32 (Part I)", "Part I"),
        (
            "under article VI of the Treaty on the Non-Proliferation of Nuclear Weapons",
            "article VI",
        ),
        ("in paragraph 10 of its resolution 67/39", "paragraph 10"),
        ("Resolution 217 A (III), annex.", "annex"),
        ("United Nations, Treaty Series, vol. 729, No. 10485.", "vol. 729, No. 10485"),
        ("See A/75/96.", None),
    ],
)
def test_the_part_that_is_meant_is_kept_as_printed(text: str, part: str | None) -> None:
    assert refer(text)[0].part == part


def test_the_treaty_series_is_where_a_treaty_is_printed_and_no_treaty() -> None:
    (found,) = refer("United Nations, Treaty Series, vol. 729, No. 10485.")
    assert (found.kind, found.target) == ("document", "Treaty Series")


def test_the_same_again_refers_through_several_notes() -> None:
    notes = references_of_notes(["Resolution S-10/2, sect. II.", "Ibid., sect. IV.", "Ibid."])
    assert [(one.target, one.invoked, one.part) for (one,) in notes] == [
        ("A/RES/S-10/2", "cites", "sect. II"),
        ("A/RES/S-10/2", "same_as_before", "sect. IV"),
        ("A/RES/S-10/2", "same_as_before", None),
    ]


def test_the_same_again_is_the_word_that_says_so() -> None:
    note = "Ibid., vol. 1015, No. 14860."
    found = references_of_notes(["United Nations, Treaty Series, vol. 729, No. 10485.", note])[1]
    assert [(one.span.of(note), one.part) for one in found] == [("Ibid", "vol. 1015, No. 14860")]


def test_the_same_again_with_nothing_before_it_refers_to_nothing() -> None:
    assert references_of_notes(["Ibid., sect. IV."]) == [()]


def test_spans_are_those_of_the_source_also_with_typographic_hyphens() -> None:
    text = "Recalling the Treaty on the Non‑Proliferation of Nuclear\u00a0Weapons,"
    (found,) = refer(text)
    assert found.span.of(text) == "Treaty on the Non‑Proliferation of Nuclear\u00a0Weapons"
    assert found.target == "Treaty on the Non-Proliferation of Nuclear Weapons"


_WORDS = st.sampled_from(
    ["Recalling", "its", "resolution", "resolutions", "67/56", "217 A (III)", "of 3 December 2012",
     ",", "and", "A/72/206", "the Treaty", "on", "Nuclear Weapons", "pursuant to", "Ibid.", "1325",
     "(2000)", "Security Council", "decision", "of", "12", "annex", "the Charter"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=40))
def test_references_are_in_order_and_in_the_text(text: str) -> None:
    spans = [one.span for one in refer(text)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for notes in references_of_notes([text, text]):
        assert all(one.span.of(text) for one in notes)


@pytest.mark.parametrize(
    "piece",
    ["67/56 of 3 December 2012, ", "resolution 67/56 ", "and the ", "paragraph 1 of ", "its ",
     "the Treaty, ", "Treaty Series, vol. 1 and "],
)  # fmt: skip
def test_a_hostile_paragraph_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    text = "Recalling resolutions " + piece * (50_000 // len(piece))
    began = time.perf_counter()
    references_of(text, clauses_of(text))
    assert time.perf_counter() - began < 10
