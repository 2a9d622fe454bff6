"""What was done to the library, by whom: entries are added and ended, never changed otherwise."""

from __future__ import annotations

import threading
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, insert, select, update

from assistant.library import ageing
from assistant.library.access_schema import audit
from assistant.library.engine import reading, writing
from assistant.types import AuditEntry


class KeptAudit:
    """The entries of one library."""

    def __init__(self, engine: Engine, one_writer: threading.Lock) -> None:
        self._engine = engine
        self._one_writer = one_writer

    def add(self, entry: AuditEntry, *, forget_older: timedelta | None = None) -> None:
        """Keep an entry; those that are older than so much go, see ``ageing``."""
        with self._one_writer, writing(self._engine) as connection:
            connection.execute(insert(audit), [asdict(entry)])
            if forget_older is not None:
                now = datetime.fromisoformat(entry.at)
                last = ageing.before(connection, now, forget_older)
                oldest = last.isoformat(timespec="microseconds")
                connection.execute(delete(audit).where(audit.c.at < oldest))

    def end(self, entry: str, status: int) -> None:
        """How what an entry says ended. Said once: a later word changes nothing."""
        with self._one_writer, writing(self._engine) as connection:
            ended = update(audit).where(audit.c.id == entry, audit.c.status.is_(None))
            connection.execute(ended.values(status=status))

    def listed(
        self, *, who: str | None = None, since: str | None = None, limit: int = 100
    ) -> tuple[AuditEntry, ...]:
        """The latest entries, the latest first."""
        query = select(audit).order_by(audit.c.at.desc(), audit.c.id).limit(limit)
        if who is not None:
            query = query.where(audit.c.who == who)
        if since is not None:
            query = query.where(audit.c.at >= since)
        with reading(self._engine) as connection:
            return tuple(AuditEntry(**row) for row in connection.execute(query).mappings())
