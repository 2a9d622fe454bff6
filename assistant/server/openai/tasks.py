"""What chat programs ask of a model about the chat itself, with prompts of their own.

Open WebUI sends a title, tags, follow-ups and searches to be made of a chat as if its user had
asked for them (its default prompts: ``### Task:``, the chat between ``<chat_history>`` tags, a
form of JSON). These are no questions about resolutions. They are answered without a look at the
library: the title is the first question, and of the others there are none.
"""

from __future__ import annotations

import json
import re
from typing import Final

_LONGEST_TITLE: Final = 60  # characters
_TASK: Final = re.compile(r"\s*### Task:\s")
_CHAT: Final = re.compile(r"<chat_history>(?P<chat>.*?)</chat_history>", re.DOTALL)
_WANTED: Final = re.compile(r"\{\s*\"(?P<key>title|tags|follow_ups|queries|text)\"\s*:")
_SAID_FIRST: Final = re.compile(
    r"\A\s*USER:\s*(?P<said>.*?)(?=\n(?:USER|ASSISTANT):|\Z)", re.DOTALL
)


def done(message: str) -> str | None:
    """The reply to a task of this kind; None for anything else."""
    chat = _CHAT.search(message) if _TASK.match(message) else None
    wanted = _WANTED.search(message) if chat else None
    if chat is None or wanted is None:
        return None
    if wanted["key"] == "title":
        return _json("title", _title(chat["chat"].strip()))
    return _json(wanted["key"], "" if wanted["key"] == "text" else [])


def _title(chat: str) -> str:
    first = _SAID_FIRST.match(chat)
    line = " ".join((first["said"] if first else chat).split())
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1].rstrip()}…"


def _json(key: str, value: object) -> str:
    return json.dumps({key: value}, ensure_ascii=False)
