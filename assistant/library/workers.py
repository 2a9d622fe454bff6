"""Files read in processes of their own: a file that crashes or hangs its reader is refused alone.

A worker is this module run by ``python -m``: it takes pickled tasks on its standard input and
gives pickled outcomes on its standard output. (``concurrent.futures`` has process pools too, but
there one worker that dies ends all the work, and one that hangs cannot be stopped.)
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import IO, Final, Self, TypeVar

from assistant.library.reader import Outcome, Refusal, Task, read_file

# A resolution of 40 paragraphs takes some milliseconds, a PDF of 500 pages some seconds.
SECONDS_A_FILE: Final = 60.0

# Outcomes that wait for the one before them, for each worker: what the memory has to bear.
_AHEAD: Final = 4

# What a file may make its reader take. The largest real one stays under a tenth of it.
_MOST_MEMORY: Final = 2**31

T = TypeVar("T")


class Workers:
    """Reads files in ``jobs`` processes; with 0 in this one, for files that are our own."""

    def __init__(self, jobs: int, seconds: float = SECONDS_A_FILE) -> None:
        """A file gets ``seconds``. Processes are started as they are needed."""
        self._jobs = jobs
        self._seconds = seconds
        self._threads = ThreadPoolExecutor(max(jobs, 1), "reading")
        self._own = threading.local()  # each thread drives one worker
        self._lock = threading.Lock()
        self._workers: list[_Worker] = []
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._closed = True
            for worker in self._workers:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def map(
        self, items: Iterable[T], task_of: Callable[[T], Task | None]
    ) -> Iterator[tuple[T, Outcome | None]]:
        """Every item with the outcome of its task, in the order of the items; None where
        ``task_of`` gives no task. Only a few items are taken ahead of what is given back."""
        waiting: deque[tuple[T, Future[Outcome] | None]] = deque()
        for item in items:
            task = task_of(item)
            waiting.append((item, None if task is None else self._submitted(task)))
            while waiting and (_is_done(waiting[0][1]) or len(waiting) > _AHEAD * self._jobs):
                yield _with_outcome(waiting.popleft())
        while waiting:
            yield _with_outcome(waiting.popleft())

    def _submitted(self, task: Task) -> Future[Outcome]:
        if self._jobs:
            return self._threads.submit(self._read_elsewhere, task)
        done: Future[Outcome] = Future()
        done.set_result(read_file(task))
        return done

    def _read_elsewhere(self, task: Task) -> Outcome:
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None or not worker.is_alive():
            worker = self._own.worker = self._started()
        return worker.read(task)

    def _started(self) -> _Worker:
        with self._lock:
            if self._closed:
                raise RuntimeError("the workers are closed")
            for ended in [w for w in self._workers if not w.is_alive()]:
                ended.close()
                self._workers.remove(ended)
            worker = _Worker(self._seconds)
            self._workers.append(worker)
            return worker


class _Worker:
    """One process and the two pipes to it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._late = False
        self._reading = False
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            # -P: a folder of downloads may hold a file called re.py.
            [sys.executable, "-P", "-m", "assistant.library.workers", str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What the libraries of file formats print is nothing to the reader of a terminal.
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def read(self, task: Task) -> Outcome:
        """The outcome of a task; a refusal where the process dies of it or takes too long."""
        self._reading = True
        limit = threading.Timer(self._seconds, self._end_late)
        limit.start()
        try:
            pickle.dump(task, self._pipe(self._process.stdin))
            self._pipe(self._process.stdin).flush()
            outcome: Outcome = pickle.load(self._pipe(self._process.stdout))  # noqa: S301 - ours
        except Exception:  # it died, or what it said is no outcome
            self.kill()
            return _too_late(task, self._seconds) if self._late else _crashed(task)
        finally:
            limit.cancel()
            with self._lock:
                self._reading = False
        return outcome

    def is_alive(self) -> bool:
        """Whether it can be given another task."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process, whatever it does. What is being read comes to nothing."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Give the pipes of an ended process back."""
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):  # what could not be written to the dead
                self._pipe(pipe).close()

    def _end_late(self) -> None:
        with self._lock:
            if self._reading:  # else it was done in the last moment
                self._late = True
                self._process.kill()

    def _pipe(self, pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe is not None  # noqa: S101 - both were asked for
        return pipe


def _is_done(outcome: Future[Outcome] | None) -> bool:
    return outcome is None or outcome.done()


def _with_outcome(waiting: tuple[T, Future[Outcome] | None]) -> tuple[T, Outcome | None]:
    item, outcome = waiting
    return item, None if outcome is None else outcome.result()


def _too_late(task: Task, seconds: float) -> Refusal:
    return Refusal(
        f"{task.file.name} 在 {seconds:g} 秒内没有读完，已放弃；文件可能已损坏，请另存一份再试",
        f"{task.file.name} was not read within {seconds:g} seconds and was given up; it may be "
        "damaged: save it anew and try again",
    )


def _crashed(task: Task) -> Refusal:
    return Refusal(
        f"{task.file.name} 使读取它的程序崩溃；文件可能已损坏，请另存一份或另存为纯文本再试",
        f"{task.file.name} crashed the program that read it; it may be damaged: save it anew or "
        "as plain text and try again",
    )


# ── the other side ───────────────────────────────────────────────────────────────────────────


def serve(seconds: float) -> None:
    """Read files until the standard input ends."""
    # Ctrl-C is for the program that started this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory()
    tasks, outcomes = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the outcomes
    while True:
        try:
            task: Task = pickle.load(tasks)  # noqa: S301 - from the program that started this one
        except EOFError:
            return
        # A program that was killed cannot end a worker that hangs: then it ends itself.
        faulthandler.dump_traceback_later(2 * seconds, exit=True)
        outcome = read_file(task)
        faulthandler.cancel_dump_traceback_later()
        pickle.dump(outcome, outcomes)
        outcomes.flush()


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # no such limit here
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    serve(float(sys.argv[1]))
