"""The one resolution that somebody means by a symbol. Where it means several, they are named."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.errors import NotInLibrary
from assistant.library.records import Records
from assistant.text.symbols import parse_symbol
from assistant.types import Lang, Paragraph, Resolution


def one_meant(records: Records, written: str) -> str:
    """The symbol held that ``written``, in any form, means. Raises NotInLibrary, with the names of
    its parts where it means several."""
    meant = records.meant_by(parse_symbol(written) or written)
    if len(meant) > 1:
        raise several_parts(written, meant)
    return meant[0]


def read_one(records: Records, written: str, version: Lang | None = None) -> Resolution:
    """The resolution that ``written`` means, as it leads or in its ``version``. Raises as
    ``one_meant`` does."""
    symbol = parse_symbol(written) or written
    try:
        return records.read(symbol, version)
    except NotInLibrary:
        # The names of all that is held are only needed here.
        meant = one_meant(records, written)
        if meant == symbol:  # held, but in another language
            raise
    return records.read(meant, version)


def several_parts(written: str, parts: Sequence[str]) -> NotInLibrary:
    """The error for a symbol under which there are only parts."""
    return NotInLibrary(
        f"{written} 有多个部分：{'、'.join(parts)}。请指明其中一份。",
        f"{written} has several parts: {', '.join(parts)}. Name one of them.",
    )


def paragraph_of(resolution: Resolution, place: str) -> Paragraph:
    """The paragraph of a resolution at a place. Raises NotInLibrary."""
    for paragraph in resolution.paragraphs:
        if paragraph.place == place:
            return paragraph
    raise NotInLibrary.at(resolution.symbol, place)
