"""Speed and memory over generated libraries of a given number of paragraphs.

    python -m eval.bench.scale --paragraphs 2000 100000 [--data-dir FOLDER]

Times are ratios to the default embedder's time for one question, taken in turn with the questions
in the same run. The paragraphs' vectors are synthetic (drawn by the text's checksum: embedding so
many takes more than an hour); each question is embedded by the default embedder, as it always is,
and looked for among them. What such a search finds is noise, what it costs is not. A library is
built once for each size and kept in FOLDER.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from assistant.library.embedders import Vector, Vectors, open_embedder
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import Settings, load_settings
from assistant.types import ListingQuery, MandateQuery
from eval.bench.ingest import FreeEmbedder
from eval.bench.scale_questions import COMMON_PHRASE, STRUCTURAL, Kind, kinds, typed
from eval.generator import Generated, Truth, resolutions

SEED = 3
SIZES = (2_000, 100_000)
EACH = 20  # questions of a kind
DRAWN = 120  # resolutions that questions are drawn from
_MOST = 29_000  # resolutions; the generator has symbols for a few more
_WARM_UP = 2  # questions of each kind that are asked and not timed


class SyntheticVectors(FreeEmbedder):
    """Paragraphs get vectors for nothing, questions are embedded by the default embedder."""

    def __init__(self) -> None:
        self._real = open_embedder(load_settings({}))
        super().__init__(self._real.dimension)
        self.name = f"synthetic-{self.dimension}"

    def embed_question(self, text: str) -> Vector:
        """See Embedder."""
        return self._real.embed_question(text)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return np.stack([FreeEmbedder.embed_question(self, text) for text in texts])


@dataclass(frozen=True, slots=True)
class Timing:
    """A kind of question: ratios to the embedder's median for a question, over ``n`` of them."""

    name: str
    limit: float | None
    p50: float
    p95: float
    n: int
    asked: int  # with those of the warm-up
    answered: int
    statements: float  # of an answer, at the median: what a list costs goes by its length


@dataclass(frozen=True, slots=True)
class Measured:
    """A library of one size."""

    paragraphs: int
    resolutions: int
    embedder_ms: float  # the median for one question
    ready_s: float  # from nothing to the first question, models loaded
    rss_mb: float  # of the process, ready
    rss_after_mb: float  # when all was asked
    timings: tuple[Timing, ...]


# ── building ─────────────────────────────────────────────────────────────────────────────────


def generated(paragraphs: int) -> Iterator[Generated]:
    """Generated resolutions until there are ``paragraphs`` paragraphs that may answer."""
    count = 0
    for file in resolutions(SEED, _MOST):
        if count >= paragraphs:
            return
        yield file
        count += sum(
            bool(p.text) and p.kind != "heading" for t in file.truths for p in t.paragraphs
        )


def build(folder: Path, paragraphs: int) -> None:
    """Make the library of ``paragraphs`` paragraphs in ``folder``; one that is there is kept."""
    done = folder / "built"
    if done.exists():
        return
    # Numbered: files of equal names stand for different resolutions.
    files = (
        File(f"{n:05}-{file.name}", file.text.encode())
        for n, file in enumerate(generated(paragraphs))
    )
    with Library(_settings(folder), SyntheticVectors()) as library:
        ingest(library, list(files), jobs=0, progress=_tell)
    done.touch()


def _settings(folder: Path) -> Settings:
    return load_settings({}, data_dir=folder, sample_library=False)


def _tell(step: str, done: int, total: int) -> None:
    end = "\n" if done == total else "\r"
    print(f"{step} {done} / {total}", end=end, file=sys.stderr, flush=True)


def drawn(paragraphs: int) -> tuple[Truth, ...]:
    """Resolutions evenly over the library."""
    held = [truth for file in generated(paragraphs) for truth in file.truths]
    step = max(1, len(held) // DRAWN)
    return tuple(held[::step])


# ── measuring ────────────────────────────────────────────────────────────────────────────────


def measure(folder: Path, questions: Sequence[Kind]) -> Measured:
    """Ask everything of the library in ``folder``, in turn with the embedder alone."""
    begun = time.perf_counter()
    settings = _settings(folder)
    embedder = SyntheticVectors()
    library = Library(settings, embedder)
    library.refresh()
    with Assistant(library, settings) as assistant:
        assistant.warm()
        assistant.ask("第100/1号决议执行部分第1段写了什么？")
        ready, rss = time.perf_counter() - begun, _memory_mb()
        clock = _Clock(embedder)

        def ask(text: str) -> int:
            answer = assistant.ask(text)
            return len(answer.statements) if answer.status == "answered" else 0

        rows = [clock.kind(kind, ask) for kind in questions]
        rows += [clock.kind(kind, work) for kind, work in _direct(assistant, questions)]
        per_question = clock.embedder()
        return Measured(
            paragraphs=library.records.count_texts(),
            resolutions=assistant.coverage().resolutions,
            embedder_ms=round(1000 * per_question, 2),
            ready_s=round(ready, 1),
            rss_mb=round(rss),
            rss_after_mb=round(_memory_mb()),
            timings=tuple(row(per_question) for row in rows),
        )


def _direct(
    assistant: Assistant, questions: Sequence[Kind]
) -> Iterator[tuple[Kind, Callable[[str], int]]]:
    """What the page and programs ask without words."""
    words = next(kind for kind in questions if kind.name == "where words stand").questions
    rare = tuple(text.split("“")[1].split("”")[0] for text in words)
    sessions = assistant.coverage().sessions[-40:]

    def mandates(last: str) -> int:
        query = MandateQuery(addressees=("秘书长",), due_sessions=(1, int(last)))
        return len(assistant.mandates(query, limit=50).mandates)

    # To a later session each time: all of them at the end.
    yield Kind("a page of mandates", tuple(map(str, sessions[::3])), STRUCTURAL), mandates
    yield (
        Kind("precedents of a rare phrase", rare, STRUCTURAL),
        lambda phrase: len(assistant.precedents(phrase).hits),
    )
    for kind in typed([one.title for one in assistant.resolutions()], EACH):
        yield kind, lambda text: len(assistant.browsing.listing(ListingQuery(text=text)).hits)
    common = tuple(COMMON_PHRASE[: len(COMMON_PHRASE) - n] for n in range(5))
    yield (
        Kind("precedents of a common phrase", common, STRUCTURAL),
        lambda phrase: len(assistant.precedents(phrase).hits),
    )


class _Clock:
    """Times each question after the embedder alone on the same words."""

    def __init__(self, embedder: SyntheticVectors) -> None:
        self._embedder = embedder
        self._alone: list[float] = []

    def kind(self, kind: Kind, ask: Callable[[str], int]) -> Callable[[float], Timing]:
        """Ask the questions of a kind; its row, once the embedder's time is known."""
        taken: list[float] = []
        lengths: list[int] = []
        spared = min(_WARM_UP, len(kind.questions) - 1)
        for turn, text in enumerate(kind.questions):
            alone, _ = _timed(self._embedder.embed_question, text)
            seconds, length = _timed(ask, text)
            lengths.append(length)
            if turn >= spared:
                self._alone.append(alone)
                taken.append(seconds)

        def row(unit: float) -> Timing:
            p50, p95 = (round(_percentile(taken, p) / unit, 2) for p in (50, 95))
            answered = sum(length > 0 for length in lengths)
            middle = float(np.median(lengths))
            return Timing(
                kind.name, kind.limit, p50, p95, len(taken), len(lengths), answered, middle
            )

        return row

    def embedder(self) -> float:
        """Seconds of the embedder for one question, at the median."""
        return _percentile(self._alone, 50)


_Done = TypeVar("_Done")


def _timed(work: Callable[[str], _Done], text: str) -> tuple[float, _Done]:
    begun = time.perf_counter()
    done = work(text)
    return time.perf_counter() - begun, done


def _percentile(seconds: Sequence[float], percent: int) -> float:
    """By nearest rank."""
    ranked = sorted(seconds)
    return ranked[min(len(ranked) - 1, len(ranked) * percent // 100)]


def _memory_mb() -> float:
    """What this process holds. Linux only."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else 0.0


# ── telling ──────────────────────────────────────────────────────────────────────────────────


def as_markdown(small: Measured | None, large: Measured) -> str:
    """The figures as people read them."""
    before = {row.name: row for row in small.timings} if small else {}
    lines = [
        f"{large.paragraphs:,} paragraphs of {large.resolutions:,} resolutions. The embedder takes "
        f"{large.embedder_ms:.1f} ms for a question; times are multiples of that.",
        "",
        "| question | limit | median | p95 | growth | answered | statements |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in large.timings:
        limit = "" if row.limit is None else f"{row.limit:.0f}"
        growth = f"{row.p50 / max(before[row.name].p50, 0.01):.1f}" if row.name in before else ""
        lines.append(
            f"| {row.name} | {limit} | {row.p50:.2f} | {row.p95:.2f} | {growth} "
            f"| {row.answered} of {row.asked} | {row.statements:.0f} |"
        )
    lines += [
        "",
        "| paragraphs | ready after | memory ready | memory at the end |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {m.paragraphs:,} | {m.ready_s:.1f} s | {m.rss_mb:.0f} MB | {m.rss_after_mb:.0f} MB |"
        for m in (small, large)
        if m is not None
    ]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Build what is not there, measure each size in a process of its own, and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.scale", description=__doc__)
    parser.add_argument("--paragraphs", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--each", type=int, default=EACH, help="questions of each kind")
    parser.add_argument("--data-dir", type=Path, help="where the libraries are kept")
    parser.add_argument("--out", type=Path, help="file for the figures as JSON")
    parser.add_argument("--markdown", type=Path, help="file for the table")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)  # in a process of its own
    options = parser.parse_args(argv)
    if options.measure:
        truths = drawn(options.paragraphs[0])
        print(json.dumps(asdict(measure(options.measure, kinds(truths, options.each)))))
        return 0
    with tempfile.TemporaryDirectory() as fresh:
        base = options.data_dir or Path(fresh)
        found = [_in_own_process(base, count, options.each) for count in sorted(options.paragraphs)]
    table = as_markdown(found[0] if len(found) > 1 else None, found[-1])
    print(table)
    if options.markdown:
        options.markdown.write_text(table + "\n", encoding="utf-8")
    if options.out:
        data = json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1)
        options.out.write_text(data + "\n", encoding="utf-8")
    return 0


def _in_own_process(base: Path, count: int, each: int) -> Measured:
    folder = base / f"{count}"
    build(folder, count)
    command = [sys.executable, "-m", "eval.bench.scale", "--measure", str(folder)]
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [*command, "--paragraphs", str(count), "--each", str(each)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    told = json.loads(done.stdout)
    timings = tuple(Timing(**row) for row in told.pop("timings"))
    return Measured(**told, timings=timings)


if __name__ == "__main__":
    sys.exit(main())
