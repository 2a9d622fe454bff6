"""The server as it runs: uvicorn with the bounds that no application can set for itself."""

from __future__ import annotations

import uvicorn
from starlette.types import ASGIApp

from assistant.server.patience import PatientProtocol

# An open stream may finish its sentence, but not keep the process for ever.
GRACE_SECONDS = 5


def server_config(app: ASGIApp) -> uvicorn.Config:
    """How ``app`` is served. Requests are not logged here: their addresses hold what is asked."""
    return uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        log_level="warning",
        access_log=False,
        # Whom a proxy speaks for is believed where the settings name it, see ``app``.
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
