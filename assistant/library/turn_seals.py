"""Checksums of the turns of conversations: what a follow-up refers to is what was asked and
answered, or the follow-up is refused.

A turn's answer is deflated and has the checksum of zlib (RFC 1950); the rest of a turn has a CRC-32
beside it. A turn that a program of an older release wrote has none until the library is opened by
one of this.
"""

from __future__ import annotations

import json
import zlib
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, select, update

from assistant.errors import LibraryDamaged
from assistant.library.schema import turns

# Neither what changes later (whether it stands, or is shared), nor the words it is searched by.
_SEALED: Final = ("id", "conversation", "ordinal", "asked", "origin", "question", "slots")
COLUMNS: Final = tuple(turns.c[name] for name in (*_SEALED, "seal"))
_ROWS_AT_ONCE: Final = 500


def seal(turn: Any) -> str:  # noqa: ANN401 - a mapping of a row, written or read
    """The checksum of a turn."""
    said = json.dumps([turn[name] for name in _SEALED])
    return f"{zlib.crc32(said.encode()):08x}"


def check(turn: Any) -> None:  # noqa: ANN401 - a mapping of a row that was read
    """Raise LibraryDamaged for a turn that is not as it was written."""
    if turn["seal"] is not None and turn["seal"] != seal(turn):
        raise _damaged()


def answer(deflated: bytes) -> bytes:
    """What was deflated of a turn. Raises LibraryDamaged where it is not as it was written."""
    try:
        return zlib.decompress(deflated)
    except zlib.error as error:
        raise _damaged() from error


def broken(connection: Connection) -> tuple[str, ...]:
    """The ids of the turns that are not as they were written. Reads all of them."""
    columns = (*COLUMNS, turns.c.answer)
    rows = connection.execute(select(*columns).execution_options(yield_per=_ROWS_AT_ONCE))
    return tuple(row["id"] for row in rows.mappings() if not _is_sound(row))


def take_out_broken(connection: Connection) -> int:
    """Forget the turns that are not as they were written; how many those were."""
    ids = broken(connection)
    for one in ids:
        connection.execute(delete(turns).where(turns.c.id == one))
    return len(ids)


def renew_missing(connection: Connection) -> None:
    """Seal the turns that a program wrote that seals nothing."""
    rows = connection.execute(select(*COLUMNS).where(turns.c.seal.is_(None))).mappings().all()
    if rows:
        sealed = update(turns).where(turns.c.id == bindparam("of")).values(seal=bindparam("new"))
        connection.execute(sealed, [{"of": row["id"], "new": seal(row)} for row in rows])


def any_missing(connection: Connection) -> bool:
    """Whether there are such."""
    unsealed = select(turns.c.id).where(turns.c.seal.is_(None)).limit(1)
    return connection.execute(unsealed).first() is not None


def _is_sound(row: Any) -> bool:  # noqa: ANN401 - a mapping of a row that was read
    try:
        check(row)
        answer(row["answer"])
    except LibraryDamaged:
        return False
    return True


def _damaged() -> LibraryDamaged:
    return LibraryDamaged(
        "这个对话的记录与写入时不同，为免答非所问，不再接着它回答。请另开一个对话；"
        "管理员可运行 assistant doctor --mend 修复",
        "what is kept of this conversation is not as it was written, and nothing is answered from "
        "it. Begin another one; whoever runs the service can mend it by assistant doctor --mend",
    )
