"""Answers and conversations made into files and text for elsewhere. Pure: text in, text out."""

from assistant.answering.exporting.answers import answer_text
from assistant.answering.exporting.conversations import as_markdown
from assistant.answering.exporting.word import as_word

__all__ = ["answer_text", "as_markdown", "as_word"]
