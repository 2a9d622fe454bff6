"""How long Python lets one thread go on while others wait."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SECONDS: Final = 0.0005


@contextmanager
def switching_often() -> Iterator[None]:
    """Threads take turns ten times as often as by Python's own 5 ms.

    While two answers of 500,000 paragraphs are made, a thread that wakes now and then waits for 11
    ms in one of 20 cases with those, for 5.5 with this, and there are as many answers a second (26
    and 29). At a start what works outside of the interpreter is not held up each time it comes
    back.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
