"""Which names the server answers to (the header Host, RFC 9110, 7.2): links in answers begin with
the name that was asked, and a name of somebody else's must not lead their readers here.

Not Starlette's TrustedHostMiddleware: that takes ``[::1]`` for no name, and knows no problem
documents.
"""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.server import refusals
from assistant.server.scopes import refuse


class AllowedHosts:
    """Answers what is asked by one of ``names``. Of the paths in ``always`` everything: who watches
    a process asks it by its address."""

    def __init__(self, app: ASGIApp, names: Collection[str], always: Collection[str] = ()) -> None:
        self.app = app
        self.names = frozenset(names)
        self.always = frozenset(always)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what may go on."""
        if scope["type"] != "http" or scope["path"] in self.always or self._known(scope):
            await self.app(scope, receive, send)
        else:
            await refuse(refusals.unknown_host(), scope, receive, send)

    def _known(self, scope: Scope) -> bool:
        sent = Headers(scope=scope).getlist("host")
        return len(sent) == 1 and _name(sent[0]) in self.names


def _name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
