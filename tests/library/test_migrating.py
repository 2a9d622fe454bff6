"""Libraries are begun and brought up by revisions, all of it or nothing, and refused if newer."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, inspect, text

from assistant.errors import LibraryDamaged
from assistant.library import migrating
from assistant.library.engine import open_engine, reading, sqlite_url, writing
from assistant.library.records import Records
from assistant.library.schema import HEAD, metadata
from tests.library.differences import differences
from tests.library.specimens import resolution

FOLDER = Path(migrating.__file__).parent / "migrations"
FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str | URL:
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "library.sqlite3")
    database: str = request.getfixturevalue("postgres_database")
    return database


@contextmanager
def _changing(url: str | URL) -> Iterator[Connection]:
    engine = open_engine(url)
    with writing(engine) as connection:
        yield connection
    engine.dispose()


def _begin(url: str | URL) -> None:
    records = Records(url)
    records.put(resolution())
    records.close()


def test_the_revisions_are_one_line_that_ends_where_the_program_stands() -> None:
    scripts = ScriptDirectory(str(FOLDER))
    assert scripts.get_heads() == [HEAD]
    numbers = [one.revision for one in scripts.walk_revisions()]
    assert numbers == sorted(numbers, reverse=True)
    assert all(re.fullmatch("[0-9]{4}", number) for number in numbers)


def test_a_new_library_has_the_tables_that_the_program_knows(url: str | URL) -> None:
    Records(url).close()
    assert differences(url) == []


def test_text_sorts_by_code_point_on_every_database(url: str | URL) -> None:
    names = ["A/RES/75/45", "B", "a", "Z", "中", "é"]
    with _changing(url) as connection:
        migrating.upgrade(connection)
        for name in names:
            connection.execute(text("INSERT INTO meta VALUES (:name, '')"), {"name": name})
        wanted = [*names, "oldest"]
        found = connection.execute(text("SELECT name FROM meta ORDER BY name")).scalars().all()
        assert list(found) == sorted(wanted)


def test_a_library_is_opened_again_without_alembic(
    url: str | URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    _begin(url)
    monkeypatch.setattr(migrating, "upgrade", lambda *_: pytest.fail("upgraded again"))
    Records(url).close()


def test_a_library_that_only_newer_programs_may_use_is_refused(url: str | URL) -> None:
    _begin(url)
    with _changing(url) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        connection.execute(text("UPDATE meta SET value = '9999' WHERE name = 'oldest'"))
    with pytest.raises(LibraryDamaged, match="use a newer version") as refused:
        Records(url)
    assert "9999" in refused.value.zh
    assert "新版本" in refused.value.zh


def test_a_newer_library_that_this_program_may_still_use_is_used_as_it_is(url: str | URL) -> None:
    _begin(url)
    with _changing(url) as connection:
        connection.execute(text("CREATE TABLE of_the_future (n INTEGER)"))
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    records = Records(url)
    records.put(resolution("A/RES/72/31", 72))
    assert records.symbols() == ("A/RES/72/31", "A/RES/75/45")
    records.close()
    with _changing(url) as connection:
        assert migrating.revision(connection) == "9999"


def test_an_upgrade_that_fails_has_not_happened_and_leaves_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FIXTURES / "format-3", tmp_path, dirs_exist_ok=True)
    path = tmp_path / "library.sqlite3"
    run = migrating.upgrade

    def fail(connection: Connection) -> None:
        run(connection)
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(migrating, "upgrade", fail)
        with pytest.raises(OSError, match="disk full"):
            Records(sqlite_url(path))
    engine = open_engine(sqlite_url(path))
    with reading(engine) as connection:
        assert not inspect(connection).has_table("turns")
        assert connection.execute(text("SELECT value FROM meta WHERE name = 'format'")).scalar()
    engine.dispose()
    (copy,) = tmp_path.glob("*.before-*")
    kept = shutil.copy(copy, tmp_path / "kept.sqlite3")
    for whole in (path, kept):
        records = Records(sqlite_url(whole))
        assert records.read("A/RES/75/45") == resolution()
        records.close()
    assert not list(tmp_path.glob("*.before-*"))  # it has succeeded


def test_many_processes_may_begin_one_library_at_once(url: str | URL) -> None:
    begun: list[str] = []

    def begin() -> None:
        records = Records(url)
        begun.append(records.identity)
        records.close()

    threads = [threading.Thread(target=begin) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(begun) == 6
    assert len(set(begun)) == 1


def test_an_empty_postgresql_and_an_empty_sqlite_get_the_same_tables(
    tmp_path: Path, postgres_database: str
) -> None:
    found = []
    for url in (sqlite_url(tmp_path / "library.sqlite3"), postgres_database):
        Records(url).close()
        engine = open_engine(url)
        with reading(engine) as connection:
            tables = inspect(connection)
            found.append(
                {name: {c["name"] for c in tables.get_columns(name)} for name in metadata.tables}
            )
        engine.dispose()
    assert found[0] == found[1]
