"""The language in which several resolutions can be held against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from assistant.library.records import Records
from assistant.types import Lang, Resolution

_IN_ORDER: Final[tuple[Lang, ...]] = ("zh", "en")  # people ask in Chinese


def common_language(records: Records, symbols: Iterable[str], preferred: Lang) -> Lang | None:
    """A language in which all of these, as they are held, are there: ``preferred``, if it is one;
    None where no language has them all."""
    held = records.summaries().by_symbol
    langs = [held[symbol].langs if symbol in held else () for symbol in symbols]
    wanted = (preferred, *_IN_ORDER)
    return next((lang for lang in wanted if all(lang in of_one for of_one in langs)), None)


def in_common_language(
    records: Records,
    symbols: Iterable[str],
    read: Callable[[str], Resolution],
    preferred: Lang,
) -> Callable[[str], Resolution]:
    """``read``, but in the common language of ``symbols``; as they lead where there is none."""
    lang = common_language(records, symbols, preferred)
    return read if lang is None else in_language(records, read, lang)


def in_language(
    records: Records, read: Callable[[str], Resolution], lang: Lang
) -> Callable[[str], Resolution]:
    """``read``, but in ``lang`` what leads in another; raises NotInLibrary where it is not held."""

    @cache
    def read_in(symbol: str) -> Resolution:
        leading = read(symbol)
        return leading if leading.lang == lang else records.read(symbol, lang)

    return read_in
