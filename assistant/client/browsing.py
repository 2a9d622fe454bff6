"""The server's library looked through and read, without a question."""

from __future__ import annotations

import hashlib

from assistant.client.files import media_type, saved_as
from assistant.client.transport import Transport, path_of
from assistant.client.writing import listing_parameters, mandate_filters
from assistant.types import (
    Around,
    Lang,
    Listing,
    ListingQuery,
    MandateFacets,
    MandateQuery,
    SourceFile,
)


class Browsing:
    """As ``Assistant.browsing``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def listing(
        self, query: ListingQuery, *, limit: int = 20, cursor: str | None = None, lang: Lang = "zh"
    ) -> Listing:
        """The resolutions asked for, one page of at most 100."""
        page = {"limit": limit, "cursor": cursor, "lang": lang}
        return self._transport.get("/library", Listing, listing_parameters(query) | page)

    def around(self, symbol: str, version: Lang | None = None, *, lang: Lang = "zh") -> Around:
        """What lies around a version of a resolution. Raises NotInLibrary."""
        path = f"/resolutions/{path_of(symbol)}/around"
        return self._transport.get(path, Around, {"version": version, "lang": lang})

    def mandate_facets(self, query: MandateQuery, *, lang: Lang = "zh") -> MandateFacets:
        """What mandates can be narrowed by."""
        params = mandate_filters(query) | {"lang": lang}
        return self._transport.get("/mandates/facets", MandateFacets, params)

    def source(self, symbol: str, version: Lang | None = None) -> SourceFile:
        """The file it was read from, byte for byte. Raises NotInLibrary."""
        path = f"/resolutions/{path_of(symbol)}/source"
        file = self._transport.send("GET", path, params={"version": version})
        sha256 = hashlib.sha256(file.content).hexdigest()
        return SourceFile(saved_as(file), media_type(file), sha256, file.content)
