"""Generated libraries of a given number of paragraphs, built once and kept.

The paragraphs' vectors are synthetic (drawn by the text's checksum: embedding so many takes hours)
and kept under the name of the default embedder, so that every program opens such a library as its
own: each question is embedded by the default embedder, as always, and looked for among them. What
such a search finds is noise, what it costs is not.
"""

from __future__ import annotations

import json
import re
import sys
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter

from assistant.library.embedders import Embedder, Vector, Vectors, open_embedder
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.reading import File
from assistant.settings import Settings, load_settings
from eval.generator import Generated, Truth, resolutions
from eval.generator.addresses import MOST

SEED = 3
DRAWN = 120  # resolutions that questions are drawn from


@dataclass(frozen=True, slots=True)
class Built:
    """How a library was built."""

    paragraphs: int
    resolutions: int
    seconds: float
    peak_mib: float  # the most that the process held, the texts of all files among it
    is_synthetic: bool  # whether its vectors are


class SyntheticVectors:
    """Paragraphs get vectors for nothing, questions are embedded by the default embedder."""

    def __init__(self) -> None:
        self._real = open_embedder(load_settings({}))
        self.name = self._real.name
        self.dimension = self._real.dimension

    @property
    def is_at_hand(self) -> bool:
        """See Embedder."""
        return self._real.is_at_hand

    def embed_question(self, text: str) -> Vector:
        """See Embedder."""
        return self._real.embed_question(text)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for at, text in enumerate(texts):
            drawn = np.random.default_rng(zlib.crc32(text.encode())).normal(size=self.dimension)
            vectors[at] = drawn / np.linalg.norm(drawn)
        return vectors


def settings_of(folder: Path) -> Settings:
    """Those of the library in ``folder``: the defaults, whatever the environment says."""
    return load_settings({}, data_dir=folder, sample_library=False)


def generated(paragraphs: int) -> Iterator[Generated]:
    """Generated resolutions until there are ``paragraphs`` paragraphs that may answer, or as many
    as there are."""
    count = 0
    for file in resolutions(SEED, MOST):
        if count >= paragraphs:
            return
        yield file
        count += sum(
            bool(p.text) and p.kind != "heading" for t in file.truths for p in t.paragraphs
        )


def build(folder: Path, paragraphs: int, *, synthetic: bool) -> Built:
    """Make the library of ``paragraphs`` paragraphs in ``folder``; one that is there is kept."""
    record = folder / "built.json"
    if record.exists():
        kept: Built = TypeAdapter(Built).validate_json(record.read_bytes())
        return kept
    # Numbered: files of equal names stand for different resolutions.
    files = [
        File(f"{n:05}-{file.name}", file.text.encode())
        for n, file in enumerate(generated(paragraphs))
    ]
    begun = time.perf_counter()
    embedder: Embedder = SyntheticVectors() if synthetic else open_embedder(load_settings({}))
    with Library(settings_of(folder), embedder) as library:
        ingest(library, files, jobs=0, progress=_tell)
        if synthetic:
            one_for_real(library, embedder)
        built = Built(
            paragraphs=library.records.count_texts(),
            resolutions=len(library.records.symbols()),
            seconds=round(time.perf_counter() - begun),
            peak_mib=round(_peak_mib()),
            is_synthetic=synthetic,
        )
    record.write_text(json.dumps(asdict(built)) + "\n", encoding="utf-8")
    return built


def one_for_real(library: Library, embedder: Embedder) -> None:
    """Keep the vector that the default embedder gives of the first text: the one by which a server
    finds out, before it is ready, whether the embedder is still the library's."""
    first = next(iter(library.records.texts()), None)
    if first is not None:
        real = open_embedder(load_settings({})).embed_passages([first.text])
        library.records.vectors.put({first.text_hash: real[0]}, embedder.name)


def drawn(paragraphs: int) -> tuple[Truth, ...]:
    """Resolutions evenly over the library."""
    held = [truth for file in generated(paragraphs) for truth in file.truths]
    step = max(1, len(held) // DRAWN)
    return tuple(held[::step])


def _tell(step: str, done: int, total: int) -> None:
    end = "\n" if done == total else "\r"
    print(f"{step} {done} / {total}", end=end, file=sys.stderr, flush=True)


def _peak_mib() -> float:
    """Linux only: getrusage would count the peak of the process that started this one."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0
