"""Which texts an index holds, listed in its folder.

What has to change in an index follows from comparing this with the records: whatever happened
between the two, no log of changes has to be kept or can be wrong.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.library.lookups import IndexedText
from assistant.library.packed import Packed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Digits = NDArray[np.uint64]

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


def table(folder: Path) -> tuple[Packed, Digits]:
    """The list in an index's folder: the keys, sorted, and the digits of each as a number. Raises
    as :func:`read` does.

    Read as a whole: of 500,000 lines a loop takes .6 s at each start, this .1 s.
    """
    import numpy as np

    head, _, rows = (folder / _NAME).read_bytes().partition(b"\n")
    if not head.startswith(_DISCARDED.encode()):
        raise ValueError("not a list of texts")
    said = np.frombuffer(rows, dtype=np.uint8)
    ends = np.flatnonzero(said == _END_OF_LINE)
    tabs = ends - DIGITS - 1
    is_cut = len(said) != (ends[-1] + 1 if len(ends) else 0) or (tabs < 0).any()
    if is_cut or (said[tabs] != _TAB).any():
        raise ValueError("not a list of texts")
    digits, is_of_a_key = np.zeros(len(ends), dtype=np.uint64), np.ones(len(said), dtype=bool)
    values = _values()
    is_of_a_key[tabs] = is_of_a_key[ends] = False
    for at in range(1, DIGITS + 1):
        value = values[said[tabs + at]]
        if (value == _NO_DIGIT).any():
            raise ValueError("not a list of texts")
        digits = digits << np.uint64(4) | value
        is_of_a_key[tabs + at] = False
    keys = said[is_of_a_key]
    begins = np.append(0, tabs - np.arange(len(tabs)) * (DIGITS + 2))
    if (keys >= _NOT_ASCII).any():  # of no symbol today
        begins = np.append(0, np.cumsum(keys & 0xC0 != _NOT_ASCII))[begins]
    return Packed.of(
        keys.tobytes().decode(), array("I", begins.astype(np.uint32).tobytes())
    ), digits


_END_OF_LINE, _TAB = b"\n"[0], b"\t"[0]
_NOT_ASCII: Final = 0x80  # and of UTF-8, with the next bit not set, what is no character's first
_NO_DIGIT: Final = 255


def _values() -> NDArray[np.uint64]:
    """Of each byte what it is worth as a hexadecimal digit."""
    import numpy as np

    values = np.full(256, _NO_DIGIT, dtype=np.uint64)
    for value, digit in enumerate(b"0123456789abcdef"):
        values[digit] = value
    return values


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
