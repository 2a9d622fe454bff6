"""The agenda item that an act names: 在临时议程题为“甲”的项目下列入题为“乙”的分项."""

from __future__ import annotations

import re

from assistant.text.normalise import fold
from assistant.types import Span

_TITLE = r"[“\"](?P<{name}>[^“”\"]+)[”\"]"
_NOUN = "(?:议程)?(?:分项|项目)"
_UNDER = (
    re.compile(rf"题为{_TITLE.format(name='title')}的{_NOUN}(?:之)?下"),
    re.compile(
        rf"\bunder (?:the|an) (?:agenda )?(?:sub-)?item entitled {_TITLE.format(name='title')}",
        re.IGNORECASE,
    ),
)
_PLACED = (
    re.compile(rf"题为{_TITLE.format(name='title')}的{_NOUN}(?!(?:之)?下)"),
    re.compile(
        rf"(?<!under the )(?<!under an )(?<!agenda )\b(?:sub-)?item entitled "
        rf"{_TITLE.format(name='title')}",
        re.IGNORECASE,
    ),
)


def agenda_titles(text: str) -> tuple[str, str | None] | None:
    """The item an act speaks of and the sub-item it puts under it, as printed; None without any.

    >>> agenda_titles("决定在大会第七十六届会议临时议程题为“甲”的项目下列入题为“乙”的分项")
    ('甲', '乙')
    >>> agenda_titles("决定将题为“乙”的项目列入大会第七十六届会议临时议程")
    ('乙', None)
    """
    folded = fold(text)

    def first(patterns: tuple[re.Pattern[str], ...]) -> str | None:
        found = next((m for pattern in patterns if (m := pattern.search(folded.text))), None)
        return folded.source(Span(*found.span("title"))).of(text) if found else None

    under, placed = first(_UNDER), first(_PLACED)
    if under is not None:
        return under, placed
    return (placed, None) if placed is not None else None
