"""The styles of a Word file: what a paragraph or a run inherits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.reading.docx_xml import attribute, child, children, is_on, value, whole
from assistant.reading.runs import is_strong_font

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEPEST = 20  # styles based on styles; Word allows 11
# Word's measure of raising is half points; half a point up is an adjustment, three a superscript.
_LEAST_RAISED = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look, as far as it tells words from marks."""

    strong: bool
    raised: bool
    hidden: bool


class Styles:
    """Looks up what styles say; a style that is missing says nothing."""

    def __init__(self, part: Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in children(part, "style")}
        self._default = next(
            (
                attribute(style, "styleId")
                for style in children(part, "style")
                if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1"
            ),
            "",
        )

    def look(self, properties: Element | None, paragraph: Element | None) -> Look:
        """How a run with ``properties`` in a paragraph with its own properties looks."""
        style = value(paragraph, "pStyle") or self._default
        chain = [
            properties,
            *self._properties(value(properties, "rStyle"), "rPr"),
            *self._properties(style, "rPr"),
        ]
        return Look(
            strong=_first(is_on(level, "b") for level in chain) or _has_strong_font(chain),
            raised=_is_raised(chain),
            hidden=_first(is_on(level, "vanish") for level in chain),
        )

    def numbering(self, paragraph: Element | None) -> tuple[str, int]:
        """The number definition (``numId``) and level of a paragraph; none is an empty text."""
        style = value(paragraph, "pStyle") or self._default
        levels = [child(paragraph, "numPr")] + [
            child(level, "numPr") for level in self._properties(style, "pPr")
        ]
        identity = next((value(one, "numId") for one in levels if value(one, "numId")), "")
        depth = next((value(one, "ilvl") for one in levels if value(one, "ilvl")), "0")
        return ("" if identity == "0" else identity), max(0, min(8, whole(depth) or 0))

    def _properties(self, style: str, kind: str) -> Iterator[Element | None]:
        """The property lists of a style and of those it is based on."""
        for _ in range(_DEEPEST):
            found = self._styles.get(style)
            if found is None:
                return
            yield child(found, kind)
            style = value(found, "basedOn")


def _first(switches: Iterator[bool | None]) -> bool:
    return next((switch for switch in switches if switch is not None), False)


def _has_strong_font(chain: list[Element | None]) -> bool:
    for level in chain:
        fonts = child(level, "rFonts")
        name = attribute(fonts, "eastAsia")
        if name:
            return is_strong_font(name)
    return False


def _is_raised(chain: list[Element | None]) -> bool:
    for level in chain:
        aligned = value(level, "vertAlign")
        if aligned:
            return aligned == "superscript"
        position = whole(value(level, "position"))
        if position is not None:
            return position >= _LEAST_RAISED
    return False
