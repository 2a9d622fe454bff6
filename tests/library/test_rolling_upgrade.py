"""A process of the release before, beside a newer one that brought the tables up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.errors import LibraryDamaged
from assistant.library.engine import writing
from assistant.library.kept_turns import NewTurn
from assistant.library.library import Library
from assistant.service import Assistant
from assistant.settings import load_settings
from tests.library.specimens import resolution

QUESTION = "第75/45号决议请秘书长做什么"


@pytest.fixture
def old(tmp_path: Path, postgres_database: str) -> Iterator[Assistant]:
    """The process of before. It looks around when a test says so."""
    settings = load_settings(
        {},
        data_dir=tmp_path / "old",
        embedder="hashing",
        records_url=postgres_database,
        follow_seconds=3_600,
    )
    with Assistant.open(settings) as assistant:
        yield assistant


def _upgraded(library: Library, *, oldest: str | None = None) -> None:
    """What a newer program does to the tables when it opens them."""
    with writing(library.records.engine) as connection:
        connection.execute(text("CREATE TABLE of_the_future (n INTEGER)"))
        connection.execute(text("ALTER TABLE conversations ADD COLUMN mood VARCHAR"))
        connection.execute(text("UPDATE alembic_version SET version_num = '9998'"))
        if oldest is not None:
            statement = text("UPDATE meta SET value = :oldest WHERE name = 'oldest'")
            connection.execute(statement, {"oldest": oldest})


def test_beside_a_newer_process_that_only_added_the_old_one_answers_and_writes(
    old: Assistant,
) -> None:
    library = old.library
    before = old.ask(QUESTION)
    _upgraded(library)
    library._follower.step()
    assert old.ask(QUESTION).statements == before.statements
    conversation = old.ask(QUESTION, conversation_id="kept").conversation_id
    assert conversation == "kept"
    library.records.conversations.add("kept", None, NewTurn("one", "75/45", b"{}", "", None))
    with library.generations.changing():
        library.records.put(resolution("A/RES/60/1", 60))
        library.refresh()
    assert all(check.ok for check in old.checks())
    assert len(old.resolutions()) == 3


def test_a_newer_process_that_takes_the_library_over_is_noticed_and_nothing_more_is_done(
    old: Assistant,
) -> None:
    _upgraded(old.library, oldest="9998")
    with pytest.raises(LibraryDamaged, match="newer"):  # readiness looks by itself
        old.checks()
    old.library._follower.step()
    for work in (
        lambda: old.ask(QUESTION),
        old.resolutions,
        lambda: old.remove(["A/RES/75/45"]),
        lambda: old.ingest([], jobs=0),
    ):
        with pytest.raises(LibraryDamaged) as refused:
            work()
        assert "新版本" in refused.value.zh
