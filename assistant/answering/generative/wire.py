"""The connection to a model's server: to that server only, and within bounds.

The page says which host questions are sent to, so a redirection is an error and is not followed.
A server may send what its client never gives on (comments, a line without an end): here every byte
counts, and when the time is over the connection is closed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

_MOST_BYTES = 20_000_000  # of one reply; a chunk of a stream is some 200 bytes for one token


def clients(seconds: float, *, most_bytes: int = _MOST_BYTES) -> Callable[[], httpx.Client]:
    """What makes a client for one reply, to be closed after it: closing it hangs up, so that a
    server does not write on for somebody who left.

    A reply ends within ``seconds`` of its first line, and with ``most_bytes``; reading on raises
    httpx.ReadTimeout or httpx.ReadError.
    """
    import httpx

    certificates = httpx.create_ssl_context()  # read once: it takes longer than the rest

    def bound(response: httpx.Response) -> None:
        stream = response.stream
        if isinstance(stream, httpx.SyncByteStream):
            response.stream = _bounded(stream, response.request, seconds, most_bytes)

    def client() -> httpx.Client:
        return httpx.Client(
            timeout=seconds,
            verify=certificates,
            follow_redirects=False,
            event_hooks={"response": [bound]},
        )

    return client


def _bounded(
    inner: httpx.SyncByteStream, request: httpx.Request, seconds: float, most_bytes: int
) -> httpx.SyncByteStream:
    import httpx

    until = time.monotonic() + seconds

    class Bounded(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            left = most_bytes
            for chunk in inner:
                left -= len(chunk)
                if time.monotonic() > until:
                    raise httpx.ReadTimeout("the reply takes too long", request=request)
                if left < 0:
                    raise httpx.ReadError("the reply is too long", request=request)
                yield chunk

        def close(self) -> None:
            inner.close()

    return Bounded()
