"""The closed list's sentences about what the resolutions of a series say of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.text.normalise import fold
from assistant.text.symbols import session_of
from assistant.types import Citation

VERSION_PHRASES: dict[str, tuple[str, str]] = {
    "differ": (
        "同一系列的决议对此所说不同，以下引{n}份，最新的在前：",
        "Resolutions of the series differ on this; the newest stands first: {n}.",
    ),
    "said_alike": (
        "同一系列中，较早的决议所说相同的有{n}份。",
        "Earlier resolutions of the series that say the same: {n}.",
    ),
    "said_before": (
        "同一系列中，较早的决议同样写明“{term}”的有{n}份。",
        "Earlier resolutions of the series that also say “{term}”: {n}.",
    ),
}  # fmt: skip


_TOLD = re.compile("“([^“”]+)”")


def says_of_versions(name: str) -> bool:
    """Whether a sentence of the list tells what the resolutions of a series say."""
    return name in VERSION_PHRASES


def version_faults(
    name: str, text: str, stated: int | None, cited: Sequence[Citation]
) -> Iterator[str]:
    """What is wrong with such a sentence: the number, the order, words that one does not have."""
    symbols = list(dict.fromkeys(citation.symbol for citation in cited))
    if stated != len(symbols) or len(symbols) != len(cited):
        yield f"says {stated} resolutions and cites {len(cited)} paragraphs of {len(symbols)}"
    if name == "differ":
        sessions = [session for symbol in symbols if (session := session_of(symbol)) is not None]
        if sessions != sorted(sessions, reverse=True):
            yield "says the newest first, and another is"
        if len(symbols) == 1:
            yield "says that one resolution differs"
    words = [fold(told).text for told in _TOLD.findall(text)]
    for citation in cited:
        if not all(told in fold(citation.text).text for told in words):
            yield f"{citation.symbol} does not say {'、'.join(words)}"
