"""Which rows of a table in memory have what: sets of rows by field and value, combined as masks."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.int32]
    Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Having:
    """The rows that have a value in a field, of ``size`` rows; a row may have many."""

    size: int
    rows: Mapping[tuple[str, Hashable], Rows]

    @classmethod
    def of(cls, size: int, rows: Mapping[tuple[str, Hashable], list[int]]) -> Having:
        """The same from lists of rows."""
        import numpy as np

        return cls(size, {name: np.array(at, dtype=np.int32) for name, at in rows.items()})

    @cached_property
    def values(self) -> Mapping[str, tuple[Hashable, ...]]:
        """The values that any row has, by field."""
        found: dict[str, list[Hashable]] = {}
        for field, value in self.rows:
            found.setdefault(field, []).append(value)
        return {field: tuple(values) for field, values in found.items()}

    def everything(self) -> Mask:
        """The mask of all rows, to be narrowed."""
        import numpy as np

        return np.ones(self.size, dtype=bool)

    def any_of(self, field: str, wanted: Iterable[Hashable]) -> Mask:
        """The mask of the rows that have any of ``wanted``."""
        import numpy as np

        mask = np.zeros(self.size, dtype=bool)
        for value in wanted:
            rows = self.rows.get((field, value))
            if rows is not None:  # no index at all would mean every row
                mask[rows] = True
        return mask

    def counted(self, field: str, among: Mask) -> dict[Hashable, int]:
        """How many rows of the mask have each value of a field; values that none has are left
        out."""
        counts = {v: int(among[self.rows[field, v]].sum()) for v in self.values.get(field, ())}
        return {value: count for value, count in counts.items() if count}
