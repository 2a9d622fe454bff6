"""Whether the parsed parts put together again give back the characters of the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from assistant.types import Resolution

# The stop that parts a printed number from its paragraph is the one character left out.
_STOPS = set(".．、")
_NUMBER = re.compile(r"\d{1,3}|[〇○零一二两三四五六七八九十百千万廿卅卌]{1,3}")


def characters_of(text: str) -> Counter[str]:
    """Every character that is neither blank nor markup."""
    return Counter(re.sub(r"[\s*\ufeff\ufdd0-\ufdef]", "", text))


def assert_whole(lines: Iterable[str], resolutions: tuple[Resolution, ...]) -> None:
    """Nothing of ``lines`` is lost, and nothing is added."""
    kept: Counter[str] = Counter()
    numbers = 0
    for resolution in resolutions:
        for paragraph in resolution.paragraphs:
            printed = paragraph.printed or ""
            numbers += bool(_NUMBER.fullmatch(printed))
            kept += characters_of(paragraph.text + printed)
            kept += characters_of("".join(mark.printed for mark in paragraph.marks))
        kept += characters_of("".join(resolution.unplaced))
    source = characters_of("".join(lines))
    shared = _shared_masthead(resolutions)
    for _ in resolutions[1:]:
        kept -= shared
    lost, added = source - kept, kept - source
    assert not added, f"added: {added}"
    assert set(lost) <= _STOPS, f"lost: {lost}"
    assert lost.total() <= numbers + _unplaced_numbers(resolutions), f"lost: {lost}"


def _unplaced_numbers(resolutions: tuple[Resolution, ...]) -> int:
    return sum(
        bool(_NUMBER.match(line)) for resolution in resolutions for line in resolution.unplaced
    )


def _shared_masthead(resolutions: tuple[Resolution, ...]) -> Counter[str]:
    """What every part repeats of the whole's masthead: the lines above its letter."""
    if len(resolutions) == 1:
        return Counter()
    meta = resolutions[0].paragraphs[0]
    lines = meta.text.split("\n")
    other = resolutions[1].paragraphs[0].text.split("\n")
    shared = "\n".join(
        line
        for line, _ in takewhile(lambda pair: pair[0] == pair[1], zip(lines, other, strict=False))
    )
    marks = "".join(mark.printed for mark in meta.marks if mark.offset <= len(shared))
    return characters_of(shared + marks)
