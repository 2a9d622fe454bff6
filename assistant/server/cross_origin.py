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
        allow_headers=[
            "authorization",
            "content-type",
            "accept-language",
            "last-event-id",
            "if-match",
            "if-none-match",
            "idempotency-key",
        ],
        expose_headers=[
            "etag",
            "idempotency-replayed",
            "link",
            "location",
            "ratelimit",
            "retry-after",
            REQUEST_ID,
        ],
        allow_credentials=False,
        max_age=_PREFLIGHT_SECONDS,
    )
