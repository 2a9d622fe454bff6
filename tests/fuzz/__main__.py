"""Coverage-guided fuzzing by Atheris (Linux), each target in a process of its own.

    python -m tests.fuzz --seconds 300                    all targets, one after the other
    python -m tests.fuzz --seconds 300 --target parsing   one
    python -m tests.fuzz --target parsing FILE…           these inputs alone, without Atheris

It begins with the project's own specimens. An input that ends a target is written beside the
corpus (--corpus, else a folder that is gone afterwards) and shown: exit code 1.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.fuzz.mutating import mutated

_FOUND = 77  # libFuzzer's exit code for a finding

# All that are there are run before the time is counted; the others come in by ``mutated``.
_BEGUN_WITH = 80

# The share of inputs that libFuzzer changes byte by byte; the others look more like real ones.
_BY_BYTES = 0.4


def main(argv: Sequence[str] | None = None) -> int:
    """Fuzz, or run given inputs; 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--target", action="append", help="default: all")
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, help="kept between runs")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("inputs", nargs="*", type=Path)
    options = parser.parse_args(argv)
    names = options.target or ["symbols", "questions", "answers", "parsing", "reading"]
    if options.inputs:
        return _run_given(names, options.inputs)
    if options.child:
        return _fuzz(names[0], options.seconds, options.seed, options.corpus)
    with tempfile.TemporaryDirectory() as passing:
        folder = options.corpus or Path(passing)
        arguments = ["--seconds", str(options.seconds), "--seed", str(options.seed)]
        ended = [_child(name, folder / name, arguments) for name in names]
    return int(any(ended))


def _child(name: str, corpus: Path, arguments: list[str]) -> bool:
    """Whether anything was found: libFuzzer ends the process that it runs in."""
    corpus.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.fuzz", "--child", "--target", name, *arguments]
    ended = subprocess.run([*command, "--corpus", str(corpus)], check=False)
    found = sorted(corpus.glob("found-*"))
    told = f"found {', '.join(map(str, found))}" if ended.returncode else "nothing"
    shown = (repr(one.read_bytes()[:2_000]) for one in found)
    sys.stdout.write("\n".join((f"{name}: {told}", *shown)) + "\n")
    sys.stdout.flush()
    return ended.returncode != 0


def _fuzz(name: str, seconds: float, seed: int, corpus: Path) -> int:
    import atheris  # type: ignore[import-untyped]  # it has no types

    with atheris.instrument_imports(include=["assistant"], enable_loader_override=False):
        from tests.fuzz.patience import patience
        from tests.fuzz.targets import TARGETS

        target = TARGETS[name]
        stock = tuple(target.seeds())
        target.run(stock[0])  # what is imported late, dictionaries and tables
    for one in stock[:: -(-len(stock) // _BEGUN_WITH)]:
        (corpus / hashlib.sha256(one).hexdigest()[:16]).write_bytes(one)

    def mutate(data: bytes, longest: int, drawn: int) -> bytes:
        chance = Random(drawn)  # noqa: S311 - to be drawn the same again
        if chance.random() < _BY_BYTES:
            changed: bytes = atheris.Mutate(data, len(data))
            return changed
        return mutated(data, stock, chance, longest)

    def run(data: bytes) -> None:
        with patience():
            target.run(data)

    flags = [
        f"-max_total_time={seconds:g}",
        f"-max_len={target.longest}",
        f"-seed={seed}",
        f"-artifact_prefix={corpus}/found-",
        f"-error_exitcode={_FOUND}",
        "-timeout=60",  # by the clock, of native code that the processor's timer cannot stop
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], run, custom_mutator=mutate)
    atheris.Fuzz()
    return 0


def _run_given(names: list[str], inputs: list[Path]) -> int:
    from tests.fuzz.patience import patience
    from tests.fuzz.targets import TARGETS

    for name in names:
        TARGETS[name].run(next(TARGETS[name].seeds()))
        for file in inputs:
            with patience():
                TARGETS[name].run(file.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
