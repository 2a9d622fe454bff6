"""A whole conversation as Markdown, its footnotes numbered through."""

from __future__ import annotations

from itertools import count

from assistant.answering.exporting.answers import markdown
from assistant.answering.exporting.markup import escaped_line
from assistant.types import Conversation, Lang

SAID: dict[Lang, str] = {
    "zh": "由“决议问答”导出，非联合国出品；引文请以联合国正式文本为准。",
    "en": "Exported from Resolution Assistant, which is not the UN's; the official texts of the "
    "United Nations prevail.",
}


def as_markdown(conversation: Conversation, lang: Lang) -> str:
    """The conversation, a heading for each question; what is not an answer in ``lang``."""
    numbers = count(1)
    parts = [f"# {escaped_line(conversation.title)}", f"*{escaped_line(SAID[lang])}*"]
    for turn in conversation.turns:
        numbered = {one.n: next(numbers) for one in turn.answer.citations}
        parts.append(f"## {escaped_line(turn.question)}")
        parts.append(f"*{escaped_line(day_and_time(turn.asked))}*")
        parts.append(markdown(turn.answer, numbered))
    return "\n\n".join(parts) + "\n"


def day_and_time(asked: str) -> str:
    """``2026-06-01 12:00 UTC`` of a time in ISO 8601."""
    return f"{asked[:10]} {asked[11:16]} UTC"
