"""Which resolution, document or instrument a mention means: spellings, parts and short titles.

A short title alone (《条约》, the Convention) means the full title that its resolution named last
before it, as drafters use them; this is inferred. Where none stands before it, or the words give it
to somebody (大会第十届特别会议的《宣言》), it means what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from assistant.library.mentions import Mention
from assistant.library.records import Records
from assistant.text import instruments, kinship


@dataclass(frozen=True, slots=True)
class Meant:
    """A mention and the one name of what it means: a root symbol, or an instrument's title."""

    mention: Mention
    target: str
    inferred: bool = False


def meant(records: Records, rows: Iterable[Mention]) -> Iterator[Meant]:
    """What the mentions of whole resolutions mean, in their order."""
    for _, group in groupby(rows, key=lambda row: row.symbol):
        yield from _of_one_resolution(records, tuple(group))


def mentioning(records: Records, name: str, *, instrument: bool = False) -> tuple[Meant, ...]:
    """Every mention in the library of what ``name`` stands for: a root symbol, a title."""
    mentions = records.mentions
    if not instrument:
        return tuple(_itself(row) for row in mentions.of(kinship.spellings(name)))
    full = mentions.of(instruments.printed_titles(name))
    short = instruments.short_titles(name)
    if not short or name in short:
        return tuple(_itself(row) for row in full)
    naming = {row.symbol for row in full}
    # Most texts name an instrument in full each time: only the others have to be read whole.
    shortening = {row.symbol for row in mentions.of(short) if row.symbol in naming}
    read = (one for one in meant(records, mentions.made_by(shortening)) if one.target == name)
    found = [*read, *(_itself(row) for row in full if row.symbol not in shortening)]
    return tuple(sorted(found, key=lambda one: one.mention))


def _of_one_resolution(records: Records, rows: tuple[Mention, ...]) -> Iterator[Meant]:
    named: list[str] = []
    for row in rows:
        full = None
        if row.kind == "instrument":
            if instruments.is_short(row.target):
                full = _named_last(row.target, named)
            else:
                named.append(row.target)
        if full is not None and not _is_somebodys(records, row):
            yield Meant(row, instruments.identity(full), inferred=True)
        else:
            yield _itself(row)


def _named_last(short: str, named: list[str]) -> str | None:
    return next((t for t in reversed(named) if instruments.stands_for(short, t)), None)


_OF_SOMEBODY = re.compile(r"的\s*《$|(?:\bits|\btheir|['’]s)\s+$")


def _is_somebodys(records: Records, row: Mention) -> bool:
    """Whether the words before a short title say whose it is, so that it is not the last named."""
    for paragraph in records.paragraphs((row.key,)):
        before = paragraph.text[: paragraph.references[row.position].span.start]
        return _OF_SOMEBODY.search(before) is not None
    return False


def _itself(row: Mention) -> Meant:
    if row.kind == "instrument":
        return Meant(row, instruments.identity(row.target))
    name = row.target if row.kind == "document" else kinship.root(row.target)
    return Meant(row, name, row.invoked == "same_as_before")
