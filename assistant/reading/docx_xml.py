"""Elements of WordprocessingML by their local names: the strict form has other namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def local(element: Element) -> str:
    """The name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """The attribute of that local name, or an empty text."""
    if element is None:
        return ""
    return next((v for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of that local name."""
    return (child for child in (() if element is None else element) if local(child) == name)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, its first child of the next name, and so on."""
    for name in path:
        element = next(children(element, name), None)
    return element


def value(element: Element | None, *path: str) -> str:
    """``val`` of the element at ``path``; empty where there is none."""
    return attribute(child(element, *path), "val")


def whole(text: str) -> int | None:
    """A whole number as Word writes it; None for anything else, and for absurdly long ones."""
    bare = text.removeprefix("-")
    return int(text) if bare.isascii() and bare.isdecimal() and len(bare) < 10 else None


def is_on(element: Element | None, name: str) -> bool | None:
    """A switch (``w:b``, ``w:vanish``) of a property list; None where it is not set."""
    found = child(element, name)
    if found is None:
        return None
    return attribute(found, "val") not in ("0", "false", "off", "none")
