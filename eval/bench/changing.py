"""Questions asked while files are taken in: each answer is of one state of the library.

What a question is answered in each state is written down when nothing changes. An answer that was
made during a change has to be one of these, word for word, with its citations and its counts.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.library.ingest import ingest
from assistant.reading import File
from assistant.service import Assistant
from assistant.types import Answer
from eval.bench.asked import percentile
from eval.bench.built import settings_of
from eval.generator import Generated

# Of everything held, so that each state of the library answers differently.
QUESTIONS: Final = ("请秘书长做什么？", "哪些决议促请会员国？", "库里有哪些决议？")
_ASKING: Final = 4  # threads

_State = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Changing:
    """What came of it."""

    changes: int
    answers: int  # made while files were taken in
    of_one_state: int  # of these
    states: int  # that any of them was of
    seconds: float
    p95_ms: float  # of an answer meanwhile


def changing(folder: Path, batches: Sequence[Sequence[Generated]]) -> Changing:
    """Take ``batches`` into a copy of the library in ``folder`` while it is asked."""
    with tempfile.TemporaryDirectory() as fresh:
        copy = Path(fresh) / "library"
        shutil.copytree(folder, copy)
        with Assistant.open(settings_of(copy)) as assistant:
            assistant.warm()
            return _changed(assistant, batches)


def _changed(assistant: Assistant, batches: Sequence[Sequence[Generated]]) -> Changing:
    expected = {_state(one, assistant.ask(one)): 0 for one in QUESTIONS}
    made: list[tuple[_State, float]] = []
    stop = threading.Event()

    def ask() -> None:
        turn = 0
        while not stop.is_set():
            question = QUESTIONS[turn % len(QUESTIONS)]
            begun = time.perf_counter()
            state = _state(question, assistant.ask(question))
            made.append((state, time.perf_counter() - begun))
            turn += 1

    begun = time.perf_counter()
    with ThreadPoolExecutor(_ASKING) as pool:
        asking = [pool.submit(ask) for _ in range(_ASKING)]
        try:
            for number, batch in enumerate(batches, 1):
                files = [File(one.name, one.text.encode()) for one in batch]
                ingest(assistant.library, files, jobs=0)
                for question in QUESTIONS:
                    expected[_state(question, assistant.ask(question))] = number
        finally:
            stop.set()
        for one in asking:
            one.result()
    known = [state for state, _ in made if state in expected]
    return Changing(
        changes=len(batches),
        answers=len(made),
        of_one_state=len(known),
        states=len({expected[state] for state in known}),
        seconds=round(time.perf_counter() - begun, 1),
        p95_ms=round(1000 * percentile([taken for _, taken in made], 95), 1),
    )


def _state(question: str, answer: Answer) -> _State:
    """All of an answer that the library decides."""
    cited = tuple((one.symbol, one.paragraph, one.text) for one in answer.citations)
    return question, answer.status, answer.answer, cited, answer.coverage
