"""Paragraphs of the sample resolutions, parsed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Paragraph

A, B = "A/RES/75/45", "A/RES/72/31"


@cache
def paragraphs() -> dict[str, Paragraph]:
    folder = Path(str(files("assistant"))) / "sample_library"
    return {
        paragraph.key: paragraph
        for file in sorted(folder.glob("*.txt"))
        for resolution in parse(read_document(File.at(file)))
        for paragraph in resolution.paragraphs
    }


def paragraph(symbol: str, place: str) -> Paragraph:
    return paragraphs()[f"{symbol}#{place}"]
