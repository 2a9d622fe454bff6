"""Alignment of generated series against the truth, what sets related resolutions apart, and speed.

    python -m eval.bench.comparing [--series 60] [--first 60]

The constants of ``assistant.comparing`` were chosen on series 0 to 59 and are reported on 60 to
119, in both languages, two steps each.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from time import perf_counter

from assistant.comparing import compare
from assistant.comparing.align import align
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Resolution
from eval.generator.series import TrueStep, series

_SEED, _LENGTH = 11, 3


@dataclass
class Tally:
    """Pairs found right and wrong, and true pairs lost by their edit."""

    right: int = 0
    wrong: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    edits: Counter[str] = field(default_factory=Counter)
    moves: Counter[tuple[bool, bool]] = field(default_factory=Counter)  # true, found

    def add(self, step: TrueStep, first: Resolution, second: Resolution) -> None:
        """Align two neighbours and hold the pairs against the truth."""
        true = {(old, new): edit for old, new, edit in step.pairs}
        found = {
            (pair.first.place, pair.second.place): pair.moved
            for pair in align(first, second)
            if pair.first and pair.second and "(" not in pair.first.place
        }
        self.right += len(found.keys() & true.keys())
        self.wrong += len(found.keys() - true.keys())
        self.edits.update(true.values())
        self.lost.update(edit for pair, edit in true.items() if pair not in found)
        self.moves.update(
            (true[pair] in ("moved", "across"), moved)
            for pair, moved in found.items()
            if pair in true
        )


def steps(lang: str, first: int, count: int) -> Iterator[tuple[TrueStep, Resolution, Resolution]]:
    """The steps of generated series, read from their texts."""
    for index in range(first, first + count):
        made = series(_SEED, index * 7 + 5, _LENGTH, lang=lang)
        read = [parse(read_document(File(f.name, f.text.encode())))[0] for f in made.files]
        yield from zip(made.steps, *zip(*pairwise(read), strict=True), strict=True)


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.comparing", description=__doc__)
    parser.add_argument("--series", type=int, default=60)
    parser.add_argument("--first", type=int, default=60)
    given = parser.parse_args()
    tally, shared, times, firsts = Tally(), list[float](), list[float](), list[Resolution]()
    for lang in ("zh", "en"):
        for step, first, second in steps(lang, given.first, given.series):
            tally.add(step, first, second)
            begun = perf_counter()
            shared.append(compare(first, second).shared)
            times.append(perf_counter() - begun)
            if lang == "zh":
                firsts.append(first)
    apart = [compare(a, b).shared for a, b in pairwise(firsts[::2])]
    lost, found = tally.lost.total(), tally.right + tally.wrong
    print(f"precision {tally.right / found:.4f}  recall {tally.right / (tally.right + lost):.4f}")
    print(f"pairs {tally.right}, wrong {tally.wrong}, lost {lost}")
    for edit, count in tally.edits.most_common():
        print(f"  {edit}: {count}, lost {tally.lost[edit]}")
    moved = tally.moves
    print(f"moves found {moved[True, True]} of {moved[True, True] + moved[True, False]}, ", end="")
    print(f"told of {moved[False, True]} that did not move")
    print(f"shared by neighbours at least {min(shared):.3f}, by unrelated at most {max(apart):.3f}")
    print(f"a comparison takes {median(times) * 1000:.1f} ms, at most {max(times) * 1000:.1f}")


if __name__ == "__main__":
    main()
