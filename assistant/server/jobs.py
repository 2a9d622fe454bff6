"""Uploads on their way into the library: one at a time, the others wait.

Reports are kept in memory: the last ``MOST_FINISHED`` finished ones, for ``HOURS_KEPT`` hours. A
restart forgets them; uploads that were accepted and not finished are taken up again.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from structlog.contextvars import bound_contextvars, get_contextvars

from assistant.errors import AssistantError, InvalidDocument
from assistant.server import lifetime_refusals, upload_refusals
from assistant.server.job import READING, Job, JobState
from assistant.server.spool import Spool, Upload
from assistant.types import IngestResult, Progress

_log = logging.getLogger(__name__)

# Each may hold max_upload_total_bytes on disk.
MOST_WAITING: Final = 8
RETRY_SECONDS: Final = 30
MOST_FINISHED: Final = 50
HOURS_KEPT: Final = 24
# An upload during which the process ended so often probably ends it.
MOST_ATTEMPTS: Final = 3
# How long the file at hand is waited for, unless told otherwise.
STOP_SECONDS: Final = 10.0

_Waiting = tuple[Upload, Job]


class Ingest(Protocol):
    """How files come into the library."""

    def __call__(
        self,
        sources: Iterable[Path],
        *,
        symbol: str | None = None,
        progress: Progress | None = None,
        told: Callable[[IngestResult], None] | None = None,
        dry_run: bool = False,
    ) -> tuple[IngestResult, ...]:
        """One result for each resolution of a file, or refused file; ``told`` of each at once."""


class _Stopping(BaseException):
    """Leaves the work from within its progress; no handler of errors is meant to keep it."""


class _Cancelled(BaseException):
    """The same, for one job alone."""


class Jobs:
    """The queue of uploads and the one thread that takes them in.

    Every method may be called from several threads at once.
    """

    def __init__(
        self,
        ingest: Ingest,
        spool: Spool,
        *,
        grace: float = STOP_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._writing = threading.Lock()
        self._ingest = ingest
        self._spool = spool
        self._grace = grace
        self._stop_by = 0.0
        self._clock = clock
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._places: set[str] = set()
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._worker: threading.Thread | None = None

    def begin(self) -> tuple[str, Path]:
        """A place in the queue and a folder for an upload that is coming. Raises ``Refused``."""
        with self._lock:
            if self._stopping.is_set():
                raise lifetime_refusals.shutting_down(RETRY_SECONDS)
            if len(self._places) >= MOST_WAITING:
                raise upload_refusals.queue_is_full(RETRY_SECONDS)
            name, folder = self._spool.begin()
            self._places.add(name)
            return name, folder

    def give_up(self, name: str) -> None:
        """The upload did not come: its place and its folder are free again."""
        self._leave_queue(name)
        self._spool.discard(name)

    def accept(self, upload: Upload) -> Job:
        """The upload is whole: it will be taken in, even if this process ends before."""
        # What is logged of it bears the id of the request that brought it, after a restart too.
        bound = {name: str(value) for name, value in get_contextvars().items()}
        upload = replace(upload, logged=bound)
        self._spool.accept(upload)
        return self._enqueue(upload)

    def find(self, name: str) -> Job:
        """The job of an upload. Raises ``Refused``: there never was one, or it is forgotten."""
        with self._lock:
            self._forget()
            if name not in self._jobs:
                raise upload_refusals.no_such_job(MOST_FINISHED, HOURS_KEPT)
            return self._jobs[name]

    def known(self) -> tuple[Job, ...]:
        """The jobs that wait, run or are remembered, the latest last."""
        with self._lock:
            self._forget()
            return tuple(self._jobs.values())

    def count(self, state: JobState) -> int:
        """How many jobs are in a state."""
        with self._lock:
            return sum(job.state == state for job in self._jobs.values())

    def cancel(self, name: str) -> Job:
        """Takes no further file of an upload in: a waiting one ends at once, a running one behind
        the file at hand. When all its files are read it is too late, and it ends as it would have.
        Raises ``Refused`` for a job that never was, or is forgotten."""
        job = self.find(name)
        if job.finished_at is None and job.cancel():
            self._leave_queue(name)
            self._spool.discard(name)
            job.give_up(self._clock())
        return job

    @contextmanager
    def changing_the_library(self) -> Iterator[None]:
        """For what writes beside the queue. Raises ``Refused`` while an upload is taken in."""
        if not self._writing.acquire(blocking=False):
            raise upload_refusals.library_is_writing(RETRY_SECONDS)
        try:
            yield
        finally:
            self._writing.release()

    def resume(self) -> None:
        """Takes up what an earlier process accepted and did not finish."""
        for upload in self._spool.left_over():
            if self._spool.attempts(upload.id) < MOST_ATTEMPTS:
                self._enqueue(upload)
                continue
            with _lines_of(upload):
                _log.error("upload %s was given up after %d attempts", upload.id, MOST_ATTEMPTS)
            job = self._known(upload)
            job.fail(_given_up(), self._clock())
            self._spool.discard(upload.id)

    def stop(self) -> None:
        """Takes nothing in after the file at hand. What is not finished is taken up at the next
        start; who follows it is told. Stopping twice is no fault."""
        if self._stopping.is_set():
            return
        self._stop_by = time.monotonic() + self._grace
        self._stopping.set()
        self._queue.put(None)
        for job in self.known():
            if job.report.state == "queued":
                job.interrupt()

    def close(self) -> None:
        """Stops, and waits for the file at hand until the grace is over."""
        self.stop()
        with self._lock:
            worker = self._worker
        if worker is not None:
            worker.join(max(0.0, self._stop_by - time.monotonic()))

    # ── inside ───────────────────────────────────────────────────────────────────────────────

    def _enqueue(self, upload: Upload) -> Job:
        job = self._known(upload)
        self._queue.put((upload, job))
        with self._lock:
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="uploads", daemon=True)
                self._worker.start()
        return job

    def _known(self, upload: Upload) -> Job:
        job = Job(upload.id, len(upload.paths), dry_run=upload.dry_run)
        with self._lock:
            self._forget()
            self._jobs[upload.id] = job
        return job

    def _leave_queue(self, name: str) -> None:
        with self._lock:
            self._places.discard(name)

    def _work(self) -> None:
        while (waiting := self._queue.get()) is not None and not self._stopping.is_set():
            upload, job = waiting
            self._leave_queue(upload.id)
            if not job.start():
                continue
            try:
                with _lines_of(upload):
                    self._take_in(upload, job)
            except _Stopping:
                self._spool.interrupted(upload.id)
                job.interrupt()
                return
            self._spool.discard(upload.id)

    def _take_in(self, upload: Upload, job: Job) -> None:
        def progress(step: str, done: int, total: int) -> None:
            if self._stopping.is_set():
                raise _Stopping
            job.progress(step, done, total)
            if job.is_cancelled and step == READING and done < total:
                raise _Cancelled

        try:
            self._spool.attempt(upload.id)
            with self._writing:
                self._ingest(
                    upload.paths,
                    symbol=upload.symbol,
                    progress=progress,
                    told=job.settle,
                    dry_run=upload.dry_run,
                )
        except _Cancelled:
            self._settle_what_is_there(job)
        except AssistantError as error:
            job.fail(error, self._clock())
        except Exception as error:
            _log.exception("upload %s failed", upload.id)
            job.fail(error, self._clock())
        else:
            job.finish(self._clock())
        _log.info("an upload of %d files: %s", len(upload.paths), job.state)

    def _settle_what_is_there(self, job: Job) -> None:
        """Files that were taken in before a job was cancelled are in the records: ingesting
        nothing more brings the indexes up with them."""
        try:
            with self._writing:
                self._ingest(())
        except Exception as error:
            _log.exception("upload %s was cancelled, and its indexes failed", job.report.id)
            job.fail(error, self._clock())
        else:
            job.give_up(self._clock())

    def _forget(self) -> None:
        oldest = self._clock() - HOURS_KEPT * 3600
        finished = [
            (job.finished_at, name)
            for name, job in self._jobs.items()
            if job.finished_at is not None
        ]
        newest = sorted(finished)[-MOST_FINISHED:]
        for at, name in finished:
            if at < oldest or (at, name) not in newest:
                del self._jobs[name]


def _lines_of(upload: Upload) -> AbstractContextManager[None]:
    """What is logged within is of this upload, and says so."""
    return bound_contextvars(**{**upload.logged, "upload": upload.id})


def _given_up() -> AssistantError:
    return InvalidDocument(
        f"导入这些文件时服务 {MOST_ATTEMPTS} 次中断，已不再重试；请分开上传，找出有问题的文件。",
        f"The server ended {MOST_ATTEMPTS} times while taking these files in and does not try "
        "again; send them one by one to find the one that does harm.",
    )
