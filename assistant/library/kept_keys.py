"""Keys as the records keep them: never a secret, only its digest."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Engine, and_, insert, select, update

from assistant.library.access_schema import access_keys
from assistant.library.engine import reading, writing
from assistant.types import KeyScope


@dataclass(frozen=True, slots=True)
class KeptKey:
    """One key. Digests are hexadecimal, times ISO 8601 in UTC."""

    id: str
    name: str
    scope: KeyScope
    digest: str
    created: str
    expires: str | None = None
    revoked: str | None = None
    old_digest: str | None = None
    old_until: str | None = None


class KeptKeys:
    """The keys of one library. What another process changes is seen at once: nothing is cached."""

    def __init__(self, engine: Engine, one_writer: threading.Lock) -> None:
        self._engine = engine
        self._one_writer = one_writer

    def find(self, key: str) -> KeptKey | None:
        """The key of an id."""
        with reading(self._engine) as connection:
            query = select(access_keys).where(access_keys.c.id == key)
            row = connection.execute(query).mappings().one_or_none()
        return None if row is None else KeptKey(**row)

    def listed(self) -> tuple[KeptKey, ...]:
        """All of them, the oldest first, those that hold no more included."""
        with reading(self._engine) as connection:
            query = select(access_keys).order_by(access_keys.c.created, access_keys.c.id)
            return tuple(KeptKey(**row) for row in connection.execute(query).mappings())

    def add(self, key: KeptKey) -> None:
        """Keep a new key."""
        with self._one_writer, writing(self._engine) as connection:
            connection.execute(insert(access_keys), [asdict(key)])

    def rotate(self, key: str, digest: str, old_until: str | None) -> bool:
        """Another digest for a key that is not revoked; the one it has holds until ``old_until``.
        Whether there is such a key."""
        old = {
            "old_digest": access_keys.c.digest if old_until is not None else None,
            "old_until": old_until,
        }
        return self._change(key, {"digest": digest, **old})

    def revoke(self, key: str, at: str) -> bool:
        """End a key that is not revoked; whether there is one."""
        return self._change(key, {"revoked": at})

    def _change(self, key: str, values: dict[str, Any]) -> bool:
        # Only what changes is written, and only while the key holds: whoever revokes it meanwhile
        # is not overruled.
        holding = and_(access_keys.c.id == key, access_keys.c.revoked.is_(None))
        with self._one_writer, writing(self._engine) as connection:
            changed = connection.execute(update(access_keys).where(holding).values(values))
            return changed.rowcount == 1
