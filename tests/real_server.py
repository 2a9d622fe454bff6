"""``assistant serve`` as a process of its own, asked over real sockets."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    """That of this process, with its own library and the virtual environment's programs first.

    Little is logged: a pipe that no test reads is full after some hundred lines, and the server
    waits then.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_")}
    path = f"{BIN}{os.pathsep}{kept.get('PATH', '')}"
    ours = {"PATH": path, "ASSISTANT_DATA_DIR": str(data_dir), "ASSISTANT_LOG_LEVEL": "warning"}
    return {**kept, **ours, **more}


@dataclass(frozen=True)
class Served:
    address: str
    process: subprocess.Popen[str]


@contextmanager
def serving(data_dir: Path, *args: str, **more: str) -> Iterator[Served]:
    """A server on any free port; its first line on stdout says where."""
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant", "serve", "--port", "0", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(data_dir, **more),
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if not found:
            process.kill()
            raise AssertionError(f"no address: {line!r}, {process.communicate()[1]}")
        yield Served(found[0], process)
    finally:
        process.terminate()
        process.communicate(timeout=30)


@contextmanager
def bound_port() -> Iterator[int]:
    """A port of this machine that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]
