"""Which texts an index holds, listed in its folder.

What has to change in an index follows from comparing this with the records: whatever happened
between the two, no log of changes has to be kept or can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.library.lookups import IndexedText

_NAME = "texts.tsv"
_DISCARDED = "discarded"

# Half of a sha256: 64 bits tell apart all texts that a library will ever have.
DIGITS = 16


@dataclass(frozen=True, slots=True)
class HeldTexts:
    """The texts of an index."""

    hashes: Mapping[str, str]  # key → the first digits of its text's hash
    discarded: int = 0  # keys taken out since the index was built


@dataclass(frozen=True, slots=True)
class Changes:
    """What makes an index match the records."""

    gone: tuple[str, ...]  # keys to be taken out, those of changed texts among them
    fresh: frozenset[str]  # keys to be put in
    held: HeldTexts  # what the index holds after that


def changes(held: HeldTexts, texts: Iterable[IndexedText]) -> Changes:
    """What has to change for an index that holds ``held`` to hold ``texts``."""
    now = {text.key: text.text_hash[:DIGITS] for text in texts}
    gone = tuple(key for key, digits in held.hashes.items() if now.get(key) != digits)
    fresh = frozenset(key for key, digits in now.items() if held.hashes.get(key) != digits)
    return Changes(gone, fresh, HeldTexts(now, held.discarded + len(gone)))


def read(folder: Path) -> HeldTexts:
    """The list in an index's folder. Raises OSError or ValueError where it is missing or broken."""
    with (folder / _NAME).open(encoding="utf-8") as file:
        (name, discarded), *rows = (line.rstrip("\n").split("\t") for line in file)
    if name != _DISCARDED:
        raise ValueError("not a list of texts")
    return HeldTexts(dict(rows), int(discarded))


def write(folder: Path, held: HeldTexts) -> None:
    """Write the list into an index's folder."""
    with (folder / _NAME).open("w", encoding="utf-8") as file:
        file.write(f"{_DISCARDED}\t{held.discarded}\n")
        file.writelines(f"{key}\t{digits}\n" for key, digits in held.hashes.items())
