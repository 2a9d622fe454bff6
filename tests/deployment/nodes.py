"""API processes that share one database and one Chroma server, begun, killed and begun again."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.real_server import environment
from tests.servers import free_port

KEY = "the-key-of-two-processes"
PATIENCE = 240.0  # seconds on a busy machine


@dataclass
class Node:
    """One of the processes. Its folder outlives it, as a volume would."""

    data_dir: Path
    settings: dict[str, str]
    port: int
    process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Begin, and wait until it can be asked."""
        self.begin()
        self.wait()

    def begin(self) -> None:
        """Begin."""
        with (self.data_dir.parent / f"{self.data_dir.name}.log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "assistant", "serve", "--port", str(self.port)],
                stdout=log,
                stderr=log,
                env=environment(self.data_dir, **self.settings),
            )

    def wait(self) -> None:
        """Until it can be asked."""
        until(self.is_up, f"{self.address} did not come up: {self.said()}")

    def said(self) -> str:
        """The end of what it printed."""
        log = self.data_dir.parent / f"{self.data_dir.name}.log"
        return log.read_text(errors="replace")[-3_000:]

    def kill(self) -> None:
        """End it as an operator never should: SIGKILL."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(PATIENCE)

    def stop(self) -> None:
        """End it, if it runs."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()

    def is_up(self) -> bool:
        """Whether its library is open, and it takes requests."""
        assert self.process is not None
        assert self.process.poll() is None, self.said()
        try:
            return httpx.get(f"{self.address}/api/v1/about", timeout=5).is_success
        except httpx.HTTPError:
            return False

    def ready(self) -> httpx.Response:
        """What it says of itself."""
        return httpx.get(f"{self.address}/api/ready", timeout=PATIENCE)

    def ask(self, question: str, **more: Any) -> httpx.Response:
        """A question, put to it."""
        body = {"question": question, **more}
        return httpx.post(f"{self.address}/api/v1/ask", json=body, timeout=PATIENCE)

    def upload(self, name: str, data: bytes) -> httpx.Response:
        """A file, for it to take in."""
        return httpx.post(
            f"{self.address}/api/v1/uploads",
            files=[("files", (name, data))],
            headers={"authorization": f"Bearer {KEY}"},
            timeout=PATIENCE,
        )

    def symbols(self) -> set[str]:
        """What it says the library holds."""
        found = httpx.get(f"{self.address}/api/v1/resolutions", timeout=PATIENCE).raise_for_status()
        return {summary["symbol"] for summary in found.json()["resolutions"]}


@contextmanager
def nodes(folder: Path, number: int, records_url: str, chroma_url: str) -> Iterator[list[Node]]:
    """So many processes over one library, begun at once, all of them ready."""
    settings = {
        "ASSISTANT_RECORDS_URL": records_url,
        "ASSISTANT_CHROMA_URL": chroma_url,
        "ASSISTANT_EMBEDDER": "hashing",
        "ASSISTANT_UPLOAD_KEY": KEY,
        "ASSISTANT_FOLLOW_SECONDS": "0.2",
    }
    with ExitStack() as running:
        begun = []
        for n in range(number):
            node = Node(folder / f"node-{n}", settings, free_port())
            running.callback(node.stop)
            node.begin()
            begun.append(node)
        for node in begun:
            node.wait()
        for node in begun:  # the last to come may still follow the first
            until(lambda node=node: node.ready().is_success, f"{node.address} is not ready")
        yield begun


def until(holds: Callable[[], bool], otherwise: str) -> None:
    """Wait for something to become so."""
    ends = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < ends, otherwise
        time.sleep(0.1)


def counted(answer: dict[str, Any]) -> tuple[int, int]:
    """How many acts an answer counts, and how many resolutions it says there are."""
    acts = re.search(r"共([0-9]+)段", answer["answer"])
    return int(acts[1]) if acts else 0, answer["coverage"]["resolutions"]
