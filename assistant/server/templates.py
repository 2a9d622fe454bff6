"""The template of the route that answered a request: a closed list, unlike addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fastapi.routing import APIRoute, iter_route_contexts
from starlette.types import Scope

# The page's files, which no route of ours names.
FILES: Final = "/{file}"
# Nothing is there, or the request was refused before a route was looked for.
NO_ROUTE: Final = "-"
_REFUSED: Final = 400


class Templates:
    """The templates of one application, known when its first request is over."""

    def __init__(self) -> None:
        self._by_route: Mapping[int, str] | None = None

    def of(self, scope: Scope, status: int) -> str:
        """Such as ``/api/v1/resolutions/{symbol:path}``. ``scope`` is that of a request which the
        application has answered with ``status``."""
        if self._by_route is None and "app" in scope:
            self._by_route = _templates(scope)
        answered_by = scope.get("route") or scope.get("endpoint")
        known = (self._by_route or {}).get(id(answered_by))
        return known or (NO_ROUTE if status >= _REFUSED or answered_by else FILES)


def _templates(scope: Scope) -> Mapping[int, str]:
    """By the route that was declared, without the prefixes of its routers; by its application,
    where it is none of FastAPI's. Both live as long as the application."""
    found = {}
    for route in iter_route_contexts(scope["app"].routes):
        declared = route.original_route
        answering = declared if isinstance(declared, APIRoute) else route.endpoint
        if route.path is not None and answering is not None:
            found[id(answering)] = route.path
    return found
