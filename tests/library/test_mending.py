"""Damaged records are never answered from; ``assistant doctor --mend`` makes them whole."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import LibraryDamaged
from assistant.library.mending import mend
from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.types import Answer
from eval.generator.library import resolutions
from eval.generator.questions import questions_of
from eval.gold import GoldItem
from eval.judge import cited_keys

GENERATED = tuple(resolutions(11, 10))
ASKED: tuple[GoldItem, ...] = tuple(
    item for made in GENERATED for truth in made.truths for item in questions_of(truth)
)[::9]


@pytest.fixture
def filled(settings: Settings) -> Settings:
    settings = settings.model_copy(update={"sample_library": False})
    with Assistant.open(settings) as assistant:
        assistant.ingest([File(made.name, made.text.encode()) for made in GENERATED], jobs=0)
        answer = assistant.ask(ASKED[0].turns[0], conversation_id="kept")
        assert answer.conversation_id == "kept"
    return settings


def _file(settings: Settings) -> Path:
    return settings.data_dir / "library.sqlite3"


def _answers(settings: Settings) -> list[tuple[str, tuple[str, ...], str]]:
    def shown(answer: Answer) -> tuple[str, tuple[str, ...], str]:
        return answer.status, cited_keys(answer), answer.answer

    with Assistant.open(settings) as assistant:
        return [shown(assistant.ask(item.turns[0])) for item in ASKED]


def _sql(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        assert connection.execute(statement).rowcount
        connection.commit()
        connection.close()

    return change


def _overwritten(path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - to be drawn the same again
    data = bytearray(path.read_bytes())
    for _ in range(3):
        page = chance.randrange(5, len(data) // 4096) * 4096
        data[page : page + 4096] = chance.randbytes(4096)
    path.write_bytes(data)


def _cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 4096 * 2 // 3 * 4096])


def _headless(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(bytes(4096) + data[4096:])


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a letter": _sql("UPDATE paragraphs SET text = replace(text, '秘书长', '秘书处')"),
    "an act that is gone": _sql("DELETE FROM clauses WHERE rowid % 7 = 0"),
    "an addressee": _sql("UPDATE clause_addressees SET name = '大会' WHERE rowid % 5 = 0"),
    "a resolution that is gone": _sql("DELETE FROM resolutions WHERE rowid = 3"),
    "a symbol": _sql("UPDATE mentions SET target = 'A/RES/1/1' WHERE rowid % 3 = 0"),
    "a broken structure": _sql("UPDATE paragraphs SET structure = '{' WHERE rowid % 9 = 0"),
    "no generation": _sql("UPDATE meta SET value = 'x' WHERE name = 'generation'"),
    "pages overwritten": _overwritten,
    "cut off": _cut,
    "without its head": _headless,
    "empty": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
    "nonsense": lambda path: path.write_bytes(b"no database" * 1_000),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged_records_refuse_are_named_and_mended_by_one_command(
    filled: Settings, name: str
) -> None:
    before = _answers(filled)
    files = {file.name for file in (filled.data_dir / "sources").iterdir()}
    DAMAGES[name](_file(filled))
    with pytest.raises(LibraryDamaged, match="doctor --mend"):
        Assistant.open(filled)
    assert {file.name for file in (filled.data_dir / "sources").iterdir()} == files
    done = mend(filled)
    assert done.lost == ()
    assert done.damaged is not None
    assert (filled.data_dir / done.damaged).exists()
    assert _answers(filled) == before
    with Assistant.open(filled) as assistant:
        assert [check for check in assistant.doctor() if not check.ok] == []
    assert mend(filled).damaged is None
