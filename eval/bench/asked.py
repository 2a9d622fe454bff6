"""What answers take of a library, in units of the embedder's time for one question.

Each question is asked once, right after the embedder alone was given the same words, so that
whatever else the machine is doing falls on both. Runs in a process of its own, whose memory is
looked at when everything was asked.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from assistant.cli.collecting import collect_from_now_on
from assistant.library.embedders import Embedder, open_embedder
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import ListingQuery, MandateQuery
from eval.bench.built import settings_of
from eval.bench.scale_questions import COMMON_PHRASE, STRUCTURAL, Kind, Sort, typed

WARM_UP = 2  # questions of each kind that are asked and not timed


@dataclass(frozen=True, slots=True)
class Timing:
    """A kind of question: how long each took, as a ratio to the embedder's median."""

    name: str
    sort: Sort
    ratios: tuple[float, ...]
    asked: int  # with those of the warm-up
    answered: int
    statements: float  # of an answer, at the median: what a list costs goes by its length


@dataclass(frozen=True, slots=True)
class Asked:
    """What was found of one library."""

    embedder_ms: float  # the median for one question
    memory_mib: float  # of the process, when everything was asked
    timings: tuple[Timing, ...]


def percentile(values: Sequence[float], percent: int) -> float:
    """By nearest rank; 0 of nothing."""
    ranked = sorted(values) or [0.0]
    return ranked[min(len(ranked) - 1, len(ranked) * percent // 100)]


def resident_mib() -> float:
    """What this process holds. Linux only."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def embedder_alone() -> float:
    """The memory, in MiB, of a process that has opened the embedder and nothing else. For a process
    of its own."""
    open_embedder(load_settings({})).embed_question("请秘书长做什么？")
    return round(resident_mib())


def asked(folder: Path, questions: Sequence[Kind], each: int) -> Asked:
    """Ask everything of the library in ``folder``. For a process of its own."""
    settings = settings_of(folder)
    with Assistant.open(settings) as assistant:
        assistant.warm()
        collect_from_now_on()  # as the server does when it is warm
        clock = _Clock(assistant.library.embedder)

        def ask(text: str) -> int:
            answer = assistant.ask(text)
            return len(answer.statements) if answer.status == "answered" else 0

        rows = [clock.kind(kind, ask) for kind in questions]
        rows += [clock.kind(kind, work) for kind, work in direct(assistant, questions, each)]
        per_question = clock.embedder()
        return Asked(
            embedder_ms=round(1000 * per_question, 2),
            memory_mib=round(resident_mib()),
            timings=tuple(row(per_question) for row in rows),
        )


def direct(
    assistant: Assistant, questions: Sequence[Kind], each: int
) -> Iterator[tuple[Kind, Callable[[str], int]]]:
    """What the page and programs ask without words."""
    words = next(kind for kind in questions if kind.name == "where words stand").questions
    rare = tuple(text.split("“")[1].split("”")[0] for text in words)
    sessions = assistant.coverage().sessions[-40:]

    def mandates(last: str) -> int:
        query = MandateQuery(addressees=("秘书长",), due_sessions=(1, int(last)))
        return len(assistant.mandates(query, limit=50).mandates)

    def precedents(phrase: str) -> int:
        return len(assistant.precedents(phrase).hits)

    # To a later session each time: all of them at the end.
    yield Kind("a page of mandates", tuple(map(str, sessions[::3])), STRUCTURAL), mandates
    yield Kind("precedents of a rare phrase", rare, STRUCTURAL), precedents
    for kind in typed([one.title for one in assistant.resolutions()], each):
        yield kind, lambda text: len(assistant.browsing.listing(ListingQuery(text=text)).hits)
    common = tuple(COMMON_PHRASE[: len(COMMON_PHRASE) - n] for n in range(5))
    yield Kind("precedents of a common phrase", common, STRUCTURAL), precedents


class _Clock:
    """Times each question after the embedder alone on the same words."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._alone: list[float] = []

    def kind(self, kind: Kind, ask: Callable[[str], int]) -> Callable[[float], Timing]:
        """Ask the questions of a kind; its row, once the embedder's time is known."""
        taken: list[float] = []
        lengths: list[int] = []
        spared = min(WARM_UP, len(kind.questions) - 1)
        for turn, text in enumerate(kind.questions):
            alone, _ = timed(self._embedder.embed_question, text)
            seconds, length = timed(ask, text)
            lengths.append(length)
            if turn >= spared:
                self._alone.append(alone)
                taken.append(seconds)

        def row(unit: float) -> Timing:
            return Timing(
                kind.name,
                kind.sort,
                tuple(round(seconds / unit, 2) for seconds in taken),
                len(lengths),
                sum(length > 0 for length in lengths),
                float(np.median(lengths)) if lengths else 0.0,
            )

        return row

    def embedder(self) -> float:
        """Seconds of the embedder for one question, at the median."""
        return percentile(self._alone, 50)


_Given = TypeVar("_Given")
_Done = TypeVar("_Done")


def timed(work: Callable[[_Given], _Done], given: _Given) -> tuple[float, _Done]:
    """How many seconds ``work`` takes, and what it gives."""
    begun = time.perf_counter()
    done = work(given)
    return time.perf_counter() - begun, done
