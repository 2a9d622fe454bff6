"""How long a connection is borne with that keeps the server waiting, before any application sees
a request: uvicorn itself waits for ever, and keeps as many headers as are sent.
"""

from __future__ import annotations

import asyncio
from asyncio import TimerHandle
from typing import Final

from uvicorn.protocols.http.auto import AutoHTTPProtocol

# From the first moment of a connection, or the first byte of its next request.
HEAD_SECONDS: Final = 15.0
# All lines of a request before its body; nginx and Apache take 32 and 8 kilobytes.
LONGEST_HEAD: Final = 65_536  # bytes
# How long somebody may leave what was sent unread. A stream that is heard empties its buffer at
# once.
UNREAD_SECONDS: Final = 60.0

_TOO_LARGE: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-length: 0\r\nconnection: close\r\n\r\n"
)


class PatientProtocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """uvicorn's protocol, with an end to its patience."""

    head_seconds = HEAD_SECONDS
    unread_seconds = UNREAD_SECONDS
    _head: TimerHandle | None = None
    _unread: TimerHandle | None = None
    _head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Begins to wait for a request."""
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        """Takes what came, unless a head never ends."""
        was_waiting = self._is_between_requests()
        if was_waiting:
            self._wait_for_head()
            self._head_bytes += len(data)
        super().data_received(data)
        if not self._is_between_requests():
            self._has_come()
        elif self._head_bytes > LONGEST_HEAD and not self.transport.is_closing():
            self.transport.write(_TOO_LARGE)
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits for nothing any more."""
        self._has_come()
        self._is_read()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The other side reads slower than it is written to."""
        super().pause_writing()
        if self._unread is None:
            self._unread = self.loop.call_later(self.unread_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """It has read."""
        self._is_read()
        super().resume_writing()

    def _is_between_requests(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _wait_for_head(self) -> None:
        if self._head is None:
            self._head = self.loop.call_later(self.head_seconds, self.transport.abort)

    def _has_come(self) -> None:
        self._head_bytes = 0
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _is_read(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None
