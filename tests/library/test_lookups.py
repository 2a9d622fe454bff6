"""Acts, found by SQL, against acts found by looking at every clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from assistant.library.engine import sqlite_url
from assistant.library.lookups import ActQuery, in_parts
from assistant.library.records import Records
from assistant.types import Clause, Resolution, VerbFamily
from tests.library.specimens import act, operative, resolution

VERBS = ["请", "促请", "决定"]
NAMES = ["秘书长", "会员国", "裁军谈判会议"]
FAMILIES = ["directive", "decision"]
SYMBOLS = ["A/RES/75/9", "A/RES/75/45", "A/RES/9/31"]

CLAUSES = st.builds(
    lambda verb, names, family, session: act(verb, *names, family=family, session=session),
    st.sampled_from(VERBS),
    st.lists(st.sampled_from(NAMES), max_size=3),
    st.sampled_from(FAMILIES),
    st.sampled_from([None, 76, 77]),
)
QUERIES = st.builds(
    ActQuery,
    symbols=st.lists(st.sampled_from([*SYMBOLS, "A/RES/1/1"]), max_size=2).map(tuple),
    kinds=st.sampled_from([(), ("operative",), ("preambular", "operative"), ("preambular",)]),
    addressees=st.frozensets(st.sampled_from(NAMES), max_size=2),
    verbs=st.frozensets(st.sampled_from(VERBS), max_size=2),
    families=st.frozensets(st.sampled_from(FAMILIES), max_size=2),
    sessions=st.sampled_from([(), (75,), (9, 75), (1,)]),
    deadline_session=st.sampled_from([None, 76, 77, 78]),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    records = Records(sqlite_url(tmp_path_factory.mktemp("lookups") / "records.sqlite3"))
    yield records
    records.close()


def _matches(clause: Clause, held_in: Resolution, kind: str, query: ActQuery) -> bool:
    session = int(held_in.masthead["session"].value)
    named = {entity.name for entity in clause.addressees}
    due = {deadline.session for deadline in clause.deadlines}
    return (
        (not query.symbols or held_in.symbol in query.symbols)
        and (not query.kinds or kind in query.kinds)
        and (not query.addressees or bool(named & query.addressees))
        and (not query.verbs or clause.verb in query.verbs)
        and (not query.families or clause.family in query.families)
        and (not query.sessions or session in query.sessions)
        and (query.deadline_session is None or query.deadline_session in due)
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CLAUSES, max_size=3), min_size=1, max_size=12), QUERIES)
def test_sql_finds_the_acts_that_looking_at_each_finds(
    shared: Records, written: list[list[Clause]], query: ActQuery
) -> None:
    held = []
    for symbol in ("A/RES/9/31", "A/RES/75/9", "A/RES/75/45"):  # in the order of the library
        paragraphs = [operative(symbol, n, f"第{n}段", *c) for n, c in enumerate(written, 1)]
        held.append(resolution(symbol, int(symbol.split("/")[2]), *paragraphs))
    for one in reversed(held):
        shared.put(one)
    expected = [
        (paragraph.key, parts)
        for one in held
        for paragraph in one.paragraphs
        if (
            parts := tuple(
                i
                for i, clause in enumerate(paragraph.clauses)
                if _matches(clause, one, paragraph.kind, query)
            )
        )
    ]
    assert [(paragraph.key, parts) for paragraph, parts in shared.acts(query)] == expected


@given(st.lists(st.integers()), st.integers(1, 5))
def test_parts_make_up_the_whole(items: list[int], size: int) -> None:
    parts = list(in_parts(items, size))
    assert [item for part in parts for item in part] == items
    assert all(0 < len(part) <= size for part in parts)


def test_more_keys_than_a_statement_takes_are_no_trouble(records: Records) -> None:
    records.put(resolution())
    keys = [*(f"A/RES/1/1#OP{n}" for n in range(40_000)), "A/RES/75/45#OP1"]
    assert [p.place for p in records.paragraphs(keys)] == ["OP1"]


class _Steps:
    """Counts the instructions that SQLite takes: the same on every machine, unlike time."""

    def __init__(self, records: Records) -> None:
        self.taken = 0

        def count() -> int:
            self.taken += 1
            return 0

        @event.listens_for(records._engine, "checkout")
        def _checked_out(connection: Any, *_more: object) -> None:
            connection.set_progress_handler(count, 1)

    def of(self, ask: Callable[[], object]) -> int:
        ask()  # the second time nothing has to be decoded
        self.taken = 0
        ask()
        return self.taken


LOOK_UPS: dict[str, Callable[[Records], object]] = {
    "acts by verb": lambda r: r.acts(ActQuery(("A/RES/75/1",), verbs=frozenset({"请"}))),
    "acts by addressee": lambda r: r.acts(
        ActQuery(
            ("A/RES/75/1",),
            addressees=frozenset({"秘书长"}),
            families=frozenset[VerbFamily]({"directive"}),
        )
    ),
    "acts by deadline": lambda r: r.acts(ActQuery(deadline_session=99)),
    "references": lambda r: r.references_of(["A/RES/75/1"]),
    "paragraphs": lambda r: r.paragraphs(["A/RES/75/1#OP1"]),
    "reading": lambda r: r.read("A/RES/75/1"),
    "places": lambda r: r.places("A/RES/75/1"),
}


@pytest.mark.parametrize("records", ["sqlite"], indirect=True)  # whose steps can be counted
@pytest.mark.parametrize("look_up", LOOK_UPS.values(), ids=LOOK_UPS)
def test_looking_up_in_a_larger_library_takes_no_more_steps(
    records: Records, look_up: Callable[[Records], object]
) -> None:
    steps = _Steps(records)
    for n in range(3):
        records.put(resolution(f"A/RES/75/{n}"))
    few = steps.of(lambda: look_up(records))
    for n in range(3, 60):
        records.put(resolution(f"A/RES/75/{n}"))
    many = steps.of(lambda: look_up(records))
    assert 0 < many < 1.5 * few + 50
