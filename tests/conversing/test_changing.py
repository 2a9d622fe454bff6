"""Of two who change a conversation as they know it, only one does: also at the same time."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from pydantic_core import to_json

from assistant.conversing import Conversations
from assistant.library.engine import sqlite_url
from assistant.library.kept_turns import NewTurn
from assistant.library.records import Records
from assistant.types import Conversation
from tests.conversing.test_kept import given

AT_ONCE = 6


class ChangedMeanwhile(Exception):
    pass


@pytest.mark.parametrize("open_apart", [False, True], ids=["one process", "two processes"])
def test_of_several_who_rename_what_they_have_read_one_does(
    tmp_path: Path, open_apart: bool
) -> None:
    url = sqlite_url(tmp_path / "records.sqlite3")
    both = [Records(url), Records(url)] if open_apart else [Records(url)] * 2
    answer = given("a")
    said = NewTurn("a", "75/45？", to_json(answer), "", None)
    name = both[0].conversations.add(None, None, said)
    kept = [Conversations(records) for records in both]
    read = kept[0].read(name, None)
    begin = Barrier(AT_ONCE)

    def check(found: Conversation) -> None:
        if found != read:
            raise ChangedMeanwhile
        time.sleep(0.02)  # were the change a step of its own, the others would look here

    def rename(number: int) -> str | None:
        begin.wait()
        try:
            renamed = kept[number % 2].rename(name, None, f"{number}", check=check)
        except ChangedMeanwhile:
            return None
        assert renamed is not None
        return renamed.title

    with ThreadPoolExecutor(AT_ONCE) as threads:
        titles = [title for title in threads.map(rename, range(AT_ONCE)) if title is not None]
    assert len(titles) == 1
    found = kept[1].read(name, None)
    assert found is not None
    assert found.title == titles[0]
    for records in set(both):
        records.close()


def test_what_was_changed_meanwhile_is_not_forgotten_either(tmp_path: Path) -> None:
    records = Records(sqlite_url(tmp_path / "records.sqlite3"))
    said = NewTurn("a", "75/45？", to_json(given("a")), "", None)
    name = records.conversations.add(None, None, said)
    kept = Conversations(records)

    def refuse(_found: Conversation) -> None:
        raise ChangedMeanwhile

    with pytest.raises(ChangedMeanwhile):
        kept.forget(name, None, check=refuse)
    assert kept.read(name, None)
    assert kept.forget(name, None)
    assert not kept.forget(name, None, check=refuse), "nobody looks at what is not there"
    records.close()
