"""``python -m eval.bench.ingest``: what adding generated resolutions to a library takes.

Times are ratios to the default embedder's time for one passage of 100 characters, measured in the
same run: reading and parsing a resolution of 40 paragraphs, and everything but embedding for each
paragraph (reading, parsing, records, both indexes). Memory is that of a process that adds 1,000 or
5,000 resolutions to an empty library, with an embedder that costs nothing:

    python -m eval.bench.ingest --counts 1000 5000

What the batch takes is to stay flat; the dense index, which Chroma keeps in memory, grows with the
library. With ``--dimension 384`` its vectors are as long as the default embedder's.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import numpy as np

from assistant.library.embedders import Embedder, Vector, Vectors, open_embedder
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.library.reader import Task, read_file
from assistant.reading import File
from assistant.settings import load_settings
from assistant.types import Progress, Resolution
from eval.generator import resolutions

SEED = 3
PASSAGE_CHARS = 100
PARAGRAPHS = 40  # of the resolution whose parsing is timed
NEARLY = range(30, 51)  # resolutions of so many paragraphs are timed, and scaled to 40
SAMPLE = 300  # resolutions looked at for those, and added for the time of a paragraph
COUNTS = (1_000, 5_000)
DIMENSION = 8


class FreeEmbedder:
    """Vectors for nothing: drawn by the text's checksum, so that equal texts have equal ones."""

    is_at_hand = True

    def __init__(self, dimension: int = DIMENSION) -> None:
        self.name = f"free-{dimension}"
        self.dimension = dimension

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return np.stack([self.embed_question(text) for text in texts])

    def embed_question(self, text: str) -> Vector:
        """See Embedder."""
        drawn = np.random.default_rng(zlib.crc32(text.encode())).normal(size=self.dimension)
        vector: Vector = (drawn / np.linalg.norm(drawn)).astype(np.float32)
        return vector


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds, of medians: a passage's embedding, a resolution's parsing, a paragraph's
    everything else."""

    passage: float
    resolution: float
    paragraph: float

    @property
    def resolution_ratio(self) -> float:
        """Parsing 40 paragraphs over embedding one passage: to be under a half."""
        return self.resolution / self.passage

    @property
    def paragraph_ratio(self) -> float:
        """Everything but embedding over embedding, for a paragraph: to be under a tenth."""
        return self.paragraph / self.passage


@dataclass(frozen=True, slots=True)
class Batch:
    """What adding ``count`` resolutions to an empty library took."""

    count: int
    paragraphs: int
    seconds: float
    reading_mb: float  # the highest the process came to until all files were read and written
    peak_mb: float  # and until the indexes were made, which grow with the library


def times() -> Times:
    """Everything timed in this process, on this machine, now."""
    files = [File(g.name, g.text.encode()) for g in resolutions(SEED, SAMPLE)]
    parsed = [(len(one.paragraphs), file) for file in files for one in _read(file)]
    texts = [file for count, file in parsed if count in NEARLY]
    embedder = open_embedder(load_settings({}))
    batch = _added(files, FreeEmbedder(embedder.dimension))
    return Times(
        passage=_milliseconds(lambda passage: embedder.embed_passages([passage]), _passages(files)),
        resolution=median(_scaled(file) for file in texts),
        paragraph=1000 * batch.seconds / batch.paragraphs,
    )


def peak(count: int, dimension: int) -> Batch:
    """The peak of a process of its own that adds ``count`` resolutions."""
    with tempfile.TemporaryDirectory() as folder:
        for number, generated in enumerate(resolutions(SEED, count)):
            # Numbered: files of equal names stand for different resolutions.
            (Path(folder) / f"{number:05}-{generated.name}").write_text(generated.text, "utf-8")
        command = [sys.executable, "-m", "eval.bench.ingest", "--add", folder]
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
            [*command, "--dimension", str(dimension)], check=True, capture_output=True, text=True
        )
    return Batch(count=count, **json.loads(done.stdout))


def as_markdown(timed: Times | None, batches: Sequence[Batch]) -> str:
    """The figures as people read them."""
    lines: list[str] = []
    if timed:
        lines += [
            f"One passage of {PASSAGE_CHARS} characters: {timed.passage:.1f} ms.",
            f"Parsing a resolution of {PARAGRAPHS} paragraphs: {timed.resolution:.1f} ms, "
            f"{timed.resolution_ratio:.2f} of it.",
            f"Everything but embedding: {timed.paragraph:.2f} ms a paragraph, "
            f"{timed.paragraph_ratio:.3f} of it.",
            "",
        ]
    if batches:
        lines += [
            "| resolutions | paragraphs | s | MB while reading | MB with indexes |",
            "|---|---|---|---|---|",
        ]
    lines += [
        f"| {b.count:,} | {b.paragraphs:,} | {b.seconds:.0f} | {b.reading_mb:.0f} "
        f"| {b.peak_mb:.0f} |"
        for b in batches
    ]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the figures, and write JSON where asked."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.ingest", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="*", default=list(COUNTS), help="for memory")
    parser.add_argument("--dimension", type=int, default=DIMENSION, help="of the free vectors")
    parser.add_argument("--no-times", action="store_true", help="memory alone")
    parser.add_argument("--out", type=Path, help="file for the figures as JSON")
    parser.add_argument("--add", type=Path, help=argparse.SUPPRESS)  # in a process of its own
    options = parser.parse_args(argv)
    if options.add:
        print(json.dumps(_measured(options.add, options.dimension)))
        return 0
    timed = None if options.no_times else times()
    batches = [peak(count, options.dimension) for count in options.counts]
    print(as_markdown(timed, batches))
    if options.out:
        data = {"times": timed and asdict(timed), "batches": [asdict(batch) for batch in batches]}
        options.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 0


def _read(file: File) -> tuple[Resolution, ...]:
    outcome = read_file(Task(file))
    return outcome if isinstance(outcome, tuple) else ()


def _scaled(file: File) -> float:
    """Milliseconds of reading and parsing a file, for 40 of its paragraphs."""
    begun = time.perf_counter()
    found = _read(file)
    taken = 1000 * (time.perf_counter() - begun)
    return taken * PARAGRAPHS / sum(len(one.paragraphs) for one in found)


def _passages(files: Sequence[File]) -> list[str]:
    text = "".join("".join(file.data.decode().split()) for file in files[:20])
    return [text[n : n + PASSAGE_CHARS] for n in range(0, 40 * PASSAGE_CHARS, PASSAGE_CHARS)]


def _milliseconds(work: Callable[[str], object], items: Sequence[str]) -> float:
    """The median over ``items`` but the first few, at which models load."""
    taken = []
    for item in items:
        begun = time.perf_counter()
        work(item)
        taken.append(1000 * (time.perf_counter() - begun))
    return median(taken[4:])


@dataclass(frozen=True, slots=True)
class _Added:
    paragraphs: int
    seconds: float


def _added(
    sources: Sequence[Path | File], embedder: Embedder, progress: Progress | None = None
) -> _Added:
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({}, data_dir=Path(folder), embedder="hashing")
        with Library(settings, embedder) as library:
            library.refresh()
            begun = time.perf_counter()
            ingest(library, sources, progress=progress)
            return _Added(library.records.count_texts(), time.perf_counter() - begun)


def _measured(folder: Path, dimension: int) -> dict[str, float]:
    reading = [0.0]

    def note(step: str, done: int, total: int) -> None:  # noqa: ARG001 - as Progress has it
        if step == "reading":
            reading[0] = _peak_mb()

    added = _added([folder], FreeEmbedder(dimension), note)
    return {**asdict(added), "reading_mb": reading[0], "peak_mb": _peak_mb()}


def _peak_mb() -> float:
    """The most this process has held. Linux only: getrusage would count its parent's too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else 0.0


if __name__ == "__main__":
    sys.exit(main())
