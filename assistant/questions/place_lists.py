"""Lists and ranges of numbers and labels: 7至9, 3(a)至(f), 3(a)和(c)."""

from __future__ import annotations

import re

from assistant.text.numerals import parse_numeral
from assistant.text.places import label_range, normal_label

# A range is written out; beyond this nobody means the paragraphs one by one.
LONGEST_RANGE = 200

NUM = r"(?:[0-9]{1,6}|[零〇一二两三四五六七八九十百廿卅]{1,6})"
# (a), (ii), (甲), and ㈠, which folding writes (一).
LABEL = r"\((?:[A-Za-z]{1,4}|[0-9]{1,2}|[甲乙丙丁戊己庚辛壬癸]|[一二三四五六七八九十]{1,2})\)"
LABELS = rf"(?:\s?{LABEL}){{0,3}}"
TO = r"(?:至|到|[-–—~～]|\bto\b|\bthrough\b)"
AND = r"(?:、|,|和|与|及|以及|跟|&|\band\b)"

# What may follow the first number of a list, for the patterns of other modules.
MORE_ITEMS = rf"(?:段?\s*(?:{TO}|{AND})\s*第?(?:{NUM}{LABELS}|(?:{LABEL}){{1,3}})(?![0-9/届年月]))*"
_STEP = re.compile(
    rf"(?P<join>{TO}|{AND})\s*(?:OP|PP|FN)?\.?\s*第?(?P<n>{NUM})?(?P<labels>{LABELS})",
    re.IGNORECASE,
)
_ONE_LABEL = re.compile(LABEL)
_TO = re.compile(TO, re.IGNORECASE)


def labels_in(text: str) -> list[str]:
    """The labels of a text, normalised: ㈠ (b) → (i), (b)."""
    return [normal_label(match.group()) for match in _ONE_LABEL.finditer(text)]


def items(first: int, labels: str, rest: str) -> list[str]:
    """Every item of a list as number and labels: 3, (a), 至(c) are 3(a), 3(b), 3(c)."""
    found: list[tuple[int, list[str]]] = [(first, labels_in(labels))]
    for match in _STEP.finditer(rest):
        n = parse_numeral(match["n"]) if match["n"] else None
        below = labels_in(match["labels"])
        is_range = bool(_TO.fullmatch(match["join"]))
        last, above = found[-1]
        if n is None:
            if below and above:
                found.extend((last, each) for each in _labels(above, below, is_range=is_range))
        elif is_range and not above and last < n:
            found.extend((m, []) for m in range(last + 1, min(n, last + LONGEST_RANGE) + 1))
            found[-1] = (found[-1][0], below)
        else:
            found.append((n, below))
    return list(dict.fromkeys(f"{n}{''.join(each)}" for n, each in found))


def _labels(above: list[str], below: list[str], *, is_range: bool) -> list[list[str]]:
    """What 至(iii) adds after (a)(i): (a)(ii), (a)(iii)."""
    kept = above[: -len(below)] if len(below) < len(above) else []
    if not is_range:
        return [[*kept, *below]]
    return [[*kept, *below[:-1], one] for one in label_range(above[-1], below[-1])[1:]]


def with_labels(place: str, written: str) -> list[str]:
    """A place with the labels written after it: 第3段, (a)和(c) are OP3(a), OP3(c)."""
    if not written:
        return [place]
    first = re.match(rf"\D*?((?:第?{LABEL})+)", written)
    if first is None:  # 第3段a项
        letter = re.search(r"[A-Za-z甲乙丙丁戊己庚辛壬癸]", written)
        return [place + normal_label(letter.group())] if letter else [place]
    listed = items(0, first.group(1), written[first.end() :])
    return [place + item.removeprefix("0") for item in listed]
