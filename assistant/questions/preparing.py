"""A question brought to the words that the rules know, before anything is read out of it.

Slips are put right, English words within Chinese ones translated, relative sessions numbered. What
was read as what goes with the question, for its reader to check.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.questions.mixed import in_chinese
from assistant.questions.relative_sessions import base_of, find_relative, speaks_of_sessions
from assistant.questions.spelling import correct
from assistant.types import Correction, Lang, SaidSession, Summary


@dataclass(frozen=True, slots=True)
class Numbered:
    """A folded question whose relative sessions are numbered, and what each was taken for."""

    text: str
    said: tuple[SaidSession, ...] = ()


def respelt(
    folded: str, lang: Lang, in_texts: Callable[[str], bool]
) -> tuple[str, tuple[Correction, ...]]:
    """A folded question with its slips put right and in one language."""
    right, corrections = correct(folded, lang, in_texts)
    return in_chinese(right) if lang == "zh" else right, corrections


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
