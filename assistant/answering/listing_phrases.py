"""What answers that list say of their own: the lead that counts the whole; part of the closed list.

``{n}`` is how many there are, whatever is shown; ``{of}`` says of how many resolutions they are and
which of them a page shows; ``{made}`` what the acts ask to be made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.text.deliverables import english_deliverable
from assistant.types import Lang, Whole

LISTING_PHRASES: dict[str, tuple[str, str]] = {
    # Before the leads whose variables could be read into it.
    "phrase": (
        "{where}中提到这一点的段落共{n}段{of}：",
        "Paragraphs of {where} that mention this: {n}{of}.",
    ),
    "acts_addressed": (
        "{where}中以{body}为对象{made}的段落共{n}段{of}：",
        "Paragraphs of {where} addressed to {body}{made}: {n}{of}.",
    ),
    "acts_verb": (
        "{where}中使用“{verb}”{made}的段落共{n}段{of}：",
        "Paragraphs of {where} that use “{verb}”{made}: {n}{of}.",
    ),
    "acts_verb_body": (
        "{where}中以{body}为对象、使用“{verb}”{made}的段落共{n}段{of}：",
        "Paragraphs of {where} that use “{verb}” of {body}{made}: {n}{of}.",
    ),
    "acts_directive": (
        "{where}中有所指令{made}的段落共{n}段{of}：",
        "Paragraphs of {where} that direct somebody{made}: {n}{of}.",
    ),
    "acts_made": (
        "{where}中有所要求或决定{made}的段落共{n}段{of}：",
        "Paragraphs of {where} that ask or decide{made}: {n}{of}.",
    ),
    "acts_naming": (
        "{where}中提到{body}{made}的段落共{n}段{of}：",
        "Paragraphs of {where} that name {body}{made}: {n}{of}.",
    ),
    "library": ("库中有{n}份决议{of}：", "Resolutions in the library: {n}{of}."),
    "selected": (
        "符合所问条件的决议共{n}份{of}：",
        "Resolutions that meet the conditions: {n}{of}.",
    ),
}
_OF_RESOLUTIONS = frozenset({"library", "selected"})
# What a lead leaves unsaid where there is nothing to say.
UNSAID = {"of": "", "made": ""}

_SHOWN = re.compile(
    r"(?:，出自(?P<size>[0-9]+)份决议)?(?:，以下为第(?P<first>[0-9]+)(?:至(?P<last>[0-9]+))?[段份])?：$"
    r"|(?:, in (?P<size_en>[0-9]+) resolutions)?"
    r"(?:; shown here: (?P<first_en>[0-9]+)(?: to (?P<last_en>[0-9]+))?)?\.$"
)
_QUOTED = r"“[^“”\n]{1,100}”"
LISTING_VARIABLES = {
    "of": r"(?:，出自[0-9]+份决议)?(?:，以下为第[0-9]+(?:至[0-9]+)?[段份])?"
    r"(?:, in [0-9]+ resolutions)?(?:; shown here: [0-9]+(?: to [0-9]+)?)?",
    "made": rf"(?:、事项为{_QUOTED}(?:、提到{_QUOTED})?|, for {_QUOTED}(?:, with {_QUOTED})?)?",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a lead says of the list: of how many resolutions, and which of it are shown."""

    resolutions: int | None = None
    first: int | None = None
    last: int | None = None


def shown_by(lead: str) -> Shown:
    """What a lead of ``LISTING_PHRASES`` says so; nothing where it does not."""
    found = _SHOWN.search(lead)
    if found is None:
        return Shown()
    size, first, last = (
        int(number) if (number := found[name] or found[f"{name}_en"]) else None
        for name in ("size", "first", "last")
    )
    return Shown(size, first, last or first)


def of_list(name: str, lang: Lang, *, resolutions: int, whole: Whole | None) -> str:
    """What fills ``{of}`` of the lead ``name``: several resolutions are counted, a page says which
    part of the list it is."""
    unit = "份" if name in _OF_RESOLUTIONS else "段"
    said = ""
    if resolutions > 1:
        said += f", in {resolutions} resolutions" if lang == "en" else f"，出自{resolutions}份决议"
    if whole is None:
        return said
    to = " to " if lang == "en" else "至"
    shown = to.join(str(number) for number in dict.fromkeys((whole.first, whole.last)))
    return said + (f"; shown here: {shown}" if lang == "en" else f"，以下为第{shown}{unit}")


def made_of(names: Sequence[str], about: Sequence[str], lang: Lang) -> str:
    """What fills ``{made}``: the deliverables, and the words that are said of them."""
    if not names:
        return ""
    if lang == "en":
        said = f", for “{', '.join(map(english_deliverable, names))}”"
        return f"{said}, with “{', '.join(about)}”" if about else said
    said = f"、事项为“{'、'.join(names)}”"
    return f"{said}、提到“{'、'.join(about)}”" if about else said
