"""JSON of the API as the frozen types of the library."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


def read(kind: type[T], data: bytes) -> T:
    """``data`` as a ``kind``. Fields that a later server adds are left out. Raises ValueError for
    what is none."""
    which: Any = kind  # a type that may be no class: tuple[Summary, ...]
    found: T = _adapter(which).validate_json(data)
    return found


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - see above
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
