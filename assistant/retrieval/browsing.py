"""The library to be looked through and read, without a question."""

from __future__ import annotations

import re

from assistant.errors import NotInLibrary
from assistant.library.generations import of_one_generation
from assistant.library.library import Library
from assistant.library.meant import read_one
from assistant.library.source_files import media_type_of
from assistant.retrieval.around import around
from assistant.retrieval.listing import Listings
from assistant.retrieval.mandate_facets import mandate_facets
from assistant.types import (
    Around,
    Lang,
    Listing,
    ListingQuery,
    MandateFacets,
    MandateQuery,
    Resolution,
    SourceFile,
)

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9.-]+")


class Browsing:
    """One library, looked through. Every method may be called from several threads at once."""

    def __init__(self, library: Library) -> None:
        """Nothing is read yet."""
        self._library = library
        self._listings = Listings(library)

    def warm(self) -> None:
        """Read what a first search would wait for."""
        self._listings.warm()

    @of_one_generation
    def listing(
        self, query: ListingQuery, *, limit: int = 20, cursor: str | None = None, lang: Lang = "zh"
    ) -> Listing:
        """The resolutions asked for, narrowed, sorted and counted, see ``retrieval.listing``:
        quick enough to be asked at every key. Raises InvalidFilter."""
        return self._listings.find(query, limit=limit, cursor=cursor, lang=lang)

    @of_one_generation
    def around(self, symbol: str, version: Lang | None = None, *, lang: Lang = "zh") -> Around:
        """What lies around a resolution, in any written form, as it leads or in ``version``.
        Raises NotInLibrary."""
        return around(self._library, self._read(symbol, version), lang=lang)

    @of_one_generation
    def mandate_facets(self, query: MandateQuery, *, lang: Lang = "zh") -> MandateFacets:
        """What the mandates asked for can be narrowed by, counted. Raises InvalidFilter and
        NotInLibrary."""
        return mandate_facets(self._library.records, query, lang=lang)

    def source(self, symbol: str, version: Lang | None = None) -> SourceFile:
        """The file a resolution was read from. Raises NotInLibrary where the resolution is not
        held or its file is not kept, LibraryDamaged where it is not the file it was."""
        read = self._read(symbol, version)
        data = self._library.source_files.read(read.source.sha256)
        if data is None:
            raise _not_kept(read)
        media_type, suffix = media_type_of(data)
        name = f"{_NOT_IN_A_NAME.sub('_', read.symbol).strip('_')}.{read.lang}.{suffix}"
        return SourceFile(name, media_type, read.source.sha256, data)

    def _read(self, symbol: str, version: Lang | None) -> Resolution:
        return read_one(self._library.records, symbol, version)


def _not_kept(read: Resolution) -> NotInLibrary:
    return NotInLibrary(
        f"没有保存 {read.symbol} 的原文件（{read.source.name}）：它在开始保存原文件之前导入，"
        "或设置了不保存；请再导入一次这份文件。",
        f"The file of {read.symbol} ({read.source.name}) is not kept: it was ingested before files "
        "were, or they are set not to be. Ingest the file again.",
    )
