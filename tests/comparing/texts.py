"""Short resolutions written for one test each."""

from __future__ import annotations

from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.text.numerals import chinese
from assistant.types import AlignedRow, Paragraph, Resolution, WordChange


def resolution(session: int, preamble: tuple[str, ...], *operative: str) -> Resolution:
    """Resolution ``session``/9 with these paragraphs, numbered and stopped as the Assembly does."""
    lines = [
        f"第{chinese(session)}届会议", "", f"{session}/9. 河口湿地养护", "", "大会，", "",
        *(f"{text}，\n" for text in preamble),
        *_numbered(operative, "；", "。"),
        f"{1945 + session} 年 12 月 7 日",
    ]  # fmt: skip
    document = read_document(File(f"A_RES_{session}_9.txt", "\n".join(lines).encode()))
    (parsed,) = parse(document)
    return parsed


def english(session: int, *operative: str) -> Resolution:
    """The same in English, with one recital."""
    lines = [
        f"{session}/9. Care of estuarine wetlands", "", "The General Assembly,", "",
        "Mindful of the wetlands,", "",
        *_numbered(operative, ";", "."),
    ]  # fmt: skip
    document = read_document(File(f"A_RES_{session}_9.txt", "\n".join(lines).encode()))
    (parsed,) = parse(document)
    return parsed


def _numbered(paragraphs: tuple[str, ...], stop: str, last: str) -> list[str]:
    stops = [stop] * (len(paragraphs) - 1) + [last]
    return [f"{n}. {t}{s}\n" for n, (t, s) in enumerate(zip(paragraphs, stops, strict=True), 1)]


def paragraph(of: Resolution, place: str) -> Paragraph:
    """The paragraph at a place."""
    return next(p for p in of.paragraphs if p.place == place)


def shown(words: tuple[WordChange, ...], first: str, second: str) -> str:
    """Word changes as ``[old→new]``, routine ones as ``<old→new>``."""
    marks = {True: "<{}→{}>", False: "[{}→{}]"}
    return "".join(
        word.second.of(second)
        if word.kind == "same"
        else marks[word.routine].format(word.first.of(first), word.second.of(second))
        for word in words
    )


def row_text(row: AlignedRow) -> str:
    """A row's words as ``shown`` shows them."""
    assert row.first is not None
    assert row.second is not None
    return shown(row.words, row.first.text, row.second.text)


def places(row: AlignedRow) -> tuple[str | None, str | None]:
    """Where a row stands in the first and in the second resolution."""
    return row.first.place if row.first else None, row.second.place if row.second else None
