"""The acts of a library as its records give them, for the table in memory (``act_table``)."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from assistant.library.packed import Packed
from assistant.library.schema import clause_addressees, clauses, paragraphs
from assistant.text.places import plain, whole_key


def named(keys: Iterable[str], of: Iterable[int]) -> tuple[array[int], array[int]]:
    """The hash of each key, made ``plain``, and the number of the whole paragraph it belongs to;
    ``of`` is the resolution of each, whose keys stand together."""
    hashes, numbers = array("q"), array("i")
    count, last, units = 0, -1, dict[str, int]()
    for key, resolution in zip(keys, of, strict=True):
        if resolution != last:
            count, last, units = count + len(units), resolution, {}
        hashes.append(hash(plain(key) if "~" in key else key))
        whole = whole_key(key) if "(" in key else key
        numbers.append(count + units.setdefault(whole, len(units)))
    return hashes, numbers


# Where an act stands as one number: its resolution in the library, its paragraph, its position.
POSITION_BITS: Final = 16
PARAGRAPH_BITS: Final = POSITION_BITS + 24
MOST_ACTS: Final = 2**POSITION_BITS - 1

_Code = tuple[str, Hashable]  # a field and a value


@dataclass(frozen=True, slots=True)
class Scanned:
    """The acts as they came, a row each: arrays, since as many objects as a library has acts would
    take ten times the memory for a moment, which a process keeps."""

    at: array[int]
    key: array[int]  # number of the paragraph's in ``keys``
    keys: Packed
    stated: tuple[tuple[array[int], Sequence[_Code]], ...]  # what each row has, by number


def scanned_acts(connection: Connection, number: Mapping[str, int]) -> Scanned:
    """Every act, in no order; ``number`` is that of each resolution in the library."""
    statement = select(
        clauses.c.symbol,
        paragraphs.c.ordinal,
        clauses.c.position,
        clauses.c.key,
        paragraphs.c.kind,
        clauses.c.verb,
        clauses.c.family,
    ).join(paragraphs, paragraphs.c.key == clauses.c.key)
    at, numbers, keys, last = array("q"), array("i"), Packed(), ""
    fields = ("kind", "verb", "family")
    codes: tuple[dict[_Code, int], ...] = tuple({} for _ in fields)
    stated = tuple(array("H") for _ in fields)
    for symbol, ordinal, position, key, *values in connection.execute(statement):
        at.append(placed(number[symbol], ordinal, position))
        if key != last:
            keys.add(key)
            last = key
        numbers.append(len(keys) - 1)
        for field, value, known, coded in zip(fields, values, codes, stated, strict=True):
            coded.append(known.setdefault((field, value), len(known)))
    return Scanned(at, numbers, keys.sealed(), tuple(zip(stated, map(tuple, codes), strict=True)))


def addressed(connection: Connection, number: Mapping[str, int]) -> dict[str, array[int]]:
    """Where the acts stand that are addressed to each name."""
    statement = select(
        paragraphs.c.symbol,
        paragraphs.c.ordinal,
        clause_addressees.c.position,
        clause_addressees.c.name,
    ).join(paragraphs, paragraphs.c.key == clause_addressees.c.key)
    found: dict[str, array[int]] = defaultdict(lambda: array("q"))
    for symbol, ordinal, position, name in connection.execute(statement):
        found[name].append(placed(number[symbol], ordinal, position))
    return found


def placed(of: int, ordinal: int, position: int) -> int:
    """Where an act stands as one number."""
    return of << PARAGRAPH_BITS | ordinal << POSITION_BITS | position
