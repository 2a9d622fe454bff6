"""The sample library: the two real resolutions that the assistant is shipped with."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import assistant
from eval.libraries import open_library

if TYPE_CHECKING:
    from assistant.service import Assistant

SAMPLE_LIBRARY = Path(assistant.__file__).parent / "sample_library"
SAMPLE_FILES = tuple(sorted(SAMPLE_LIBRARY.glob("*.txt")))


def open_sample(data_dir: Path | None = None) -> AbstractContextManager[Assistant]:
    """The real service on ``data_dir``, or on a fresh sample library that is thrown away."""
    return open_library("samples", data_dir)
