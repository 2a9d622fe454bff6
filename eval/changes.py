"""What a comparison says, done again from the texts of both resolutions and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from eval.lexicon import plain, simplified
from eval.subject import Truth

_CLOSING = "，。；：,.;:"


def worded_as(
    cited: Sequence[str], other: Sequence[str], truth: Truth, *, same: bool
) -> str | None:
    """Whether each cited paragraph, its items with it, stands word for word in ``other``, or none
    of them does."""
    held = {text for symbol in other for text in _wholes(symbol, truth)}
    for key in cited:
        symbol, _, place = key.partition("#")
        if (_whole(symbol, place, truth) in held) != same:
            return f"{key} is {'not ' if same else ''}in {'、'.join(other)}"
    return None


def from_words_to_words(before: str, after: str, cited: Sequence[str], truth: Truth) -> str | None:
    """Whether the words stand in two cited paragraphs, the ones before and the others after."""
    texts = [_plain(truth.paragraphs[key].text) for key in cited if key in truth.paragraphs]
    olds = [n for n, text in enumerate(texts) if _all_in(before, text)]
    news = [n for n, text in enumerate(texts) if _all_in(after, text)]
    if any(a != b for a in olds for b in news):
        return None
    return f"“{before}” and “{after}” do not stand in two cited paragraphs"


def _all_in(words: str, text: str) -> bool:
    return all(_plain(word) in text for word in words.split("、"))


def _wholes(symbol: str, truth: Truth) -> list[str]:
    places = [p.place for p in truth.resolutions[symbol].paragraphs] if _held(symbol, truth) else []
    return [_whole(symbol, place, truth) for place in places if "(" not in place]


def _held(symbol: str, truth: Truth) -> bool:
    return symbol in truth.resolutions


def _whole(symbol: str, place: str, truth: Truth) -> str:
    """A paragraph with its items, without blanks and closing stop."""
    if not _held(symbol, truth):
        return ""
    texts = [
        _plain(p.text).rstrip(_CLOSING)
        for p in truth.resolutions[symbol].paragraphs
        if p.place == place or p.place.startswith(f"{place}(")
    ]
    return "\n".join(texts)


def _plain(text: str) -> str:
    return plain(simplified(text))
