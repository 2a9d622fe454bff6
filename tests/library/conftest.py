from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.library.library import Library
from assistant.settings import Settings, load_settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A library of its own for each test, and an embedder that needs no model."""
    return load_settings({}, data_dir=tmp_path / "data", embedder="hashing")


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    with Library.open(settings) as library:
        yield library
