"""What was found, written down as an answer, each paragraph with the text it was taken from."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from assistant import answering
from assistant.library.records import Records
from assistant.library.unread import Unread
from assistant.text.catalogue import Catalogue
from assistant.types import Answer, Found, Paragraph, Parallel, Question, Resolution, Source

_SHOWN = 3  # resolutions that refusals and suggestions are taken from


def write(
    read: Question,
    found: Found,
    catalogue: Catalogue,
    reader: Callable[[str], Resolution],
    *,
    records: Records,
    settings_hash: str,
) -> Answer:
    """The answer to ``read``, all of it from ``records``, whose ``catalogue`` and ``reader`` were
    asked before."""
    cited = (passage.paragraph.symbol for passage in found.passages)
    named = dict.fromkeys((*read.symbols, *cited))
    wanted = islice((symbol for symbol in named if symbol in catalogue.by_symbol), _SHOWN)
    newest = catalogue.symbols[: -_SHOWN - 1 : -1]
    shown = Unread(tuple(wanted) or newest, reader)
    source_of = records.sources()
    return answering.answer(
        read,
        found,
        held=catalogue.symbols,
        shown=shown,
        coverage=catalogue.coverage,
        settings_hash=settings_hash,
        origin_of=lambda paragraph: _origin(paragraph, catalogue, reader, records, source_of),
    )


def _origin(
    paragraph: Paragraph,
    catalogue: Catalogue,
    reader: Callable[[str], Resolution],
    records: Records,
    source_of: Callable[[str], Source],
) -> answering.Origin:
    summary = catalogue.by_symbol.get(paragraph.symbol)
    if summary is not None and len(summary.langs) == 1:  # nothing of it is read again
        return answering.Origin(source_of(paragraph.symbol), summary.lang)
    resolution = reader(paragraph.symbol)
    companion = records.companion(paragraph.symbol)
    text = companion.texts.get(paragraph.place) if companion else None
    leading = next((p.text for p in resolution.paragraphs if p.place == paragraph.place), None)
    if companion and text == paragraph.text != leading:
        second = records.read(paragraph.symbol, companion.lang)
        beside = Parallel(resolution.lang, leading) if leading else None
        return answering.Origin(second.source, second.lang, beside)
    parallel = Parallel(companion.lang, text) if companion and text else None
    return answering.Origin(resolution.source, resolution.lang, parallel)
