"""Of many acts, those whose paragraphs may have certain words: the index proposes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from assistant.library.act_table import FoundActs
from assistant.library.index import OPEN
from assistant.library.lookups import Found as ActKeys
from assistant.retrieval.ask import Ask
from assistant.retrieval.holding import tokens_in
from assistant.text.places import parent, plain

if TYPE_CHECKING:
    from assistant.library.having import Rows

_RUNS = re.compile(r"[a-z]+|[0-9]+")


def proposed(
    ask: Ask, keys: Sequence[ActKeys], words: Iterable[str], *, most: int | None = None
) -> Sequence[ActKeys]:
    """Acts among which are all whose paragraphs, or the items below them, have any of ``words`` in
    their folded texts; those of so many paragraphs where ``most`` is given."""
    found = places(ask, keys, words, most=most)
    return keys if found is None else at(keys, found)


def places(
    ask: Ask, keys: Sequence[ActKeys], words: Iterable[str], *, most: int | None = None
) -> Rows | None:
    """Where these acts stand among ``keys``; None where no index can tell."""
    import numpy as np

    names = _having(ask, words, most)
    if names is None:
        return None
    if isinstance(keys, FoundActs):
        return keys.positions(names)
    there = set(names)
    return np.array([n for n, one in enumerate(keys) if plain(one.key) in there], dtype=np.int32)


def at(keys: Sequence[ActKeys], found: Rows) -> Sequence[ActKeys]:
    """The acts at some places of ``keys``."""
    if isinstance(keys, FoundActs):
        return keys.at(found)
    return [keys[n] for n in found.tolist()]


def _having(ask: Ask, words: Iterable[str], most: int | None) -> list[str] | None:
    """The keys, made ``plain``, of the paragraphs that may have any of ``words``, and of those that
    lead to them; None where no index can tell."""
    groups = [tokens_in(word) or _open_tokens(word) for word in words]
    if ask.having is None or not all(groups):
        return None
    there = [plain(key) if "~" in key else key for key in ask.having(groups, most)]
    return [*there, *{lead for key in there if "(" in key for lead in _above(key)}]


def _open_tokens(word: str) -> tuple[str, ...]:
    """Of a word without Chinese the index tokens, open where the word ends: *63/102* stands in
    2063/1025."""
    word = word.lower()
    return tuple(
        f"{OPEN * (run.start() == 0)}{run[0]}{OPEN * (run.end() == len(word))}"
        for run in _RUNS.finditer(word)
    )


def _above(key: str) -> Iterable[str]:
    symbol, _, place = key.partition("#")
    above = parent(place)
    while above is not None:
        yield f"{symbol}#{above}"
        above = parent(above)
