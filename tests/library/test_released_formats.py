"""Libraries that released versions wrote (see make_format_fixture) are opened by this one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.library import library as library_module
from assistant.library.conversations import Search
from assistant.library.embedders import HashingEmbedder, Vectors
from assistant.library.engine import sqlite_url
from assistant.library.kept_turns import NewTurn
from assistant.library.library import Library
from assistant.library.lookups import ActQuery
from assistant.settings import Settings
from assistant.types import MandateQuery
from tests.library.differences import differences
from tests.library.make_format_fixture import CONVERSATION, IN_ENGLISH, WITH_VOTE
from tests.library.specimens import resolution

FIXTURES = Path(__file__).parent / "fixtures"
RELEASED = sorted(path.name for path in FIXTURES.iterdir())


class _NoModel(HashingEmbedder):
    """The embedder of the fixtures, on a machine that must not need it for passages."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError(f"{len(texts)} texts embedded again")


@pytest.fixture(params=RELEASED)
def upgraded(
    request: pytest.FixtureRequest, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    shutil.copytree(FIXTURES / request.param, settings.data_dir)
    monkeypatch.setattr(library_module, "open_embedder", lambda _settings: _NoModel())
    return settings


def test_its_tables_become_those_that_a_new_library_has(upgraded: Settings) -> None:
    with Library.open(upgraded):
        assert differences(sqlite_url(upgraded.data_dir / "library.sqlite3")) == []
    assert not list(upgraded.data_dir.glob("*.before-*"))


def test_its_resolutions_are_read_as_they_were_put(upgraded: Settings) -> None:
    with Library.open(upgraded) as library:
        assert library.records.symbols() == ("A/RES/72/31", "A/RES/75/45")
        assert library.records.read("A/RES/75/45") == resolution()


def test_it_can_take_a_second_language_and_lose_it_again(upgraded: Settings) -> None:
    with Library.open(upgraded) as library:
        records = library.records
        records.put(IN_ENGLISH)
        held = {summary.symbol: summary.langs for summary in records.summaries()}
        assert held == {"A/RES/72/31": ("zh", "en"), "A/RES/75/45": ("zh",)}
        records.remove("A/RES/72/31", lang="zh")
        assert records.read("A/RES/72/31") == IN_ENGLISH


def test_what_format_2_added_is_read_as_it_was_put(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FIXTURES / "format-2", settings.data_dir)
    monkeypatch.setattr(library_module, "open_embedder", lambda _settings: _NoModel())
    with Library.open(settings) as library:
        assert library.records.read("A/RES/72/31") == WITH_VOTE
        assert library.records.read("A/RES/72/31", "en") == IN_ENGLISH


def test_its_look_ups_answer(upgraded: Settings) -> None:
    asked = ActQuery(symbols=("A/RES/75/45",), addressees=frozenset({"秘书长"}))
    with Library.open(upgraded) as library:
        acts = library.records.acts(asked)
        assert [(p.place, parts) for p, parts in acts] == [("OP1", (0,)), ("OP2", (1,))]
        mentioned = library.records.mentions_of(["A/RES/74/54"])
        assert {p.symbol for p, _ in mentioned} == {"A/RES/72/31", "A/RES/75/45"}


def test_its_mandates_are_found(upgraded: Settings) -> None:
    with Library.open(upgraded) as library:
        due = MandateQuery(due_sessions=(76, 76), addressees=("秘书长",))
        found = library.records.mandates.find(due)
        assert [one.key for one in found] == ["A/RES/72/31#OP1", "A/RES/75/45#OP1"]
        assert [one.act.clause.verb for one in library.records.mandates.read(found)] == ["请", "请"]


def test_its_indexes_are_made_from_its_records_and_vectors(upgraded: Settings) -> None:
    with Library.open(upgraded) as library:
        for index in (library.lexical, library.dense):
            hits = index.search("请秘书长向大会提出报告；", 2)
            assert {key for key, _ in hits} == {"A/RES/72/31#OP1", "A/RES/75/45#OP1"}


def test_its_conversations_go_on_and_are_nobodys(upgraded: Settings) -> None:
    name, slots = CONVERSATION
    with Library.open(upgraded) as library:
        kept = library.records.conversations
        before = kept.before(name, None)
        assert before is not None
        assert [s for s in (before.slots, *(turn[2] for turn in before.turns)) if s] == [slots]
        turn = NewTurn("another answer", "72/31", b"{}", "", slots)
        assert kept.add(name, "an owner", turn) == name
        found = kept.read(name, None)
        assert found is not None
        assert found[1][-1].question == "72/31"
        assert kept.search("an owner", Search(), 10) == ((), 0)
        assert kept.forget(name, None)
        assert library.records.answers.read("another answer", None) is None
