"""The folder of fetched documents: one file for a symbol in a language, its origin beside it.

    zh/A_RES_75_45.docx         the document, named so that its symbol can be read from the name
    zh/A_RES_75_45.json         where and when it was got, and its SHA-256
    zh/A_RES_75_45.docx.part    what came of one whose transfer was cut, and
    zh/A_RES_75_45.docx.begun   the address and validator of what it is a part of

A document is moved into its place only when it is whole, and counts only while its hash is the
one on record, so a process killed at any moment leaves the old, the new, or something to go on
with.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.fetching.addresses import Format
from assistant.types import Lang


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a kept document came from."""

    symbol: str
    lang: Lang
    file: str  # its name in the folder of its language
    format: Format
    address: str  # where the redirects ended
    sha256: str
    bytes: int
    retrieved: str  # ISO 8601, UTC
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that is in the folder, whole."""

    path: Path
    origin: Origin


_ORIGIN = TypeAdapter(Origin)


def stem_of(symbol: str) -> str:
    """A file name for a symbol, without suffix: ``A_RES_75_45``."""
    return symbol.replace("/", "_")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of fetched documents."""

    folder: Path

    def find(self, symbol: str, lang: Lang) -> Kept | None:
        """The document, if it is here and is still what was fetched."""
        try:
            origin = _ORIGIN.validate_json(self._record(symbol, lang).read_bytes())
            # On a disk that ignores case, A/CONF and A/Conf share one record.
            if (origin.symbol, origin.lang) != (symbol, lang) or Path(
                origin.file
            ).name != origin.file:
                return None
            path = self.folder / lang / origin.file
            if _sha256(path) != origin.sha256:
                return None
        except (OSError, ValidationError):
            return None
        return Kept(path, origin)

    def keep(self, part: Part, origin: Origin) -> Kept:
        """Move a whole part into its place, its origin beside it."""
        path = self.folder / origin.lang / origin.file
        with part.path.open("rb") as file:
            os.fsync(file.fileno())
        part.path.replace(path)
        record = json.dumps(asdict(origin), ensure_ascii=False, indent=2)
        write_whole(self._record(origin.symbol, origin.lang), record.encode())
        part.discard()
        self._forget_other_formats(origin)
        return Kept(path, origin)

    def part(self, symbol: str, lang: Lang, form: Format) -> Part:
        """Where the bytes of a document in one format are gathered."""
        folder = self.folder / lang
        folder.mkdir(parents=True, exist_ok=True)
        return Part(folder / f"{stem_of(symbol)}.{form}.part")

    def _record(self, symbol: str, lang: Lang) -> Path:
        return self.folder / lang / f"{stem_of(symbol)}.json"

    def _forget_other_formats(self, origin: Origin) -> None:
        for suffix in ("docx", "pdf"):
            other = f"{stem_of(origin.symbol)}.{suffix}"
            if other != origin.file:
                (self.folder / origin.lang / other).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Part:
    """A document that is still coming."""

    path: Path

    @property
    def _begun(self) -> Path:
        return self.path.with_suffix(".begun")

    def begin(self, address: str, validator: str | None) -> None:
        """Start from nothing. Without a ``validator`` the part cannot be gone on with later."""
        self.discard()
        if validator is not None:
            write_whole(self._begun, f"{address}\n{validator}".encode())
        self.path.touch()

    @property
    def size(self) -> int:
        """How many bytes are here."""
        return self.path.stat().st_size

    def there(self, address: str) -> tuple[int, str] | None:
        """How many bytes are here and the validator of the whole, if it can be gone on with.

        Only at the ``address`` where it was begun: a date may be that of many documents.
        """
        try:
            begun, _, validator = self._begun.read_text(encoding="utf-8").partition("\n")
            size = self.size
        except (OSError, UnicodeDecodeError):
            return None
        return (size, validator) if size and validator and begun == address else None

    def discard(self) -> None:
        """Forget what came. The bytes go first: a validator without bytes means nothing."""
        self.path.unlink(missing_ok=True)
        self._begun.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at any moment the old or the new is there, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    begun = path.with_name(f"{path.name}.new")
    with begun.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    begun.replace(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
