"""The table of acts in memory says what SQL says, of the library as it is now."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.library import act_table, lookups
from assistant.library.act_table import Acts
from assistant.library.engine import open_engine, reading, sqlite_url
from assistant.library.lookups import ActQuery
from assistant.library.records import Records
from assistant.types import Clause
from tests.library.specimens import operative, resolution
from tests.library.test_lookups import CLAUSES, QUERIES

SYMBOLS = ("A/RES/9/31", "A/RES/75/9", "A/RES/75/45")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Records, Acts]]:
    url = sqlite_url(tmp_path_factory.mktemp("acts") / "records.sqlite3")
    records, engine = Records(url), open_engine(url)
    yield records, Acts(engine)
    engine.dispose()
    records.close()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CLAUSES, max_size=3), min_size=1, max_size=12), QUERIES)
def test_the_table_finds_what_sql_finds(
    shared: tuple[Records, Acts], written: list[list[Clause]], query: ActQuery
) -> None:
    records, acts = shared
    for symbol in reversed(SYMBOLS):
        paragraphs = [operative(symbol, n, f"第{n}段", *c) for n, c in enumerate(written, 1)]
        records.put(resolution(symbol, int(symbol.split("/")[2]), *paragraphs))
    with pytest.MonkeyPatch.context() as patch, reading(acts._engine) as connection:
        patch.setattr(act_table, "_FEW", 0)  # three resolutions are looked up in the table too
        expected = lookups.acts(connection, query)
        assert acts.find(query) == expected
        assert acts.any(query) == bool(expected)


def test_what_no_act_has_is_found_nowhere(shared: tuple[Records, Acts]) -> None:
    records, acts = shared
    records.put(resolution("A/RES/75/45", 75))
    assert acts.find(ActQuery(addressees=frozenset({"没有这个机构"}))) == []
    assert not acts.any(ActQuery(verbs=frozenset({"没有这个动词"})))


def test_a_library_that_holds_nothing_has_no_acts(records: Records) -> None:
    assert records.act_keys(ActQuery()) == []
    assert not records.any_act(ActQuery())
