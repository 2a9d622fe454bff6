"""The published table: what was recorded, judged, and written into the papers."""

from __future__ import annotations

import re
from pathlib import Path

from eval.phrased.figures import Figures
from eval.phrased.table import in_markdown

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"zh": DOCS / "evaluation.md", "en": DOCS / "evaluation.en.md"}
_BLOCK = re.compile(r"(?<=<!-- model:begin -->\n).+?(?=<!-- model:end -->)", re.DOTALL)


def published(lang: str) -> str:
    """The table as it stands in the paper. Raises ValueError where it has no place there."""
    found = _BLOCK.search(PAGES[lang].read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{PAGES[lang].name} has no <!-- model:begin --> … <!-- model:end -->")
    return found.group()


UNRECORDED = {"zh": "还没有录音。\n", "en": "Nothing has been recorded yet.\n"}


def block(found: Figures, lang: str) -> str:
    """What has to stand there. Times are no part of it: they are the machine's."""
    return in_markdown(found, lang) + "\n"


def publish(found: Figures) -> None:
    """Write the table into both papers."""
    for lang, page in PAGES.items():
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(published(lang), block(found, lang)), encoding="utf-8")
