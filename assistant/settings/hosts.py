"""Which addresses are on this machine."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit


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
