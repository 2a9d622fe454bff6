"""Foreign text as Markdown (CommonMark) that says what it says and does nothing."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~!&$]")
_AT_THE_BEGINNING = re.compile(r"(?P<bullet>[-+=])|(?P<number>[0-9]+)(?P<point>[.)])")


def escaped(text: str) -> str:
    """``text`` in which nothing is markup, its lines kept apart by hard breaks."""
    return "\\\n".join(filter(None, (_line(line) for line in text.splitlines())))


def escaped_line(text: str) -> str:
    """The same on one line, for headings and notes."""
    return _line(" ".join(text.split()))


def _line(line: str) -> str:
    safe = _SPECIAL.sub(r"\\\g<0>", line.strip())
    begins = _AT_THE_BEGINNING.match(safe)
    if begins is None:
        return safe
    if begins["bullet"]:
        return f"\\{safe}"
    return f"{begins['number']}\\{safe[len(begins['number']) :]}"
