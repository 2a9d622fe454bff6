"""One text on every route: each file made of it gives the same resolution as the text itself."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from assistant.parsing import parse
from assistant.reading import Document, File, members, read_document
from assistant.types import Resolution, Source

SAMPLES = Path(__file__).parent / "samples"
ROUTES = sorted(path.name for path in SAMPLES.glob("A_RES_*"))
NAMES = ("A_RES_72_31", "A_RES_75_45")
_NOTE = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+ ")


def original(name: str, sample_files: tuple[Path, ...]) -> Document:
    return next(read_document(File.at(p)) for p in sample_files if p.stem == name[:11])


def words_in_order(document: Document) -> tuple[list[str], list[str]]:
    """The text's lines and its notes, without blanks and bold marks."""
    lines = [line for line in document.lines if line.strip()]
    bare = [(bool(_NOTE.match(line)), re.sub(r"\s|\*\*", "", line)) for line in lines]
    return [words for is_note, words in bare if not is_note], [w for is_note, w in bare if is_note]


def comparable(resolution: Resolution) -> Resolution:
    """All of a resolution but where it came from, its furniture, and its bold words."""
    return replace(
        resolution,
        source=Source("", ""),
        unplaced=(),
        paragraphs=tuple(replace(p, emphasis=()) for p in resolution.paragraphs),
    )


def test_every_route_has_its_samples() -> None:
    kinds = {name[11:] for name in ROUTES}
    assert kinds == {".changes.docx", ".columns.pdf", ".docx", ".html", ".old.html", ".pdf"}
    assert len(ROUTES) == len(kinds) * len(NAMES)


@pytest.mark.parametrize("route", ROUTES)
def test_each_route_gives_the_lines_of_the_text(route: str, sample_files: tuple[Path, ...]) -> None:
    read = read_document(File.at(SAMPLES / route))
    text = original(route, sample_files)
    # Where the text wraps a line of its masthead or ending, so does each file.
    assert "".join(words_in_order(read)[0]) == "".join(words_in_order(text)[0])
    assert words_in_order(read)[1] == words_in_order(text)[1]


@pytest.mark.parametrize("route", ROUTES)
def test_each_route_gives_the_resolution_of_the_text(
    route: str, sample_files: tuple[Path, ...]
) -> None:
    (read,) = parse(read_document(File.at(SAMPLES / route)))
    (text,) = parse(original(route, sample_files))
    assert comparable(read) == comparable(text)


@pytest.mark.parametrize("route", [name for name in ROUTES if not name.endswith(".old.html")])
def test_each_made_file_keeps_the_bold_verbs(route: str, sample_files: tuple[Path, ...]) -> None:
    (read,) = parse(read_document(File.at(SAMPLES / route)))
    (text,) = parse(original(route, sample_files))
    bold = [(p.place, [span.of(p.text) for span in p.emphasis]) for p in read.paragraphs]
    assert bold == [(p.place, [span.of(p.text) for span in p.emphasis]) for p in text.paragraphs]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", [".pdf", ".columns.pdf", ".docx", ".html"])
def test_headers_footers_and_letterheads_are_set_aside(name: str, kind: str) -> None:
    document = read_document(File.at(SAMPLES / f"{name}{kind}"))
    assert any(name.replace("_", "/") in aside for aside in document.asides)
    assert any("20-16896" in aside for aside in document.asides)
    assert not any("20-16896" in line or "Distr." in line for line in document.lines)


@pytest.mark.parametrize("name", NAMES)
def test_markdown_of_the_text_gives_the_resolution_of_the_text(
    name: str, sample_files: tuple[Path, ...]
) -> None:
    (text,) = parse(original(name, sample_files))
    path = next(path for path in sample_files if path.stem == name)
    written = re.sub(r"^(\d+)\. ", r"\1\\. ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    written = re.sub(r"^(\d+/\d+)\\?\.", r"## \1\\.", written, flags=re.MULTILINE)
    assert "## 7" in written
    (read,) = parse(read_document(File("resolution.md", written.encode())))
    assert comparable(read) == comparable(text)


def test_an_archive_of_every_sample_gives_each_of_them() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for route in ROUTES:
            archive.write(SAMPLES / route, f"folder/{route}")
    read = [read_document(one.open()) for one in members(File("all.zip", packed.getvalue()))]
    alone = [read_document(File.at(SAMPLES / route)) for route in ROUTES]
    assert read == alone
