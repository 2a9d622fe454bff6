"""Whether a fetched text is the one that was asked for, as far as it says."""

from __future__ import annotations

import logging

from assistant.errors import InvalidDocument
from assistant.fetching import failures
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.text.symbols import meant_by, part_of
from assistant.types import Lang, Resolution

_log = logging.getLogger(__name__)


def refuse_another(file: File, symbol: str, lang: Lang) -> None:
    """Raise NotFetched where the text prints another symbol, or is in another language.

    A text that prints none, or that cannot be read as a resolution, is let through: whether it
    belongs into the library is for ingestion to say.
    """
    resolutions = _read(file)
    printed = [one.symbol for one in resolutions if "symbol" not in one.inferred]
    # A document of all the parts answers for each of them, and a part for the whole.
    if printed and not meant_by(symbol, printed) and part_of(symbol) not in printed:
        raise failures.another_document("、".join(dict.fromkeys(printed)))
    if resolutions and all(one.lang != lang for one in resolutions):
        raise failures.another_language(resolutions[0].lang)


def _read(file: File) -> tuple[Resolution, ...]:
    try:
        return parse(read_document(file))
    except InvalidDocument:
        return ()
    except Exception:
        # Ingestion meets the same failure, and reports it.
        _log.exception("%s could not be checked", file.name)
        return ()
