"""A program that writes until it is killed, and says what it was told is written.

    python -m tests.kills.writer

It reads lines of "WORK SEED DATA_DIR", and for each begins a process that does that work: a fork of
this one, in which everything is imported. Each says its number first.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final

from assistant.service import Assistant, File
from assistant.settings import Settings, load_settings
from eval.generator.library import Generated, resolutions

BATCHES: Final = 5
_FILES: Final = 60  # each in two languages where it has them


def settings_of(folder: Path) -> Settings:
    """Of a library that needs no model and begins empty."""
    return load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)


@cache
def batches() -> tuple[tuple[Generated, ...], ...]:
    """Files of different resolutions."""
    made = tuple(resolutions(7, _FILES, langs=("zh", "en")))
    size = -(-len(made) // BATCHES)
    return tuple(made[at : at + size] for at in range(0, len(made), size))


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def _ingest(assistant: Assistant, seed: int) -> None:
    for number in count(seed):
        files = [File(made.name, made.text.encode()) for made in batches()[number % BATCHES]]
        assistant.ingest(files, told=lambda r: _say("held", str(r.symbol), str(r.lang)), jobs=0)


def _reindex(assistant: Assistant, _seed: int) -> None:
    while True:
        assistant.reindex()
        _say("reindexed")


def _converse(assistant: Assistant, seed: int) -> None:
    symbols = [one.symbol for one in assistant.resolutions()]
    for number in count(seed):
        question = f"{symbols[number % len(symbols)]} 请秘书长做什么？"
        answer = assistant.ask(question, conversation_id=f"talk-{seed}")
        _say("turn", f"talk-{seed}", answer.id or "")


WORKS: Final[dict[str, Callable[[Assistant, int], None]]] = {
    "ingestion": _ingest,
    "reindex": _reindex,
    "conversation": _converse,
}


def _work(work: str, seed: int, folder: Path) -> None:
    with Assistant.open(settings_of(folder)) as assistant:
        if not assistant.resolutions():  # there is something to be rebuilt and asked about
            files = [File(made.name, made.text.encode()) for made in batches()[seed % BATCHES]]
            assistant.ingest(files, jobs=0)
        warm = assistant.ask("第75/45号决议请秘书长做什么？")
        assistant.forget(warm.conversation_id or "")
        _say("ready")
        WORKS[work](assistant, seed)


def main() -> None:
    """Begin a process for each line, until there are no more."""
    import assistant.library.dense  # noqa: F401 - heavy, and wanted by each of them
    from assistant.text import tokens

    tokens.tagged_words("核裁军")
    batches()
    _say("imported")
    for line in sys.stdin:
        work, seed, folder = line.rstrip("\n").split(" ", 2)
        process = os.fork()
        if process == 0:
            _say("process", str(os.getpid()))
            _work(work, int(seed), Path(folder))
        _, status = os.waitpid(process, 0)
        _say("ended", str(status))


if __name__ == "__main__":
    main()
