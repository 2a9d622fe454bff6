"""Threads of a process share their memory, where the C library is glibc."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

# Twelve threads that hold memory at the same moment; then glibc tells of its arenas.
_PROGRAM = """
import ctypes, threading
{first}
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
all_there = threading.Barrier(12)
def work():
    libc.malloc(1_000)
    all_there.wait()
threads = [threading.Thread(target=work) for _ in range(12)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc.fdopen.restype = ctypes.c_void_p
libc.malloc_info(0, ctypes.c_void_p(libc.fdopen(1, b"w")))
libc.fflush(None)
"""


def _arenas(first: str) -> int:
    told = subprocess.run(
        [sys.executable, "-c", _PROGRAM.format(first=first)], check=True, capture_output=True
    )
    return told.stdout.count(b"<heap nr=")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc alone has arenas")
def test_threads_take_their_memory_from_two_places() -> None:
    assert _arenas("from assistant.cli.allocating import keep_little; keep_little()") <= 2
    assert _arenas("") > 2
