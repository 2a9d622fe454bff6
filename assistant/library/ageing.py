"""How old something is, where the clock may be wrong.

What is forgotten by its age is gone for good, and a clock that jumps makes everything old at once.
So a library counts the time that passes while it is in use: it looks at the clock when it is opened
and every hour, and of what passed since the last look believes a day at most. A jump ahead makes
nothing more than a day older, and so does a pause of a year, or a backup that is restored after
one. A clock that is put back makes nothing younger.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, insert, update

from assistant.library import storing
from assistant.library.schema import meta

# Longer than the hour between two looks, and no longer than anybody misses.
MOST_AT_ONCE: Final = timedelta(days=1)

_NAME: Final = "clock"  # in ``meta``: the time as it is counted, and the clock at the last look


def look(connection: Connection, now: datetime, latest: str | None = None) -> None:
    """Count the time that has passed. ``latest`` is the newest of what is already there, for a
    library that has not counted yet."""
    stored = storing.stated(connection, _NAME)
    if stored is not None:
        value = f"{_counted(stored, now).isoformat()} {now.isoformat()}"
        connection.execute(update(meta).where(meta.c.name == _NAME).values(value=value))
        return
    begin = now if latest is None else min(now, datetime.fromisoformat(latest) + MOST_AT_ONCE)
    value = f"{begin.isoformat()} {now.isoformat()}"
    connection.execute(insert(meta), [{"name": _NAME, "value": value}])


def before(connection: Connection, now: datetime, age: timedelta) -> datetime:
    """When something was, at the latest, that is older than ``age``."""
    stored = storing.stated(connection, _NAME)
    return (now if stored is None else min(now, _counted(stored, now))) - age


def _counted(stored: str, now: datetime) -> datetime:
    counted, seen = map(datetime.fromisoformat, stored.split())
    return counted + min(max(now - seen, timedelta()), MOST_AT_ONCE)
