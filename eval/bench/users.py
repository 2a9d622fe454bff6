"""Many readers at once of a real ``assistant serve``, over HTTP.

The server, those who ask and whoever looks at its health are three processes, so that none waits
for another's interpreter. They share the machine's processors: what the askers take is told.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx

from eval.bench.asked import percentile
from eval.generator.draw import draw

_STREAMED: Final = 4  # every so many questions are streamed
_LOOKS: Final = 0.1  # seconds between two looks at the server's health
_PATIENCE: Final = 60.0  # seconds that an answer may take
_STARTING: Final = 300.0  # … and a start, on a machine that is busy
_OFF: Final = {f"ASSISTANT_RATE_LIMIT_{what}": "off" for what in ("ADDRESS", "KEY", "WRITES")} | {
    "ASSISTANT_SAMPLE_LIBRARY": "false"
}


@dataclass(frozen=True, slots=True)
class Users:
    """What ``count`` users at once were given. Times are in ms."""

    count: int
    seconds: float
    answers: int
    streams: int  # of the answers
    errors: tuple[str, ...]  # the first few, in words
    p50: float
    p95: float
    p99: float
    health_p50: float
    health_p95: float
    health_looks: int
    asking_cpu: float  # processors that those who ask took

    @property
    def per_second(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds


@dataclass(slots=True)
class _Told:
    """What those who ask were told."""

    taken: list[float] = field(default_factory=list)
    streams: int = 0
    errors: list[str] = field(default_factory=list)


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, float]]:
    """A server of the library in ``folder``: its address, and how many seconds it took from its
    start until it was ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ASSISTANT_")}
    environment |= _OFF | {"ASSISTANT_DATA_DIR": str(folder)}
    begun = time.perf_counter()
    command = [sys.executable, "-m", "assistant", "serve", "--port", str(port)]
    server = subprocess.Popen(  # noqa: S603 - our own interpreter
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/api/ready", server)
        yield address, round(time.perf_counter() - begun, 2)
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _STARTING
    # One for all: to make one takes as long as the pause between two looks, beside what is timed.
    with httpx.Client(timeout=_PATIENCE) as client:
        while time.monotonic() < until and server.poll() is None:
            with suppress(httpx.TransportError):
                if client.get(address).status_code == httpx.codes.OK:
                    return
            time.sleep(0.05)
    raise RuntimeError("the server did not become ready")


def used(address: str, questions: Sequence[str], count: int, seconds: float) -> Users:
    """``count`` users ask the server at ``address``, each as soon as it was answered."""
    asking = _apart({"asking": address, "count": count, "seconds": seconds, "all": questions})
    looking = _apart({"looking": address, "seconds": seconds})
    told, looked = (_said(one, seconds) for one in (asking, looking))
    looks = [1000 * taken for taken in looked["taken"]]
    taken = [1000 * one for one in told["taken"]]
    p50, p95, p99 = (round(percentile(taken, p), 1) for p in (50, 95, 99))
    return Users(
        count=count,
        seconds=round(told["seconds"], 1),
        answers=len(taken),
        streams=told["streams"],
        errors=tuple((told["errors"] + looked["errors"])[:5]),
        p50=p50,
        p95=p95,
        p99=p99,
        health_p50=round(percentile(looks, 50), 1),
        health_p95=round(percentile(looks, 95), 1),
        health_looks=len(looks),
        asking_cpu=round(told["cpu"] / told["seconds"], 2),
    )


def _apart(task: Mapping[str, Any]) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "eval.bench.users"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None  # noqa: S101 - as asked for
    process.stdin.write(json.dumps(task))
    process.stdin.close()
    process.stdin = None  # ``communicate`` would close it again
    return process


def _said(process: subprocess.Popen[str], seconds: float) -> dict[str, Any]:
    said, _ = process.communicate(timeout=seconds + 3 * _PATIENCE)
    found: dict[str, Any] = json.loads(said)
    return found


# ── those who ask ────────────────────────────────────────────────────────────────────────────


async def _asking(address: str, questions: Sequence[str], count: int, seconds: float) -> _Told:
    told = _Told()
    drawn = draw(7, 0, "users").sample(list(questions), len(questions))
    limits = httpx.Limits(max_connections=count, max_keepalive_connections=count)
    async with httpx.AsyncClient(base_url=address, timeout=_PATIENCE, limits=limits) as client:
        until = time.perf_counter() + seconds

        async def user(number: int) -> None:
            turn = number
            while time.perf_counter() < until:
                begun = time.perf_counter()
                is_streamed = turn % _STREAMED == 0
                try:
                    await _asked(client, drawn[turn % len(drawn)], is_streamed=is_streamed)
                except Exception as error:
                    told.errors.append(repr(error)[:200])
                else:
                    told.taken.append(time.perf_counter() - begun)
                    told.streams += is_streamed
                turn += count

        await asyncio.gather(*(user(number) for number in range(count)))
    return told


async def _asked(client: httpx.AsyncClient, question: str, *, is_streamed: bool) -> None:
    """Raises whatever is no answer."""
    body = {"question": question}
    if not is_streamed:
        response = await client.post("/api/v1/ask", json=body)
        response.raise_for_status()
        if "status" not in response.json():
            raise ValueError("no answer")
        return
    last = ""
    async with client.stream("POST", "/api/v1/ask/stream", json=body) as response:
        response.raise_for_status()
        async for line in response.aiter_lines():
            if line.startswith("event:"):
                last = line.removeprefix("event:").strip()
    if last != "answer":
        raise ValueError(f"a stream that ends with {last or 'nothing'}")


def _looking(address: str, seconds: float) -> _Told:
    told = _Told()
    with httpx.Client(base_url=address, timeout=_PATIENCE) as client:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            begun = time.perf_counter()
            try:
                client.get("/api/health").raise_for_status()
                told.taken.append(time.perf_counter() - begun)
            except httpx.HTTPError as error:
                told.errors.append(repr(error)[:200])
            time.sleep(_LOOKS)
    return told


def main() -> None:
    """A task as JSON on the standard input, what became of it on the standard output."""
    task = json.load(sys.stdin)
    begun = time.perf_counter()
    if "looking" in task:
        told = _looking(task["looking"], task["seconds"])
    else:
        told = asyncio.run(_asking(task["asking"], task["all"], task["count"], task["seconds"]))
    seconds = time.perf_counter() - begun
    print(json.dumps(asdict(told) | {"seconds": seconds, "cpu": time.process_time()}))


if __name__ == "__main__":
    main()
