"""What an index on a server says of itself, kept in the records, as ``manifest`` is kept beside the
folder of one on disk."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Engine, delete, insert, select

from assistant.library.engine import reading, writing
from assistant.library.manifest import Contents
from assistant.library.schema import served_indexes


@dataclass(frozen=True, slots=True)
class ServedManifest:
    """Where an index is and what it was made from. ``held`` are the texts of that generation, by
    key with the first digits of their hashes; ``retired`` are rows (their ids) that are of no use
    to it, since when; ``discarded`` is how many were taken out."""

    collection: str
    count: int
    contents: Contents
    held: Mapping[str, str]
    retired: Mapping[str, datetime]
    discarded: int

    def retired_by(self, now_held: Mapping[str, str], now: datetime) -> dict[str, datetime]:
        """The rows that are of no use once the texts are ``now_held``, since when."""
        useless = {
            f"{key}@{digits}": now
            for key, digits in self.held.items()
            if now_held.get(key) != digits
        }
        return useless | {
            one: since
            for one, since in self.retired.items()
            if now_held.get(one.rpartition("@")[0]) != one.rpartition("@")[2]
        }


class ServedManifests:
    """The manifests of the indexes that a library has on servers."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def collection(self, name: str) -> str | None:
        """Where the index ``name`` is; None where there is none."""
        wanted = select(served_indexes.c.collection).where(served_indexes.c.name == name)
        with reading(self._engine) as connection:
            found: str | None = connection.execute(wanted).scalar()
            return found

    def read(self, name: str) -> ServedManifest | None:
        """That of the index ``name``; None where there is none."""
        wanted = select(served_indexes).where(served_indexes.c.name == name)
        with reading(self._engine) as connection:
            row = connection.execute(wanted).mappings().one_or_none()
        if row is None:
            return None
        contents = TypeAdapter(Contents).validate_json(row["contents"])
        held = json.loads(zlib.decompress(row["held"]))
        retired = {one: datetime.fromisoformat(at) for one, at in held["retired"].items()}
        return ServedManifest(
            row["collection"], row["count"], contents, held["held"], retired, held["discarded"]
        )

    def write(self, name: str, manifest: ServedManifest) -> None:
        """Put it in the place of what was said before."""
        held: dict[str, Any] = {
            "held": manifest.held,
            "retired": {one: at.isoformat() for one, at in manifest.retired.items()},
            "discarded": manifest.discarded,
        }
        row = {
            "name": name,
            "collection": manifest.collection,
            "count": manifest.count,
            "contents": TypeAdapter(Contents).dump_json(manifest.contents).decode(),
            "held": zlib.compress(json.dumps(held).encode(), 1),
        }
        with writing(self._engine, lasting=False) as connection:
            connection.execute(delete(served_indexes).where(served_indexes.c.name == name))
            connection.execute(insert(served_indexes), [row])
