"""What was asked for, as canonical symbols: single ones, lists and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.fetching.failures import InvalidSymbol
from assistant.text.normalise import fold
from assistant.text.symbols import parse_symbol

# More than any session has adopted; a slip of the finger must not become a crawl.
LONGEST_RANGE = 500

_LIST = re.compile(r"[,、;\n]")
_RANGE = re.compile(
    r"(?P<head>(?:.*?\D)??)(?P<first>\d+)\s*(?:\.{2,3}|至|到)\s*(?P<last>\d+)(?P<tail>.*)"
)


def wanted_symbols(written: Iterable[str]) -> tuple[str, ...]:
    """The symbols of what was written, each once, in the order first named.

    Each text is a symbol in any written form (``A/RES/75/45``, ``75/45``, ``第75/45号决议``), a
    range ``A/RES/75/1..45``, or a list of these with commas. Raises InvalidSymbol, naming the
    part that is none.
    """
    parts = [part.strip() for text in written for part in _LIST.split(fold(text).text)]
    found = [symbol for part in parts if part for symbol in _symbols(part)]
    if not found:
        raise InvalidSymbol(
            "没有给出文号。请这样写：A/RES/75/45", "no symbol was given; write A/RES/75/45"
        )
    return tuple(dict.fromkeys(found))


def _symbols(part: str) -> tuple[str, ...]:
    symbol = parse_symbol(part)
    if symbol is not None:
        return (symbol,)
    found = _RANGE.fullmatch(part)
    if found is None:
        raise _no_symbol(part)
    first, last = int(found["first"][:9]), int(found["last"][:9])
    if not 0 < first <= last < first + LONGEST_RANGE:
        raise InvalidSymbol(
            f"范围 {part} 不对：要从小到大，一次最多 {LONGEST_RANGE} 份",
            f"the range {part} is wrong: from low to high, {LONGEST_RANGE} documents at most",
        )
    symbols = (
        parse_symbol(f"{found['head']}{number}{found['tail']}") for number in range(first, last + 1)
    )
    known = tuple(symbol for symbol in symbols if symbol is not None)
    if len(known) != last - first + 1:
        raise _no_symbol(part)
    return known


def _no_symbol(part: str) -> InvalidSymbol:
    return InvalidSymbol(
        f"看不懂文号“{part}”。请这样写：A/RES/75/45、75/45 或 A/RES/75/1..45",
        f"“{part}” is no symbol; write A/RES/75/45, 75/45 or A/RES/75/1..45",
    )
