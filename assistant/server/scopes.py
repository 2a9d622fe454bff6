"""What a route asks of who calls it: every one declares it, and nothing else decides.

``open`` asks for nothing; ``read`` for a key only where the settings say so; ``own`` is the same
for what changes nothing but the reader's own conversations and feedback; ``write`` and ``admin``
always ask for a key, and what they change is noted.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from fastapi import Depends, Request
from fastapi.params import Depends as DependsOn
from fastapi.routing import APIRoute, RouteContext
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.access import Access
from assistant.errors import AssistantError
from assistant.server import refusals
from assistant.server.admin_refusals import no_admin_key
from assistant.server.caller import caller_of
from assistant.server.languages import reader_language
from assistant.server.openai.errors import as_openai
from assistant.server.problems import problem_of, respond
from assistant.server.rates import Rates
from assistant.server.refusals import Refused
from assistant.types import KeyScope

Declared = Literal["open", "own", "read", "write", "admin"]

ASKED_OF: Final[Mapping[Declared, KeyScope]] = {
    "own": "read",
    "read": "read",
    "write": "write",
    "admin": "admin",
}
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What ``permit`` decides by; ``Gate`` puts it beside each request."""

    access: Access
    rates: Rates
    open_reading: bool


async def permit(scope: Scope, declared: Declared) -> None:
    """Lets a request go on, or raises ``Refused``. What is going to be changed is noted first:
    the error of an audit that cannot be written is raised, and nothing is done."""
    if declared == "open":
        return
    wanted = ASKED_OF[declared]
    rules: Rules = scope["state"]["rules"]
    caller = caller_of(scope)
    if wanted == "read" and rules.open_reading and not caller.wrong:
        return
    if caller.key is None:
        if wanted != "read" and not await run_in_threadpool(rules.access.keys.any_for, wanted):
            raise no_admin_key() if wanted == "admin" else refusals.uploads_are_off()
        raise refusals.wrong_key(sent=caller.wrong)
    if wanted != "read" and scope["method"] not in SAFE_METHODS:
        rate = await rules.rates.write(caller)
        if rate is not None and not rate.allowed:
            raise refusals.too_many_requests(rate.reset, rate.headers())
        await _noted(scope, rules)
    if not caller.key.may(wanted):
        raise refusals.scope_too_small(wanted)


async def count_more(scope: Scope, times: int) -> None:
    """Counts a request that asks for as much work as several as so many more. Raises ``Refused``
    where its sender may not have them now."""
    rules: Rules = scope["state"]["rules"]
    rate = await rules.rates.request(caller_of(scope), times) if times > 0 else None
    if rate is not None and not rate.allowed:
        raise refusals.too_many_requests(rate.reset, rate.headers())


async def why_not_more(scope: Scope, times: int) -> str | None:
    """The same for what is not answered by a problem document: why not, in both languages."""
    try:
        await count_more(scope, times)
    except Refused as refused:
        return "\n".join(refused.said)
    return None


def needs(declared: Declared) -> DependsOn:
    """The dependency by which a route, or a router for all of its own, declares its scope. Where
    both do, both have to be met."""
    depends: DependsOn = Depends(_PERMITTING[declared])
    return depends


def declared_by(route: RouteContext) -> frozenset[Declared]:
    """What a route declares, its routers included."""
    called = {dependency.call for dependency in route.dependant.dependencies}
    return frozenset(name for name, check in _PERMITTING.items() if check in called)


class Guarded:
    """Another ASGI application, to be mounted: each of its requests needs a scope."""

    def __init__(self, app: ASGIApp, declared: Declared) -> None:
        self.app = app
        self.declared = declared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what may go on, and answers the rest with problem documents."""
        if scope["type"] == "http":
            try:
                await permit(scope, self.declared)
            except (Refused, AssistantError) as error:
                await refuse(error, scope, receive, send)
                return
        await self.app(scope, receive, send)


async def refuse(
    error: Refused | AssistantError, scope: Scope, receive: Receive, send: Send
) -> None:
    """Answers with the problem document of an error, or what OpenAI's clients read in its place,
    where no route is asked."""
    if scope["path"].startswith("/v1/"):
        await as_openai(error, Request(scope))(scope, receive, send)
        return
    lang = reader_language(None, Request(scope).headers.get("accept-language"))
    headers = error.headers if isinstance(error, Refused) else None
    await respond(problem_of(error, lang), lang, headers)(scope, receive, send)


async def _noted(scope: Scope, rules: Rules) -> None:
    caller = caller_of(scope)
    state = scope["state"]
    route = scope.get("route")
    state["audit"] = await run_in_threadpool(
        rules.access.audit.begin,
        caller.who,
        route.name if isinstance(route, APIRoute) else scope["method"],
        f"{scope['method']} {scope['path']}",
        request_id=state["request_id"],
        address=caller.address,
    )


def _permitting(declared: Declared) -> Callable[[Request], Awaitable[None]]:
    async def permitted(request: Request) -> None:
        await permit(request.scope, declared)

    return permitted


_PERMITTING: Final[Mapping[Declared, Callable[[Request], Awaitable[None]]]] = {
    declared: _permitting(declared) for declared in get_args(Declared)
}
