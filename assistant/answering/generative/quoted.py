"""What stands between quotation marks, and titles: they are the act's own, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.generative.claims import Claim

# Between quotation marks, four characters or more; a title of any length.
QUOTED = re.compile(
    r"“([^”]{4,})”|「([^」]{4,})」|\"([^\"]{4,})\"|(?:题为)[“\"]([^”\"]+)[”\"]|《([^》]+)》"
)
_SAME_OF_A_TITLE = 0.7  # of its characters, in their places


def titles(text: str) -> list[Claim]:
    """Every quotation of a folded text as a claim, of which it may matter where it stands."""
    return [
        Claim("title", bare(_words(match)), match.group(), match.start())
        for match in QUOTED.finditer(text)
    ]


def misquoted(said: str, held: str) -> Iterator[str]:
    """Quotations of a folded sentence that the act has not, punctuation aside, and titles of the
    act with a character changed: 全面彻底裁军 where it says 全部彻底裁军."""
    own = bare(held)
    for match in QUOTED.finditer(said):
        if bare(_words(match)) not in own:
            yield _words(match)
    for match in QUOTED.finditer(held):
        yield from _misspelt(bare(_words(match)), bare(said), own)


def _misspelt(title: str, said: str, own: str) -> Iterator[str]:
    if title in said:
        return
    for at in range(len(said) - len(title) + 1):
        window = said[at : at + len(title)]
        same = sum(a == b for a, b in zip(window, title, strict=True))
        if same >= _SAME_OF_A_TITLE * len(title) and window not in own:
            yield window
            return


def bare(folded: str) -> str:
    """Letters, figures and characters of a text, in lower case."""
    return re.sub(r"[\W_]", "", folded).lower()


def _words(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)
