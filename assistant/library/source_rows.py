"""The files that a library was read from, in its database: where several machines share the
records, no folder is everybody's."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select

from assistant.library.engine import reading, writing
from assistant.library.lookups import in_parts
from assistant.library.schema import source_files
from assistant.library.source_files import SourceFiles, damaged


class SourceRows(SourceFiles):
    """See SourceFiles."""

    def __init__(self, engine: Engine, *, keeps: bool) -> None:
        super().__init__(Path(), keeps=keeps)
        self._engine = engine

    def keep(self, sha256: str, data: bytes) -> None:
        """See SourceFiles. Raises what writing raises."""
        if not self.keeps or self.holds(sha256):
            return
        with writing(self._engine) as connection:
            there = select(source_files.c.sha256).where(source_files.c.sha256 == sha256)
            if connection.execute(there).first() is None:
                connection.execute(insert(source_files), [{"sha256": sha256, "data": data}])

    def holds(self, sha256: str) -> bool:
        """See SourceFiles."""
        wanted = select(source_files.c.sha256).where(source_files.c.sha256 == sha256)
        with reading(self._engine) as connection:
            return self.keeps and connection.execute(wanted).first() is not None

    def read(self, sha256: str) -> bytes | None:
        """See SourceFiles."""
        wanted = select(source_files.c.data).where(source_files.c.sha256 == sha256)
        with reading(self._engine) as connection:
            data: bytes | None = connection.execute(wanted).scalar() if self.keeps else None
        if data is not None and hashlib.sha256(data).hexdigest() != sha256:
            raise damaged()
        return data

    def listed(self) -> frozenset[str]:
        """See SourceFiles."""
        with reading(self._engine) as connection:
            return frozenset(connection.execute(select(source_files.c.sha256)).scalars())

    def tidy(self, listed: Collection[str], needed: Collection[str]) -> None:
        """See SourceFiles."""
        wanted = frozenset(needed) if self.keeps else frozenset()
        unwanted = sorted(frozenset(listed) - wanted)
        if not unwanted:
            return
        with writing(self._engine) as connection:
            for some in in_parts(unwanted):
                connection.execute(delete(source_files).where(source_files.c.sha256.in_(some)))
