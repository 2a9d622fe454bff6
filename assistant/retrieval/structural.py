"""Structure before similarity: the look-up that answers each intent."""

from __future__ import annotations

from collections.abc import Callable

from assistant.retrieval.acts import acts
from assistant.retrieval.ask import Ask
from assistant.retrieval.deadlines import deadlines
from assistant.retrieval.masthead import counted, library, masthead, overview
from assistant.retrieval.places import paragraphs
from assistant.retrieval.references import footnotes, mentioned_by, references, series
from assistant.types import Found, Intent

LOOK_UPS: dict[Intent, Callable[[Ask], Found]] = {
    "paragraph": paragraphs,
    "acts": acts,
    "masthead": masthead,
    "count": counted,
    "footnotes": footnotes,
    "references": references,
    "mentioned_by": mentioned_by,
    "series": series,
    "deadlines": deadlines,
    "overview": overview,
    "library": library,
}
