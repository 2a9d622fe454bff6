"""What a first question needs is there when the assistant says that it is ready."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from assistant.library import act_table
from assistant.library.embedders import HashingEmbedder, Vector
from assistant.library.engine import reading
from assistant.library.library import Library
from assistant.library.mandate_table import MandateTable
from assistant.library.schema import turns
from assistant.observing import AnswerNote
from assistant.service import Assistant, warming
from assistant.settings import Settings, load_settings
from assistant.types import MandateQuery


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings({}, data_dir=tmp_path, embedder="hashing")


def not_ready(assistant: Assistant) -> list[str]:
    return [check.name for check in assistant.readiness() if not check.ok]


def test_opened_ahead_it_is_ready_when_it_has_been_warmed(settings: Settings) -> None:
    with Assistant.open(settings, ahead=True) as assistant:
        assert not_ready(assistant) == ["loading"]
        assistant.warm()
        assert not_ready(assistant) == []


def test_who_opens_it_for_one_question_waits_for_nothing(settings: Settings) -> None:
    with Assistant.open(settings) as assistant:
        assert not_ready(assistant) == []


def test_it_is_ready_too_where_the_questions_ahead_fail(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks is told by the answer what is wrong; a server that is never ready tells nobody."""

    def fails(_: object) -> None:
        raise ZeroDivisionError

    with Assistant.open(settings, ahead=True) as assistant:
        monkeypatch.setattr(warming, "ask_all", fails)
        with pytest.raises(ZeroDivisionError):
            assistant.warm()
        assert not_ready(assistant) == []


def turns_of(assistant: Assistant) -> int:
    with reading(assistant.library.records.engine) as connection:
        return connection.execute(select(func.count()).select_from(turns)).scalar_one()


def test_questions_asked_ahead_are_kept_nowhere_and_counted_by_nobody(settings: Settings) -> None:
    noted: list[AnswerNote] = []
    with Assistant.open(settings, ahead=True, observer=noted.append) as assistant:
        assistant.warm()
        assert noted == []
        assert turns_of(assistant) == 0
        assistant.ask("第75/45号决议第13段说什么？")
        assert (len(noted), turns_of(assistant)) == (1, 1)


def test_after_it_no_question_reads_the_tables_of_acts_and_mandates(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reads(_: object) -> None:
        raise AssertionError("read again")

    with Assistant.open(settings, ahead=True) as assistant:
        assistant.warm()
        monkeypatch.setattr(MandateTable, "read", reads)
        monkeypatch.setattr(act_table, "_read", reads)
        assert assistant.mandates(MandateQuery()).total > 0
        assert assistant.ask("所有决议请秘书长做什么？").status == "answered"


class Asked(HashingEmbedder):
    """Knows what it was asked."""

    def __init__(self) -> None:
        self.questions: list[str] = []

    def embed_question(self, text: str) -> Vector:
        self.questions.append(text)
        return super().embed_question(text)


@pytest.fixture
def asked(settings: Settings) -> Iterator[tuple[Library, Asked]]:
    embedder = Asked()
    with Library(settings, embedder) as library:
        yield library, embedder


def test_the_model_is_loaded_while_the_indexes_are_opened(asked: tuple[Library, Asked]) -> None:
    library, embedder = asked
    with warming.loading_beside(library):
        pass
    assert embedder.questions == list(warming.QUESTIONS)


def test_the_server_of_an_embedder_is_not_waited_for(
    asked: tuple[Library, Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, embedder = asked
    monkeypatch.setattr(warming, "is_served", lambda _: True)
    with warming.loading_beside(library):
        pass
    assert embedder.questions == []


def test_what_cannot_be_loaded_is_left_to_who_opens_the_library(
    asked: tuple[Library, Asked], tmp_path: Path
) -> None:
    library, _ = asked
    library.records.close()
    (tmp_path / "library.sqlite3").write_bytes(b"no database" * 1_000)
    with warming.loading_beside(library):  # a thread that fails would be an error of this test
        pass


_ASKING = """
import sys
from pathlib import Path
from assistant.service import Assistant
from assistant.settings import load_settings
with Assistant.open(load_settings({}, data_dir=Path(sys.argv[1])), ahead=True) as assistant:
    assistant.warm()
    before = set(sys.modules)
    for question in (
        "彻底消除核武器国际日是哪一天", "各国防止核武器扩散的措施有哪些？",
        "第75/45号决议第13段", "哪些决议提到裁军谈判会议？",
        "What does resolution 75/45 request of the Secretary-General?",
    ):
        assistant.ask(question)
    print(*sorted(set(sys.modules) - before))
"""


def test_a_first_question_imports_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _ASKING, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.split() == []
