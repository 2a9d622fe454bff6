"""A turn of a conversation that a disk gives back otherwise is never gone on with."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from assistant.errors import LibraryDamaged
from assistant.library import turn_seals
from assistant.library.engine import reading
from assistant.library.kept_turns import NewTurn
from assistant.library.mending import mend
from assistant.library.records import Records
from assistant.service import Assistant
from assistant.settings import Settings

FIRST, LATER = "第75/45号决议请秘书长做什么？", "那72/31呢？"

DAMAGES = {
    "another symbol": "UPDATE turns SET slots = replace(slots, 'A/RES/75/45', 'A/RES/72/31')",
    "no slots": "UPDATE turns SET slots = NULL",
    "another question": "UPDATE turns SET question = '第75/46号决议请秘书长做什么？'",
    "another order": "UPDATE turns SET ordinal = ordinal + 7",
    "another answer": "UPDATE turns SET answer = CAST(substr(answer, 1, 60) || x'5a5a' || "
    "substr(answer, 63) AS BLOB)",
    "no answer": "UPDATE turns SET answer = x''",
}


@pytest.fixture
def begun(settings: Settings) -> Settings:
    """A library with two conversations, one of which is nobody's."""
    with Assistant.open(settings) as assistant:
        for name in ("damaged", "sound"):
            assistant.ask(FIRST, conversation_id=name)
        assistant.ask(LATER, conversation_id="damaged")
    return settings


def _do(settings: Settings, statement: str) -> None:
    with closing(sqlite3.connect(settings.data_dir / "library.sqlite3")) as connection:
        where = " WHERE conversation = 'damaged' AND question LIKE '第75%'"
        assert connection.execute(statement + where).rowcount == 1
        connection.commit()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_turn_is_refused_named_and_taken_out(begun: Settings, damage: str) -> None:
    _do(begun, DAMAGES[damage])
    with Assistant.open(begun) as assistant:
        (wrong,) = (check for check in assistant.doctor() if not check.ok)
        assert (wrong.name, wrong.remedy) == ("conversations", "assistant doctor --mend")
        with pytest.raises(LibraryDamaged, match="another one"):
            assistant.conversations.read("damaged", None)
        if "answer" not in damage:  # which a follow-up does not read
            with pytest.raises(LibraryDamaged):
                assistant.ask("它还说了什么？", conversation_id="damaged")
        sound = assistant.ask(LATER, conversation_id="sound")  # as it is asked in any other
        assert sound.status == "answered"
    assert dict(mend(begun).rows_lost) == {"turns": 1}
    with Assistant.open(begun) as assistant:
        assert [check for check in assistant.doctor() if not check.ok] == []
        left = assistant.conversations.read("damaged", None)
        assert left is not None
        assert [turn.question for turn in left.turns] == [LATER]
        assert assistant.ask(FIRST, conversation_id="damaged").conversation_id == "damaged"
    assert mend(begun).rows_lost == ()


def test_what_an_older_program_wrote_is_sealed_when_the_library_is_opened(begun: Settings) -> None:
    _do(begun, "UPDATE turns SET seal = NULL, asked = '2026-01-01'")
    with Assistant.open(begun) as assistant:
        assert all(check.ok for check in assistant.doctor())
        with reading(assistant.library.records.engine) as connection:
            assert not turn_seals.any_missing(connection)
    _do(begun, "UPDATE turns SET asked = '2026-01-02'")
    with Assistant.open(begun) as assistant:
        assert not all(check.ok for check in assistant.doctor())


def test_turns_that_are_cut_out_shared_and_judged_stay_sound(records: Records) -> None:
    kept = records.conversations
    for n in range(4):
        kept.add("talk", "owner", NewTurn(f"a{n}", "问", b"{}", "", None))
    assert records.answers.share("a2", "owner", shared=True)
    assert records.answers.judge("a3", "owner", "right", "")
    kept.rename("talk", "owner", "名")
    kept.add("talk", "owner", NewTurn("b", "问", b"{}", "", "{}"), instead_of="a1")
    with reading(records.engine) as connection:
        assert turn_seals.broken(connection) == ()


def test_two_ways_to_cut_a_turn_have_two_seals() -> None:
    names = ("id", "conversation", "ordinal", "asked", "origin", "question", "slots")
    one = dict.fromkeys(names, "x") | {"question": "a", "slots": "bc"}
    assert turn_seals.seal(one) != turn_seals.seal(one | {"question": "ab", "slots": "c"})
    assert turn_seals.seal(one) != turn_seals.seal(one | {"slots": None})
