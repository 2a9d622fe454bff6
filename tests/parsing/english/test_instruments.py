"""Titles of instruments: told by their capitals, cut where something else begins."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parsing.english.instruments import titles_in


def titles(text: str) -> list[str]:
    return [one.title for one in titles_in(text)]


@pytest.mark.parametrize(
    "title",
    [
        "Treaty on the Non-Proliferation of Nuclear Weapons",
        "Comprehensive Nuclear-Test-Ban Treaty",
        "Convention on the Rights of the Child",
        "Charter of the United Nations",
        "Universal Declaration of Human Rights",
        "International Covenant on Civil and Political Rights",
        "United Nations Millennium Declaration",
        "Vienna Declaration and Programme of Action",
        "Beijing Declaration and Platform for Action",
        "2030 Agenda for Sustainable Development",
        "Paris Agreement",
        "Rome Statute of the International Criminal Court",
        "Kyoto Protocol",
        "Geneva Conventions of 12 August 1949",
        "1951 Convention relating to the Status of Refugees",
        "United Nations Framework Convention on Climate Change",
        "United Nations Global Counter-Terrorism Strategy",
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
        "Convention on the Prohibition of the Development, Production, Stockpiling and Use of "
        "Chemical Weapons and on Their Destruction",
        "Convention on the Prohibition of the Development, Production and Stockpiling of "
        "Bacteriological (Biological) and Toxin Weapons and on Their Destruction",
        "Programme of Action to Prevent, Combat and Eradicate the Illicit Trade in Small Arms and "
        "Light Weapons in All Its Aspects",
        "Final Document of the Tenth Special Session of the General Assembly",
        "Hyogo Framework for Action 2005-2015",
    ],
)
@pytest.mark.parametrize("around", ["Recalling the {}, which", "under the {}, and", "the {};"])
def test_a_title_ends_where_its_capitals_end(title: str, around: str) -> None:
    assert titles(around.format(title)) == [title]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Vienna Convention on Diplomatic Relations and Vienna Convention on Consular "
         "Relations",
         ["Vienna Convention on Diplomatic Relations", "Vienna Convention on Consular Relations"]),
        ("the Charter of the United Nations and Security Council resolution 1",
         ["Charter of the United Nations"]),
        ("the Charter of the United Nations, Member States and Observer States agree",
         ["Charter of the United Nations"]),
        ("forward the Paris Agreement to the Secretary-General", ["Paris Agreement"]),
        ("The Paris Agreement entered into force", ["Paris Agreement"]),
    ],
)  # fmt: skip
def test_what_is_joined_to_a_title_is_none_of_it(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    ["the Comprehensive Nuclear-Test-Ban Treaty Organization", "the Convention Secretariat",
     "United Nations, Treaty Series, vol. 1", "a treaty and an agenda", "the Agenda", "Declaration",
     "the United Nations Environment Programme", "human rights treaty bodies"],
)  # fmt: skip
def test_what_only_bears_such_a_word_is_no_instrument(text: str) -> None:
    assert titles(text) == []


def test_a_short_title_stands_for_the_long_one_before_it() -> None:
    assert (
        titles("the Convention on the Rights of the Child, and parties to the Convention")
        == ["Convention on the Rights of the Child"] * 2
    )
    assert titles("parties to the Convention") == ["Convention"]


def test_the_charter_is_the_one_of_the_united_nations() -> None:
    assert titles("under Chapter VII of the Charter") == ["Charter of the United Nations"]


def test_the_verb_before_a_title_is_none_of_it() -> None:
    text = "Recalling United Nations Framework Convention on Climate Change"
    (one,) = titles_in(text, after=len("Recalling"))
    assert one.title == "United Nations Framework Convention on Climate Change"


def test_a_possessive_is_about_something_else() -> None:
    (one,) = titles_in("Recalling the Treaty's review")
    assert (one.span.of("Recalling the Treaty's review"), one.is_possessive) == ("Treaty", True)


_WORDS = st.sampled_from(
    "the Treaty Convention on of and to Nuclear Weapons , ( ) 's Charter 2030 Agenda Programme "
    "Action for States Vienna Declaration".split()
)


@given(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=40))
def test_titles_are_in_order_apart_and_in_the_text(text: str) -> None:
    end = 0
    for one in titles_in(text):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


@pytest.mark.parametrize(
    "piece", ["Treaty ", "Cap ", "Vienna Treaty and ", "Charter of the ", ", Use", "(A) and "]
)
def test_a_hostile_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    began = time.perf_counter()
    titles_in(piece * (100_000 // len(piece)))
    assert time.perf_counter() - began < 10
