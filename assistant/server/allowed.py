"""Which methods an address takes (RFC 9110, 10.2.1).

Each route knows its own only, so that the router's own ``Allow`` would name those of the first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import compile_path


def allowed_methods(app: FastAPI, path: str) -> str:
    """The methods of every route at ``path``, as the header ``Allow`` lists them."""
    methods: set[str] = set()
    meant = None  # what an address is, the first route says that fits it
    for route in iter_route_contexts(app.routes):
        if route.path is None or not route.methods:
            continue
        if meant is None and _pattern(route.path).match(path):
            meant = route.path
        if route.path == meant:
            methods |= route.methods
    if "GET" in methods:
        methods.add("HEAD")
    return ", ".join(sorted(methods))


@lru_cache(maxsize=256)  # every route of the application, and those of tests
def _pattern(path: str) -> re.Pattern[str]:
    return compile_path(path)[0]
