"""Questions about the words of a generated library, with exact answers taken from its texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from assistant.text.normalise import fold
from eval.generator.draw import draw
from eval.generator.truth import Truth
from eval.gold import GoldItem

_RUN = re.compile(r"[一-鿿]{6,}")
_LENGTHS = (4, 6, 9)
# An answer cites a hundred at the most, and one use shows nothing about completeness.
_FEWEST, _MOST = 2, 100
_NEVER_SAID = "琉璃月影纪要"
_NO_WORDING = frozenset({"meta", "end", "heading"})


def phrase_questions(truths: Iterable[Truth], most: int = 50) -> tuple[GoldItem, ...]:
    """Who uses a phrase: ``most`` runs of characters that paragraphs have, drawn without regard to
    words, each with every paragraph that has it; and one that none has."""
    texts = {
        truth.key(paragraph): fold(paragraph.text).text
        for truth in truths
        for paragraph in truth.paragraphs
        if paragraph.kind not in _NO_WORDING
    }
    drawn: dict[str, list[str]] = defaultdict(list)
    for key in sorted(texts):
        random = draw(0, key, "phrase")
        runs = _RUN.findall(texts[key])
        if runs:
            run = random.choice(runs)
            length = min(random.choice(_LENGTHS), len(run))
            begin = random.randint(0, len(run) - length)
            drawn[run[begin : begin + length]].append(key)
    items = []
    for phrase in sorted(drawn, key=lambda phrase: draw(0, phrase, "order").random()):
        using = [key for key, text in texts.items() if phrase in text]
        if _FEWEST <= len(using) <= _MOST:
            items.append(_who_uses(phrase, using))
        if len(items) == most:
            break
    return (*items, _nobody_uses())


def _who_uses(phrase: str, using: list[str]) -> GoldItem:
    return GoldItem(
        id=f"generated:library:phrase:{phrase}",
        split="dev",
        kind="reference",
        turns=(f"“{phrase}”这个说法哪些段落用过？",),
        groups=tuple((key,) for key in using),
        exact=True,
        reason="every paragraph that has these characters",
    )


def _nobody_uses() -> GoldItem:
    return GoldItem(
        id="generated:library:phrase:nobody",
        split="dev",
        kind="refusal",
        turns=(f"“{_NEVER_SAID}”这个说法哪些段落用过？",),
        answerable=False,
        reason="no paragraph has these characters",
    )
