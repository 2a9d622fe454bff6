"""Whether a fetched text is the one that was asked for, as far as it says."""

from __future__ import annotations

from assistant.fetching import failures
from assistant.library.reader import Outcome
from assistant.text.symbols import meant_by, part_of
from assistant.types import Lang


def refuse_another(read: Outcome, symbol: str, lang: Lang) -> None:
    """Raise NotFetched where the text prints another symbol, or is in another language.

    A text that prints none, or that could not be read as a resolution, is let through: whether it
    belongs into the library is for ingestion to say.
    """
    if not isinstance(read, tuple):
        return
    printed = [one.symbol for one in read if "symbol" not in one.inferred]
    # A document of all the parts answers for each of them, and a part for the whole.
    if printed and not meant_by(symbol, printed) and part_of(symbol) not in printed:
        raise failures.another_document("、".join(dict.fromkeys(printed)))
    if read and all(one.lang != lang for one in read):
        raise failures.another_language(read[0].lang)
