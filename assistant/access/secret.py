"""The form of a key: ``ra_<id>_<secret>``, made here, shown once and kept as a digest.

The secret has 256 random bits. Guessing such a one is hopeless however fast a guess is checked, so
the digest is SHA-256, as it is: slow hashes and salts protect words that people choose, and would
cost each request 50 ms or more.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import Final

# Found by scanners for leaked secrets, and by people who wonder what a string is.
MARK: Final = "ra_"
_ID_BYTES: Final = 6
_SECRET_BYTES: Final = 32
_FORM: Final = re.compile(r"ra_([0-9a-f]{12})_[A-Za-z0-9_-]{43}")


def new_id() -> str:
    """A new key's public name: twelve hexadecimal digits."""
    return secrets.token_hex(_ID_BYTES)


def new_secret(key: str) -> str:
    """A whole new key for the id ``key``."""
    return f"{MARK}{key}_{secrets.token_urlsafe(_SECRET_BYTES)}"


def id_of(sent: str) -> str | None:
    """The id that stands in a key; None for what has not its form."""
    found = _FORM.fullmatch(sent)
    return found[1] if found else None


def digest_of(sent: str) -> str:
    """What of a key is kept. Any text has one."""
    return hashlib.sha256(sent.encode(errors="surrogatepass")).hexdigest()
