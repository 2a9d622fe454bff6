"""Every route there is, as requests that the server understands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts

from assistant.server.scopes import ASKED_OF, declared_by
from assistant.types import KeyScope

# What stands for the names in paths; each is one that the fake service knows.
_NAMES = {
    "symbol": "A/RES/75/45",
    "conversation_id": "c1",
    "answer_id": "a1",
    "id": "0" * 32,
}
_ASKED = {"question": "第75/45号决议第14段说了什么"}
_BODIES: dict[str, Any] = {
    "ask": _ASKED,
    "ask_stream": _ASKED,
    "rename": {"title": "x"},
    "judge": {"verdict": "right"},
    "chat_completions": {"messages": [{"role": "user", "content": _ASKED["question"]}]},
}
_QUERIES: dict[str, dict[str, str]] = {
    "search": {"q": "核裁军"},
    "precedents": {"q": "核裁军"},
    "renderings": {"q": "核裁军"},
    "comparison": {"a": "A/RES/72/31", "b": "A/RES/75/45"},
}
_STRICTEST: tuple[KeyScope, ...] = ("admin", "write", "read")


@dataclass(frozen=True)
class Operation:
    """A route: its method and path, the scope that it asks for, and what it is asked with."""

    method: str
    path: str
    name: str
    scope: KeyScope | None
    body: Any
    query: dict[str, str]

    def __str__(self) -> str:
        return f"{self.method} {self.name}"

    @property
    def changes(self) -> bool:
        return self.method not in {"GET", "HEAD"}


def routes_of(app: FastAPI) -> list[RouteContext]:
    """All of them, whether they are documented or not."""
    every = iter_route_contexts(app.routes)
    return [one for one in every if isinstance(one.route, APIRoute)]


def operations(app: FastAPI) -> list[Operation]:
    """What of them asks for a scope, and the probes."""
    return [
        _operation(route, method)
        for route in routes_of(app)
        if declared_by(route)
        for method in sorted(route.methods or ())
    ]


def _operation(route: RouteContext, method: str) -> Operation:
    template = route.path or ""
    path = re.sub(r"\{(\w+)[^}]*\}", lambda found: _NAMES.get(found[1], "x"), template)
    asked = {ASKED_OF.get(one) for one in declared_by(route)}
    scope = next((one for one in _STRICTEST if one in asked), None)
    name = route.name or ""
    return Operation(method, path, name, scope, _BODIES.get(name), _QUERIES.get(name, {}))
