"""Where the UN document system keeps a document, and which redirects may be followed."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Literal
from urllib.parse import quote

import httpx

from assistant.text.symbols import part_of
from assistant.types import Lang

Format = Literal["docx", "pdf"]

# Word first: its notes, numbers and bold are marked, not drawn.
FORMATS: tuple[Format, ...] = ("docx", "pdf")

_ACCESS = "/api/symbol/access"
_TRUSTED = "un.org"


def access_address(base: str, symbol: str, lang: Lang, form: Format) -> str:
    """The address that redirects to the file: ``…/api/symbol/access?s=A/RES/75/45&l=zh&t=pdf``."""
    return f"{base.rstrip('/')}{_ACCESS}?s={quote(symbol, safe='/()')}&l={lang}&t={form}"


def names_of(symbol: str) -> tuple[str, ...]:
    """What the system may call a document, to be tried in turn.

    A part may be a document of its own or stand in that of the whole, and in old symbols the
    part comes last: ``A/RES/217A(III)`` is there ``A/RES/217(III)A`` or in ``A/RES/217(III)``.
    """
    whole = part_of(symbol)
    if whole is None:
        return (symbol,)
    part = symbol.partition("(")[0][-1]
    return (f"{whole}{part}", whole)


def may_be_asked(address: str, base: str) -> bool:
    """Whether ``address`` is where documents may come from.

    The configured server itself, as it is configured; over HTTPS also any host under un.org.
    A server cannot send us elsewhere, least of all to an address of this machine or its network.
    """
    try:
        # As the client reads it: two readings of one address are how such guards are passed.
        asked, ours = httpx.URL(address), httpx.URL(base)
    except httpx.InvalidURL:
        return False
    if asked.userinfo:
        return False
    if (asked.scheme, asked.host, asked.port) == (ours.scheme, ours.host, ours.port):
        return True
    is_trusted = asked.host == _TRUSTED or asked.host.endswith(f".{_TRUSTED}")
    return asked.scheme == "https" and asked.port is None and is_trusted


def leads_inside(address: str, base: str) -> bool:
    """Whether the name of a host that others sent us to stands for an address of this machine or
    its network: a name under un.org may be made to, where its records were tampered with.

    The configured server itself may be inside, as mirrors are. What cannot be resolved leads
    nowhere; that is for the client to say, or for a proxy to know better.
    """
    asked = httpx.URL(address)
    if asked.host == httpx.URL(base).host:
        return False
    try:
        found = socket.getaddrinfo(asked.host, asked.port or 443, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return not all(_is_outside(ip_address(place[0])) for *_, place in found)


def _is_outside(address: IPv4Address | IPv6Address) -> bool:
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_global
