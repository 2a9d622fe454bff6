"""Every route there is, as requests that the server understands."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    "model": "x",
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
    template: str
    name: str
    scope: KeyScope | None
    body: Any
    query: dict[str, str]

    @property
    def path(self) -> str:
        """Its address, with names that the fake service knows."""
        return self.named({})

    def named(self, names: Mapping[str, str]) -> str:
        """Its address, with ``names`` for what stands in braces."""
        known = {**_NAMES, **names}
        return re.sub(r"\{(\w+)[^}]*\}", lambda found: known[found[1]], self.template)

    @property
    def names(self) -> frozenset[str]:
        """What stands in braces."""
        return frozenset(re.findall(r"\{(\w+)", self.template))

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
    asked = {ASKED_OF.get(one) for one in declared_by(route)}
    scope = next((one for one in _STRICTEST if one in asked), None)
    name = route.name or ""
    return Operation(
        method, route.path or "", name, scope, _BODIES.get(name), _QUERIES.get(name, {})
    )
