"""The paragraphs that are like a question: both indexes asked, their rankings blended.

Whatever ranks by likeness goes through here: questions about content, the free search, and the
external sets of the evaluation.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.library.library import Library
from assistant.retrieval.fusion import blend
from assistant.text.counterparts import counterparts

# Paragraphs taken from each index, and the dense index's weight beside the lexical one's. See
# eval/ablations.md.
POOL = 100
DENSE = 0.6
COUNTERPARTS = 0.3  # the lexical index's weight where it is asked with counterparts
_AGREED = 3

_CHINESE = re.compile("[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Paragraphs by how much they are like a question, best first."""

    scores: dict[str, float]  # key → 0 … 1
    agreed: frozenset[str]  # among the best three of every index asked with the words themselves


def likeness(words: str, library: Library, keys: Collection[str] | None = None) -> Likeness:
    """How much paragraphs (of ``keys`` alone, where given) are like the folded ``words``.

    Words without Chinese have nothing to find in the lexical index of Chinese texts: it is asked
    with their counterparts, where tables know any, and counts for less.
    """
    dense = library.dense.search(words, POOL, keys)
    tops = [{key for key, _ in dense[:_AGREED]}]
    if is_chinese(words):
        lexical = library.lexical.search(words, POOL, keys)
        tops.append({key for key, _ in lexical[:_AGREED]})
        blended = blend((DENSE, dense), (1 - DENSE, lexical))
    else:
        lexical = library.lexical.search(counterparts(words), POOL, keys)
        blended = blend((1 - COUNTERPARTS, dense), (COUNTERPARTS, lexical))
    return Likeness(dict(blended), frozenset(set.intersection(*tops)))


def is_chinese(words: str) -> bool:
    """Whether there is Chinese among the words; a question has symbols and names beside it."""
    return _CHINESE.search(words) is not None
