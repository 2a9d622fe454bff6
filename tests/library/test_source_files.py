from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from assistant.errors import LibraryDamaged
from assistant.library.checking import sources_check
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.library.source_files import SourceFiles
from assistant.reading import File
from assistant.settings import Settings, load_settings

DATA = "第七十五届会议".encode()
SHA256 = hashlib.sha256(DATA).hexdigest()
SAMPLES = Path(__file__).parents[2] / "assistant" / "sample_library"
OF_75_45 = SAMPLES / "A_RES_75_45.txt"


def kept_in(settings: Settings) -> set[str]:
    folder = settings.data_dir / "sources"
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_is_kept_comes_back_byte_for_byte(tmp_path: Path) -> None:
    files = SourceFiles(tmp_path / "sources", keeps=True)
    files.keep(SHA256, DATA)
    assert files.read(SHA256) == DATA
    assert files.holds(SHA256)


def test_a_file_that_was_altered_is_refused_when_it_is_read(tmp_path: Path) -> None:
    files = SourceFiles(tmp_path, keeps=True)
    files.keep(SHA256, DATA)
    (tmp_path / SHA256).write_bytes(b"something else")
    with pytest.raises(LibraryDamaged):
        files.read(SHA256)
    assert files.examined({SHA256, "f" * 64}).altered == (SHA256,)


@pytest.mark.parametrize("name", ["../outside", "", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_nothing_but_a_sha256_becomes_the_name_of_a_file(tmp_path: Path, name: str) -> None:
    files = SourceFiles(tmp_path / "sources", keeps=True)
    files.keep(name, DATA)
    assert list(tmp_path.rglob("*")) == []


def test_a_disk_that_takes_no_more_costs_the_file_and_not_the_library(tmp_path: Path) -> None:
    (tmp_path / "sources").write_text("a file where the folder should be")
    files = SourceFiles(tmp_path / "sources", keeps=True)
    files.keep(SHA256, DATA)
    assert not files.holds(SHA256)
    assert files.listed() == frozenset()


def test_what_another_thread_keeps_while_tidying_stays(tmp_path: Path) -> None:
    files = SourceFiles(tmp_path, keeps=True)
    listed = files.listed()
    files.keep(SHA256, DATA)
    files.tidy(listed, ())
    assert files.holds(SHA256)
    files.tidy(files.listed(), ())
    assert not files.holds(SHA256)


def test_tidying_takes_out_what_was_never_finished_and_nothing_that_is_not_ours(
    tmp_path: Path,
) -> None:
    files = SourceFiles(tmp_path, keeps=True)
    (tmp_path / f"{SHA256}.12345678.new").write_bytes(b"half")
    (tmp_path / "README").write_text("somebody's")
    files.tidy(files.listed(), ())
    assert [path.name for path in tmp_path.iterdir()] == ["README"]


def test_the_file_goes_with_the_last_resolution_that_was_read_from_it(
    library: Library, settings: Settings
) -> None:
    ingest(library, [OF_75_45], jobs=0)
    assert kept_in(settings) == {sha256_of(OF_75_45)}
    library.records.remove("A/RES/75/45")
    library.refresh()
    assert kept_in(settings) == set()


def test_a_corrected_file_takes_the_place_of_the_one_before(
    library: Library, settings: Settings
) -> None:
    ingest(library, [OF_75_45], jobs=0)
    text = OF_75_45.read_text().replace("第七十六届", "第七十七届")
    ingest(library, [File("A_RES_75_45.txt", text.encode())], jobs=0)
    assert kept_in(settings) == {hashlib.sha256(text.encode()).hexdigest()}


def test_ingesting_an_unchanged_file_again_keeps_it_where_it_was_missing(
    library: Library, settings: Settings
) -> None:
    ingest(library, [OF_75_45], jobs=0)
    (settings.data_dir / "sources" / sha256_of(OF_75_45)).unlink()
    (result,) = ingest(library, [OF_75_45], jobs=0)
    assert result.outcome == "unchanged"
    assert kept_in(settings) == {sha256_of(OF_75_45)}


def test_of_an_archive_each_entry_is_kept_and_not_the_archive(
    library: Library, settings: Settings
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(OF_75_45, "inside/A_RES_75_45.txt")
    ingest(library, [File("all.zip", packed.getvalue())], jobs=0)
    assert kept_in(settings) == {sha256_of(OF_75_45)}


def test_neither_a_dry_run_nor_a_refused_file_is_kept(library: Library, settings: Settings) -> None:
    ingest(library, [OF_75_45], jobs=0, dry_run=True)
    ingest(library, [File("notes.txt", "不是决议".encode())], jobs=0)
    assert kept_in(settings) == set()


def test_files_that_are_set_not_to_be_kept_are_not_and_those_there_go(tmp_path: Path) -> None:
    settings = load_settings({}, data_dir=tmp_path / "data", embedder="hashing")
    with Library.open(settings) as library:
        ingest(library, [OF_75_45], jobs=0)
    off = settings.model_copy(update={"keep_sources": False})
    with Library.open(off) as library:
        assert kept_in(settings) == set()
        ingest(library, [OF_75_45], jobs=0)
        assert kept_in(settings) == set()
        assert "ASSISTANT_KEEP_SOURCES" in sources_check(library).en


def test_the_doctor_counts_what_is_kept_and_finds_what_was_altered(
    library: Library, settings: Settings
) -> None:
    ingest(library, [OF_75_45], jobs=0)
    assert sources_check(library).en == "1 of 1 source files are kept"
    path = settings.data_dir / "sources" / sha256_of(OF_75_45)
    path.write_bytes(b"other")
    assert not sources_check(library).ok
    path.unlink()
    check = sources_check(library)
    assert check.ok
    assert "0 of 1" in check.en
