"""What a rolling upgrade rests on: a revision only adds, so that a process of the release before
goes on reading and writing; see docs/deployment.md."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, Table, insert, select
from sqlalchemy.sql.sqltypes import Boolean, Integer, LargeBinary

from assistant.library import migrating
from assistant.library.engine import open_engine, reading, sqlite_url, writing
from assistant.library.migrating import upgrade
from assistant.library.records import Records
from assistant.service import Assistant
from assistant.settings import load_settings
from tests.library.specimens import resolution

_FOLDER = Path(migrating.__file__).parent / "migrations"
REVISIONS = sorted(one.revision for one in ScriptDirectory(str(_FOLDER)).walk_revisions())
# The first with a service of several processes: those before had one process, of one release.
_SHARED_SINCE = "0002"
STEPS = [(a, b) for a, b in pairwise(REVISIONS) if a >= _SHARED_SINCE]


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    url = sqlite_url(tmp_path / "library.sqlite3")
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_database")
    engine = open_engine(url)
    yield engine
    engine.dispose()


def _tables(connection: Connection) -> dict[str, Table]:
    """As a program of that revision knows them."""
    known = MetaData()
    known.reflect(connection)
    return {table.name: table for table in known.sorted_tables}


def _row(table: Table, number: int) -> dict[str, Any]:
    """A row with something in every column that has to have something, and nothing elsewhere."""

    def value(of: Any) -> object:
        if isinstance(of, Boolean):
            return True
        if isinstance(of, LargeBinary):
            return b"x"
        return number if isinstance(of, Integer) else f"{number}"

    return {c.name: value(c.type) for c in table.c if not c.nullable}


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_after_a_revision_a_program_of_the_one_before_reads_and_writes_all_that_it_knows(
    engine: Engine, before: str, after: str
) -> None:
    with writing(engine) as connection:
        upgrade(connection, before)
        known = _tables(connection)
        for table in known.values():
            if table.name != "alembic_version":
                connection.execute(insert(table), [_row(table, 1)])
        rows = {name: connection.execute(select(t)).all() for name, t in known.items()}
    with writing(engine) as connection:
        upgrade(connection, after)
    with writing(engine) as connection:
        for name, table in known.items():
            if name != "alembic_version":
                assert connection.execute(select(table)).all() == rows[name], name
                connection.execute(insert(table), [_row(table, 2)])
    with reading(engine) as connection:
        assert migrating.revision(connection) == after
        for name, table in known.items():
            kept = connection.execute(select(table)).all()
            assert len(kept) == len(rows[name]) + (name != "alembic_version"), name


def test_a_library_that_the_release_before_wrote_and_still_writes_is_answered_from(
    tmp_path: Path,
) -> None:
    """The new program opens it; the old one then adds a turn in its own way; the new one reads."""
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing", sample_library=False)
    records = Records(sqlite_url(tmp_path / "library.sqlite3"))
    records.put(resolution())
    records.close()
    question = "第75/45号决议有几段"
    with Assistant.open(settings) as new:
        asked = new.ask(question, conversation_id="shared")
        engine = new.library.records.engine
        with writing(engine) as old:
            turns = _tables(old)["turns"]
            (mine,) = old.execute(select(turns)).mappings().all()
            without = {"id": "of the old", "ordinal": 1, "seal": None}
            old.execute(insert(turns), [{**mine, **without}])
        again = new.ask(question, conversation_id="shared")
        assert again.statements == asked.statements
        assert [check for check in new.doctor() if not check.ok] == []
        kept = new.conversations.read("shared", None)
    assert kept is not None
    assert len(kept.turns) == 3
