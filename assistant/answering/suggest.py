"""Questions that can be asked next, and that the library answers."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answering.phrases import body_name
from assistant.text.labels import label, place_label
from assistant.types import Lang, Question, Resolution

MOST = 3


def suggestions(
    question: Question, resolutions: Iterable[Resolution], lang: Lang
) -> tuple[str, ...]:
    """Up to three questions about ``resolutions`` that differ from the one asked. No more of them
    are looked at than it takes."""
    fresh: dict[str, None] = {}
    for resolution in resolutions:
        made = _about(resolution, question, lang)
        fresh.update((text, None) for text in made if text != question.text.strip())
        if len(fresh) >= MOST:
            break
    return tuple(fresh)[:MOST]


def which_one(question: Question, resolution: Resolution) -> str:
    """A question that asks the same of one resolution: 第75/45号决议执行部分第13段写了什么？"""
    name = label(resolution.symbol, question.lang)
    place = place_label(question.places[0], question.lang) if question.places else ""
    if question.lang == "en":
        return f"What does {name}, {place}, say?" if place else f"What is {name} about?"
    return f"{name}{place}写了什么？" if place else f"{name}讲什么？"


def _about(resolution: Resolution, question: Question, lang: Lang) -> list[str]:
    name = label(resolution.symbol, lang)
    acts = [clause for paragraph in resolution.paragraphs for clause in paragraph.clauses]
    addressed = [
        e.name for clause in acts for e in clause.addressees if clause.family == "directive"
    ]
    asked = set(question.addressees)
    bodies = [body for body in dict.fromkeys(addressed) if body not in asked]
    decides = any(clause.verb == "决定" for clause in acts) and "决定" not in question.verbs
    dated = "date" in resolution.masthead and question.attribute != "date"
    if lang == "en":
        made = [f"What does {name} ask of {body_name(body, lang)}?" for body in bodies[:1]]
        made += [f"What does {name} decide?"] if decides else []
        return [*made, f"When was {name} adopted?"] if dated else made
    made = [f"{name}对{body}有什么要求？" for body in bodies[:1]]
    made += [f"{name}作出了哪些决定？"] if decides else []
    return [*made, f"{name}是什么时候通过的？"] if dated else made
