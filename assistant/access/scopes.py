"""What a key is good for."""

from __future__ import annotations

from typing import Final

from assistant.types import KeyScope

# Each contains those before it.
SCOPES: Final[tuple[KeyScope, ...]] = ("read", "write", "admin")


def covers(held: KeyScope, wanted: KeyScope) -> bool:
    """Whether a key of scope ``held`` may do what asks for ``wanted``."""
    return SCOPES.index(held) >= SCOPES.index(wanted)
