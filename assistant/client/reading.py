"""JSON of the API as the frozen types of the library."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


def read(kind: type[T], data: bytes) -> T:
    """``data`` as a ``kind``. Fields that a later server adds are left out. Raises ValueError for
    what is none."""
    found: T = _adapter(kind).validate_json(data)
    return found


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
