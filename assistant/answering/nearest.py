"""What the library holds that comes nearest to what is missing: said, and to be asked next.

Every value is computed from the resolutions at hand: the bodies that are really asked, the verbs
really used, the sessions really named. Nothing is quoted, and nothing answers the question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.answering.near import MOST_NAMED, Holdings, Near
from assistant.answering.near_acts import near_act, near_bodies, near_deadline, near_verbs
from assistant.answering.near_holdings import (
    near_field,
    near_paragraph,
    near_place,
    near_reference,
    near_session,
    near_symbol,
)
from assistant.types import Found, Missing, Question, Resolution

__all__ = ["Near", "nearest"]


def nearest(
    question: Question,
    found: Found,
    held: tuple[str, ...],
    shown: Sequence[Resolution],
) -> tuple[Near, ...]:
    """For each gap what comes nearest to it, each said once; nothing where nothing is near."""
    library = Holdings(question, held, shown)
    said: dict[str, Near] = {}
    for gap in found.missing:
        finder = _FINDERS.get(gap.kind)
        for near in finder(gap, library) if finder else ():
            said.setdefault(near.text, near)
    if found.near is not None:
        near = near_paragraph(found.near, library)
        said.setdefault(near.text, near)
    return tuple(said.values())[:MOST_NAMED]


_FINDERS: dict[str, Callable[[Missing, Holdings], Iterator[Near]]] = {
    "symbol": near_symbol,
    "session": near_session,
    "place": near_place,
    "footnote": near_place,
    "addressee": near_bodies,
    "body": near_bodies,
    "verb": near_verbs,
    "act": near_act,
    "deadline": near_deadline,
    "attribute": near_field,
    "field": near_field,
    "reference": near_reference,
}
