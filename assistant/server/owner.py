"""Whose conversations a request speaks of: an anonymous browser, known by a random cookie.

Only the SHA-256 of the cookie's token goes on from here, and is all that is kept. The page sends
``PUT /api/v1/owner`` before its first question: no form and no page from elsewhere can do so, and a
browser that takes no cookies asks on as nobody, whose conversations belong to who knows their id.
A program without a cookie that sends a key owns what it asks by that key, also when it is rotated.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import Annotated, Final

from fastapi import Depends, Request, Response
from starlette.requests import HTTPConnection

from assistant.server.caller import caller_of

COOKIE: Final = "resolution_owner"
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22}")  # 128 bits in base64url
_DAY: Final = 86_400  # seconds
# What browsers cut any cookie's life to (draft-ietf-httpbis-rfc6265bis, 5.5).
_LONGEST_DAYS: Final = 400


def identify(request: Request, response: Response) -> str:
    """The request's owner, renewed, or a new one: the response tells the browser."""
    token = _token(request)
    if token is None and (by_key := _by_key(request)) is not None:
        return by_key
    token = token or secrets.token_urlsafe(16)
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


def owner_of(request: HTTPConnection) -> str | None:
    """Whose conversations a request speaks of; None for one that says nothing of itself."""
    token = _token(request)
    return _by_key(request) if token is None else _hashed(token)


def _known(request: Request) -> str | None:
    return owner_of(request)


def _renewed(request: Request, response: Response) -> str | None:
    return None if owner_of(request) is None else identify(request, response)


# A reader; and one who asks, whose cookie lives as long as the conversation from now.
Owner = Annotated[str | None, Depends(_known)]
Asker = Annotated[str | None, Depends(_renewed)]


def _by_key(request: HTTPConnection) -> str | None:
    key = caller_of(request.scope).key
    # No cookie's token holds a colon, so that none can be made to stand for a key.
    return None if key is None else _hashed(f"key:{key.id}")


def _token(request: HTTPConnection) -> str | None:
    sent = request.cookies.get(COOKIE, "")
    return sent if _TOKEN.fullmatch(sent) else None


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
