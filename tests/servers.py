"""A real PostgreSQL and a real Chroma server on this machine, for as long as the tests run.

Both listen on the loopback alone and keep what they have in a temporary folder.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine, text

_PATIENCE = 60.0  # seconds for a server to come up on a busy machine
_BINARIES = ("initdb", "pg_ctl", "postgres")
# What a cluster of a few minutes can do without: outliving a power cut.
_QUICK = "-c fsync=off -c full_page_writes=off -c max_connections=200 -c autovacuum=off"


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def missing() -> list[str]:
    """The programs of PostgreSQL that this machine does not have."""
    return [name for name in _BINARIES if _program(name) is None]


def _program(name: str) -> str | None:
    """On the path, or where Debian keeps it."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return shutil.which(name) or next(
        (found for place in reversed(places) if (found := shutil.which(name, path=str(place)))),
        None,
    )


def _unprivileged() -> tuple[Sequence[str], int | None]:
    """What a command is begun with so that it does not run as root, which PostgreSQL refuses;
    and the user it runs as, None where that is nobody else."""
    if os.geteuid() != 0:
        return (), None
    nobody = pwd.getpwnam("nobody")
    identity = (f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups")
    return ("setpriv", *identity, "--"), nobody.pw_uid


@dataclass
class Postgres:
    """A cluster of its own. ``url(name)`` is that of one of its databases."""

    folder: Path
    port: int

    def url(self, database: str = "postgres") -> str:
        """For SQLAlchemy."""
        return f"postgresql+psycopg://tester@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Take connections."""
        options = f"-h 127.0.0.1 -p {self.port} -k {self.folder} {_QUICK}"
        log = str(self.folder / "log")
        self._ctl("start", "-w", "-t", str(int(_PATIENCE)), "-l", log, "-o", options)

    def stop(self, *, mode: str = "fast") -> None:
        """Go away; ``immediate`` as after a crash."""
        self._ctl("stop", "-w", "-m", mode)

    def database(self) -> str:
        """The URL of a new, empty database."""
        name = f"test_{uuid.uuid4().hex[:12]}"
        self._said(f"CREATE DATABASE {name}")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Throw one away, whoever is connected to it."""
        name = url.rpartition("/")[2]
        self._said(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _said(self, statement: str) -> None:
        engine = create_engine(self.url(), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def _ctl(self, *args: str) -> None:
        program = _program("pg_ctl")
        assert program is not None
        command = (*_unprivileged()[0], program, "-D", str(self.folder / "data"), *args)
        # Output to nowhere: the server would keep a pipe open for ever.
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd="/"
        )
        log = self.folder / "log"
        said = log.read_text(errors="replace")[-2_000:] if log.exists() else ""
        assert done.returncode == 0, f"pg_ctl {args[0]} failed\n{said}"


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """A new cluster in a temporary folder that its own user may reach."""
    if lacking := missing():
        message = f"PostgreSQL is not installed here ({', '.join(lacking)}): see .ci/postgres"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    # Not pytest's own folder, which only root may enter; nor a long path: of a socket's 107 bytes.
    prefix, user = _unprivileged()
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / f"pg-{uuid.uuid4().hex[:8]}"  # noqa: S108
    folder.mkdir(mode=0o700)
    if user is not None:
        os.chown(folder, user, -1)
    cluster = Postgres(folder, free_port())
    program = _program("initdb")
    assert program is not None
    # A language that sorts otherwise than by code point, so that the tests would notice.
    language = ("-E", "UTF8", "--locale-provider=icu", "--icu-locale=en", "--locale=C.UTF-8")
    command = (program, "-D", str(folder / "data"), "-U", "tester", "-A", "trust", "-N", *language)
    subprocess.run((*prefix, *command), check=True, stdout=subprocess.DEVNULL, cwd="/")
    try:
        cluster.start()
        yield cluster
    finally:
        with suppress(AssertionError):
            cluster.stop(mode="immediate")
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class ChromaServer:
    """A Chroma server of its own."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Take requests, over what the folder holds."""
        command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(self.folder)]
        with (self.folder.parent / "chroma.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--host", "127.0.0.1", "--port", str(self.port)],
                stdout=log,
                stderr=log,
                # Its own group: what it starts goes with it.
                start_new_session=True,
            )
        _until(self._answers, "the Chroma server did not come up")

    def stop(self, how: int = signal.SIGKILL) -> None:
        """Go away at once."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, how)
            self.process.wait(_PATIENCE)
            self.process = None

    def _answers(self) -> bool:
        with suppress(httpx.HTTPError):
            return httpx.get(f"{self.url}/api/v2/heartbeat", timeout=2).is_success
        return False


@contextmanager
def running_chroma(folder: Path) -> Iterator[ChromaServer]:
    """A new server over an empty folder."""
    (folder / "chroma").mkdir()
    server = ChromaServer(folder / "chroma", free_port())
    try:
        server.start()
        yield server
    finally:
        server.stop()


def _until(holds: Callable[[], bool], otherwise: str) -> None:
    ends = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < ends, otherwise
        time.sleep(0.05)
