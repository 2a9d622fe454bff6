"""Which texts an index holds, listed in its folder.

What has to change in an index follows from comparing this with the records: whatever happened
between the two, no log of changes has to be kept or can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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
    discarded: int = 0  # texts taken out since the index was built


@dataclass(frozen=True, slots=True)
class Changes:
    """What makes an index match the records."""

    gone: tuple[str, ...]  # the digits of texts to be taken out
    fresh: frozenset[str]  # and of those to be put in
    held: HeldTexts  # what the index holds after that


def changes(held: HeldTexts, texts: Iterable[IndexedText]) -> Changes:
    """What has to change for an index that holds ``held`` to hold ``texts``."""
    now = {text.key: text.text_hash[:DIGITS] for text in texts}
    before, after = set(held.hashes.values()), frozenset(now.values())
    gone = tuple(sorted(before - after))
    return Changes(gone, after - before, HeldTexts(now, held.discarded + len(gone)))


def named(texts: Iterable[IndexedText], wanted: frozenset[str]) -> Iterator[IndexedText]:
    """Each text whose digits are ``wanted`` once, with the digits for its key."""
    given = set[str]()
    for text in texts:
        digits = text.text_hash[:DIGITS]
        if digits in wanted and digits not in given:
            given.add(digits)
            yield replace(text, key=digits)


def pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """The list in an index's folder, key by key, sorted. Raises as :func:`read` does."""
    with (folder / _NAME).open(encoding="utf-8") as file:
        if not file.readline().startswith(_DISCARDED):
            raise ValueError("not a list of texts")
        for line in file:
            key, digits = line.rstrip("\n").split("\t")
            yield key, digits


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
        file.writelines(f"{key}\t{digits}\n" for key, digits in sorted(held.hashes.items()))
