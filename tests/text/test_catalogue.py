"""The prepared catalogue answers as going through all of its resolutions does."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.text.catalogue import Catalogue, pairs_of
from assistant.text.kinship import meant_by
from assistant.text.normalise import fold
from assistant.types import Coverage, Summary

SYMBOLS = ("A/RES/51/942", "A/RES/51/942A", "A/RES/51/942B", "A/RES/51/94", "A/RES/75/45",
           "S/RES/1325(2000)", "S/RES/1325", "A/RES/217A(III)", "A/RES/217(III)")  # fmt: skip
DAYS = st.one_of(st.none(), st.dates(date(1999, 11, 1), date(2001, 2, 28)).map(date.isoformat))
TITLES = st.text("甲乙丙 的，a", max_size=7)
COMMITTEES = st.sampled_from([None, "第一委员会", "第二委员会"])
BOUND = st.one_of(st.none(), st.dates(date(1999, 11, 1), date(2001, 2, 28)))
SESSION = st.one_of(st.none(), st.integers(50, 54))


@st.composite
def catalogues(draw: st.DrawFn) -> tuple[Summary, ...]:
    """A few resolutions, some in parts, some that state nothing."""
    return tuple(
        Summary(
            symbol, symbol, draw(TITLES), "zh", draw(SESSION), draw(DAYS), draw(COMMITTEES), 1, 1
        )
        for symbol in draw(st.lists(st.sampled_from(SYMBOLS), unique=True))
    )


@given(catalogues(), st.sampled_from(SYMBOLS))
def test_a_symbol_means_what_it_means_among_all_symbols(
    held: tuple[Summary, ...], symbol: str
) -> None:
    assert Catalogue.of(held).meant_by(symbol) == meant_by(symbol, [s.symbol for s in held])


@given(catalogues(), st.integers(50, 54), st.sampled_from(["2000", "2000-1", "2000-12-07"]))
def test_sessions_and_days_give_their_resolutions_in_order(
    held: tuple[Summary, ...], session: int, day: str
) -> None:
    catalogue = Catalogue.of(held)
    assert list(catalogue.of_session(session)) == [s.symbol for s in held if s.session == session]
    assert list(catalogue.adopted_in(day)) == [
        s.symbol for s in held if s.date and s.date.startswith(day)
    ]


@given(catalogues(), st.tuples(SESSION, SESSION), st.tuples(BOUND, BOUND), COMMITTEES)
def test_a_choice_is_every_resolution_that_states_all_of_it(
    held: tuple[Summary, ...],
    sessions: tuple[int | None, int | None],
    days: tuple[date | None, date | None],
    committee: str | None,
) -> None:
    def between(value: str | int | None, first: object, last: object) -> bool:
        if first is None and last is None:
            return True
        return value is not None and str(first or "") <= str(value) <= str(last or "~")

    chosen = Catalogue.of(held).chosen(sessions=sessions, days=days, committee=committee)
    assert list(chosen) == [
        s
        for s in held
        if between(s.session, *sessions)
        and between(s.date, *days)
        and committee in (None, s.committee)
    ]


@given(catalogues(), st.text("甲乙丙的，a决议", max_size=16))
def test_the_titles_in_a_text_are_found_in_order(held: tuple[Summary, ...], text: str) -> None:
    folded = fold(text).text
    assert [(s.symbol, title) for s, title in Catalogue.of(held).titled_in(folded)] == [
        (s.symbol, fold(s.title).text)
        for s in held
        if fold(s.title).text and fold(s.title).text in folded
    ]


@given(catalogues(), st.text("甲乙丙的a", min_size=4, max_size=9), st.floats(0.3, 1.0))
def test_titles_near_a_phrase_are_those_that_share_enough_of_its_pairs(
    held: tuple[Summary, ...], phrase: str, least: float
) -> None:
    asked = pairs_of(fold(phrase).text)
    shares = {s.symbol: len(asked & pairs_of(fold(s.title).text)) / len(asked) for s in held}
    near = {symbol: share for symbol, share in shares.items() if share >= least}
    assert Catalogue.of(held).titles_sharing(asked, least) == near


@given(catalogues())
def test_what_it_covers_are_the_sessions_stated(held: tuple[Summary, ...]) -> None:
    stated = tuple(sorted({s.session for s in held if s.session is not None}))
    assert Catalogue.of(held).coverage == Coverage(len(held), stated)
    assert Catalogue.of(held) == held


def test_a_form_of_titles_is_looked_for_in_all_of_them() -> None:
    held = (Summary("A/RES/75/45", "", "禁止样例公约", "zh", 75, None, None, 1, 1),)
    assert Catalogue.of(held).any_titled(re.compile("公约$"))
    assert not Catalogue.of(held).any_titled(re.compile("条约$"))
    assert not Catalogue.of(()).any_titled(re.compile("条约$"))
