"""Which addresses are on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

_THIS_MACHINE: Final = ("127.0.0.1", "localhost", "::1")
_ANY_ADDRESS: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared, not bound


def is_this_machine(host: str | None) -> bool:
    """Whether a host is the machine itself: ``localhost``, or an address of the loopback."""
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def leaves_the_machine(url: str | None) -> str | None:
    """The host of an address that is not this machine; None where there is none."""
    host = urlsplit(url or "").hostname
    return None if host is None or is_this_machine(host) else host


def reached_as(host: str, public_url: str | None, others: Sequence[str]) -> frozenset[str] | None:
    """The names that a server is asked by, without ports and brackets, in lower case: this
    machine's, its own and ``others``. None: any name."""
    if "*" in others:
        return None
    own = () if host in _ANY_ADDRESS else (host,)
    public = urlsplit(public_url or "").hostname
    named = (*_THIS_MACHINE, *own, *((public,) if public else ()), *others)
    return frozenset(one.strip("[]").lower() for one in named)


def web_address(value: str | None) -> str | None:
    """``value``, where it is an address to ask over HTTP or none. Raises for a validator."""
    parts = urlsplit(value or "http://localhost")
    # A name or password in an address would be shown wherever the address is.
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise PydanticCustomError("url", "an address like http://127.0.0.1:8080/v1")
    return value
