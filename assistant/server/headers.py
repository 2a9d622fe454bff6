"""Headers that every response carries: what a page may load, and how long it may be kept."""

from __future__ import annotations

import re
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECURITY_HEADERS: Final = {
    "content-security-policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

# Vite puts eight characters of the content's hash into a name, which then never changes its
# meaning: index-MsxiG8h2.js. Its other files keep their names.
_NAMED_BY_CONTENT: Final = re.compile(r"/assets/.+-[\w-]{8}\.\w+")
FOREVER: Final = "public, max-age=31536000, immutable"


class ResponseHeaders:
    """Adds the security headers, and a caching rule where the route gave none."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, completing the head of the response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def completed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", _caching(scope["path"], message["status"]))
            await send(message)

        await self.app(scope, receive, completed)


def _caching(path: str, status: int) -> str:
    kept = status in {200, 206, 304} and _NAMED_BY_CONTENT.fullmatch(path)
    return FOREVER if kept else "no-cache"
