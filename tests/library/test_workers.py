"""Real worker processes, and files that end or hang them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.library.reader import Outcome, Refusal, Task
from assistant.library.workers import Workers
from assistant.reading import File
from tests.library.texts import text

# What a hostile file does to its reader, put in the place of the parser: the workers' processes
# import this in the place of the module of the same name.
HOSTILE = """
import os, signal, sys, time
def parse(document, *, symbol=None):
    words = document.lines[0].split()
    if words[0] == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif words[0] == "hang":
        while True:
            pass
    elif words[0] == "hold":  # the interpreter's lock, as a regular expression does
        import re
        re.match("(a+)+$", "a" * 64 + "b")
    elif words[0] == "eat":
        return [bytes(3 * 2**30)]
    elif words[0] == "print":
        os.write(1, b"noise")
        print("noise", flush=True)
    return ()
"""


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "hostile" / "assistant" / "parsing"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(HOSTILE)
    (package.parent / "__init__.py").write_text(
        f"__path__.append({str(Path(__file__).parents[2] / 'assistant')!r})\n"
    )
    monkeypatch.setattr(sys, "path", [str(package.parents[1]), *sys.path])


def _outcomes(workers: Workers, *texts: str) -> list[Outcome | None]:
    tasks = [Task(File(f"{n}.txt", content.encode())) for n, content in enumerate(texts)]
    return [outcome for _, outcome in workers.map(tasks, lambda task: task)]


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_outcomes_come_in_the_order_of_the_files(jobs: int) -> None:
    numbers = list(range(1, 12))
    with Workers(jobs) as workers:
        read = workers.map(
            numbers, lambda n: Task(File(f"{n}.txt", text(n).encode())) if n % 3 else None
        )
        symbols = [(n, o[0].symbol if isinstance(o, tuple) else o) for n, o in read]
    assert symbols == [(n, f"A/RES/60/{n}" if n % 3 else None) for n in numbers]


@pytest.mark.usefixtures("hostile")
def test_a_file_that_ends_its_reader_is_refused_alone() -> None:
    with Workers(2) as workers:
        outcomes = _outcomes(workers, "x", "die", "x", "die", "die", "x")
    refused = [isinstance(outcome, Refusal) for outcome in outcomes]
    assert refused == [False, True, False, True, True, False]
    assert "1.txt" in str(outcomes[1])


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("way", ["hang", "hold"])
def test_a_file_that_takes_too_long_is_given_up_alone(way: str) -> None:
    with Workers(1, seconds=1.5) as workers:
        outcomes = _outcomes(workers, "x", way, "x")
    assert [isinstance(outcome, Refusal) for outcome in outcomes] == [False, True, False]
    assert "1.5" in str(outcomes[1])


@pytest.mark.usefixtures("hostile")
@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_a_file_that_takes_all_memory_does_not_get_it() -> None:
    with Workers(1) as workers:
        outcomes = _outcomes(workers, "eat", "x")
    assert "MemoryError" in str(outcomes[0])
    assert outcomes[1] == ()


@pytest.mark.usefixtures("hostile")
def test_what_a_library_prints_does_not_come_between_the_outcomes() -> None:
    with Workers(1) as workers:
        assert _outcomes(workers, "print", "print") == [(), ()]


def test_only_a_few_files_are_opened_ahead_of_what_is_settled() -> None:
    opened: list[int] = []

    def files() -> Iterator[int]:
        for n in range(1, 101):
            opened.append(n)
            yield n

    with Workers(2) as workers:
        read = workers.map(files(), lambda n: Task(File(f"{n}.txt", text(n).encode())))
        for settled, _ in enumerate(read):
            assert len(opened) - settled <= 2 * 4 + 2


@pytest.mark.usefixtures("hostile")
def test_leaving_early_ends_what_runs_and_waits_for_nothing() -> None:
    begun = time.monotonic()
    workers = Workers(2, seconds=60)

    def interrupted() -> None:
        with workers:
            for _ in workers.map("x--", lambda c: Task(File("x", b"x" if c == "x" else b"hang"))):
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - begun < 20
    assert not any(worker.is_alive() for worker in workers._workers)


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("meanwhile", ["x", "hold"])
def test_a_worker_ends_with_the_program_that_started_it_even_where_it_hangs(
    meanwhile: str,
) -> None:
    code = (
        "from assistant.library.workers import Workers\n"
        "from assistant.library.reader import Task\n"
        "from assistant.reading import File\n"
        "workers = Workers(1, seconds=1.5)\n"
        "list(workers.map([1], lambda _: Task(File('x', b'x'))))\n"
        "print(workers._workers[0]._process.pid, flush=True)\n"
        f"list(workers.map([1], lambda _: Task(File('x', {meanwhile.encode()!r}))))\n"
        "input()\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=environment,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        time.sleep(0.3)
        os.kill(program.pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while _is_running(worker):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _is_running(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
