"""Which addresses are on this machine."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError


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


def web_address(value: str | None) -> str | None:
    """``value``, where it is an address to ask over HTTP or none. Raises for a validator."""
    parts = urlsplit(value or "http://localhost")
    # A name or password in an address would be shown wherever the address is.
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise PydanticCustomError("url", "an address like http://127.0.0.1:8080/v1")
    return value
