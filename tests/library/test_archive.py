"""A library in one file: whole, checked, and put back into either database."""

from __future__ import annotations

import json
import random
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.errors import AssistantError, InvalidArchive, LibraryBusy, LibraryNotEmpty
from assistant.library import archive, restoring
from assistant.library.engine import reading
from assistant.library.ingest import ingest
from assistant.library.kept_turns import NewTurn
from assistant.library.library import Library
from assistant.library.opening import open_records, open_sources
from assistant.library.records import Records
from assistant.library.restoring import restore
from assistant.library.schema import HEAD, metadata
from assistant.settings import Settings, load_settings
from tests.library.specimens import resolution

QUESTION = "请秘书长提出报告"


def _settings(folder: Path, url: str | None = None) -> Settings:
    return load_settings({}, data_dir=folder, embedder="hashing", records_url=url)


@pytest.fixture(params=["sqlite", "postgresql"])
def here(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    return _settings(tmp_path / "here", url)


@pytest.fixture
def filled(here: Settings, sample_files: tuple[Path, Path]) -> Settings:
    with Library.open(here) as library:
        ingest(library, sample_files)
        turn = NewTurn("an answer", "75/45", '{"a": "\N{BLACK STAR}"}'.encode(), "said", "{}")
        library.records.conversations.add("kept", "somebody", turn)
        library.records.answers.judge("an answer", "somebody", "right", "")
    return here


@contextmanager
def _records(settings: Settings) -> Iterator[Records]:
    records = open_records(settings)
    try:
        yield records
    finally:
        records.close()


def _backed_up(settings: Settings, path: Path) -> archive.Manifest:
    with _records(settings) as records:
        return archive.write(path, records, open_sources(settings, records))


def _rows(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    """All that is archived, but for the generation."""
    with _records(settings) as records, reading(records.engine) as connection:
        found = {
            table.name: [
                tuple(row)
                for row in connection.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in archive.tables()
        }
    found["meta"] = [row for row in found["meta"] if row[0] != "generation"]
    return found


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_what_was_backed_up_is_restored_row_for_row_into_either_database(
    filled: Settings, into: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    made = _backed_up(filled, tmp_path / "backup")
    before = _rows(filled)
    url = None
    if into == "postgresql":
        postgres = request.getfixturevalue("postgres")
        url = postgres.database()
    there = _settings(tmp_path / "there", url)
    assert restore(tmp_path / "backup", there) == made
    assert _rows(there) == before
    assert made.rows["resolutions"] == 2
    with Library.open(there) as library, library.generations.one():
        assert library.records.generation == made.generation + 1
        assert all(check.ok for check in library.checks())
        for sha256 in library.records.source_hashes():
            assert library.source_files.read(sha256)
        assert library.dense.search(QUESTION, 3)
    if url is not None:
        postgres.drop(url)


def test_a_library_is_backed_up_while_it_is_written_to_and_is_of_one_moment(
    filled: Settings, tmp_path: Path
) -> None:
    done = threading.Event()

    def keep_writing(library: Library) -> None:
        n = 0
        while not done.is_set():
            library.records.put(resolution(f"A/RES/60/{n}", 60))
            n += 1

    with Library.open(filled) as library:
        writer = threading.Thread(target=keep_writing, args=(library,))
        writer.start()
        try:
            made = [_backed_up(filled, tmp_path / f"backup-{n}") for n in range(3)]
        finally:
            done.set()
            writer.join()
    for n, manifest in enumerate(made):
        there = _settings(tmp_path / f"there-{n}")
        restore(tmp_path / f"backup-{n}", there)
        with _records(there) as records:
            # One generation for each file put: two of them before the writing began.
            assert len(records.symbols()) == manifest.generation == manifest.rows["resolutions"]
            assert all(records.read(symbol).paragraphs for symbol in records.symbols())


def test_restoring_overwrites_nothing_unless_it_is_told_to(
    filled: Settings, tmp_path: Path
) -> None:
    _backed_up(filled, tmp_path / "backup")
    with _records(filled) as records:
        records.put(resolution("A/RES/60/1", 60))
        generation = records.generation
        identity = records.identity
    with pytest.raises(LibraryNotEmpty) as refused:
        restore(tmp_path / "backup", filled)
    assert "--force" in refused.value.zh
    with _records(filled) as records:
        assert "A/RES/60/1" in records.symbols()
    restore(tmp_path / "backup", filled, force=True)
    with _records(filled) as records:
        assert "A/RES/60/1" not in records.symbols()
        # No index of before can be taken for one of what is there now.
        assert (records.identity, records.generation) == (identity, generation + 1)


def test_conversations_alone_are_a_library_too(here: Settings, tmp_path: Path) -> None:
    _backed_up(here, tmp_path / "backup")
    with _records(here) as records:
        records.conversations.add(None, None, NewTurn("an answer", "75/45", b"{}", "said", None))
    with pytest.raises(LibraryNotEmpty):
        restore(tmp_path / "backup", here)


def test_a_restoring_that_fails_has_changed_nothing(
    filled: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _backed_up(filled, tmp_path / "backup")
    before = _rows(filled)

    def fail(_connection: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(restoring.migrating, "upgrade", fail)
    with pytest.raises(OSError, match="disk full"):
        restore(tmp_path / "backup", filled, force=True)
    monkeypatch.undo()
    assert _rows(filled) == before


def test_a_library_that_is_open_on_this_machine_is_not_restored_into(
    filled: Settings, tmp_path: Path
) -> None:
    _backed_up(filled, tmp_path / "backup")
    with Library.open(filled), pytest.raises(LibraryBusy):
        restore(tmp_path / "backup", filled, force=True)


def test_a_changed_byte_is_noticed_or_changes_nothing(
    settings: Settings, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    with Library.open(settings) as library:
        ingest(library, sample_files[:1])
    path = tmp_path / "backup"
    _backed_up(settings, path)
    whole = path.read_bytes()
    expected = _contents(path)
    drawn = random.Random(7)  # noqa: S311 - the same bytes every time
    noticed = 0
    for _ in range(120):
        at = drawn.randrange(len(whole))
        changed = bytearray(whole)
        changed[at] ^= 1 << drawn.randrange(8)
        path.write_bytes(changed)
        try:
            found = _contents(path)
        except InvalidArchive:
            noticed += 1
        else:
            assert found == expected
    assert noticed > 60


def _contents(path: Path) -> object:
    opened = archive.Archive.open(path)
    try:
        rows = {name: list(opened.rows(name)) for name in opened.manifest.columns}
        return rows, list(opened.sources()), opened.manifest
    finally:
        opened.close()


@pytest.mark.parametrize("part", [0, 1, 100, -1])
def test_an_archive_that_was_cut_off_is_refused(
    settings: Settings, tmp_path: Path, part: int
) -> None:
    path = tmp_path / "backup"
    _backed_up(settings, path)
    path.write_bytes(path.read_bytes()[:part])
    with pytest.raises(InvalidArchive):
        restore(path, settings)


def test_what_is_no_backup_is_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(InvalidArchive):
        restore(tmp_path / "nowhere", settings)
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("../evil", "1")
    with pytest.raises(InvalidArchive):
        restore(tmp_path / "other.zip", settings)


def test_more_than_the_manifest_names_is_refused(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "backup"
    _backed_up(settings, path)
    with zipfile.ZipFile(path, "a") as more:
        more.writestr("sources/../../evil", "1")
    with pytest.raises(InvalidArchive):
        restore(path, settings)


def _with_manifest(path: Path, **changed: object) -> None:
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    said = json.loads(parts["manifest.json"]) | changed
    parts["manifest.json"] = json.dumps(said).encode()
    with zipfile.ZipFile(path, "w") as written:
        for name, data in parts.items():
            written.writestr(name, data)


@pytest.mark.parametrize("newer", [{"revision": "9999"}, {"format": 9}])
def test_a_backup_of_a_newer_program_is_refused_with_what_to_do(
    settings: Settings, tmp_path: Path, newer: dict[str, object]
) -> None:
    path = tmp_path / "backup"
    _backed_up(settings, path)
    _with_manifest(path, **newer)
    with pytest.raises(InvalidArchive) as refused:
        restore(path, settings)
    assert "新版本" in refused.value.zh


def test_a_backup_of_an_older_revision_is_brought_up(here: Settings, tmp_path: Path) -> None:
    """As an older program wrote it: without the tables that came since."""
    with _records(here) as records:
        records.put(resolution())
    path = tmp_path / "backup"
    made = _backed_up(here, path)
    old = "0002"
    since = {"access_keys", "audit", "replies", "seals"} & set(metadata.tables)
    columns = {name: made.columns[name] for name in made.columns if name not in since}
    parts = {n: h for n, h in made.parts.items() if n.split("/")[1][: -len(".jsonl")] not in since}
    with zipfile.ZipFile(path) as whole:
        kept = {name: whole.read(name) for name in parts}
    said = json.loads(zipfile.ZipFile(path).read("manifest.json"))
    said |= {"revision": old, "columns": columns, "parts": parts}
    with zipfile.ZipFile(path, "w") as written:
        for name, data in kept.items():
            written.writestr(name, data)
        written.writestr("manifest.json", json.dumps(said))
    restore(path, here, force=True)
    with _records(here) as records:
        assert records.read("A/RES/75/45") == resolution()
        assert old < HEAD


def test_a_backup_is_there_when_it_is_whole(
    filled: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "backup"
    made = _backed_up(filled, path)
    before = path.read_bytes()

    def fail(_row: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(archive, "_line", fail)
    with pytest.raises(ZeroDivisionError):
        _backed_up(filled, path)
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.glob("backup*")) == ["backup"]
    assert made.missing == ()


def test_a_lost_source_file_is_named_and_no_obstacle(filled: Settings, tmp_path: Path) -> None:
    with _records(filled) as records:
        sources = open_sources(filled, records)
        (lost, *_) = sorted(records.source_hashes())
        sources.tidy([lost], [])
        made = archive.write(tmp_path / "backup", records, sources)
    assert made.missing == (lost,)
    there = _settings(tmp_path / "there")
    restore(tmp_path / "backup", there)
    with _records(there) as records:
        assert open_sources(there, records).read(lost) is None


def test_every_error_of_it_says_what_to_do() -> None:
    for kind in (InvalidArchive, LibraryNotEmpty):
        assert issubclass(kind, AssistantError)
        assert kind.code != AssistantError.code
