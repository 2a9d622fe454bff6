"""Where the text of a resolution opens, and what stands above it: letterhead, parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.parsing.beginnings import numbered
from assistant.parsing.blocks import last_character
from assistant.parsing.wording import Wording
from assistant.text.normalise import fold

_HAN = re.compile("[\u4e00-\u9fff]")
# Lines of a Chinese masthead that may have no Chinese: a number, a part's letter, a bracket.
_MASTHEAD = re.compile(r"\d{1,4}/\d|(?:ES|S)-\d|[A-Z]\.?$|\[|\(")
_SENTENCE_END = frozenset("。.;；:：,")


class Openings:
    """Knows, of every line of a document, whether it opens the text."""

    def __init__(self, folded: Sequence[str], texts: Sequence[str], wording: Wording) -> None:
        """``folded`` are the lines without markup, ``texts`` the same before folding."""
        self._folded = folded
        self._wording = wording
        self._openers = [self._opens(at) for at in range(len(folded))]
        self._first_numbered = None if any(self._openers) else self._first_of_body(texts)

    def is_opener(self, at: int) -> bool:
        """Whether line ``at`` is 大会，, by itself or with the first paragraph behind it."""
        return self._openers[at]

    def opener_within(self, start: int, end: int) -> bool:
        """Whether one of the lines from ``start`` up to ``end`` is an opener."""
        return any(self._openers[start:end])

    def is_body(self, at: int) -> bool:
        """Whether the body begins at ``at`` without an opener: the masthead is lost, and numbered
        paragraphs with operative verbs are left, perhaps with preambular ones above them."""
        return at == self._first_numbered

    def is_letterhead(self, at: int) -> bool:
        """联合国 and 大会 above the masthead; in a Chinese text also lines without Chinese."""
        folded = self._folded[at]
        if self._openers[at]:
            return False
        if self._wording.letterhead.fullmatch(folded):
            return True
        is_foreign = self._wording.lang == "zh" and not _HAN.search(folded)
        return is_foreign and not _MASTHEAD.match(folded)

    def is_organ(self, at: int) -> bool:
        """Whether line ``at`` is the bare name of an organ, without the opener's comma."""
        if at >= len(self._folded):
            return False
        found = self._wording.opener.fullmatch(self._folded[at])
        return bool(found and not found["rest"] and found["opener"][-1] not in ",:")

    def _opens(self, at: int) -> bool:
        found = self._wording.opener.fullmatch(self._folded[at])
        if found is None:
            return False
        following = self._folded[at + 1] if at + 1 < len(self._folded) else ""
        is_stopped = found["opener"][-1] in ",:"
        rest = found["rest"]
        if not rest:
            return is_stopped or self._leads_or_enacts(following)
        is_sentence = is_stopped or last_character(rest) in _SENTENCE_END
        return is_sentence and self._leads_or_enacts(rest)

    def _leads_or_enacts(self, folded: str) -> bool:
        is_enacting = self._wording.enacting.fullmatch(folded) is not None
        return is_enacting or self._wording.leads(folded) is not None

    def _first_of_body(self, texts: Sequence[str]) -> int | None:
        begun = [(at, numbered(text, self._wording)) for at, text in enumerate(texts)]
        found = [(at, one) for at, one in begun if one is not None]
        if not any(self._wording.leads(fold(texts[at][one.length :]).text) for at, one in found):
            return None
        preamble = (
            at
            for at, line in enumerate(self._folded[: found[0][0]])
            if line.endswith(",") and self._wording.leads(line)
        )
        return next(preamble, found[0][0])
