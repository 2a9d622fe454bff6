"""What every test gets: no network beyond loopback, and one library of the sample resolutions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import URL

from assistant.library.engine import sqlite_url
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.library.records import Records
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Summary
from tests.servers import ChromaServer, Postgres, running_chroma, running_postgres

# The machines are noisy: an example that took long says nothing, hangs have their own tests.
# Examples differ from run to run in continuous integration too, where Hypothesis would fix them.
hypothesis.settings.register_profile("ours", deadline=None, derandomize=False, print_blob=True)
hypothesis.settings.load_profile("ours")

SAMPLE_LIBRARY = Path(__file__).parent.parent / "assistant" / "sample_library"


@pytest.fixture(scope="session")
def sample_files() -> tuple[Path, Path]:
    """The two real resolutions the project ships: A/RES/72/31 and A/RES/75/45."""
    return (SAMPLE_LIBRARY / "A_RES_72_31.txt", SAMPLE_LIBRARY / "A_RES_75_45.txt")


@pytest.fixture(scope="session")
def sample_library(
    tmp_path_factory: pytest.TempPathFactory, sample_files: tuple[Path, Path]
) -> Iterator[Library]:
    """Both resolutions with an embedder that needs no model. Shared: nobody may change it."""
    folder = tmp_path_factory.mktemp("sample-library")
    with Library.open(load_settings({}, data_dir=folder, embedder="hashing")) as library:
        ingest(library, sample_files)
        yield library


@pytest.fixture(scope="session")
def real(sample_library: Library) -> Assistant:
    """An assistant over ``sample_library``. It is shared: ask it, but ingest nothing."""
    return Assistant(sample_library, sample_library.settings)


@pytest.fixture(scope="session")
def assistant(real: Assistant) -> Assistant:
    """The same, where no folder's tests put a fake in its place."""
    return real


@pytest.fixture(scope="session")
def address(real: Assistant) -> Iterator[str]:
    """Of a server over ``sample_library``."""
    from tests.server.over_sockets import served

    with served(real, real.library.settings) as address:
        yield address


@pytest.fixture(scope="session")
def real_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The assistant as it is shipped, with the embedder that this machine would choose."""
    folder = tmp_path_factory.mktemp("real-library")
    with Assistant.open(load_settings({}, data_dir=folder)) as opened:
        yield opened


@pytest.fixture(scope="session")
def catalogue(sample_library: Library) -> tuple[Summary, ...]:
    """What the library says of the resolutions it holds."""
    return sample_library.records.summaries()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of its own for the session."""
    with running_postgres() as cluster:
        yield cluster


@pytest.fixture
def postgres_database(postgres: Postgres) -> Iterator[str]:
    """The URL of a database of its own for each test."""
    url = postgres.database()
    yield url
    postgres.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Records]:
    """Records of nothing yet, on each database that may hold them."""
    if request.param == "sqlite":
        url: str | URL = sqlite_url(tmp_path / "records.sqlite3")
    else:
        url = request.getfixturevalue("postgres_database")
    records = Records(url)
    yield records
    records.close()


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaServer]:
    """A Chroma server of its own for the session."""
    with running_chroma(tmp_path_factory.mktemp("chroma-server")) as server:
        yield server
