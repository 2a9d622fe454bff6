"""A question brought to the words that the rules know, before anything is read out of it.

Slips are put right, English words within Chinese ones translated, relative sessions numbered. What
was read as what goes with the question, for its reader to check.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - as in ``types``

from assistant.questions.mixed import in_chinese
from assistant.questions.relative_sessions import base_of, find_relative, speaks_of_sessions
from assistant.questions.spelling import correct
from assistant.types import Correction, Lang, SaidSession, Summary


@dataclass(frozen=True, slots=True)
class Numbered:
    """A folded question whose relative sessions are numbered, and what each was taken for."""

    text: str
    said: tuple[SaidSession, ...] = ()


# Years of adoption; when something is due this year is told by ``due``.
_YEAR = re.compile(
    r"(?P<zh>今年|去年|前年)(?=(?:所|里|内|中)?(?:通过|的?(?:那份|那些|各项|所有|哪些)?(?:联大|大会)?决议|(?:联大|大会)(?:所)?通过))"
    r"|(?P<before>\b(?:adopted|passed) (?:in |during )?)(?P<en>this year|last year)\b",
    re.IGNORECASE,
)
_AGO = {"今年": 0, "去年": 1, "前年": 2, "this year": 0, "last year": 1}


def respelt(
    folded: str, lang: Lang, in_texts: Callable[[str], bool], today: Date
) -> tuple[str, tuple[Correction, ...]]:
    """A folded question with its slips put right, in one language, its years numbered."""
    right, corrections = correct(folded, lang, in_texts)
    right = in_chinese(right) if lang == "zh" else right
    if year := _YEAR.search(right):
        said = year["zh"] or year["en"]
        number = today.year - _AGO[said.lower()]
        written = f"{number}年" if year["zh"] else f"{year['before'].rstrip()} in {number}"
        written = written.replace(" in in ", " in ").replace(" during in ", " in ")
        right = right[: year.start()] + written + right[year.end() :]
        read = f"{number}年" if year["zh"] else str(number)
        corrections = (*corrections, Correction(said, read, "date"))
    return right, corrections


def numbered(
    folded: str,
    lang: Lang,
    catalogue: tuple[Summary, ...],
    spoken_of: tuple[str, ...] = (),
    session: int | None = None,
) -> Numbered:
    """A folded question in which every relative session is numbered. ``spoken_of`` are the
    resolutions that the conversation is about, ``session`` the session."""
    if not speaks_of_sessions(folded):
        return Numbered(folded)
    newest = max((s.session for s in catalogue if s.session is not None), default=None)
    base = base_of(folded, spoken_of, session, newest)
    return Numbered(*find_relative(folded, base, newest, lang))
