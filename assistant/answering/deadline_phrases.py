"""What answers about deadlines say of their own; part of the closed list."""

from __future__ import annotations

import re
from datetime import date

from assistant.text.numerals import chinese
from assistant.types import Lang

DEADLINE_PHRASES: dict[str, tuple[str, str]] = {
    "due": (
        "{where}中{when}须办理事项的段落共{n}段{of}：",
        "Paragraphs of {where} with something due {when}: {n}{of}.",
    ),
    "due_understood": ("“{said}”理解为{when}。", "“{said}” is read as {when}."),
    "due_computed": (
        "按届会到期的，以推算的届会开幕日计；原文只写届会。",
        "What is due at a session counts as due on the day it opens, which is computed; the text "
        "states the session only.",
    ),
}
_DAY = r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
_SESSION = r"第[一二三四五六七八九十百零]{1,5}届"
DEADLINE_VARIABLES = {
    "when": rf"(?:{_SESSION}(?:至{_SESSION})?会议|(?:{_DAY}(?:至{_DAY}|或以前|或以后)?|定期)"
    r"|(?:at )?sessions? [0-9]{1,3}(?: to [0-9]{1,3})?|regularly"
    r"|(?:from|on|on or before|on or after) [0-9-]{10}(?: to [0-9-]{10})?)",
    "said": r"(?:今年|明年|本年度?|(?:this|next) year)",
}


def when_name(window: str, lang: Lang) -> str:
    """A window by its ``DueWindow.name``, in words."""
    if window == "every":
        return "regularly" if lang == "en" else "定期"
    if re.fullmatch(r"[0-9]+(?:-[0-9]+)?", window):
        return _sessions(*map(int, window.split("-")), lang=lang)
    after, _, before = window.partition("/")
    if after == before:
        return _said(lang, "{}", "on {}", after)
    if after and before:
        return _said(lang, "{}至{}", "from {} to {}", after, before)
    if before:
        return _said(lang, "{}或以前", "on or before {}", before)
    return _said(lang, "{}或以后", "on or after {}", after)


def _sessions(first: int, last: int | None = None, *, lang: Lang) -> str:
    if lang == "en":
        return f"at session {first}" if last is None else f"at sessions {first} to {last}"
    if last is None:
        return f"第{chinese(first)}届会议"
    return f"第{chinese(first)}届至第{chinese(last)}届会议"


def _said(lang: Lang, zh: str, en: str, *days: str) -> str:
    if lang == "en":
        return en.format(*days)
    return zh.format(*(f"{d.year}年{d.month}月{d.day}日" for d in map(date.fromisoformat, days)))
