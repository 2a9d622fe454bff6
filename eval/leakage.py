"""Questions must not copy the words of their gold paragraphs.

A copied question is found by any index and measures nothing. Names, titles, symbols and dates
cannot be paraphrased and do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from eval.gold import GoldItem
from eval.lexicon import BODIES
from eval.subject import Truth

RUN = 6  # Chinese characters in common that make a leak (EVAL.md)
_NAME_PIECE = 4  # a shorter piece of a name may be an ordinary word: 核武器
_DATE = re.compile(r"\d+年(\d+月(\d+日)?)?|\d+月\d+日")
_ABOUT_WORDS = frozenset({"precedents", "wording"})  # a phrase that is asked about is quoted
_PHRASE = re.compile(r"“[^”]*”")
_NOT_CHINESE = re.compile(r"[^一-鿿]+")


def leaks(question: str, paragraph: str, names: Iterable[str]) -> tuple[str, ...]:
    """Runs of ``RUN`` Chinese characters that both have, names and dates aside."""
    return _copied(_runs(question, names), paragraph)


def _runs(question: str, names: Iterable[str]) -> tuple[str, ...]:
    masked = _without_names(_DATE.sub("|", _plain(question)), names)
    return tuple(
        run[i : i + RUN] for run in _NOT_CHINESE.split(masked) for i in range(len(run) - RUN + 1)
    )


def _copied(runs: Iterable[str], paragraph: str) -> tuple[str, ...]:
    text = _plain(paragraph)
    return tuple(dict.fromkeys(run for run in runs if run in text))


def item_leaks(item: GoldItem, truth: Truth) -> Iterator[str]:
    """What any wording of ``item`` copies from its gold paragraphs, as messages."""
    names = (*truth.names, *BODIES)
    wordings = (*item.turns, *(v.text for v in item.variants), item.standalone or "")
    if item.kind in _ABOUT_WORDS:
        wordings = tuple(_PHRASE.sub("|", wording) for wording in wordings)
    runs = tuple(dict.fromkeys(run for wording in wordings for run in _runs(wording, names)))
    for key in sorted(item.keys & truth.paragraphs.keys()) if runs else ():
        for run in _copied(runs, truth.paragraphs[key].text):
            yield f"{item.id}: {run} stands in {key}"


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _without_names(question: str, names: Iterable[str]) -> str:
    """``question`` with every piece of a name replaced by a bar, longest pieces first."""
    plain = [_plain(name) for name in names]
    out: list[str] = []
    at = 0
    while at < len(question):
        length = _longest_piece(question, at, plain)
        out.append("|" if length else question[at])
        at += length or 1
    return "".join(out)


def _longest_piece(question: str, at: int, names: list[str]) -> int:
    best = 0
    for name in names:
        least = max(min(_NAME_PIECE, len(name)), best + 1)
        for length in range(least, len(name) + 1):
            if question[at : at + length] not in name or at + length > len(question):
                break
            best = length
    return best
