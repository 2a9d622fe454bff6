"""Addresses whose query names a parameter that their route does not have are refused.

Ignored, a misspelt ``versoin`` would answer something that nobody asked, or remove what nobody
meant to. Which parameters a route has is read off the route itself, its dependencies included.
"""

from __future__ import annotations

from typing import Any, Final

from fastapi import Depends, HTTPException, Request, params
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute, RouteContext

from assistant.server.allowed import allowed_methods

# Their requests have no body: what is asked stands in the address alone.
_ASKED_BY_ADDRESS: Final = frozenset({"GET", "HEAD", "DELETE"})
_NOT_IN_THE_QUERY: Final = (params.Path, params.Header, params.Cookie)


async def _known_only(request: Request) -> None:
    sent = dict.fromkeys(request.query_params)
    if not sent or request.method not in _ASKED_BY_ADDRESS:
        return
    known = _parameters(request.scope["route"])
    unknown = [name for name in sent if name not in known]
    if not unknown:
        return
    if request.method not in allowed_methods(request.app, request.url.path):
        # DELETE …/series is taken for that of a resolution by this name, which there is none of.
        raise HTTPException(405)
    raise RequestValidationError([_fault(name, known) for name in unknown])


def _parameters(route: APIRoute) -> tuple[str, ...]:
    flat = get_flat_params(route.dependant)
    return tuple(one.alias for one in flat if not isinstance(one.field_info, _NOT_IN_THE_QUERY))


def _fault(name: str, known: tuple[str, ...]) -> dict[str, Any]:
    kind = "unknown_parameter" if known else "no_parameters"
    return {"type": kind, "loc": ("query", name), "ctx": {"known": ", ".join(known)}}


KNOWN_PARAMETERS: Final = Depends(_known_only)


def refuses_unknown(route: RouteContext) -> bool:
    """Whether a route, or a router for it, declares ``KNOWN_PARAMETERS``, and may be refused so."""
    called = {dependency.call for dependency in route.dependant.dependencies}
    return _known_only in called and not _ASKED_BY_ADDRESS.isdisjoint(route.methods or ())
