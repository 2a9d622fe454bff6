"""The parsed form of the sample resolutions, and of a skeleton of each form that resolutions
take (``tests/parsing/forms``), as reviewed line by line against their texts.

``python -m tests.golden`` writes the files anew; review the difference before committing it.
A span is written as ``start:end its words``, so that it can be read beside the text.
"""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path
from typing import Any

from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Paragraph, Resolution, Span
from tests.conftest import SAMPLE_LIBRARY

FOLDER = Path(__file__).parent
FORMS = Path(__file__).parents[1] / "parsing" / "forms"
TEXTS = (*sorted(SAMPLE_LIBRARY.glob("*.txt")), *sorted(FORMS.glob("*.txt")))

# Nothing of these texts says which resolutions they are.
SYMBOLS = {
    "11_pdf_hard_wrapped_inline_digits": "96/11",
    "12_lost_lead_verb_and_lost_digits": "54/12",
}


def parsed(text: Path) -> tuple[Resolution, ...]:
    """What a text of ``TEXTS`` is parsed to."""
    return parse(read_document(File.at(text)), symbol=SYMBOLS.get(text.stem))


def golden_file(text: Path) -> Path:
    return FOLDER / f"{text.stem}.json"


def golden_form(resolutions: tuple[Resolution, ...]) -> str:
    """The whole of a parsed document as JSON, empty fields left out; a list where it has parts."""
    forms = [_resolution_form(resolution) for resolution in resolutions]
    return json.dumps(forms if len(forms) > 1 else forms[0], ensure_ascii=False, indent=1) + "\n"


def _resolution_form(resolution: Resolution) -> dict[str, Any]:
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
    if resolution.vote:
        form["vote"] = _form(resolution.vote, "")
    return form


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
