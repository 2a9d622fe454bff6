"""Two resolutions as one table, and a series as the tables of its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from assistant.comparing.acts import act_changes
from assistant.comparing.align import Pair, align
from assistant.comparing.differences import differences
from assistant.comparing.renewal import Renewal
from assistant.comparing.table import whole_paragraphs
from assistant.errors import NotComparable
from assistant.text.labels import label
from assistant.types import (
    AlignedRow,
    ComparedParagraph,
    Comparison,
    Paragraph,
    Resolution,
    RowKind,
    WordChange,
)

# Share of paragraphs with a counterpart below which two resolutions have little in common. 480
# pairs of neighbours in generated series have .72 and more, 118 unrelated ones .56 and less (they
# share the generator's sentences), the two sample texts .12 (``eval.bench.comparing``).
RELATED = 0.6

_NUMBERED = re.compile(r"OP~?(?P<n>[0-9]+)")


def compare(first: Resolution, second: Resolution) -> Comparison:
    """What became of ``first`` in ``second``: every paragraph aligned, every word compared.

    Raises:
        NotComparable: they are one resolution, or are not in one language.
    """
    _check(first, second)
    pairs = align(first, second)
    renewal = Renewal.between(first, second, _renumbered(pairs))
    rows = tuple(_row(pair, renewal) for pair in pairs)
    wholes = whole_paragraphs(rows)
    counts = Counter(whole.kind for whole in wholes)
    both = counts["same"] + counts["renewed"] + counts["changed"]
    total = 2 * both + counts["added"] + counts["dropped"]
    shared = round(2 * both / total, 3) if total else 0.0
    return Comparison(
        first=first.symbol,
        second=second.symbol,
        lang=first.lang,
        rows=rows,
        same=counts["same"],
        renewed=counts["renewed"],
        changed=counts["changed"],
        added=counts["added"],
        dropped=counts["dropped"],
        moved=sum(whole.rows[0].moved for whole in wholes),
        shared=shared,
        related=shared >= RELATED,
    )


def compare_paragraphs(
    first: Resolution, one: Paragraph, second: Resolution, other: Paragraph
) -> Comparison:
    """Two paragraphs that somebody put beside each other, of one resolution or of two.

    Raises NotComparable where they are not in one language.
    """
    if first.lang != second.lang:
        _check(first, second)
    row = _row(Pair(one, other), Renewal.between(first, second))
    return Comparison(
        first=first.symbol,
        second=second.symbol,
        lang=first.lang,
        rows=(row,),
        same=int(row.kind == "same"),
        renewed=int(row.kind == "renewed"),
        changed=int(row.kind == "changed"),
        added=0,
        dropped=0,
        moved=0,
        shared=1.0,
        related=True,
    )


def compare_series(resolutions: Sequence[Resolution]) -> tuple[Comparison, ...]:
    """Each resolution of a series with the one before it, in the order given.

    Raises:
        NotComparable: two neighbours are one resolution, or are not in one language.
    """
    return tuple(compare(first, second) for first, second in pairwise(resolutions))


def _check(first: Resolution, second: Resolution) -> None:
    if first.symbol == second.symbol:
        name = label(first.symbol, "zh"), label(first.symbol, "en")
        raise NotComparable(
            f"{name[0]}不能与它自己对照。要并排看它的中英文本，请在阅读页选择双语；要比较，请给出另一份决议。",
            f"{name[1]} cannot be compared with itself. To see its Chinese and English texts side "
            "by side, choose both languages in the reader; to compare, name another resolution.",
        )
    if first.lang != second.lang:
        raise NotComparable(
            "两份决议的文本语文不同，不能逐字对照。请导入同一语文的文本，或在阅读页分别打开。",
            "The texts of the two resolutions are in different languages and cannot be compared "
            "word for word. Ingest them in one language, or open each in the reader.",
        )


def _renumbered(pairs: Iterable[Pair]) -> Collection[tuple[str, str]]:
    """第3段 that is now 第4段, for references to paragraphs."""
    found: set[tuple[str, str]] = set()
    for pair in pairs:
        if pair.first is None or pair.second is None:
            continue
        old, new = _NUMBERED.fullmatch(pair.first.place), _NUMBERED.fullmatch(pair.second.place)
        if old and new:
            found |= {(old["n"], new["n"]), (f"第{old['n']}", f"第{new['n']}")}
    return frozenset(found)


def _row(pair: Pair, renewal: Renewal) -> AlignedRow:
    first, second = pair.first, pair.second
    if first is None or second is None:
        kind: RowKind = "added" if first is None else "dropped"
        return AlignedRow(kind, _side(first), _side(second))
    words = differences(first, second, renewal)
    verbs = act_changes(first, second, renewal)
    return AlignedRow(
        kind=_kind(words),
        first=_side(first),
        second=_side(second),
        likeness=round(pair.likeness, 3),
        words=words,
        verbs=verbs,
        moved=pair.moved,
        across=pair.across,
    )


def _side(paragraph: Paragraph | None) -> ComparedParagraph | None:
    if paragraph is None:
        return None
    return ComparedParagraph(paragraph.place, paragraph.kind, paragraph.text)


def _kind(words: Sequence[WordChange]) -> RowKind:
    changes = list(_changes(words))
    if not changes:
        return "same"
    return "renewed" if all(change.routine for change in changes) else "changed"


def _changes(words: Iterable[WordChange]) -> Iterator[WordChange]:
    return (change for change in words if change.kind != "same")
