"""Several masthead values asked for at once: 是谁提出的、什么时候通过的."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.questions.cues import find_absent_attribute, find_attribute
from assistant.types import Question

_STOP = re.compile(r"[,，、;；?？。!！]|以及|还有|和|跟|及|\band\b")
_NOTHING = re.compile(r"[\W\d_]*(?:第|号|决议|是|的|请问|这份|该|它)*[\W\d_]*(?:号?决议)?")


def several_values(question: Question) -> Question:
    """The question with every masthead value that it asks for, each in a piece of its own; as it is
    where a piece asks for anything else."""
    of_masthead = question.intent == "masthead" or bool(question.symbols)
    if not of_masthead or question.places or question.verbs or question.directive:
        return question
    pieces = [piece for piece in _STOP.split(question.folded) if not _NOTHING.fullmatch(piece)]
    values = [_value(piece) for piece in pieces]
    if len(set(values)) < 2 or not all(values):
        return question
    attributes = tuple(dict.fromkeys(value for value in values if value))
    return replace(
        question,
        intent="masthead",
        attribute=attributes[0],
        attributes=attributes,
        terms=(),
        addressees=(),
    )


def _value(piece: str) -> str | None:
    found = find_absent_attribute(piece) or find_attribute(piece)
    return found[0] if found else None
