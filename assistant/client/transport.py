"""Requests to a server: sent with key and language, tried again where that is safe."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final, TypeVar
from urllib.parse import quote

import httpx

from assistant.client.events import Received, received
from assistant.client.failures import ServerFailed, ServerUnreachable, failure
from assistant.client.reading import read
from assistant.client.writing import parameters
from assistant.types import Lang, ProblemDocument

T = TypeVar("T")
Params = Mapping[str, Any]

API: Final = "/api/v1"
# Asked twice they change no more than asked once (RFC 9110, 9.2.2).
_IDEMPOTENT: Final = frozenset({"GET", "PUT", "DELETE"})
_TRANSIENT: Final = frozenset({409, 429, 502, 503, 504})  # 409: the same request is under way
_ONCE: Final = "idempotency-key"
# Nothing was sent yet, so that nothing can have been done.
_NOT_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_FIRST_WAIT: Final = 0.5  # seconds; each further one is twice as long
_LONGEST_WAIT: Final = 60.0  # a server that wants more is not waited for


class Transport:
    """One server. Every method raises the library's errors, see ``failures``."""

    def __init__(self, http: httpx.Client, lang: Lang | None, retries: int) -> None:
        self.http = http
        self.lang = lang
        self._retries = retries
        self._address = str(http.base_url).rstrip("/")

    def get(self, path: str, kind: type[T], params: Params | None = None) -> T:
        """What stands at ``path``, as a ``kind``."""
        return self.read(kind, self.send("GET", path, params=params))

    def pages(self, path: str, kind: type[T]) -> Iterator[T]:
        """The same of every page that ``path`` leads to."""
        params: Params | None = None
        while True:
            response = self.send("GET", path, params=params)
            yield self.read(kind, response)
            after = response.links.get("next")
            if after is None:
                return
            params = dict(httpx.URL(after["url"]).params)

    def read(self, kind: type[T], response: httpx.Response) -> T:
        """A reply as a ``kind``."""
        try:
            return read(kind, response.content)
        except ValueError:
            raise ServerFailed(self._address, response.status_code) from None

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Params | None = None,
        json: object = None,
        files: Sequence[Any] | None = None,
        data: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """A request and its whole reply, which is none of an error."""
        request = self.http.build_request(
            method,
            f"{API}{path}",
            params=parameters(dict(params or {})),
            json=json,
            files=files,
            data=data,
            headers=self._headers(headers),
        )
        response = self._sent(request, stream=False)
        self._check(response)
        return response

    @contextmanager
    def events(
        self,
        method: str,
        path: str,
        *,
        json: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[Iterator[Received]]:
        """The events of a reply as they come. Leaving the context tells the server to stop."""
        wanted = {"accept": "text/event-stream", **(headers or {})}
        url = f"{API}{path}"
        request = self.http.build_request(method, url, json=json, headers=self._headers(wanted))
        response = self._sent(request, stream=True)
        try:
            if not response.is_success:
                response.read()
            self._check(response)
            yield received(self._pieces(response))
        finally:
            response.close()

    def broken(self, reason: str) -> ServerUnreachable:
        """The error of a stream that ends before its end."""
        return ServerUnreachable(self._address, reason)

    def _headers(self, more: Mapping[str, str] | None) -> dict[str, str]:
        return {**({"accept-language": self.lang} if self.lang else {}), **(more or {})}

    def _pieces(self, response: httpx.Response) -> Iterator[bytes]:
        try:
            yield from response.iter_bytes()
        except httpx.TransportError as error:
            raise self.broken(type(error).__name__) from error

    def _sent(self, request: httpx.Request, *, stream: bool) -> httpx.Response:
        tried = 0
        while True:
            try:
                response = self.http.send(request, stream=stream)
            except httpx.TransportError as error:
                again = _is_repeatable(request) or isinstance(error, _NOT_SENT)
                if not again or tried >= self._retries:
                    raise ServerUnreachable(self._address, type(error).__name__) from error
                wait = _FIRST_WAIT * 2**tried
            else:
                wait = _wait(response, tried)
                again = response.status_code in _TRANSIENT and _is_repeatable(request)
                if not again or tried >= self._retries or wait > _LONGEST_WAIT:
                    return response
                response.close()
            tried += 1
            time.sleep(wait)

    def _check(self, response: httpx.Response) -> None:
        if response.is_success:
            return
        try:
            problem = read(ProblemDocument, response.content)
        except ValueError:
            raise ServerFailed(self._address, response.status_code) from None
        raise failure(problem, retry_after(response))


def once() -> dict[str, str]:
    """The header by which a server does a request once, however often it comes."""
    return {_ONCE: uuid.uuid4().hex}


def _is_repeatable(request: httpx.Request) -> bool:
    return request.method in _IDEMPOTENT or _ONCE in request.headers


def path_of(symbol: str) -> str:
    """A symbol as a path, of which no step leads elsewhere."""
    return "/".join(map(step_of, symbol.split("/")))


def step_of(name: str) -> str:
    """A name as one step of a path, which does not lead upwards."""
    return quote(name, safe="()") if name.strip(".") else name.replace(".", "%2E")


def retry_after(response: httpx.Response) -> float | None:
    """How many seconds the server wants to be left alone (RFC 9110, 10.2.3)."""
    said = response.headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said)
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())


def _wait(response: httpx.Response, tried: int) -> float:
    wanted = retry_after(response)
    return _FIRST_WAIT * 2**tried if wanted is None else wanted
