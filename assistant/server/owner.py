"""Whose conversations a request speaks of: an anonymous browser, known by a random cookie.

Only the SHA-256 of the cookie's token goes on from here, and is all that is kept. The page sends
``PUT /api/v1/owner`` before its first question: no form and no page from elsewhere can do so, and a
browser that takes no cookies asks on as nobody, whose conversations belong to who knows their id.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import Annotated, Final

from fastapi import Depends, Request, Response

COOKIE: Final = "resolution_owner"
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22}")  # 128 bits in base64url
_DAY: Final = 86_400  # seconds
# What browsers cut any cookie's life to (draft-ietf-httpbis-rfc6265bis, 5.5).
_LONGEST_DAYS: Final = 400


def identify(request: Request, response: Response) -> str:
    """The request's owner, renewed, or a new one: the response tells the browser."""
    token = _token(request) or secrets.token_urlsafe(16)
    days: int = request.app.state.conversation_days
    response.set_cookie(
        COOKIE,
        token,
        max_age=min(days or _LONGEST_DAYS, _LONGEST_DAYS) * _DAY,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return _hashed(token)


def _known(request: Request) -> str | None:
    token = _token(request)
    return None if token is None else _hashed(token)


def _renewed(request: Request, response: Response) -> str | None:
    return None if _token(request) is None else identify(request, response)


# A reader; and one who asks, whose cookie lives as long as the conversation from now.
Owner = Annotated[str | None, Depends(_known)]
Asker = Annotated[str | None, Depends(_renewed)]


def _token(request: Request) -> str | None:
    sent = request.cookies.get(COOKIE, "")
    return sent if _TOKEN.fullmatch(sent) else None


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
