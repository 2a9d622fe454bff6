"""Parts of a resolution, which are resolutions of their own: A/RES/51/942A, A/RES/217B(III)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PART = re.compile(r"(?<=\d)[A-Z](?=\(|$)")


def whole_of(symbol: str) -> str:
    """The symbol without the letter of its part: ``A/RES/51/942B`` → ``A/RES/51/942``."""
    return _PART.sub("", symbol)


def meant_by(symbol: str, held: Iterable[str]) -> tuple[str, ...]:
    """Which of the symbols ``held`` a symbol means: itself, or else all its parts, in order."""
    among = tuple(held)
    return (symbol,) if symbol in among else tuple(s for s in among if whole_of(s) == symbol)
