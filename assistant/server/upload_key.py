"""The key that uploads need (a bearer token, RFC 6750)."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import SecretStr

from assistant.server import refusals

_bearer = HTTPBearer(
    auto_error=False,
    scheme_name="UploadKey",
    description="ASSISTANT_UPLOAD_KEY 的值 · The value of ASSISTANT_UPLOAD_KEY",
)


def _has_key(
    request: Request, sent: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> None:
    key: SecretStr | None = request.app.state.upload_key
    if key is None:
        raise refusals.uploads_are_off()
    given = sent.credentials if sent else ""
    # Takes as long for a key that is nearly right as for one that is all wrong.
    if not hmac.compare_digest(given.encode(), key.get_secret_value().encode()):
        raise refusals.wrong_key(sent=sent is not None)


NeedsKey = Depends(_has_key)
