"""What an index says of itself, in a JSON file beside its folder.

The manifest is also the pointer to the folder: replacing the one file swaps the index in.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

# Of the manifest and of how the folders are laid out.
FORMAT_VERSION = 2

# dense-1f3c…: a name that cannot lead out of the library's folder.
_FOLDER = re.compile(r"[a-z]+-[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class Contents:
    """What an index was made from and with. It is served only if all of this is as it should be."""

    format: int
    library: str  # identity of the records
    generation: int  # of the records
    made_with: dict[str, str | int]  # engine, tokenizer, embedder and its dimension


@dataclass(frozen=True, slots=True)
class Manifest:
    """Where an index is, how many paragraphs it holds, what it was made from, and the checksums
    of its files."""

    folder: str
    count: int
    contents: Contents
    seal: dict[str, str]


def read(path: Path) -> Manifest | None:
    """The manifest at ``path``; None where it is missing, broken or lacks a field."""
    try:
        manifest: Manifest = TypeAdapter(Manifest).validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    return manifest if _FOLDER.fullmatch(manifest.folder) else None


def write(path: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the one at ``path``, in one step that outlives a crash."""
    aside = path.with_suffix(".new")
    with aside.open("wb") as file:
        file.write(TypeAdapter(Manifest).dump_json(manifest, indent=2))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def differences(found: Contents, expected: Contents) -> tuple[str, ...]:
    """The names of what is not as expected, such as ``generation`` or ``embedder``."""
    names = [
        name
        for name in ("format", "library", "generation")
        if getattr(found, name) != getattr(expected, name)
    ]
    parts = sorted(found.made_with.keys() | expected.made_with.keys())
    names += [part for part in parts if found.made_with.get(part) != expected.made_with.get(part)]
    return tuple(names)
