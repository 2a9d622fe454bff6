"""One document over HTTP into its part file: redirects, conditions, ranges, caps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

import httpx

from assistant import __version__
from assistant.fetching import failures
from assistant.fetching.addresses import Format, leads_inside, may_be_asked
from assistant.fetching.bodies import SNIFFED_BYTES, asks_for_login, kind_of, whole_format
from assistant.fetching.failures import NotFetched
from assistant.fetching.kept import Origin, Part
from assistant.fetching.pacing import Clock, retry_after

USER_AGENT = f"resolution-assistant/{__version__} (fetches single documents by symbol)"

_MOST_REDIRECTS = 5
_MOST_OF_A_PAGE = 65_536  # bytes of an HTML page that are looked at
_ERROR_PAGE = "/error"
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_THERE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost."""

    bytes: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Arrived:
    """A whole document in its part file."""

    format: Format
    address: str  # where the redirects ended
    received: int  # bytes that came this time
    seconds: float  # that they took
    etag: str | None
    last_modified: str | None


def open_client(base: str, limits: Limits) -> httpx.Client:
    """A client that says who it is and follows nothing by itself."""
    return httpx.Client(
        # Without packing, Content-Length and Range count the bytes that are kept.
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
        follow_redirects=False,
        timeout=limits.seconds,
        # Plain HTTP is only for this machine, where no proxy of the environment has a say.
        trust_env=base.startswith("https:"),
    )


class Download:
    """Asks one server, one request at a time."""

    def __init__(self, client: httpx.Client, base: str, limits: Limits, clock: Clock) -> None:
        self._client = client
        self._base = base
        self._limits = limits
        self._clock = clock

    def get(self, address: str, part: Part, known: Origin | None) -> Arrived | None:
        """The document at ``address``, or None where it is still what is ``known``.

        What is in ``part`` is gone on with, if the server still has the same. Raises NotFetched.
        """
        begun = self._clock.monotonic()
        there = part.there(address)
        try:
            with self._followed(address, _conditions(there, known)) as answer:
                if answer.status_code == httpx.codes.NOT_MODIFIED and known is not None:
                    return None
                offset = self._offset(answer, part, there)
                return self._received(answer, address, part, offset, begun)
        except httpx.TimeoutException:
            raise failures.too_slow(self._limits.seconds) from None
        except httpx.HTTPError as error:
            raise failures.unreachable(str(error) or type(error).__name__) from error
        except OSError as error:
            raise failures.cannot_keep(error.strerror or type(error).__name__) from error

    @contextmanager
    def _followed(self, address: str, headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        """The answer at the end of the redirects, its body not yet read."""
        seen: set[str] = set()
        while True:
            if not may_be_asked(address, self._base) or leads_inside(address, self._base):
                raise failures.foreign_redirect(_host_of(address))
            if address in seen or len(seen) > _MOST_REDIRECTS:
                raise failures.endless_redirects()
            seen.add(address)
            with self._client.stream("GET", address, headers=headers) as answer:
                if not answer.has_redirect_location:
                    yield answer
                    return
                address = _joined(answer)

    def _offset(self, answer: httpx.Response, part: Part, there: tuple[int, str] | None) -> int:
        """Where in the document the body begins. Raises NotFetched for what is no document."""
        status = answer.status_code
        if status == httpx.codes.PARTIAL_CONTENT and there is not None:
            if answer.headers.get("Content-Range", "").startswith(f"bytes {there[0]}-"):
                return there[0]
            part.discard()
            raise failures.busy_status(status, 0)
        if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE and there is not None:
            part.discard()  # it was never a part of what the server has
            raise failures.busy_status(status, 0)
        if status == httpx.codes.OK:
            return 0
        raise self._failure(answer)

    def _failure(self, answer: httpx.Response) -> NotFetched:
        status = answer.status_code
        if status in _NOT_THERE:
            return failures.missing()
        if status in _LATER:
            wait = retry_after(answer.headers.get("Retry-After"), self._clock.now())
            return failures.busy_status(status, wait)
        return failures.refused_status(status)

    def _received(
        self, answer: httpx.Response, address: str, part: Part, offset: int, begun: float
    ) -> Arrived:
        """Gather the body, and judge it by its first bytes and when it is whole."""
        expected = _length_of(answer)
        if expected is not None and expected > self._limits.bytes:
            part.discard()
            raise failures.too_large(self._limits.bytes)
        chunks = self._timed(answer.iter_bytes(), begun + self._limits.seconds)
        if offset == 0:
            start = _start_of(chunks)
            _refuse_what_is_no_document(answer, start, chunks)
            part.begin(address, _validator(answer))
            chunks = chain((start,), chunks)
        try:
            self._gather(part, chunks)
        except httpx.TimeoutException:
            raise
        except httpx.TransportError as error:
            raise failures.cut(part.size, expected) from error
        return Arrived(
            _kind_of_whole(part, expected),
            str(answer.url),
            part.size - offset,
            self._clock.monotonic() - begun,
            _sendable(answer, "ETag"),
            _sendable(answer, "Last-Modified"),
        )

    def _timed(self, chunks: Iterator[bytes], until: float) -> Iterator[bytes]:
        for chunk in chunks:
            yield chunk
            if self._clock.monotonic() > until:
                raise failures.too_slow(self._limits.seconds)

    def _gather(self, part: Part, chunks: Iterator[bytes]) -> None:
        with part.path.open("ab") as file:
            for chunk in chunks:
                file.write(chunk)
                file.flush()  # what came is there for going on, whatever ends the process
                if file.tell() > self._limits.bytes:
                    part.discard()
                    raise failures.too_large(self._limits.bytes)


def _conditions(there: tuple[int, str] | None, known: Origin | None) -> dict[str, str]:
    if there is not None:
        size, validator = there
        return {"Range": f"bytes={size}-", "If-Range": validator}
    headers = {}
    if known is not None and known.etag:
        headers["If-None-Match"] = known.etag
    if known is not None and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def _joined(answer: httpx.Response) -> str:
    try:
        return str(answer.url.join(answer.headers["Location"]))
    except httpx.InvalidURL:
        raise failures.foreign_redirect("?") from None


def _host_of(address: str) -> str:
    try:
        return httpx.URL(address).host or "?"
    except httpx.InvalidURL:
        return "?"


def _validator(answer: httpx.Response) -> str | None:
    """What tells that a later answer is of the same bytes: never a weak tag (RFC 9110, 13.1.5)."""
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        return None
    etag = _sendable(answer, "ETag")
    if etag is not None and not etag.startswith("W/"):
        return etag
    return _sendable(answer, "Last-Modified")


def _sendable(answer: httpx.Response, header: str) -> str | None:
    """A header that can be sent back as it came: ASCII without controls, and not empty."""
    value: str = answer.headers.get(header, "")
    return value if value.isascii() and value.isprintable() and value else None


def _length_of(answer: httpx.Response) -> int | None:
    """How long the whole document is, as far as the server tells.

    A part says it in ``Content-Range: bytes 2000-2999/8000``; it need not reach to the end.
    """
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        return None
    if answer.status_code == httpx.codes.PARTIAL_CONTENT:
        length = answer.headers.get("Content-Range", "").rpartition("/")[2]
    else:
        length = answer.headers.get("Content-Length", "")
    return int(length) if length.isascii() and length.isdigit() else None


def _start_of(chunks: Iterator[bytes]) -> bytes:
    start = b""
    while len(start) < SNIFFED_BYTES:
        chunk = next(chunks, b"")
        if not chunk:
            break
        start += chunk
    return start


def _refuse_what_is_no_document(
    answer: httpx.Response, start: bytes, chunks: Iterator[bytes]
) -> None:
    content_type = answer.headers.get("Content-Type", "")
    kind = kind_of(start, content_type)
    if kind in ("docx", "pdf"):
        return
    if not start:
        raise failures.missing()
    if kind == "doc":
        raise failures.old_word()
    if kind == "other":
        raise failures.other_format(content_type.partition(";")[0] or "?")
    page = start
    while len(page) < _MOST_OF_A_PAGE and (chunk := next(chunks, b"")):
        page += chunk
    if asks_for_login(page):
        raise failures.login_page()
    raise failures.error_page() if answer.url.path == _ERROR_PAGE else failures.missing()


def _kind_of_whole(part: Part, expected: int | None) -> Format:
    """The format of a part that is the whole document; raises NotFetched if it is not."""
    if expected is not None and part.size != expected:
        raise failures.cut(part.size, expected)
    form = whole_format(part.path)
    if form is not None:
        return form
    if expected is None:  # the server closed without having said how much there is
        raise failures.cut(part.size, None)
    part.discard()
    raise failures.damaged()
