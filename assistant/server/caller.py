"""Who sends a request: an address, and the key that came with it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Final

from starlette.types import Scope

from assistant.access import KnownKey

_NOBODY: Final = "-"
_UNKNOWN: Final = "?"  # a Unix socket has no address


@dataclass(frozen=True, slots=True)
class Caller:
    """``wrong``: a key was sent, and it is none that holds."""

    address: str
    key: KnownKey | None = None
    wrong: bool = False

    @property
    def who(self) -> str:
        """The key's id; ``-`` for one without."""
        return self.key.id if self.key else _NOBODY

    @property
    def counted_as(self) -> str:
        """Who shares an allowance: the users of a key, else those of an address. Whoever has an
        IPv6 address has the 2⁶⁴ beside it too (RFC 6177)."""
        if self.key is not None:
            return f"key:{self.key.id}"
        try:
            address = ip_address(self.address)
        except ValueError:
            return self.address
        if isinstance(address, IPv6Address):
            if address.ipv4_mapped is not None:
                return str(address.ipv4_mapped)
            return str(IPv6Address(int(address) >> 64 << 64))
        return str(address)


def caller_of(scope: Scope) -> Caller:
    """Who sends the request of an ASGI scope, as ``Gate`` found out."""
    caller: Caller = scope["state"]["caller"]
    return caller


def address_of(scope: Scope) -> str:
    """The address of whoever is connected, or of whom a trusted proxy speaks for."""
    client = scope.get("client")
    return client[0] if client else _UNKNOWN
