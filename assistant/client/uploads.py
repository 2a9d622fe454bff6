"""Files on their way into a server's library, watched until they are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from assistant.client.failures import ServerUnreachable, UploadCancelled, failure
from assistant.client.reading import read
from assistant.client.transport import Transport, once
from assistant.types import IngestResult, ProblemDocument, Progress

_LISTENED: Final = 5  # times that a stream of events may break off


@dataclass(frozen=True, slots=True)
class _Step:
    step: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Job:
    id: str
    state: Literal["queued", "running", "done", "failed", "cancelled"]
    results: tuple[IngestResult, ...]
    error: ProblemDocument | None


def upload(
    transport: Transport,
    sources: Iterable[Path],
    *,
    symbol: str | None,
    progress: Progress | None,
    told: Callable[[IngestResult], None] | None,
    dry_run: bool,
) -> tuple[IngestResult, ...]:
    """See ``Client.ingest``."""
    fields = {"dry_run": str(dry_run).lower(), **({"symbol": symbol} if symbol else {})}
    with ExitStack() as opened:
        files = [("files", (one.name, opened.enter_context(one.open("rb")))) for one in sources]
        accepted = transport.send("POST", "/uploads", files=files, data=fields, headers=once())
    job = _watched(transport, transport.read(_Job, accepted).id, progress, told)
    if job.error is not None:
        raise failure(job.error)
    if job.state == "cancelled":
        raise UploadCancelled(job.results)
    return job.results


def _watched(
    transport: Transport,
    name: str,
    progress: Progress | None,
    told: Callable[[IngestResult], None] | None,
) -> _Job:
    for event, data in _events(transport, name):
        if event == "done":
            return read(_Job, data)
        if event == "progress" and progress is not None:
            step = read(_Step, data)
            progress(step.step, step.done, step.total)
        if event == "result" and told is not None:
            told(read(IngestResult, data))
    raise transport.broken("the upload's events ended early")


def _events(transport: Transport, name: str) -> Iterator[tuple[str, bytes]]:
    """The events from the first on, each once, though the stream may break off in between."""
    last = ""
    for tried in range(_LISTENED):
        heard = {"last-event-id": last} if last else None
        try:
            with transport.events("GET", f"/uploads/{name}/events", headers=heard) as events:
                for event in events:
                    last = event.id or last
                    yield event.name, event.data
        except ServerUnreachable:
            if tried + 1 == _LISTENED:
                raise
