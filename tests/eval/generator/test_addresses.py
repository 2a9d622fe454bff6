"""Fictional symbols: none can be real, and each follows from its index."""

from __future__ import annotations

import re

import pytest

from assistant.text.symbols import parse_symbol
from eval.generator.addresses import FORMS, MOST, address_of, earlier, form_of, parts_of

FORM_NAMES = tuple(FORMS)
INDICES = (*range(200), 4_999, MOST - 1)


def is_fictional(symbol: str) -> bool:
    """Beyond every session that has sat, or numbered above the last old resolution, 3541(XXX)."""
    council = re.fullmatch(r"S/RES/(\d+)\((\d+)\)", symbol)
    if council:
        return int(council[1]) > 9_000 and int(council[2]) >= 2036
    rights = re.fullmatch(r"A/HRC/RES/(\d+)/\d+", symbol)
    if rights:
        return int(rights[1]) >= 91
    regular = re.fullmatch(r"A/(?:RES|DEC)/(\d+)/\d+[A-Q]?", symbol)
    if regular:
        return int(regular[1]) >= 91
    special = re.fullmatch(r"A/RES/(E?)S-(\d+)/\d+", symbol)
    if special:
        return int(special[2]) >= (21 if special[1] else 41)
    council = re.fullmatch(r"E/RES/(\d+)/\d+", symbol)
    if council:
        return int(council[1]) >= 2046
    old = re.fullmatch(r"A/RES/(\d+)\([XVI]+\)", symbol)
    return old is not None and int(old[1]) > 3541


@pytest.mark.parametrize("form", FORM_NAMES)
def test_no_symbol_can_be_a_real_one(form: str) -> None:
    for index in INDICES:
        assert is_fictional(address_of(7, index, form).symbol)  # type: ignore[arg-type]


def test_what_is_recalled_is_fictional_and_older() -> None:
    for index in range(120):
        form = form_of(7, index, FORM_NAMES)
        own = address_of(7, index, form)
        for nth in range(5):
            found = earlier(7, index, nth, own.date, FORM_NAMES)
            assert is_fictional(found.symbol)
            assert found.date < own.date


def test_symbols_are_different() -> None:
    symbols = [address_of(7, index, form_of(7, index, FORM_NAMES)).symbol for index in range(5_000)]
    assert len(set(symbols)) == 5_000


@pytest.mark.parametrize("form", FORM_NAMES)
def test_the_printed_number_reads_as_the_symbol(form: str) -> None:
    address = address_of(7, 33, form, 2 if form == "parts" else None)  # type: ignore[arg-type]
    assert parse_symbol(f"第{address.printed}号决议") == address.symbol
    if address.old:
        assert parse_symbol(f"第{address.old}号决议") == address.symbol


def test_resolutions_in_parts_have_two_to_seventeen_and_others_none() -> None:
    counts = {parts_of(7, index, "parts") for index in range(400)}
    assert min(counts) == 2
    assert max(counts) == 17
    assert parts_of(7, 3, "modern") == 0
