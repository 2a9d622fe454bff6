"""Which paragraphs hold certain words: the index proposes, the text decides.

Reading 5,000 resolutions takes seconds, so that of a large library only those paragraphs are read
that have the words' index tokens. A few resolutions are read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import product

from assistant.retrieval.ask import Ask, resolutions
from assistant.text.bodies import spellings
from assistant.text.normalise import fold
from assistant.text.tokens import index_tokens
from assistant.types import Paragraph

_READ_WHOLE = 3  # resolutions
_FIRST = 50  # paragraphs looked at before all are
_MOST_GROUPS = 64
_HAN_RUN = re.compile(r"[㐀-鿿]+")


def stands_in(ask: Ask, words: Collection[str]) -> bool:
    """Whether any of ``words`` stands, as it is printed, in what is looked in."""
    groups = [tokens_in(word) for word in words]
    if ask.having is None or len(ask.symbols) <= _READ_WHOLE or not all(groups):
        texts = (p.text for resolution in resolutions(ask) for p in resolution.paragraphs)
        return any(word in text for text in texts for word in words)
    looked_in = frozenset(ask.symbols)
    for most in (_FIRST, None):
        keys = _among(ask.having(groups, most), ask, looked_in)
        if any(word in one.text for one in ask.records.wordings.of(keys) for word in words):
            return True
    headings = ask.records.wordings.headings()
    return any(word in one.text for one in headings if one.symbol in looked_in for word in words)


def paragraphs_with(
    ask: Ask, wanted: Sequence[Collection[str]], holds: Callable[[str], bool]
) -> Iterator[Paragraph]:
    """The paragraphs looked in whose texts ``holds`` finds right, in document order. It is to find
    none right that does not have, folded, a word of each of ``wanted``."""
    groups = _groups(wanted)
    if ask.having is None or len(ask.symbols) <= _READ_WHOLE or not groups:
        for resolution in resolutions(ask):
            yield from (p for p in resolution.paragraphs if holds(p.text))
        return
    looked_in = frozenset(ask.symbols)
    wordings = ask.records.wordings
    headings = (one for one in wordings.headings() if one.symbol in looked_in)
    proposed = (*wordings.of(_among(ask.having(groups), ask, looked_in)), *headings)
    holding = sorted((one for one in proposed if holds(one.text)), key=lambda one: one.order)
    yield from ask.records.paragraphs([one.key for one in holding])


def paragraphs_naming(ask: Ask, bodies: Collection[str]) -> Iterator[Paragraph]:
    """The paragraphs looked in that may name any of ``bodies``, in document order."""
    words = [spelling for body in bodies for spelling in spellings(body)]
    in_chinese = ask.having is not None and all(
        ask.catalogue.by_symbol[symbol].lang == "zh" for symbol in ask.symbols
    )

    def names(text: str) -> bool:
        folded = fold(text).text
        return not in_chinese or any(word in folded for word in words)

    yield from paragraphs_with(ask, [words] if in_chinese else [], names)


def _among(keys: Iterable[str], ask: Ask, looked_in: frozenset[str]) -> list[str]:
    if ask.everywhere:
        return list(keys)
    return [key for key in keys if key.partition("#")[0] in looked_in]


def _groups(wanted: Sequence[Collection[str]]) -> list[frozenset[str]]:
    """The sets of index tokens of which a paragraph has all of one; empty where none is sure."""
    choices: list[list[tuple[str, ...]]] = []
    count = 1
    for words in wanted:
        tokens = [tokens_in(word) for word in words]
        if all(tokens) and tokens and count * len(tokens) <= _MOST_GROUPS:
            choices.append(tokens)
            count *= len(tokens)
    if not choices:
        return []
    return list({frozenset().union(*group) for group in product(*choices)})


def tokens_in(word: str) -> tuple[str, ...]:
    """Index tokens that every text has in which a word stands: of its Chinese alone, because a
    part of an English word or a number is no token."""
    runs = _HAN_RUN.findall(word)
    tokens = [t for run in runs for t in index_tokens(run) if len(run) == 1 or len(t) == 2]
    return tuple(dict.fromkeys(tokens))
