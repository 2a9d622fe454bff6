"""What becomes of each file of a batch. The reader is replaced: a file's words are what it gives.

``A/RES/75/45 zh words`` is a resolution; several lines are one in parts.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.library import batch as batch_module
from assistant.library import reader
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.reading import Document, File
from assistant.types import IngestResult, Resolution, Source
from tests.library.specimens import operative, resolution


def _parse(document: Document, *, symbol: str | None = None) -> tuple[Resolution, ...]:
    return tuple(_resolution(document, *line.split()) for line in document.lines if line)


def _resolution(document: Document, symbol: str, lang: str, *words: str) -> Resolution:
    paragraph = replace(operative(symbol, 1, " ".join(words)), inferred=("number",))
    one = resolution(symbol, 75, paragraph, replace(paragraph, place="OP2"))
    return replace(one, lang=lang, source=Source(document.name, document.sha256))  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _words_for_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "parse", _parse)


def _file(name: str, *lines: str) -> File:
    return File(name, "\n".join(lines).encode())


def _ingested(library: Library, *files: File, dry_run: bool = False) -> tuple[IngestResult, ...]:
    would = ingest(library, files, jobs=0, dry_run=True)
    if dry_run:
        return would
    results = ingest(library, files, jobs=0)
    assert results == would  # a dry run tells the truth
    return results


def _told(results: tuple[IngestResult, ...]) -> list[tuple[str, str | None]]:
    return [(result.outcome, result.symbol) for result in results]


def _words(library: Library, symbol: str = "A/RES/75/45") -> str:
    return library.records.read(symbol).paragraphs[1].text


def test_a_result_says_what_was_inferred_and_not_placed(library: Library) -> None:
    (result,) = _ingested(library, _file("a.txt", "A/RES/75/45 en one"))
    assert (result.lang, result.inferred, result.unplaced) == ("en", 2, 1)


# ── the same resolution twice in a batch ─────────────────────────────────────────────────────

FIRST, SECOND = _file("1.txt", "A/RES/75/45 zh 一"), _file("2.txt", "A/RES/75/45 zh 二")


def test_the_later_of_two_files_wins_and_it_is_said(library: Library) -> None:
    results = _ingested(library, FIRST, SECOND)
    assert _told(results) == [("added", "A/RES/75/45"), ("replaced", "A/RES/75/45")]
    assert "1.txt" in (results[1].reason_zh or "")
    assert "2.txt" in (results[1].reason_en or "")
    assert _words(library) == "二"


def test_a_batch_with_two_files_of_a_resolution_changes_nothing_the_second_time(
    library: Library,
) -> None:
    _ingested(library, FIRST, SECOND)
    before = library.records.generation
    results = _ingested(library, FIRST, SECOND)
    assert [result.outcome for result in results] == ["unchanged", "unchanged"]
    assert "较后" in (results[0].reason_zh or "")
    assert (library.records.generation, _words(library)) == (before, "二")


def test_a_file_given_alone_replaces_what_won_over_it_before(library: Library) -> None:
    _ingested(library, FIRST, SECOND)
    assert _told(_ingested(library, FIRST)) == [("replaced", "A/RES/75/45")]
    assert _words(library) == "一"


def test_the_same_bytes_under_two_names_are_taken_once(library: Library) -> None:
    again = File("copy.txt", FIRST.data)
    outcomes = [r.outcome for r in ingest(library, [FIRST, again], jobs=0)]
    assert outcomes == ["added", "unchanged"]
    assert library.records.read("A/RES/75/45").source.name == "1.txt"


def test_one_file_of_the_same_words_comes_before_and_after_another(library: Library) -> None:
    for _ in range(2):
        ingest(library, [FIRST, SECOND, File("3.txt", FIRST.data)], jobs=0)
        assert _words(library) == "一"


def test_two_languages_of_a_symbol_do_not_compete(library: Library) -> None:
    english = _file("e.txt", "A/RES/75/45 en one")
    results = _ingested(library, english, FIRST)
    assert [(r.outcome, r.lang, r.reason_zh) for r in results] == [
        ("added", "en", None),
        ("added", "zh", None),
    ]
    assert library.records.summaries()[0].langs == ("zh", "en")
    assert [r.outcome for r in _ingested(library, english, FIRST)] == ["unchanged", "unchanged"]


# ── files in parts ───────────────────────────────────────────────────────────────────────────

PARTS = _file("p.txt", "A/RES/51/942A zh 甲", "A/RES/51/942B zh 乙", "A/RES/51/942C zh 丙")


def test_a_file_in_parts_gives_a_result_for_each(library: Library) -> None:
    for outcome in ("added", "unchanged"):
        results = ingest(library, [PARTS], jobs=0)
        assert _told(results) == [(outcome, f"A/RES/51/942{letter}") for letter in "ABC"]


def test_a_corrected_file_in_parts_says_which_part_went(library: Library) -> None:
    _ingested(library, PARTS)
    results = _ingested(library, _file("p.txt", "A/RES/51/942A zh 甲", "A/RES/51/942B zh 新"))
    assert [result.outcome for result in results] == ["replaced", "replaced"]
    assert "A/RES/51/942C" in (results[0].reason_zh or "")
    assert "A/RES/51/942C" in (results[0].reason_en or "")
    assert results[1].reason_zh is None
    assert library.records.symbols() == ("A/RES/51/942A", "A/RES/51/942B")


def test_a_part_that_was_removed_comes_back_with_its_file(library: Library) -> None:
    _ingested(library, PARTS)
    library.records.remove("A/RES/51/942B")
    results = _ingested(library, PARTS)
    assert [result.outcome for result in results] == ["unchanged", "added", "unchanged"]


def test_a_part_that_has_a_later_file_of_its_own_stays_as_that_has_it(library: Library) -> None:
    own = _file("q.txt", "A/RES/51/942B zh 更正")
    _ingested(library, PARTS, own)
    before = library.records.generation
    assert _words(library, "A/RES/51/942B") == "更正"
    results = _ingested(library, PARTS, own)
    assert {result.outcome for result in results} == {"unchanged"}
    assert library.records.generation == before
    assert len(library.records.symbols()) == 3


# ── what is known, and what fails ────────────────────────────────────────────────────────────


def test_a_file_of_another_parser_is_read_again_though_a_later_file_won(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ingested(library, FIRST, SECOND)
    monkeypatch.setattr(batch_module, "parser_version", lambda: "another")
    outcomes = [result.outcome for result in ingest(library, [FIRST, SECOND], jobs=0)]
    assert outcomes == ["replaced", "replaced"]
    assert _words(library) == "二"


def test_what_cannot_be_written_is_refused_alone_and_logged(
    library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def parse(document: Document, *, symbol: str | None = None) -> tuple[Resolution, ...]:
        (one,) = _parse(document)
        if document.name != SECOND.name:
            return (one,)
        return (replace(one, paragraphs=one.paragraphs * 2),)  # two of each place

    monkeypatch.setattr(reader, "parse", parse)
    other = _file("o.txt", "A/RES/75/46 zh 三")
    results = ingest(library, [FIRST, SECOND, other], jobs=0)
    assert [result.outcome for result in results] == ["added", "refused", "added"]
    assert _words(library) == "一"
    assert "2.txt" in caplog.text
