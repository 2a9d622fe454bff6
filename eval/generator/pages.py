"""Lines to pages, as text taken from a PDF has them: hard wraps, furniture, page-end notes."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from eval.generator.setting import Printed

_LINES_A_PAGE = 26
_CHINESE_WIDTH = 34
_ENGLISH_WIDTH = 80
_NOT_FIRST = "，；。：、）》”,.;:)"  # never begins a line
_RULE = "_" * 18


@dataclass(frozen=True, slots=True)
class Paged:
    """The lines of all pages, and those of them that are no part of the text."""

    lines: tuple[str, ...]
    furniture: tuple[str, ...]


def paged(printed: list[Printed], symbol: str, job: str, lang: str) -> Paged:
    """``printed`` on pages: headed by the symbol, footed by the page and the job number."""
    pages = _pages(printed, lang)
    lines: list[str] = []
    furniture: list[str] = []
    for number, page in enumerate(pages, start=1):
        head = [f"\f{symbol}"] if number > 1 else []
        foot = [job if number == 1 else f"{number}/{len(pages)}"]
        rule = [_RULE] if page[1] else []
        lines += [*head, *page[0], *rule, *page[1], *foot]
        furniture += [line.strip() for line in (*head, *rule, *foot)]
    return Paged(tuple(lines), tuple(furniture))


def _pages(printed: list[Printed], lang: str) -> list[tuple[list[str], list[str]]]:
    """Body lines and notes of each page. A note stands on the page where its paragraph begins."""
    pages: list[tuple[list[str], list[str]]] = [([], [])]
    for line in printed:
        if not line.text:
            continue
        wrapped = [part for whole in line.text.split("\n") for part in wrap(whole, lang)]
        if line.note:
            pages[-1][1].extend(wrapped)
            continue
        for part in wrapped:
            if len(pages[-1][0]) >= _LINES_A_PAGE:
                pages.append(([], []))
            pages[-1][0].append(part)
    return pages


def wrap(line: str, lang: str) -> list[str]:
    """A line broken as printers break it: English at blanks, Chinese anywhere but before a stop."""
    if lang == "en":
        return textwrap.wrap(
            line.strip(), _ENGLISH_WIDTH, break_on_hyphens=False, break_long_words=False
        )
    parts: list[str] = []
    while len(line) > _CHINESE_WIDTH:
        at = _break(line)
        if at == 0:
            break
        parts.append(line[:at])
        line = line[at:]
    return [*parts, line] if line else parts


def _break(line: str) -> int:
    """Where the first line ends: not inside a number or Latin word, not before a stop."""
    at = _CHINESE_WIDTH
    while at > 0 and (line[at] in _NOT_FIRST or _inside_a_word(line, at)):
        at -= 1
    return at


def _inside_a_word(line: str, at: int) -> bool:
    return line[at - 1].isascii() and line[at].isascii()
