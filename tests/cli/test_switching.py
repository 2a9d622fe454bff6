"""Threads of a server take turns more often than Python's own."""

from __future__ import annotations

import sys
from contextlib import suppress

from assistant.cli.switching import switching_often


def test_threads_switch_more_often_within_and_as_before_afterwards() -> None:
    before = sys.getswitchinterval()
    with suppress(KeyError), switching_often():
        assert sys.getswitchinterval() < before / 5
        raise KeyError
    assert sys.getswitchinterval() == before
