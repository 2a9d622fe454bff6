"""Makes the library that is kept of each released format, so that upgrades can be tested.

    python -m tests.library.make_format_fixture tests/library/fixtures/format-2

Run it once, when a format is released, and never again: the file is evidence of what that version
wrote. It holds the specimens, since format 2 one of them with a vote and in two languages, vectors
of the hashing embedder and one conversation, since format 4 with a whole turn.
"""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

from assistant.library.embedders import HashingEmbedder
from assistant.library.embedding import embed_missing
from assistant.library.engine import sqlite_url
from assistant.library.kept_turns import NewTurn
from assistant.library.records import Records
from assistant.types import Vote
from tests.library.specimens import resolution

WITH_VOTE = replace(resolution("A/RES/72/31", 72), vote=Vote(106, 1, 67, ("阿尔及利亚",)))
IN_ENGLISH = replace(WITH_VOTE, lang="en", title="In English")
CONVERSATION = ("kept", '{"symbols": ["A/RES/75/45"]}')


def make(folder: Path) -> None:
    """Write ``library.sqlite3`` into ``folder``."""
    path = folder / "library.sqlite3"
    records = Records(sqlite_url(path))
    records.put(resolution(), parser="a parser")
    records.put(WITH_VOTE, parser="a parser")
    records.put(IN_ENGLISH, parser="a parser")
    embed_missing(records, HashingEmbedder())
    name, slots = CONVERSATION
    records.conversations.add(name, None, NewTurn("an answer", "75/45", b"{}", "", slots))
    records.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, without its -wal
        connection.execute("VACUUM")
    connection.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
