"""The words above an item: 请各国： stands over (a), whose own have neither verb nor addressee.

Only the last act of what stands above leads to the items; what it says before belongs to no item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from assistant.text.places import parent
from assistant.types import Citation, Lang, Paragraph, Resolution

_CHINESE = re.compile("[㐀-鿿]")


def leads_of(
    citations: Iterable[Citation], read: Callable[[str, Lang], Resolution]
) -> dict[str, str]:
    """For every item cited, by key, the words above it in the citation's language."""
    found: dict[str, str] = {}
    for citation in citations:
        if "(" not in citation.paragraph:
            continue
        held = {p.key: p for p in read(citation.symbol, citation.lang).paragraphs}
        item = f"{citation.symbol}#{citation.paragraph}"
        if item in held and (words := lead(held[item], held)):
            found[item] = words
    return found


def lead(item: Paragraph, held: Mapping[str, Paragraph]) -> str:
    """The words above an item, the outermost first, as its own go on from them; empty for a
    paragraph of its own. ``held``: paragraphs by key."""
    words: list[str] = []
    place = parent(item.place) if "(" in item.place else None
    while place is not None:
        if above := held.get(f"{item.symbol}#{place}"):
            words.insert(0, _leading(above))
        place = parent(place) if "(" in place else None
    return "".join(words)


def _leading(above: Paragraph) -> str:
    """The last act of a paragraph to its end, or all of one that has none."""
    start = above.clauses[-1].span.start if above.clauses else 0
    words = above.text[start:]
    return words if _CHINESE.search(words) else f"{words} "
