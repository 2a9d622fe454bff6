"""One upload on its way into the library, as its sender may watch it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from assistant.types import IngestResult

# cancelled: what was settled before stays in the library, the files after it were not taken.
JobState = Literal["queued", "running", "done", "failed", "cancelled"]

# The step whose count is of documents read; the other steps count what they work on.
READING: Final = "reading"
# Four notes a second are enough to draw a bar, and few enough to keep for a late listener.
_SECONDS_BETWEEN_NOTES: Final = 0.25


@dataclass(frozen=True, slots=True)
class UploadProgress:
    """How far a job has come: ``step`` is ``reading``, ``embedding``, ``lexical``, ``dense`` …"""

    step: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a job at one moment."""

    id: str
    files: int
    dry_run: bool
    state: JobState = "queued"
    done: int = 0  # files
    progress: UploadProgress | None = None
    results: tuple[IngestResult, ...] = ()
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class JobEvent:
    """``progress``: UploadProgress; ``result``: IngestResult; ``done``: the whole Report, last."""

    name: Literal["progress", "result", "done"]
    data: UploadProgress | IngestResult | Report


@dataclass(frozen=True, eq=False)
class _Listener:
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def call(self) -> None:
        # The thread that works may outlive the loop that listened.
        with suppress(RuntimeError):
            self.loop.call_soon_threadsafe(self.news.set)


class Job:
    """A job is written by the one thread that works, and read and followed from any loop."""

    def __init__(self, name: str, files: int, *, dry_run: bool) -> None:
        self._report = Report(name, files, dry_run)
        self._results: list[IngestResult] = []
        self.finished_at: float | None = None
        self._events: list[JobEvent] = []
        self._lock = threading.Lock()
        self._listeners: list[_Listener] = []
        self._noted_at = 0.0
        self._unwanted = False
        self._interrupted = False

    @property
    def state(self) -> JobState:
        """What has become of it so far."""
        return self._report.state

    @property
    def report(self) -> Report:
        """What is known at this moment."""
        return replace(self._report, results=tuple(self._results))

    def start(self) -> bool:
        """The job has its turn; false where it was cancelled before."""
        with self._lock:
            if self._unwanted:
                return False
            self._report = replace(self._report, state="running")
            return True

    def cancel(self) -> bool:
        """Nobody wants the rest of it; whether its turn has yet to come. What is settled stays."""
        with self._lock:
            self._unwanted = True
            return self._report.state == "queued"

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody wants the rest of it."""
        return self._unwanted

    def progress(self, step: str, done: int, total: int) -> None:
        """The work has come so far."""
        before = self._report.progress
        read = self._report.done
        if step == READING and total:
            # An archive is one file and many documents.
            read = self._report.files * done // total
        note = UploadProgress(step, done, total)
        self._report = replace(self._report, progress=note, done=read)
        now = time.monotonic()
        new_step = before is None or before.step != step
        if new_step or done == total or now - self._noted_at >= _SECONDS_BETWEEN_NOTES:
            self._noted_at = now
            self._tell(JobEvent("progress", note))

    def settle(self, result: IngestResult) -> None:
        """What becomes of a resolution or of a refused file is decided."""
        self._results.append(result)
        self._tell(JobEvent("result", result))

    def finish(self, now: float) -> None:
        """Everything is in the library, its indexes included: it can be asked about."""
        files = self._report.files
        self._end(replace(self._report, state="done", done=files, progress=None), now)

    def give_up(self, now: float) -> None:
        """It was cancelled, and the library stands as it is to stand."""
        self._end(replace(self._report, state="cancelled", progress=None), now)

    def fail(self, error: Exception, now: float) -> None:
        """The library could not take it in."""
        self._end(replace(self._report, state="failed", progress=None, error=error), now)

    def interrupt(self) -> None:
        """The process ends before the job: whoever follows it is not kept."""
        self._interrupted = True
        self._tell()

    async def follow(self, after: int = 0) -> AsyncIterator[tuple[int, JobEvent]]:
        """Every event from the first on (or from behind number ``after``), and those to come.

        Events are numbered from 1. Ends behind ``done``, or where the job is interrupted.
        """
        told = after
        with self._listening() as listener:
            while True:
                listener.news.clear()
                ended = self._interrupted or self.finished_at is not None
                for event in self._events[told:]:
                    told += 1
                    yield told, event
                if ended:
                    return
                await listener.news.wait()

    def _end(self, report: Report, now: float) -> None:
        self._report = report
        with self._lock:
            self._events.append(JobEvent("done", self.report))
            self.finished_at = now
        self._tell()

    def _tell(self, *events: JobEvent) -> None:
        with self._lock:
            self._events.extend(events)
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener.call()

    @contextmanager
    def _listening(self) -> Iterator[_Listener]:
        listener = _Listener()
        with self._lock:
            self._listeners.append(listener)
        try:
            yield listener
        finally:
            with self._lock:
                self._listeners.remove(listener)
