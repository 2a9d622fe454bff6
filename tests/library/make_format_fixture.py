"""Makes the library that is kept of each released format, so that upgrades can be tested.

    python -m tests.library.make_format_fixture tests/library/fixtures/format-1

Run it once, when a format is released, and never again: the file is evidence of what that version
wrote. It holds the specimens, vectors of the hashing embedder and one conversation.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from assistant.library.embedders import HashingEmbedder
from assistant.library.embedding import embed_missing
from assistant.library.engine import sqlite_url
from assistant.library.records import Records
from tests.library.specimens import resolution

CONVERSATION = ("kept", '{"symbols": ["A/RES/75/45"]}')


def make(folder: Path) -> None:
    """Write ``library.sqlite3`` into ``folder``."""
    path = folder / "library.sqlite3"
    records = Records(sqlite_url(path))
    records.put(resolution(), parser="format-1")
    records.put(resolution("A/RES/72/31", 72), parser="format-1")
    embed_missing(records, HashingEmbedder())
    records.save_conversation(*CONVERSATION)
    records.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, without its -wal
        connection.execute("VACUUM")
    connection.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
