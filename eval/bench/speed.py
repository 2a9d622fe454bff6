"""``assistant bench``: time to answer, beside LlamaIndex's stock pipeline.

Both answer the same wordings in turn, one after the other, so that whatever else the machine is
doing falls on both. Every wording is asked once: nobody is timed on a question seen before.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.bench.imports import Imported, probe_import
from eval.bench.stock import Ask, stock_pipeline
from eval.gold import GoldItem, load_gold
from eval.sample import SAMPLE_FILES, open_sample
from eval.variants import polite, typo

STRUCTURAL_KINDS = frozenset({"lookup", "actor", "verb", "metadata"})
CONTENT_KINDS = frozenset({"fact"})
WORDINGS: tuple[Callable[[str], str], ...] = (str, polite, typo)
IMPORTED = ("assistant", "assistant.service", "assistant.cli")
_WARM_UP = 4  # questions of each sort that are asked and not timed: models load at first use


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one answer at the median and the 95th percentile, over ``n`` questions."""

    p50: float
    p95: float
    n: int


@dataclass(frozen=True, slots=True)
class Row:
    """One sort of question: ours, the stock pipeline's, and how many times faster we are."""

    wording: str
    ours: Timing
    stock: Timing

    @property
    def speedup(self) -> float:
        """Stock median over ours: above 1 we are faster."""
        return self.stock.p50 / self.ours.p50


def timing(seconds: Sequence[float]) -> Timing:
    """Percentiles by nearest rank. Raises ValueError when nothing was timed."""
    if not seconds:
        raise ValueError("nothing was timed")
    ranked = sorted(seconds)
    p50, p95 = (1000 * ranked[min(len(ranked) - 1, len(ranked) * p // 100)] for p in (50, 95))
    return Timing(round(p50, 2), round(p95, 2), len(ranked))


def race(wording: str, questions: Sequence[str], ours: Ask, stock: Ask) -> Row:
    """Ask both every question, in turns; who goes first alternates."""
    for question in questions[:_WARM_UP]:
        ours(question)
        stock(question)
    seconds: tuple[list[float], list[float]] = ([], [])
    for turn, question in enumerate(questions[_WARM_UP:]):
        for who in (0, 1) if turn % 2 == 0 else (1, 0):
            seconds[who].append(_seconds((ours, stock)[who], question))
    return Row(wording, timing(seconds[0]), timing(seconds[1]))


def _seconds(ask: Ask, question: str) -> float:
    start = time.perf_counter()
    ask(question)
    return time.perf_counter() - start


def questions_of(items: Sequence[GoldItem], kinds: frozenset[str], limit: int) -> list[str]:
    """Answerable single questions of those kinds in every wording, each once."""
    plain = [i.question for i in items if i.kind in kinds and len(i.turns) == 1 and i.answerable]
    return list(dict.fromkeys(word(q) for word in WORDINGS for q in plain))[:limit]


def as_markdown(rows: Sequence[Row], imported: Sequence[Imported]) -> str:
    """The table that the README shows."""
    lines = [
        "| question | assistant p50 / p95 | LlamaIndex stock p50 / p95 | times faster (p50) | n |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {r.wording} | {r.ours.p50:.1f} / {r.ours.p95:.1f} ms "
        f"| {r.stock.p50:.1f} / {r.stock.p95:.1f} ms | {r.speedup:.2f} | {r.ours.n} |"
        for r in rows
    ]
    lines.append("")
    for each in imported:
        heavy = ", ".join(each.heavy) or "no heavy library"
        lines.append(f"`import {each.name}`: {1000 * each.seconds:.0f} ms, loads {heavy}.")
    return "\n".join(lines)


def as_json(rows: Sequence[Row], imported: Sequence[Imported]) -> str:
    """The same for programs."""
    data = {
        "milliseconds": [{**asdict(r), "speedup": round(r.speedup, 3)} for r in rows],
        "import": [{**asdict(each), "heavy": each.heavy} for each in imported],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def measure(limit: int) -> tuple[Row, ...]:
    """Both races on the sample library."""
    from assistant.library.embedders import open_embedder
    from assistant.settings import load_settings

    items = load_gold()
    texts = {path.name: path.read_text(encoding="utf-8") for path in SAMPLE_FILES}
    stock = stock_pipeline(texts, open_embedder(load_settings({})))
    with open_sample() as assistant:
        return tuple(
            race(wording, questions_of(items, kinds, limit), assistant.ask, stock)
            for wording, kinds in (("structural", STRUCTURAL_KINDS), ("content", CONTENT_KINDS))
        )


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the table, and write JSON where asked."""
    parser = argparse.ArgumentParser(prog="assistant bench", description=__doc__)
    parser.add_argument("--limit", type=int, default=150, help="questions of each sort")
    parser.add_argument("--out", type=Path, help="file for the figures as JSON")
    options = parser.parse_args(argv)
    if options.limit <= _WARM_UP:
        parser.error(f"--limit must be more than the {_WARM_UP} questions of the warm-up")
    imported = tuple(map(probe_import, IMPORTED))
    rows = measure(options.limit)
    print(as_markdown(rows, imported))
    if options.out:
        options.out.write_text(as_json(rows, imported) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
