"""The pages of a long answer: what a cursor says, and which question and library it is of.

A cursor holds where the next page begins, the state of the library and a digest of the question as
it was understood. A list that changed between two pages could lose a paragraph or show one twice,
so a cursor of another state is refused, never guessed at.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from pydantic import TypeAdapter

from assistant.errors import InvalidFilter
from assistant.library.records import Records
from assistant.retrieval.paging import Window
from assistant.types import Found, Question, Whole

_CURSOR = re.compile(
    r"(?P<begin>[1-9][0-9]{0,8})-(?P<generation>[0-9]{1,12})-(?P<digest>[0-9a-f]{12})"
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """``begin``: how many paragraphs the pages before have shown."""

    begin: int
    generation: int  # of the library
    digest: str  # of the library's identity and the question

    @classmethod
    def read(cls, written: str) -> Cursor:
        """A cursor as an answer gave it. Raises InvalidFilter."""
        found = _CURSOR.fullmatch(written)
        if found is None:
            raise InvalidFilter(
                "page 须是上一个回答里的 page；请原样发回，或去掉它从第一页读起。",
                "page has to be the page of the answer before; send it back as it was given, or "
                "leave it out and begin with the first page.",
            )
        return cls(int(found["begin"]), int(found["generation"]), found["digest"])

    def __str__(self) -> str:
        return f"{self.begin}-{self.generation}-{self.digest}"


def asked_before(
    cursor: Cursor, text: str, asked: Iterable[Question], records: Records
) -> Question | None:
    """The question of the same words whose answer gave the cursor, among those of a conversation:
    read again, a follow-up would be read beside itself."""
    same = (one for one in asked if one.text == text)
    return next((one for one in same if _digest(one, records) == cursor.digest), None)


def window(cursor: Cursor | None, question: Question, records: Records, size: int) -> Window:
    """What the page shows. Raises InvalidFilter for a cursor of another question or library."""
    if cursor is None:
        return Window(0, size)
    if cursor.generation != records.generation:
        raise InvalidFilter(
            "上一页之后文库有变更，接着翻页可能漏段或重复；请去掉 page，从第一页读起。",
            "The library has changed since the page before: going on could leave paragraphs out or "
            "show them twice. Leave page out and begin with the first page.",
        )
    if cursor.digest != _digest(question, records):
        raise InvalidFilter(
            "这个 page 不是这个问题的回答给出的；请与原来的问题（和 conversation_id）一起发送，"
            "或去掉 page，从第一页读起。",
            "This page was not given by the answer to this question. Send it with the question "
            "(and conversation_id) it belongs to, or leave it out and begin with the first page.",
        )
    return Window(cursor.begin, size)


def check_shown(cursor: Cursor | None, found: Found) -> None:
    """Raise InvalidFilter for a cursor from which nothing is left to show."""
    if cursor is not None and (found.whole is None or not found.passages):
        raise InvalidFilter(
            "这一页没有内容；请去掉 page，从第一页读起。",
            "There is nothing on this page; leave page out and begin with the first page.",
        )


def next_page(whole: Whole | None, question: Question, records: Records) -> str | None:
    """The cursor of the page after; None on the last, and where there are no pages."""
    if whole is None or whole.last >= whole.paragraphs:
        return None
    return str(Cursor(whole.last, records.generation, _digest(question, records)))


def _digest(question: Question, records: Records) -> str:
    """Twelve hexadecimal digits of all that decides what is listed and in which words."""
    slots = replace(question, carried=(), corrections=(), others=())
    written = _question().dump_python(slots, mode="json", exclude_defaults=True)
    said = json.dumps([records.identity, written], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


@cache
def _question() -> TypeAdapter[Question]:
    return TypeAdapter(Question)
