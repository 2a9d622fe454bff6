"""Documents by symbol: from the folder of what was fetched before, else from the server."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from assistant.errors import LibraryBusy
from assistant.fetching import failures
from assistant.fetching.addresses import FORMATS, Format, access_address, names_of
from assistant.fetching.checking import refuse_another
from assistant.fetching.download import Arrived, Download, Limits, open_client
from assistant.fetching.failures import NotFetched
from assistant.fetching.kept import Kept, Origin, Part, Shelf, stem_of, write_whole
from assistant.fetching.pacing import LONGEST_WAIT_SECONDS, Clock, Pacer, back_off
from assistant.fetching.wanted import wanted_symbols
from assistant.library.reader import Task
from assistant.library.workers import Workers
from assistant.reading import File
from assistant.settings import Settings
from assistant.types import Lang

_log = logging.getLogger(__name__)

Outcome = Literal["fetched", "cached", "missing", "failed"]

# A server that failed this often in a row, retries included, is not asked for the rest.
_MOST_FAILURES_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What became of one document."""

    symbol: str
    lang: Lang
    outcome: Outcome
    path: Path | None = None  # of the whole document; None where there is none
    origin: Origin | None = None
    received: int = 0  # bytes that came over the network for it
    seconds: float = 0.0  # that they took, pauses left out
    reason_zh: str | None = None
    reason_en: str | None = None

    def file(self) -> File:
        """The document for ingestion, with the time it was retrieved. Only where it has a path.

        Its name gives a text that lost its symbol the one that was asked for.
        """
        if self.path is None or self.origin is None:
            raise ValueError(f"{self.symbol} was not fetched")
        return File(self.path.name, self.path.read_bytes(), retrieved=self.origin.retrieved)

    def save(self, folder: Path) -> Path:
        """Copy the document to ``folder``, under its language, and return where it is now."""
        file = self.file()
        path = folder / self.lang / file.name
        try:
            write_whole(path, file.data)
        except OSError as error:
            raise failures.cannot_save(str(folder), error.strerror or "?") from error
        return path


def fetch(
    symbols: Iterable[str],
    langs: Sequence[Lang],
    *,
    settings: Settings,
    refresh: bool = False,
    clock: Clock | None = None,
    jobs: int = 1,
) -> Iterator[FetchResult]:
    """The documents of ``symbols`` (also ranges and lists) in each language, one after another.

    What is in ``data_dir/fetched`` is not asked for again unless ``refresh``; then only what the
    server has changed is transferred. One document that does not come never stops the others.
    Whether a document is the one asked for is read in a process of its own; with ``jobs`` 0 in
    this one. Raises InvalidSymbol at once, LibraryBusy where another process is fetching.
    """
    wanted = [(symbol, lang) for symbol in wanted_symbols(symbols) for lang in langs]
    return _results(wanted, settings, refresh, clock or Clock(), jobs)


def _results(
    wanted: Sequence[tuple[str, Lang]], settings: Settings, refresh: bool, clock: Clock, jobs: int
) -> Iterator[FetchResult]:
    folder = settings.data_dir / "fetched"
    folder.mkdir(parents=True, exist_ok=True)
    limits = Limits(settings.max_upload_bytes, settings.fetch_timeout)
    try:
        # Two at a time would be twice as fast as what the server is promised.
        lock = FileLock(folder / ".lock", timeout=0)
        with lock, open_client(settings.fetch_url, limits) as client, Workers(jobs) as workers:
            download = Download(client, settings.fetch_url, limits, clock)
            run = _Run(download, Shelf(folder), workers, settings, clock)
            for symbol, lang in wanted:
                yield run.result(symbol, lang, refresh=refresh)
    except Timeout:
        raise LibraryBusy(
            "另一个进程正在取文件，请等它结束", "another process is fetching; wait for it to end"
        ) from None


class _Run:
    """What one batch knows of the server."""

    def __init__(
        self,
        download: Download,
        shelf: Shelf,
        workers: Workers,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._download = download
        self._shelf = shelf
        self._workers = workers
        self._settings = settings
        self._clock = clock
        self._pacer = Pacer(clock, settings.fetch_pause)
        self._failed_in_a_row = 0
        self._closed: NotFetched | None = None  # why the server is not asked any more

    def result(self, symbol: str, lang: Lang, *, refresh: bool) -> FetchResult:
        """The document, or why it did not come."""
        kept = self._shelf.find(symbol, lang)
        if kept is not None and not refresh:
            return FetchResult(symbol, lang, "cached", kept.path, kept.origin)
        if self._closed is not None:
            return _without(symbol, lang, self._closed)
        try:
            result = self._fetched(symbol, lang, kept)
        except NotFetched as error:
            self._learn(error)
            return _without(symbol, lang, error)
        except Exception:
            # What a server may send has no end, and must not take the batch with it.
            _log.exception("%s could not be fetched", symbol)
            return _without(symbol, lang, failures.our_fault())
        self._failed_in_a_row = 0
        return result

    def _learn(self, error: NotFetched) -> None:
        self._failed_in_a_row = self._failed_in_a_row + 1 if error.kind == "server" else 0
        if error.wait > LONGEST_WAIT_SECONDS:
            self._closed = error
        elif self._failed_in_a_row >= _MOST_FAILURES_IN_A_ROW:
            self._closed = failures.given_up(self._failed_in_a_row)

    def _fetched(self, symbol: str, lang: Lang, kept: Kept | None) -> FetchResult:
        """Ask for every form the document may have, until one comes."""
        reasons: list[NotFetched] = []
        for name in names_of(symbol):
            for form in FORMATS:
                address = access_address(self._settings.fetch_url, name, lang, form)
                try:
                    return self._from(address, symbol, lang, form, kept)
                except NotFetched as error:
                    if error.kind not in ("missing", "format"):
                        raise
                    reasons.append(error)
        # That there is one in a form of no use says more than that there is none in another.
        raise next((reason for reason in reasons if reason.kind == "format"), reasons[0])

    def _from(
        self, address: str, symbol: str, lang: Lang, form: Format, kept: Kept | None
    ) -> FetchResult:
        known = kept.origin if kept is not None and kept.origin.format == form else None
        try:
            part = self._shelf.part(symbol, lang, form)
            arrived = self._persistently(address, part, known)
            if arrived is None:
                assert kept is not None  # noqa: S101 - nothing is known of what is not kept
                return FetchResult(symbol, lang, "cached", kept.path, kept.origin)
            new = self._kept(arrived, part, symbol, lang)
        except OSError as error:
            raise failures.cannot_keep(error.strerror or type(error).__name__) from error
        return FetchResult(
            symbol, lang, "fetched", new.path, new.origin, arrived.received, arrived.seconds
        )

    def _persistently(self, address: str, part: Part, known: Origin | None) -> Arrived | None:
        """Ask until it comes, waiting longer each time; raises the last failure."""
        attempt = 0
        while True:
            try:
                with self._pacer.turn():
                    return self._download.get(address, part, known)
            except NotFetched as error:
                if error.wait > LONGEST_WAIT_SECONDS:
                    raise failures.asked_to_wait(error.wait) from error
                if not error.again or attempt == self._settings.fetch_retries:
                    raise
                delay = back_off(attempt, self._settings.fetch_pause, self._clock.chance())
                self._clock.sleep(max(error.wait, delay))
                attempt += 1

    def _kept(self, arrived: Arrived, part: Part, symbol: str, lang: Lang) -> Kept:
        """Put what arrived into the folder, unless it is another document."""
        data = part.path.read_bytes()
        name = f"{stem_of(symbol)}.{arrived.format}"
        ((_, read),) = self._workers.map([File(name, data)], Task)
        try:
            if read is not None:
                refuse_another(read, symbol, lang)
        except NotFetched:
            part.discard()
            raise
        origin = Origin(
            symbol=symbol,
            lang=lang,
            file=name,
            format=arrived.format,
            address=arrived.address,
            sha256=hashlib.sha256(data).hexdigest(),
            bytes=len(data),
            retrieved=self._clock.now().isoformat(timespec="seconds"),
            etag=arrived.etag,
            last_modified=arrived.last_modified,
        )
        return self._shelf.keep(part, origin)


def _without(symbol: str, lang: Lang, error: NotFetched) -> FetchResult:
    outcome: Outcome = "missing" if error.kind == "missing" else "failed"
    return FetchResult(symbol, lang, outcome, reason_zh=error.zh, reason_en=error.en)
