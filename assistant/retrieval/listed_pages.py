"""A list that is all there, page by page. Its cursors hold as long as the library is what it was:
nothing is left out or comes twice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Final, TypeVar

from assistant.errors import InvalidFilter

T = TypeVar("T")

_PLACE: Final = re.compile(r"([1-9][0-9]{0,8})-([0-9a-f]{12})")


def page_of(
    whole: Sequence[T], edition: str, *, limit: int, cursor: str | None
) -> tuple[Sequence[T], str | None]:
    """A page of a list that is all there, and the cursor of the next. Raises InvalidFilter."""
    begin = 0 if cursor is None else _begin(cursor, edition)
    end = begin + limit
    return whole[begin:end], f"{end}-{_digest(edition)}" if end < len(whole) else None


def _begin(cursor: str, edition: str) -> int:
    found = _PLACE.fullmatch(cursor)
    if found is None or found[2] != _digest(edition):
        raise InvalidFilter(
            "cursor 无效，或文库在此期间有了变化；请从第一页重新开始。",
            "This cursor is none of ours, or the library has changed since; begin again with the "
            "first page.",
        )
    return int(found[1])


def _digest(edition: str) -> str:
    return hashlib.sha256(edition.encode()).hexdigest()[:12]
