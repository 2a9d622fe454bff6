"""What scanners, converters and people do to a text. Seeded and pure: lines in, lines out.

Each kind does one thing, so that a test can say what of the reading must survive it. ``loses`` says
whether words may be gone afterwards, or only their arrangement.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from eval.generator.draw import draw
from eval.generator.library import Generated
from eval.generator.pages import wrap

Lines = tuple[str, ...]
Spoil = Callable[[Lines, Random], Lines]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of damage. ``loses``: whether characters other than blanks may change or go."""

    spoil: Spoil
    loses: bool


def spoilt(lines: Lines, kind: str, seed: int) -> Lines:
    """``lines`` after damage of ``kind``; the same for the same seed.

    Raises:
        KeyError: an unknown kind.
    """
    return KINDS[kind].spoil(lines, draw(seed, "damage", kind, len(lines)))


def damaged(file: Generated, kind: str, seed: int) -> Generated:
    """A generated file whose text is spoilt; its truth is what it was."""
    lines = tuple(file.text.split("\n"))
    return replace(file, text="\n".join(spoilt(lines, kind, seed)))


def _share(chance: Random, least: float = 0.02, most: float = 0.15) -> float:
    return chance.uniform(least, most)


def cut_lines(lines: Lines, chance: Random) -> Lines:
    """Some lines are lost."""
    share = _share(chance)
    return tuple(line for line in lines if not line or chance.random() >= share)


def truncate(lines: Lines, chance: Random) -> Lines:
    """The file ends early, in the middle of a line."""
    if not lines:
        return lines
    at = chance.randrange(len(lines))
    return (*lines[:at], lines[at][: chance.randrange(len(lines[at]) + 1)])


def wrap_lines(lines: Lines, chance: Random) -> Lines:
    """Long lines are broken, words and numbers kept whole; nothing is lost but blanks."""
    del chance
    wrapped = []
    for line in lines:
        is_latin = sum(map(str.isascii, line)) > len(line) / 2
        wrapped += wrap(line, "en" if is_latin else "zh") or [""]
    return tuple(wrapped)


def join_lines(lines: Lines, chance: Random) -> Lines:
    """Some lines stand behind the one above, one blank between; blank lines stay."""
    share = _share(chance)
    joined: list[str] = []
    for line in lines:
        if joined and joined[-1] and line and chance.random() < share:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return tuple(joined)


def drop_blank_lines(lines: Lines, chance: Random) -> Lines:
    """Nothing stands between paragraphs."""
    del chance
    return tuple(line for line in lines if line.strip())


def double_blank_lines(lines: Lines, chance: Random) -> Lines:
    """More blank lines, some of them with blanks in them."""
    spaced: list[str] = []
    for line in lines:
        spaced.append(line)
        if not line.strip():
            spaced += chance.choice(([], [""], ["  "], ["\u3000", ""]))
    return tuple(spaced)


# What optical recognition takes for each other, in Chinese and in Latin letters.
_MISREAD: dict[str, str] = {
    "0": "O", "1": "l", "l": "1", "5": "S", "大": "太", "日": "曰", "己": "已", "人": "入",
    "土": "士", "未": "末", "干": "千", "，": ",", "；": ";", "。": ".", "、": ",", "：": ":",
}  # fmt: skip


def misread(lines: Lines, chance: Random) -> Lines:
    """Optical recognition takes some characters for others."""
    share = _share(chance, 0.002, 0.02)

    def read(character: str) -> str:
        return _MISREAD.get(character, character) if chance.random() < share else character

    return tuple("".join(map(read, line)) for line in lines)


def stray_blanks(lines: Lines, chance: Random) -> Lines:
    """Blanks between characters of Chinese words, as justified print leaves them."""
    share = _share(chance, 0.005, 0.03)

    def spaced(line: str) -> str:
        out = ""
        for at, character in enumerate(line):
            is_inside = at and not character.isascii() and not line[at - 1].isascii()
            out += " " if is_inside and chance.random() < share else ""
            out += character
        return out

    return tuple(map(spaced, lines))


def insert_furniture(lines: Lines, chance: Random) -> Lines:
    """Page numbers, symbols and rules between lines, even within a paragraph's lines."""
    pages = 2 + len(lines) // 30
    furnished: list[str] = []
    page = 1
    for line in lines:
        if page < pages and furnished and chance.random() < 0.04:
            furnished += [f"{page}/{pages}", f"\f{46 + page}-{10_000 + len(lines)}"]
            page += 1
        furnished.append(line)
    return tuple(furnished)


def full_width(lines: Lines, chance: Random) -> Lines:
    """Digits and brackets in full width."""
    del chance
    wide = {ord(c): ord(c) + 0xFEE0 for c in "0123456789()/"}
    return tuple(line.translate(wide) for line in lines)


KINDS: dict[str, Kind] = {
    "cut": Kind(cut_lines, loses=True),
    "truncate": Kind(truncate, loses=True),
    "wrap": Kind(wrap_lines, loses=False),
    "join": Kind(join_lines, loses=False),
    "drop-blanks": Kind(drop_blank_lines, loses=False),
    "double-blanks": Kind(double_blank_lines, loses=False),
    "misread": Kind(misread, loses=True),
    "stray-blanks": Kind(stray_blanks, loses=False),
    "furniture": Kind(insert_furniture, loses=True),
    "full-width": Kind(full_width, loses=True),
}
