"""Ready is a library whose next answer would be whole, and to find out costs next to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from assistant.errors import LibraryUnavailable
from assistant.library.embedders import HashingEmbedder
from assistant.library.library import Library
from assistant.library.readiness import MOST_BEHIND
from assistant.settings import Settings, load_settings
from tests.library.serving import serving
from tests.library.specimens import operative, resolution
from tests.servers import running_chroma


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings({}, data_dir=tmp_path, embedder="hashing", sample_library=False)


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    with Library.open(settings) as opened:
        put(opened, "A/RES/75/45")
        opened.refresh()
        yield opened


def put(library: Library, symbol: str) -> None:
    library.records.put(resolution(symbol, 75, operative(symbol, 1, "请秘书长提出报告。")))


def missing(library: Library) -> list[str]:
    return [check.name for check in library.readiness() if not check.ok]


def test_all_that_an_answer_needs_is_named(library: Library) -> None:
    found = [check.name for check in library.readiness()]
    assert found == ["records", "lexical", "dense", "embedder"]
    assert missing(library) == []


def test_indexes_that_are_not_of_the_records_are_missing_until_they_have_followed(
    library: Library,
) -> None:
    put(library, "A/RES/75/46")
    assert missing(library) == ["lexical", "dense"]
    library.refresh()
    assert missing(library) == []


def test_while_files_are_taken_in_answers_are_whole_and_so_it_is_ready(library: Library) -> None:
    with library.generations.changing():
        put(library, "A/RES/75/46")
        assert missing(library) == []
        library.refresh()
    assert missing(library) == []


def test_records_that_cannot_be_read_are_said_in_their_own_words(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise LibraryUnavailable("数据库不在", "the database is away")

    monkeypatch.setattr(library.records, "check_revision", away)
    (records, _) = library.readiness()
    assert (records.ok, records.zh, records.en) == (False, "数据库不在", "the database is away")


class _Loading(HashingEmbedder):
    is_at_hand = False


def test_an_embedder_that_is_being_loaded_is_missing(library: Library) -> None:
    library.embedder = _Loading()
    assert missing(library) == ["embedder"]
    assert "载入" in library.readiness()[-1].zh


def test_a_served_embedder_is_missing_once_it_was_silent_and_is_not_asked_for_it(
    tmp_path: Path,
) -> None:
    with serving() as served:
        settings = load_settings(
            {}, data_dir=tmp_path, embedder_url=f"{served.url}/v1", embedder_model="m"
        )
        with Library.open(settings) as library:
            asked = len(served.asked)
            assert missing(library) == []
            assert len(served.asked) == asked
            served.status = 500
            with pytest.raises(Exception, match="embedder"):
                library.embedder.embed_question("秘书长")
            assert missing(library) == ["embedder"]
            assert "words" in library.readiness()[-1].en


@pytest.mark.parametrize("held", [1, 60])
def test_it_reads_as_little_of_a_large_library_as_of_a_small_one(
    library: Library, held: int
) -> None:
    for n in range(held):
        put(library, f"A/RES/75/{100 + n}")
    library.refresh()
    statements: list[str] = []
    event.listen(
        library.records.engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, *_: statements.append(statement),
    )
    assert missing(library) == []
    assert len(statements) <= 12, statements
    assert not any("paragraphs" in one or "resolutions" in one for one in statements)


def test_a_process_that_stays_behind_what_others_wrote_is_not_ready_for_ever(
    tmp_path: Path, postgres_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = load_settings(
        {},
        data_dir=tmp_path,
        embedder="hashing",
        records_url=postgres_database,
        follow_seconds=3_600,
    )
    with Library.open(settings) as library:
        put(library, "A/RES/75/45")  # as another process would
        assert missing(library) == []  # of the generation before, whole
        monkeypatch.setattr(Library, "seconds_behind", MOST_BEHIND + 1)
        assert missing(library) == ["records"]
        assert "behind" in library.readiness()[0].en


def test_a_chroma_server_that_is_away_is_missing_and_back_when_it_is(
    tmp_path: Path, postgres_database: str
) -> None:
    with running_chroma(tmp_path) as server:
        settings = load_settings(
            {},
            data_dir=tmp_path / "data",
            embedder="hashing",
            records_url=postgres_database,
            chroma_url=server.url,
        )
        with Library.open(settings) as library:
            put(library, "A/RES/75/45")
            library.refresh()
            library.generations.renew()
            assert missing(library) == []
            server.stop()
            assert missing(library) == ["chroma"]
            assert "ASSISTANT_CHROMA_URL" in library.readiness()[-2].zh
