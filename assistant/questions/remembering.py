"""A conversation's turns as the records keep them: JSON with a version, the last ones only."""

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


def recall(kept: str | None) -> tuple[Turn, ...]:
    """The turns of a kept conversation, the earliest first.

    A turn that another version wrote and this one cannot read is left out, the others stay.
    """
    try:
        data: Any = json.loads(kept or "null")
    except ValueError:
        return ()
    if not isinstance(data, dict):
        return ()
    written = data.get("turns", ()) if "version" in data else ({"question": data},)
    turns = (_read(one) for one in written if isinstance(one, dict))
    return tuple(turn for turn in turns if turn is not None)


def remember(kept: str | None, turn: Turn, *, instead: bool = False) -> str:
    """The conversation with a turn more; ``instead``: in the place of the last, if that asked the
    same words."""
    turns = recall(kept)
    if instead:
        turns = before(turns, turn.question.text)
    # Other readings were offered once; nothing refers back to them.
    turn = replace(turn, question=replace(turn.question, others=()))
    written = [
        _turn().dump_python(one, mode="json", exclude_defaults=True)
        for one in (*turns, turn)[-LONGEST:]
    ]
    return json.dumps({"version": VERSION, "turns": written}, ensure_ascii=False)


def before(turns: tuple[Turn, ...], text: str) -> tuple[Turn, ...]:
    """The turns before a question that is put right: without the last, where that asked it."""
    return turns[:-1] if turns and turns[-1].question.text == text else turns


def _read(data: dict[str, Any]) -> Turn | None:
    try:
        return _turn().validate_python(data)
    except ValidationError:
        return None
