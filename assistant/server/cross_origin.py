"""Which pages from elsewhere may call the API (CORS); none, unless the settings name them."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from assistant.server.gate import REQUEST_ID

_PREFLIGHT_SECONDS = 600


def allow_origins(app: FastAPI, origins: Sequence[str]) -> None:
    """Lets browsers show our responses to pages of ``origins``. They send keys, never the owner's
    cookie: that stays with our own page."""
    if not origins:
        return
    app.add_middleware(
        CORSMiddleware,
        allow_origins=list(origins),
        allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        # Whatever a client asks for: those of MCP and of OpenAI's clients have headers of their
        # own, more with each release, and what they may do does not depend on any but the key.
        allow_headers=["*"],
        expose_headers=[
            "etag",
            "idempotency-replayed",
            "link",
            "location",
            "mcp-session-id",
            "ratelimit",
            "ratelimit-policy",
            "retry-after",
            REQUEST_ID,
        ],
        allow_credentials=False,
        max_age=_PREFLIGHT_SECONDS,
    )
