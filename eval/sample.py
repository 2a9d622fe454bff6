"""The assistant under judgement, over the sample library or a library of one's own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import assistant

if TYPE_CHECKING:
    from assistant.service import Assistant

SAMPLE_LIBRARY = Path(assistant.__file__).parent / "sample_library"
# Where a person's own records are: a judgement on fresh samples must never open them.
_OWN_LIBRARY = frozenset(
    {"ASSISTANT_DATA_DIR", "ASSISTANT_RECORDS_URL", "ASSISTANT_SAMPLE_LIBRARY"}
)


SAMPLE_FILES = tuple(sorted(SAMPLE_LIBRARY.glob("*.txt")))


@contextmanager
def open_sample(data_dir: Path | None = None) -> Iterator[Assistant]:
    """The real service on ``data_dir``, or on a fresh sample library that is thrown away."""
    from assistant.service import Assistant
    from assistant.settings import load_settings

    with tempfile.TemporaryDirectory(prefix="assistant-eval-") as fresh:
        if data_dir is not None:
            settings = load_settings(data_dir=data_dir)
        else:
            environ = {k: v for k, v in os.environ.items() if k not in _OWN_LIBRARY}
            settings = load_settings(environ, data_dir=Path(fresh))
        with Assistant.open(settings) as opened:
            yield opened
