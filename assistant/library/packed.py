"""Many short strings kept as one: of 20 characters each takes 24 bytes instead of 80."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

_TOGETHER = 4_096  # strings that are joined at once


class Packed:
    """Strings that were added one after the other, by number. Not to be added to while read."""

    def __init__(self, strings: Iterable[str] = ()) -> None:
        """Those that are there from the beginning."""
        self._text = ""
        self._joined: list[str] = []
        self._fresh: list[str] = []
        self._ends = array("I", [0])  # so that all of them may have 4 billion characters
        for string in strings:
            self.add(string)

    @classmethod
    def of(cls, text: str, ends: array[int]) -> Packed:
        """Strings that stand joined already, each until one of ``ends``, the first of which is 0.
        Sealed."""
        made = cls()
        made._text, made._ends = text, ends
        return made

    def add(self, string: str) -> int:
        """Put a string behind the others; its number."""
        self._fresh.append(string)
        self._ends.append(self._ends[-1] + len(string))
        if len(self._fresh) == _TOGETHER:
            self._joined.append("".join(self._fresh))
            self._fresh.clear()
        return len(self._ends) - 2

    def sealed(self) -> Packed:
        """The same, when all are there: only then they may be read."""
        self._text = "".join((self._text, *self._joined, *self._fresh))
        self._joined.clear()
        self._fresh.clear()
        return self

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        return self._text[self._ends[number] : self._ends[number + 1]]

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(len(self)))
