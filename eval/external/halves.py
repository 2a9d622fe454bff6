"""The two halves of questions: choices are made on the first and reported on the other."""

from __future__ import annotations

import hashlib


def in_first_half(identifier: str) -> bool:
    """Which half a question belongs to, by a hash of its id."""
    return hashlib.sha256(identifier.encode()).digest()[0] < 128
