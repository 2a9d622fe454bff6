"""A library that any earlier version of this program wrote is opened by this one, and nothing of it
is lost: see make_version_specimen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.library import migrating
from assistant.library.engine import open_engine, reading, sqlite_url
from assistant.library.schema import HEAD
from assistant.library.structure import text_hash
from assistant.service import Assistant
from assistant.settings import Settings, load_settings
from tests.library.make_version_specimen import TOLD, VERSIONS, unpack

NAMES = sorted(path.name.removesuffix(".tar.xz") for path in VERSIONS.iterdir())
KEPT_SOURCES_SINCE = "6-sources"
WHOLE_TURNS_SINCE = "7-conversations"


@pytest.fixture(params=NAMES)
def version(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def settings(version: str, tmp_path: Path) -> Settings:
    return load_settings({}, data_dir=unpack(version, tmp_path), embedder="hashing")


@pytest.fixture
def told(settings: Settings) -> dict[str, Any]:
    """What that version said of its library."""
    said: dict[str, Any] = json.loads((settings.data_dir.parent / TOLD).read_text())
    return said


def test_every_resolution_is_as_it_was(settings: Settings, told: dict[str, Any]) -> None:
    with Assistant.open(settings) as assistant:
        held = [assistant.read(one.symbol) for one in assistant.resolutions()]
    assert {
        one.symbol: {p.place: text_hash(p.text) for p in one.paragraphs} for one in held
    } == told["resolutions"]


def test_everything_is_sound_from_the_first_opening_on(settings: Settings) -> None:
    for _ in range(2):
        with Assistant.open(settings) as assistant:
            assert [check for check in assistant.doctor() if not check.ok] == []


def test_its_questions_are_answered_as_they_were(settings: Settings, told: dict[str, Any]) -> None:
    with Assistant.open(settings) as assistant:
        conversation = None
        for before in told["answers"]:
            answer = assistant.ask(before["question"], conversation_id=conversation)
            conversation = answer.conversation_id
            cited = sorted(f"{one.symbol}#{one.paragraph}" for one in answer.citations)
            assert (answer.status, cited) == (before["status"], before["cited"])


def test_its_conversation_goes_on(version: str, settings: Settings, told: dict[str, Any]) -> None:
    first, last = told["answers"]
    with Assistant.open(settings) as assistant:
        answer = assistant.ask("那75/45呢？", conversation_id=told["conversation"])
        cited = sorted(f"{one.symbol}#{one.paragraph}" for one in answer.citations)
        assert (answer.conversation_id, cited) == (told["conversation"], first["cited"])
        kept = assistant.conversations.read(told["conversation"], None)
    assert kept is not None
    if version >= WHOLE_TURNS_SINCE:
        assert [turn.question for turn in kept.turns[:2]] == [first["question"], last["question"]]
        assert [turn.answer.id for turn in kept.turns[:2]] == [first["id"], last["id"]]


def test_the_files_it_kept_are_kept(version: str, settings: Settings) -> None:
    kept = {file.name: file.read_bytes() for file in settings.data_dir.glob("sources/*")}
    assert bool(kept) is (version >= KEPT_SOURCES_SINCE)
    with Assistant.open(settings):
        pass
    now = {file.name: file.read_bytes() for file in settings.data_dir.glob("sources/*")}
    assert now == kept


def test_its_keys_hold(settings: Settings, told: dict[str, Any]) -> None:
    with Assistant.open(settings) as assistant:
        if told.get("key") is not None:
            known = assistant.access.keys.check(told["key"])
            assert known is not None
            assert known.scope == "read"
        else:  # there were none
            assert assistant.access.keys.listed() == ()


def test_the_newest_specimen_is_of_this_revision_of_the_tables(tmp_path: Path) -> None:
    folder = unpack(max(NAMES, key=lambda name: int(name.partition("-")[0])), tmp_path)
    engine = open_engine(sqlite_url(folder / "library.sqlite3"))
    with reading(engine) as connection:
        found = migrating.revision(connection)
    engine.dispose()
    assert found == HEAD, "python -m tests.library.make_version_specimen NUMBER-NAME"
