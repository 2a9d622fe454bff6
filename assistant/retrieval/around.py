"""What lies around a resolution that is read, for one request of a page."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.library.library import Library
from assistant.library.mentions import Entry
from assistant.library.records import Records
from assistant.library.wordings import beside
from assistant.retrieval.mandates import find_mandates
from assistant.retrieval.reader_titles import titled, titled_series
from assistant.retrieval.series import series_of
from assistant.text import instruments, kinship
from assistant.text.labels import label
from assistant.types import (
    Around,
    Lang,
    MandateQuery,
    Mentioner,
    MentionLink,
    Reference,
    Resolution,
    ResolutionLink,
    Series,
    SourceNote,
)

MOST_MENTIONERS = 50
MOST_MANDATES = 100


def around(library: Library, read: Resolution, *, lang: Lang = "zh") -> Around:
    """What lies around ``read``, which the library holds; labels in ``lang``, and titles of what is
    held in it.

    The spans of its mentions are of the language it is read in. Who mentions it, its series and
    its mandates are those of the leading texts, by which questions are answered.
    """
    records = library.records
    symbol = read.symbol
    summary = records.summaries().by_symbol.get(symbol)
    mentioners = _mentioners(records, symbol, lang)
    series = series_of(records, (symbol,), lang=lang)
    if series is not None and len(series.members) < 2:
        series = None
    earlier, later = (
        titled((one,), records, lang)[0] if one else None
        for one in _neighbours(records, series, symbol, lang)
    )
    mandates = find_mandates(records, MandateQuery(symbols=(symbol,)), limit=MOST_MANDATES)
    return Around(
        symbol=symbol,
        label=label(symbol, lang),
        lang=read.lang,
        langs=summary.langs if summary else (read.lang,),
        aligned=_aligned(records, symbol) if summary and len(summary.langs) > 1 else (),
        mentions=tuple(_mentions(records, read, lang)),
        mentioned_by=titled(mentioners[:MOST_MENTIONERS], records, lang),
        mentioned_by_total=len(mentioners),
        series=titled_series(series, records, lang) if series else None,
        earlier=earlier,
        later=later,
        mandates=mandates.mandates,
        mandates_total=mandates.total,
        source=_source(library, read),
    )


def _mentions(records: Records, read: Resolution, lang: Lang) -> Iterator[MentionLink]:
    held = records.mentions.held()
    for paragraph in read.paragraphs:
        for one in paragraph.references:
            is_symbol = one.kind in ("resolution", "decision")
            entries = held.meant_by(one.target) if is_symbol else ()
            yield MentionLink(
                place=paragraph.place,
                span=one.span,
                text=one.span.of(paragraph.text),
                target=one.target,
                kind=one.kind,
                label=_called(one, lang),
                invoked=one.invoked,
                part=one.part,
                held=titled(
                    (_link(entry, lang) for entry in entries if entry.symbol != read.symbol),
                    records,
                    lang,
                ),
            )


def _called(reference: Reference, lang: Lang) -> str:
    if reference.kind == "instrument":
        english = instruments.english_title(reference.target) if lang == "en" else None
        return english or reference.target
    return label(reference.target, lang)


def _mentioners(records: Records, symbol: str, lang: Lang) -> tuple[Mentioner, ...]:
    """Who mentions a resolution, or the whole of which it is a part; its own parts aside."""
    held = records.mentions.held()
    meant = {symbol, kinship.part_of(symbol) or symbol}
    spelled = {one for name in meant for one in kinship.spellings(name)}
    places: dict[str, list[str]] = {}
    for row in records.mentions.of(spelled):
        means_it = any(entry.symbol == symbol for entry in held.meant_by(row.target))
        if means_it and kinship.root(row.symbol) != kinship.root(symbol):
            places.setdefault(row.symbol, []).append(row.key.partition("#")[2])
    found = (
        (held.by_symbol[one], tuple(dict.fromkeys(at)))
        for one, at in reversed(places.items())
        if one in held.by_symbol
    )
    return tuple(
        Mentioner(
            symbol=entry.symbol,
            label=label(entry.symbol, lang),
            title=entry.title,
            session=entry.session,
            places=at,
            href=f"{_href(entry.symbol)}#{at[0]}",
        )
        for entry, at in found
    )


def _neighbours(
    records: Records, series: Series | None, symbol: str, lang: Lang
) -> tuple[ResolutionLink | None, ResolutionLink | None]:
    held = records.mentions.held()
    members = series.members if series else ()
    at = next((i for i, one in enumerate(members) if kinship.same(one.symbol, symbol)), None)
    if at is None:
        return None, None

    def nearest(symbols: Iterator[str]) -> ResolutionLink | None:
        entries = (entry for one in symbols for entry in held.meant_by(one))
        return next((_link(entry, lang) for entry in entries if entry.symbol != symbol), None)

    return (
        nearest(one.symbol for one in reversed(members[:at])),
        nearest(one.symbol for one in members[at + 1 :]),
    )


def _aligned(records: Records, symbol: str) -> tuple[str, ...]:
    first = records.read(symbol)
    for lang in records.summaries().by_symbol[symbol].langs:
        if lang != first.lang:
            other = records.read(symbol, lang)
            return tuple(one.place for one, _ in beside(first.paragraphs, other.paragraphs))
    return ()


def _source(library: Library, read: Resolution) -> SourceNote:
    source = read.source
    kept = library.source_files.holds(source.sha256)
    href = f"/api/v1{_href(read.symbol)}/source?version={read.lang}" if kept else None
    return SourceNote(source.name, source.sha256, source.retrieved, href)


def _link(entry: Entry, lang: Lang) -> ResolutionLink:
    return ResolutionLink(entry.symbol, label(entry.symbol, lang), entry.title, _href(entry.symbol))


def _href(symbol: str) -> str:
    return f"/resolutions/{symbol}"
