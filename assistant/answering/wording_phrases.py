"""The closed list's sentences about wording, and what fills their slots."""

from __future__ import annotations

import re

WORDING_PHRASES: dict[str, tuple[str, str]] = {
    "uses": (
        "{where}中原样用到“{phrase}”的段落共{n}段：",
        "Paragraphs of {where} that use the words “{phrase}”: {n}.",
    ),
    "uses_some": (
        "{where}中原样用到“{phrase}”的段落共{total}段，以下引{n}段：",
        "Paragraphs of {where} that use the words “{phrase}”: {total}; quoted here: {n}.",
    ),
    "uses_within": (
        "所问的决议中，原样用到“{phrase}”的段落共{n}段：",
        "Paragraphs of the resolutions asked about that use the words “{phrase}”: {n}.",
    ),
    "uses_within_some": (
        "所问的决议中，原样用到“{phrase}”的段落共{total}段，以下引{n}段：",
        "Paragraphs of the resolutions asked about that use the words “{phrase}”: "
        "{total}; quoted here: {n}.",
    ),
    "first_use": (
        "“{phrase}”最早见于第{session}届会议的决议，共{n}段。",
        "“{phrase}” first stands in resolutions of session {session}: {n}.",
    ),
    "last_use": (
        "“{phrase}”最近见于第{session}届会议的决议，共{n}段。",
        "“{phrase}” last stands in resolutions of session {session}: {n}.",
    ),
    "near": (
        "与“{phrase}”相近而不相同的段落共{n}段：",
        "Paragraphs that come near to “{phrase}” without the same words: {n}.",
    ),
    "near_some": (
        "与“{phrase}”相近而不相同的段落共{total}段，以下引{n}段：",
        "Paragraphs that come near to “{phrase}” without the same words: {total}; "
        "quoted here: {n}.",
    ),
    "covers": (
        "库中有{count}份决议，最早为第{first_session}届会议，最晚为第{last_session}届会议。",
        "The library holds {count} resolutions, from session {first_session} to session "
        "{last_session}.",
    ),
    "covers_no_session": ("库中有{count}份决议。", "The library holds {count} resolutions."),
    "renders": (
        "中英文都有的段落里，“{phrase}”写作“{term}”的共{n}段：",
        "Of the paragraphs held in both languages, those that put “{phrase}” as “{term}”: {n}.",
    ),
    "renders_some": (
        "中英文都有的段落里，“{phrase}”写作“{term}”的共{total}段，以下引{n}段：",
        "Of the paragraphs held in both languages, those that put “{phrase}” as "
        "“{term}”: {total}; quoted here: {n}.",
    ),
    "too_few": (
        "中英文都有的段落里，用到“{phrase}”的只有{n}段，不足以认定固定写法，原文如下：",
        "Too few paragraphs held in both languages use “{phrase}” to name an "
        "established wording; they read as follows: {n}.",
    ),
    "unsettled": (
        "中英文都有的段落里，用到“{phrase}”的共{total}段，看不出固定写法，以下引{n}段：",
        "No wording stands out for “{phrase}” in the paragraphs held in both "
        "languages: {total}; quoted here: {n}.",
    ),
    "table_verbs": (
        "动词表中，“{phrase}”作“{term}”。",
        "In the table of verbs, “{phrase}” is “{term}”.",
    ),
    "table_bodies": (
        "机构名称表中，“{phrase}”作“{term}”。",
        "In the table of bodies, “{phrase}” is “{term}”.",
    ),
    "table_lookup": (
        "检索用词表中，“{phrase}”作“{term}”，不作译文依据。",
        "In the table of search terms, which is no translation, “{phrase}” is “{term}”.",
    ),
}

_WORDS = r"[^“”\n]{1,200}"
_COUNT = r"[0-9]+"
_SESSION = r"[0-9零一二三四五六七八九十百]+"
WORDING_VARIABLES: dict[str, str] = {
    "phrase": rf"(?P<phrase>{_WORDS})",
    "term": rf"(?P<term>{_WORDS}(?:”、“{_WORDS}|”, “{_WORDS})*)",
    "total": _COUNT,
    "count": _COUNT,
    "session": _SESSION,
    "first_session": _SESSION,
    "last_session": _SESSION,
}

# Every paragraph that they cite uses the phrase that they name.
USES = frozenset({"uses", "uses_some", "uses_within", "uses_within_some", "first_use", "last_use"})
TABLES = frozenset({"table_verbs", "table_bodies", "table_lookup"})

_SAID = re.compile(r"“([^“”]+)”")


def said_of(text: str) -> tuple[str, str]:
    """The phrase that a sentence of this list speaks of, and the term it gives for it."""
    first, *others = _SAID.findall(text)
    return first, "”、“".join(others)
