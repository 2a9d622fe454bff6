"""Idempotency keys (draft-ietf-httpapi-idempotency-key-header): a request that is sent again,
because nobody knows whether it arrived, is carried out once and answered as the first time.

Routes whose second time changes nothing take no key. What is refused or fails is carried out anew:
nothing of it was kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from fastapi import Depends, Header, Request
from pydantic_core import from_json, to_json

from assistant.server.caller import caller_of
from assistant.server.conditions import key_stands_for_another, request_under_way
from assistant.server.owner import owner_of
from assistant.server.seam import Replies, Service
from assistant.types import Answer, Event

REPLAYED: Final = {"idempotency-replayed": "true"}
LONGEST_KEY: Final = 255
_RETRY_SECONDS: Final = 2

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=LONGEST_KEY,
        pattern=r"^[\x21-\x7e]+$",
        description="同一请求重发时送同一个值，只执行一次；保留 24 小时 · The same when the same "
        "request is sent again: it is carried out once. Kept for 24 hours",
    ),
]


@dataclass
class Once:
    """What one request has to do with replies that are kept. Without a key: nothing."""

    replies: Replies
    owner: str
    key: str | None
    operation: str
    replayed: bool = field(default=False, init=False)
    _open: bool = field(default=False, init=False)

    def begin(self, asked: bytes) -> bytes | None:
        """The reply that this request had before; None where it is to be carried out. Raises
        ``Refused``: it is under way, or its key stands for another one."""
        if self.key is None:
            return None
        request = hashlib.sha256(self.operation.encode() + b"\0" + asked).hexdigest()
        state = self.replies.begin(self.owner, self.key, request)
        if state == "another":
            raise key_stands_for_another()
        if state == "under_way":
            raise request_under_way(_RETRY_SECONDS)
        self._open = state == "begun"
        self.replayed = isinstance(state, bytes)
        return state if isinstance(state, bytes) else None

    def keep(self, reply: bytes, conversation: str | None = None) -> None:
        """Keeps what it is answered with."""
        if self._open and self.key is not None:
            self._open = False
            self.replies.finish(self.owner, self.key, reply, conversation)

    def close(self) -> None:
        """Lets go of the key, where nothing was kept under it."""
        if self._open and self.key is not None:
            self._open = False
            self.replies.give_up(self.owner, self.key)


def _once(request: Request, key: IdempotencyKey = None) -> Iterator[Once]:
    service: Service = request.app.state.service
    caller = caller_of(request.scope)
    # Not even a key that two of them chose shows anybody what another was answered.
    whose = f"{caller.who}\n{owner_of(request) or caller.counted_as}"
    owner = hashlib.sha256(whose.encode()).hexdigest()
    once = Once(service.replies, owner, key, f"{request.method} {request.url.path}")
    try:
        yield once
    finally:
        once.close()


OnceOnly = Annotated[Once, Depends(_once)]


def told_once(once: Once, asked: bytes, tell: Callable[[], Iterator[Event]]) -> Iterator[Event]:
    """The events of an answer: those that were told before, or those of ``tell``, kept when the
    answer is whole."""
    kept = once.begin(asked)
    if kept is not None:
        for name, data in json.loads(kept):
            yield Event(name, data)
        return
    told: list[tuple[str, Any]] = []
    events = tell()
    try:
        for event in events:
            if once.key is not None:
                told.append((event.name, from_json(to_json(event.data))))
            if isinstance(event.data, Answer):
                once.keep(to_json(told), event.data.conversation_id)
            yield event
    finally:
        once.close()
        if isinstance(events, Generator):
            events.close()
