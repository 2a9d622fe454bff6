"""What is logged while a test runs, as it is written."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from assistant.observing.logs import logging_to_stderr
from assistant.settings import load_settings


class Lines:
    """Everything that was written."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    def all(self) -> list[dict[str, Any]]:
        """Each line, which has to be JSON."""
        return [json.loads(line) for line in self.text.split("\n")[:-1]]

    def of(self, event: str) -> list[dict[str, Any]]:
        return [line for line in self.all() if line["event"] == event]


@contextmanager
def logged(**settings: Any) -> Iterator[Lines]:
    lines = Lines()
    with logging_to_stderr(load_settings({}, **{"log_format": "json", **settings}), lines.stream):
        yield lines
