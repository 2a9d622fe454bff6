"""A conversation's turns as the records keep them: JSON with a version."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.questions.history import LONGEST, Turn

VERSION = 2  # 1 was the last question alone


@cache
def _turn() -> TypeAdapter[Turn]:
    return TypeAdapter(Turn)


def recall(*kept: str | None) -> tuple[Turn, ...]:
    """The last turns of what was kept of a conversation, in that order; None is no turn.

    A turn that another version wrote and this one cannot read is left out, the others stay.
    """
    turns: list[Turn] = []
    for one in reversed(kept):  # of a long conversation only the end is read
        turns[:0] = _recalled(one)
        if len(turns) >= LONGEST:
            break
    return tuple(turns[-LONGEST:])


def written(turn: Turn) -> str:
    """A turn as it is kept."""
    # Other readings were offered once; nothing refers back to them.
    turn = replace(turn, question=replace(turn.question, others=()))
    data = _turn().dump_python(turn, mode="json", exclude_defaults=True)
    return json.dumps({"version": VERSION, "turns": [data]}, ensure_ascii=False)


def before(turns: tuple[Turn, ...], text: str) -> tuple[Turn, ...]:
    """The turns before a question that is put right: without the last, where that asked it."""
    return turns[:-1] if turns and turns[-1].question.text == text else turns


def rewritten(turns: tuple[Turn, ...], text: str) -> str | None:
    """The words that a model put in the place of the question that is put right, if it did."""
    return turns[-1].question.rewritten if turns and turns[-1].question.text == text else None


def _recalled(kept: str | None) -> list[Turn]:
    try:
        data: Any = json.loads(kept or "null")
    except ValueError:
        return []
    if not isinstance(data, dict):
        return []
    turns = data.get("turns", ()) if "version" in data else ({"question": data},)
    read = (_read(one) for one in turns if isinstance(one, dict))
    return [turn for turn in read if turn is not None]


def _read(data: dict[str, Any]) -> Turn | None:
    try:
        return _turn().validate_python(data)
    except ValidationError:
        return None
