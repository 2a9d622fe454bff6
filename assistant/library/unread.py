"""Resolutions that are not read before somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from assistant.types import Resolution


class Unread(Sequence[Resolution]):
    """Resolutions that are read when they are looked at: most suggestions come of the first."""

    def __init__(self, symbols: Sequence[str], read: Callable[[str], Resolution]) -> None:
        self._symbols = symbols
        self._read = read

    def __len__(self) -> int:
        return len(self._symbols)

    @overload
    def __getitem__(self, at: int) -> Resolution: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Resolution]: ...
    def __getitem__(self, at: int | slice) -> Resolution | Sequence[Resolution]:
        if isinstance(at, slice):
            return Unread(self._symbols[at], self._read)
        return self._read(self._symbols[at])
