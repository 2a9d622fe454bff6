"""Keys, and what was done with them. Times are ISO 8601, UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# Each contains those before it. read: ask, read, one's own conversations. write: change the
# library. admin: what concerns the service itself.
KeyScope = Literal["read", "write", "admin"]
KeyState = Literal["active", "expired", "revoked"]
# Of a request that has to be carried out once: nobody had begun it, somebody is at it, its name
# stands for another one.
ReplyState = Literal["begun", "under_way", "another"]


@dataclass(frozen=True, slots=True)
class AccessKey:
    """A key as it may be shown. ``id`` stands in the key itself and in the audit."""

    id: str
    name: str
    scope: KeyScope
    state: KeyState
    created: str
    expires: str | None
    # Until when the secret that it had before its rotation is still taken.
    old_until: str | None = None


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A new key, or a new secret of one. Nobody can show ``secret`` again."""

    key: AccessKey
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Something that was changed, or was not allowed to be.

    ``who`` is a key's id, ``settings`` for the one in the settings, or ``terminal``. ``status`` is
    HTTP's; 0 where the terminal did it, None where it was begun and its end was never told.
    """

    id: str
    at: str
    who: str
    what: str
    target: str
    status: int | None
    request_id: str | None
    address: str | None
