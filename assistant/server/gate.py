"""The gate that every request passes: who sends it, whether it is too much, and what it is called.

It decides nothing of what may be done: that each route declares, see ``scopes``.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import Final

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.access.secret import MARK
from assistant.errors import AssistantError
from assistant.server import refusals
from assistant.server.caller import Caller, address_of
from assistant.server.rates import Rate
from assistant.server.scopes import Rules, refuse

# A browser sends some twenty.
MOST_HEADERS: Final = 100
REQUEST_ID: Final = "x-request-id"
# What nginx calls a request whose sender left before there was a response.
_LEFT: Final = 499

_log = logging.getLogger(__name__)


class Gate:
    """Finds out who calls, counts it, and ends the audit's entry of what was changed.

    The paths in ``uncounted`` are always answered, those below one that ends with a stroke too: who
    watches the service has to hear of it, and a first visit of the page loads some forty files.
    """

    def __init__(self, app: ASGIApp, rules: Rules, uncounted: Collection[str] = ()) -> None:
        self.app = app
        self.rules = rules
        self.uncounted = frozenset(uncounted)
        self._folders = tuple(path for path in uncounted if path.endswith("/"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on with ``caller`` and ``rules`` in its state."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state["rules"] = self.rules
        told = {REQUEST_ID: state["request_id"]}
        try:
            state["caller"] = caller = await self._caller(scope)
            rate = await self._counted(scope, caller)
        except AssistantError as error:
            await refuse(error, scope, receive, _telling(send, told, []))
            return
        except refusals.Refused as error:
            await refuse(error, scope, receive, _telling(send, told, []))
            return
        told |= rate.headers() if rate else {}
        statuses: list[int] = []
        try:
            await self.app(scope, receive, _telling(send, told, statuses))
        except Exception:
            statuses = statuses or [500]
            raise
        finally:
            await self._ended(state.get("audit"), statuses)

    async def _caller(self, scope: Scope) -> Caller:
        headers = Headers(scope=scope)
        if len(headers) > MOST_HEADERS:
            raise refusals.too_many_headers(MOST_HEADERS)
        address = address_of(scope)
        sent = headers.getlist("authorization")
        # Who watches is told, with whatever key, while no key can be looked up either.
        if not sent or self._is_uncounted(scope):
            return Caller(address)
        scheme, _, key = sent[0].partition(" ")
        if len(sent) > 1 or scheme.lower() != "bearer":
            return Caller(address, wrong=True)
        known = await run_in_threadpool(self.rules.access.keys.check, key.strip())
        return Caller(address, known, wrong=known is None and not self._is_filler(scope, key))

    def _is_filler(self, scope: Scope, key: str) -> bool:
        """Whether a key stands only for want of one: OpenAI's clients cannot ask without."""
        for_openai = scope["path"].startswith("/v1/") and self.rules.open_reading
        return for_openai and not key.strip().startswith(MARK)

    def _is_uncounted(self, scope: Scope) -> bool:
        path: str = scope["path"]
        return path in self.uncounted or path.startswith(self._folders)

    async def _counted(self, scope: Scope, caller: Caller) -> Rate | None:
        if self._is_uncounted(scope):
            return None
        rate = await self.rules.rates.request(caller)
        if rate is not None and not rate.allowed:
            raise refusals.too_many_requests(rate.reset, rate.headers())
        return rate

    async def _ended(self, entry: str | None, statuses: list[int]) -> None:
        if entry is None:
            return
        status = statuses[0] if statuses else _LEFT
        # What was done is noted though nobody waits for the answer any more.
        with anyio.CancelScope(shield=True):
            try:
                await run_in_threadpool(self.rules.access.audit.end, entry, status)
            except AssistantError:
                _log.exception("the end of audit entry %s is not noted", entry)


def _telling(send: Send, told: dict[str, str], statuses: list[int]) -> Send:
    async def completed(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])
            headers = MutableHeaders(scope=message)
            for name, value in told.items():
                headers.setdefault(name, value)
        await send(message)

    return completed
