"""The parsed form of the two sample resolutions, as reviewed line by line against their texts.

``python -m tests.golden`` writes the files anew; review the difference before committing it.
A span is written as ``start:end its words``, so that it can be read beside the text.
"""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path
from typing import Any

from assistant.types import Paragraph, Resolution, Span

FOLDER = Path(__file__).parent


def golden_file(sample: Path) -> Path:
    return FOLDER / f"{sample.stem}.json"


def golden_form(resolution: Resolution) -> str:
    """The whole of a parsed resolution as JSON, empty fields left out."""
    texts = {paragraph.place: paragraph.text for paragraph in resolution.paragraphs}
    form = {
        "symbol": resolution.symbol,
        "lang": resolution.lang,
        "title": resolution.title,
        "inferred": list(resolution.inferred),
        "unplaced": list(resolution.unplaced),
        "source": _form(resolution.source, ""),
        "masthead": {
            name: _form(fact, texts[fact.place]) for name, fact in resolution.masthead.items()
        },
        "paragraphs": [_paragraph_form(paragraph) for paragraph in resolution.paragraphs],
    }
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"


def _paragraph_form(paragraph: Paragraph) -> dict[str, Any]:
    form = _form(paragraph, paragraph.text)
    assert isinstance(form, dict)
    return form


def _form(value: Any, text: str) -> Any:
    if isinstance(value, Span):
        return f"{value.start}:{value.end} {value.of(text)}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_form(one, text) for one in value]
    if dataclasses.is_dataclass(value):
        fields = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value))
        return {name: _form(one, text) for name, one in fields if one not in (None, (), False)}
    return value
