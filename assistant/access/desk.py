"""Keys and audit of one library, together; also without opening the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assistant.access.audit import Audit
from assistant.access.keys import Keys
from assistant.library.records import Records
from assistant.settings import Settings, upload_key


@dataclass(frozen=True, slots=True)
class Access:
    """Who may do what in a library, and what they did."""

    keys: Keys
    audit: Audit

    @classmethod
    def of(cls, records: Records, settings: Settings) -> Access:
        """Those of a library whose records are open."""
        return cls(Keys(records.keys), Audit(records.audit, settings.audit_days))

    def with_key_of(self, settings: Settings) -> Access:
        """The same, where also the key holds that the settings name. Raises InvalidSettings where
        that cannot be had."""
        return Access(self.keys.beside(upload_key(settings)), self.audit)


@contextmanager
def open_access(settings: Settings) -> Iterator[Access]:
    """Those of the library of ``settings``, also while a server holds it: only the records are
    opened. Raises LibraryDamaged, LibraryBusy and InvalidSettings."""
    from assistant.library.opening import open_records

    records = open_records(settings)
    try:
        yield Access.of(records, settings)
    finally:
        records.close()
