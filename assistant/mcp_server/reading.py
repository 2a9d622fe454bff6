"""A resolution or a paragraph of it, by whatever it is called."""

from __future__ import annotations

from assistant.errors import NotInLibrary
from assistant.mcp_server.results import ReadResolution
from assistant.mcp_server.seam import Library
from assistant.text import places
from assistant.types import Lang, Paragraph, Resolution

SCHEME = "resolution://"
_SHOWN = 40  # places that a refusal lists


def read(
    library: Library, symbol: str, place: str | None = None, version: Lang | None = None
) -> ReadResolution:
    """All of a resolution, or a paragraph with its items. ``symbol`` may name both, as in
    ``A/RES/75/45#OP13``. Raises NotInLibrary, with what there is in its place."""
    symbol, _, named = symbol.partition("#")
    place = place or named or None
    resolution = library.read(symbol.strip(), version)
    if place is None:
        return ReadResolution.of(resolution, resolution.paragraphs)
    return ReadResolution.of(resolution, _at(resolution, place.strip()))


def uri_of(symbol: str, place: str | None = None) -> str:
    """The address of a resource: ``resolution://A/RES/75/45#OP13``."""
    return f"{SCHEME}{symbol}#{place}" if place else f"{SCHEME}{symbol}"


def read_uri(library: Library, uri: str) -> ReadResolution:
    """What a resource's address names; what stands for a host in it may come in small letters.
    Raises NotInLibrary."""
    scheme, written = uri[: len(SCHEME)], uri[len(SCHEME) :]
    if scheme.lower() != SCHEME or not written:
        raise NotInLibrary(
            f"地址应写作 {uri_of('A/RES/75/45', 'OP13')}。",
            f"An address is written like {uri_of('A/RES/75/45', 'OP13')}.",
        )
    return read(library, written.lstrip("/"))


def _at(resolution: Resolution, place: str) -> tuple[Paragraph, ...]:
    wanted = places.plain(place).casefold()
    found = tuple(
        one
        for one in resolution.paragraphs
        if places.covers(wanted, places.plain(one.place).casefold())
    )
    if found:
        return found
    there = [one.place for one in resolution.paragraphs if "(" not in one.place]
    more = " …" if len(there) > _SHOWN else ""
    listed = ", ".join(there[:_SHOWN]) + more
    raise NotInLibrary(
        f"{resolution.symbol} 中没有 {place}；有：{listed}。",
        f"{resolution.symbol} has no {place}; there are: {listed}.",
    )
