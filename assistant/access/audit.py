"""The audit: who changed what, when, and how it ended."""

from __future__ import annotations

import getpass
import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from assistant.library.kept_audit import KeptAudit
from assistant.types import AuditEntry

# Who works at the machine itself, and needs no key: with the name of their account there.
TERMINAL: Final = "terminal"
LONGEST_TARGET: Final = 300  # characters
# How what is done at the terminal ends: as its commands do.
_DONE: Final = 0
_FAILED: Final = 1


class Audit:
    """Entries are written before anything is done, and ended after: what cannot be noted is not
    done, and what a crash cut off shows as never ended. Those older than ``days`` go; 0: none."""

    def __init__(
        self,
        kept: KeptAudit,
        days: int,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._kept = kept
        self._days = days
        self._now = now

    def begin(
        self,
        who: str,
        what: str,
        target: str,
        *,
        request_id: str | None = None,
        address: str | None = None,
    ) -> str:
        """Note what is about to be done; the entry's id. Raises as the records do."""
        entry = self._entry(who, what, target)
        return self._add(replace(entry, status=None, request_id=request_id, address=address))

    def end(self, entry: str, status: int) -> None:
        """Note how it ended, as an HTTP status."""
        self._kept.end(entry, status)

    def note(self, what: str, target: str) -> None:
        """Note what was done at the terminal."""
        self._add(self._entry(_at_the_terminal(), what, target))

    @contextmanager
    def noting(self, what: str, target: str) -> Iterator[None]:
        """Note what is done at the terminal, before and after. What is interrupted is never
        ended; what cannot be noted is not done."""
        entry = self.begin(_at_the_terminal(), what, target)
        try:
            yield
        except Exception:
            self.end(entry, _FAILED)
            raise
        self.end(entry, _DONE)

    def listed(
        self, *, who: str | None = None, last: timedelta | None = None, limit: int = 100
    ) -> tuple[AuditEntry, ...]:
        """The latest entries, the latest first; only those of the ``last`` days or hours."""
        since = _text(self._now() - last) if last else None
        return self._kept.listed(who=who, since=since, limit=limit)

    def _entry(self, who: str, what: str, target: str) -> AuditEntry:
        at = _text(self._now())
        return AuditEntry(uuid.uuid4().hex, at, who, what, _one_line(target), _DONE, None, None)

    def _add(self, entry: AuditEntry) -> str:
        self._kept.add(entry, forget_older=timedelta(days=self._days) if self._days else None)
        return entry.id


def _at_the_terminal() -> str:
    try:
        return f"{TERMINAL}:{getpass.getuser()}"
    except (KeyError, OSError):  # in a container there is often no account of this number
        return f"{TERMINAL}:{os.getuid()}"


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _one_line(target: str) -> str:
    # A name that was sent must not forge a second entry where entries are printed.
    printable = "".join(c if c.isprintable() else "�" for c in target)
    return printable[:LONGEST_TARGET]
