"""What grows with what: sizes measured on generated libraries, and what follows for larger ones.

    python -m eval.capacity --measure      measure on this machine, into eval/capacity.json
    python -m eval.capacity                print the tables of docs/capacity*.md from it

Two libraries of different size are built with vectors of the default embedder's dimension; a line
through both gives what each paragraph costs beside what every library costs. How many resolutions
an organ has adopted is an assumption, written down in ``ORGANS`` and shown with the result.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np
from pydantic import TypeAdapter

from assistant.library import archive
from assistant.library.embedders import HashingEmbedder, Vectors, open_embedder
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.library.opening import open_sources
from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import load_settings
from eval.generator.library import resolutions

RECORD: Final = Path(__file__).with_name("capacity.json")
_SIZES: Final = (150, 450)  # resolutions
_EMBEDDED: Final = 64  # passages, by the real embedder
_MB: Final = 1_000_000

# Adopted up to 2025, rounded; organs with the two languages that the program reads, and with six.
ORGANS: Final[tuple[tuple[str, str, int, int], ...]] = (
    ("大会，中文", "General Assembly, Chinese", 19_000, 1),
    ("大会，中英文", "General Assembly, Chinese and English", 19_000, 2),
    (
        "大会和三个理事会，中文",
        "Assembly and three councils, Chinese",
        30_000,
        1,
    ),
    ("同上，六种语文", "the same in six languages", 30_000, 6),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A quantity by paragraphs: ``each`` bytes for one, beside ``fixed``."""

    each: float
    fixed: float

    def at(self, paragraphs: float) -> float:
        """The quantity of a library of so many."""
        return self.fixed + self.each * paragraphs


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found on a machine. Bytes, and paragraphs that are indexed."""

    paragraphs_of_resolution: float
    records: Line  # the database, vectors among it
    words: Line  # the lexical index, of every process
    vectors: Line  # the dense index, Chroma's
    sources: Line  # the files, as text
    backup: Line
    memory: Line  # of a process, the embedder's model beside it
    passages_per_second: float  # of the embedder, on this machine


class _Synthetic(HashingEmbedder):
    """Vectors as long as the default embedder's, and as little to be compressed, without its
    model."""

    name = "synthetic-384"
    dimension = 384

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Drawn, the same for the same text."""
        seeds = (zlib.crc32(text.encode()) for text in texts)
        drawn = [np.random.default_rng(seed).normal(size=self.dimension) for seed in seeds]
        vectors = np.array(drawn, dtype=np.float32).reshape(-1, self.dimension)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit


def measure() -> Measured:
    """Build the libraries and look at them, each in a process of its own: some minutes."""
    few, many = (_apart(count) for count in _SIZES)
    return Measured(
        paragraphs_of_resolution=_of_a_real_one(),
        records=_line(few, many, "records"),
        words=_line(few, many, "words"),
        vectors=_line(few, many, "vectors"),
        sources=_line(few, many, "sources"),
        backup=_line(few, many, "backup"),
        memory=_line(few, many, "memory"),
        passages_per_second=_pace(),
    )


def _apart(count: int) -> dict[str, float]:
    """Memory that one library let go of would hide what the next takes."""
    command = [sys.executable, "-m", "eval.capacity", "--build", str(count)]
    built = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own
    found: dict[str, float] = json.loads(built.stdout)
    return found


def _of_a_real_one() -> float:
    """The indexed paragraphs of the resolutions that are shipped, on the average."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({}, data_dir=Path(folder), embedder="hashing")
        with Assistant.open(settings) as sample:
            records = sample.library.records
            return records.count_texts() / len(records.symbols())


def _line(few: dict[str, float], many: dict[str, float], name: str) -> Line:
    each = (many[name] - few[name]) / (many["paragraphs"] - few["paragraphs"])
    return Line(each, max(0.0, few[name] - each * few["paragraphs"]))


def _built(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        settings = load_settings({}, data_dir=root / "data", embedder="hashing")
        before = _resident()
        with Library(settings, _Synthetic()) as library:
            made = (File(one.name, one.text.encode()) for one in resolutions(7, count))
            ingest(library, list(made), jobs=0)
            library.records.summaries()
            library.records.folded.held()
            with library.generations.one():
                library.dense.search("秘书长", 10)
                library.lexical.search("秘书长", 10)
            library.records.wordings.headings()
            memory = _resident() - before
            paragraphs = library.records.count_texts()
            held = len(library.records.symbols())
            made_backup = root / "backup"
            archive.write(made_backup, library.records, open_sources(settings, library.records))
        return {
            "paragraphs": paragraphs,
            "held": held,
            "records": _size(settings.data_dir, "library.sqlite3*"),
            "words": _size(settings.data_dir, "lexical-*"),
            "vectors": _size(settings.data_dir, "dense-*"),
            "sources": _size(settings.data_dir, "sources"),
            "backup": made_backup.stat().st_size,
            "memory": memory,
        }


def _size(folder: Path, pattern: str) -> int:
    found = [one for top in folder.glob(pattern) for one in (top, *top.rglob("*"))]
    return sum(one.stat().st_size for one in found if one.is_file())


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _pace() -> float:
    embedder = open_embedder(load_settings({}))
    texts = [text for one in resolutions(11, 4) for text in one.text.split("\n") if text]
    embedder.embed_passages(texts[:2])
    begun = time.perf_counter()
    embedder.embed_passages(texts[:_EMBEDDED])
    return len(texts[:_EMBEDDED]) / (time.perf_counter() - begun)


def table(found: Measured, lang: Literal["zh", "en"]) -> str:
    """The table of larger libraries, in Markdown."""
    heads = {
        "zh": "文库|决议|段落|数据库|向量索引|每个进程的词语索引|原文件|备份|每个进程的内存|"
        "首次计算向量",
        "en": "library|resolutions|paragraphs|database|vector index|word index of each process|"
        "source files|backup|memory of each process|first embedding",
    }[lang].split("|")
    rows = [heads, ["---"] + ["---:"] * (len(heads) - 1)]
    for zh, en, count, langs in ORGANS:
        paragraphs = count * found.paragraphs_of_resolution * langs
        sizes = ("records", "vectors", "words", "sources", "backup", "memory")
        hours = paragraphs / found.passages_per_second / 3600
        rows.append(
            [
                zh if lang == "zh" else en,
                f"{count:,}",
                f"{paragraphs:,.0f}",
                *(_bytes(getattr(found, name).at(paragraphs)) for name in sizes),
                f"{hours:,.1f} h",
            ]
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def each(found: Measured, lang: Literal["zh", "en"]) -> str:
    """What a paragraph costs, in Markdown."""
    names = {
        "records": ("数据库（向量在内）", "database, with the vectors"),
        "vectors": ("向量索引（Chroma）", "vector index (Chroma)"),
        "words": ("词语索引（Tantivy）", "word index (Tantivy)"),
        "sources": ("原文件（纯文本）", "source files, as plain text"),
        "backup": ("备份", "backup"),
        "memory": ("进程的内存", "memory of a process"),
    }
    heads = {
        "zh": ["每段", "字节", "另有固定部分"],
        "en": ["of each paragraph", "bytes", "beside"],
    }
    rows = [heads[lang], ["---", "---:", "---:"]]
    for name, (zh, en) in names.items():
        line: Line = getattr(found, name)
        rows.append([zh if lang == "zh" else en, f"{line.each:,.0f}", _bytes(line.fixed)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _bytes(size: float) -> str:
    return f"{size / _MB:,.0f} MB" if size < 1000 * _MB else f"{size / _MB / 1000:,.1f} GB"


def recorded() -> Measured:
    """What was measured last, and kept."""
    found: Measured = TypeAdapter(Measured).validate_json(RECORD.read_bytes())
    return found


def main() -> None:
    """Read the command line, measure or print."""
    parser = argparse.ArgumentParser(prog="python -m eval.capacity", description=__doc__)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--build", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build:
        print(json.dumps(_built(given.build)))
        return
    if given.measure:
        said = json.dumps(asdict(measure()), indent=2) + "\n"
        RECORD.write_text(said, encoding="utf-8")
    for lang in ("zh", "en"):
        print(each(recorded(), lang), table(recorded(), lang), sep="\n\n", end="\n\n")


if __name__ == "__main__":
    main()
