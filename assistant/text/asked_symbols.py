"""Symbols as questions name them, where a resolution that wrote the same would mean another.

Readers leave 第 and 号 out, and what organ they name is the one they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.text.kinship import part_of, with_part
from assistant.text.symbol_forms import COUNCIL
from assistant.text.symbols import ORGAN_NAMES, SymbolMention, find_symbols
from assistant.types import Span


def find_asked_symbols(folded_question: str) -> tuple[SymbolMention, ...]:
    """Every symbol named in a folded question, in the order of its words.

    >>> [mention.symbol for mention in find_asked_symbols("2023/14请谁做什么")]
    ['E/RES/2023/14']
    >>> [mention.symbol for mention in find_asked_symbols("安理会第2023/14号决议")]
    ['S/RES/2023/14']
    """
    written = [
        _with_part_behind(_of_named_organ(one, folded_question), folded_question)
        for one in find_symbols(folded_question)
    ]
    bare = [
        one
        for one in _bare_of_a_year(folded_question)
        if not any(one.span.start < w.whole.end and w.whole.start < one.span.end for w in written)
    ]
    return tuple(sorted((*written, *bare), key=lambda mention: mention.whole.start))


_ORGAN = "|".join(sorted(ORGAN_NAMES, key=len, reverse=True))
_NAMED_ORGAN = re.compile(rf"(?i:(?:联合国)?(?P<organ>{_ORGAN}))")
# 关于加强经社理事会的第61/16号决议 is the Assembly's.
_IS_ABOUT = re.compile(r"(?:关于|有关|加强|改革|振兴|涉及|题为)[^,。;:?!]{0,12}$")
_ORGAN_OF = re.compile(r"(?P<organ>A/HRC|A|S|E)/(?:RES|DEC)/")


def _of_named_organ(mention: SymbolMention, text: str) -> SymbolMention:
    """A mention as the resolution of the organ named with it, which may have no such number."""
    named = _NAMED_ORGAN.match(mention.whole.of(text))
    organ = ORGAN_NAMES[named["organ"].lower()] if named else COUNCIL
    own = _ORGAN_OF.match(mention.symbol)
    if organ == COUNCIL or own is None or _IS_ABOUT.search(text[: mention.whole.start]):
        return mention
    return replace(mention, symbol=organ + mention.symbol[own.end("organ") :])


# 第99/88号决议A第3段, 51/242号决议 B部分: texts write the letter before 号.
_PART_BEHIND = re.compile(r"\s*(?P<part>[A-HJ-Z])(?:部分)?(?=\s*第|\s*的|\s|[,。;:?!]|$)")


def _with_part_behind(mention: SymbolMention, text: str) -> SymbolMention:
    """A mention with the part that a question names behind 决议."""
    behind = _PART_BEHIND.match(text, mention.whole.end)
    is_whole = mention.kind == "resolution" and part_of(mention.symbol) is None
    if behind is None or not is_whole or not mention.whole.of(text).endswith("决议"):
        return mention
    try:
        symbol = with_part(mention.symbol, behind["part"])
    except ValueError:  # of an organ whose resolutions have no parts
        return mention
    return replace(mention, symbol=symbol, whole=Span(mention.whole.start, behind.end()))


# The Economic and Social Council numbers by years since 1978.
_BARE_OF_A_YEAR = re.compile(
    r"(?<![\dA-Za-z/.\-])(?P<year>19[789]\d|20\d\d)/(?P<number>[1-9]\d{0,2})(?![\d/\-年月日财学])"
)


def _bare_of_a_year(text: str) -> Iterator[SymbolMention]:
    """2023/14 with nothing around it that says what it is; 2015/16 is two years."""
    for found in _BARE_OF_A_YEAR.finditer(text):
        if int(found["number"]) != (int(found["year"]) + 1) % 100:
            span = Span(*found.span())
            symbol = f"E/RES/{found.group()}"
            yield SymbolMention(span, symbol, "resolution", explicit=False, whole=span)
