"""What every test gets: no network beyond loopback, and Chinese output."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLE_LIBRARY = Path(__file__).parent.parent / "assistant" / "sample_library"


@pytest.fixture(scope="session")
def sample_files() -> tuple[Path, Path]:
    """The two real resolutions the project ships: A/RES/72/31 and A/RES/75/45."""
    return (SAMPLE_LIBRARY / "A_RES_72_31.txt", SAMPLE_LIBRARY / "A_RES_75_45.txt")
