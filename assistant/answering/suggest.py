"""Questions that can be asked next, and that the library answers."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.phrases import body_name
from assistant.types import Lang, Question, Resolution

MOST = 3


def suggestions(
    question: Question, resolutions: Sequence[Resolution], lang: Lang
) -> tuple[str, ...]:
    """Up to three questions about ``resolutions`` that differ from the one asked."""
    made = [text for resolution in resolutions for text in _about(resolution, question, lang)]
    fresh = [text for text in dict.fromkeys(made) if text != question.text.strip()]
    return tuple(fresh[:MOST])


def _about(resolution: Resolution, question: Question, lang: Lang) -> list[str]:
    short = resolution.symbol.removeprefix("A/RES/")
    acts = [clause for paragraph in resolution.paragraphs for clause in paragraph.clauses]
    addressed = [
        e.name for clause in acts for e in clause.addressees if clause.family == "directive"
    ]
    asked = set(question.addressees)
    bodies = [name for name in dict.fromkeys(addressed) if name not in asked]
    decides = any(clause.verb == "决定" for clause in acts) and "决定" not in question.verbs
    if lang == "en":
        made = [f"What does resolution {short} ask of {body_name(b, lang)}?" for b in bodies[:1]]
        made += [f"What does resolution {short} decide?"] if decides else []
        return (
            made
            if question.attribute == "date"
            else [*made, f"When was resolution {short} adopted?"]
        )
    made = [f"第{short}号决议对{body}有什么要求？" for body in bodies[:1]]
    made += [f"第{short}号决议作出了哪些决定？"] if decides else []
    return made if question.attribute == "date" else [*made, f"第{short}号决议是什么时候通过的？"]
