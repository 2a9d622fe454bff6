"""``ablations.md``: words by hand, tables by the command, between marks that no reader sees."""

from __future__ import annotations

import re
from pathlib import Path

FILE = Path(__file__).parent.parent / "ablations.md"
SECTIONS = (
    "vector",
    "prefix",
    "windows",
    "feedback",
    "tokens",
    "fusion",
    "english",
    "noise",
    "asked",
    "weights",
)


def replaced(text: str, section: str, table: str) -> str:
    """``text`` with a section's table in the place of the one it has. Raises KeyError where the
    text has no such section."""
    begin, end = f"<!-- {section} -->\n", f"<!-- /{section} -->"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if not pattern.search(text):
        raise KeyError(section)
    return pattern.sub(lambda _: f"{begin}{table}\n{end}", text)
