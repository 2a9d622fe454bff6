"""Keys: made, listed, rotated, revoked and checked."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from pydantic import SecretStr

from assistant.access.scopes import covers
from assistant.access.secret import digest_of, id_of, new_id, new_secret
from assistant.errors import AssistantError
from assistant.library.kept_keys import KeptKey, KeptKeys
from assistant.types import AccessKey, IssuedKey, KeyScope, KeyState

# The name of the key that stands in the settings, which has no id of its own.
IN_SETTINGS: Final = "settings"
LONGEST_NAME: Final = 100  # characters

# Compared with where there is no such key, so that a check always does the same.
_NOBODYS: Final = digest_of("")


class NoSuchKey(AssistantError):
    """An id that no key has, or of a key that holds no more."""

    code = "no_such_key"


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key that was checked and holds: whose it is, and what it is good for."""

    id: str
    scope: KeyScope

    def may(self, wanted: KeyScope) -> bool:
        """Whether it is good for what asks for ``wanted``."""
        return covers(self.scope, wanted)


class Keys:
    """The keys of a library, and beside them the one that its settings name, of scope write."""

    def __init__(
        self,
        kept: KeptKeys,
        in_settings: SecretStr | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._kept = kept
        self._in_settings = digest_of(in_settings.get_secret_value()) if in_settings else None
        self._now = now

    def beside(self, in_settings: SecretStr | None) -> Keys:
        """The same keys, and the one of the settings."""
        return Keys(self._kept, in_settings, self._now)

    def check(self, sent: str) -> KnownKey | None:
        """The key, if it is one that holds. Each call asks the records: what is revoked anywhere
        holds nowhere, from that moment on.

        The digests of a key that is nearly right and of one that is all wrong differ alike, and
        are compared in constant time; that an id exists is no secret.
        """
        given = digest_of(sent)
        if self._in_settings is not None and hmac.compare_digest(given, self._in_settings):
            return KnownKey(IN_SETTINGS, "write")
        name = id_of(sent)
        kept = self._kept.find(name) if name is not None else None
        now = self._stamp()
        current = kept.digest if kept else _NOBODYS
        old = kept.old_digest if kept and kept.old_digest and _later(kept.old_until, now) else None
        is_current = hmac.compare_digest(given, current)
        is_old = hmac.compare_digest(given, old or _NOBODYS)
        if kept is None or not (is_current or is_old) or _state(kept, now) != "active":
            return None
        return KnownKey(kept.id, kept.scope)

    def any_for(self, scope: KeyScope) -> bool:
        """Whether there is any key that holds and is good for ``scope``."""
        if self._in_settings is not None and covers("write", scope):
            return True
        return any(key.state == "active" and covers(key.scope, scope) for key in self.listed())

    def create(self, name: str, scope: KeyScope, *, lifetime: timedelta | None = None) -> IssuedKey:
        """A new key; without ``lifetime`` it holds until it is revoked."""
        key = new_id()
        secret = new_secret(key)
        expires = _text(self._now() + lifetime) if lifetime else None
        kept = KeptKey(key, _one_line(name), scope, digest_of(secret), self._stamp(), expires)
        self._kept.add(kept)
        return IssuedKey(self._shown(kept), secret)

    def listed(self) -> tuple[AccessKey, ...]:
        """Every key there was, the oldest first. The one of the settings is not among them."""
        return tuple(self._shown(kept) for kept in self._kept.listed())

    def rotate(self, key: str, *, overlap: timedelta = timedelta()) -> IssuedKey:
        """A new secret for a key, which keeps its id, scope, end, conversations and history. The
        old one holds for ``overlap`` more. Raises NoSuchKey."""
        secret = new_secret(key)
        until = _text(self._now() + overlap) if overlap else None
        if not self._kept.rotate(key, digest_of(secret), until):
            raise _no_such_key(key)
        return IssuedKey(self._named(key), secret)

    def revoke(self, key: str) -> AccessKey:
        """End a key for good, at once and everywhere. Raises NoSuchKey."""
        if not self._kept.revoke(key, self._stamp()):
            raise _no_such_key(key)
        return self._named(key)

    def _named(self, key: str) -> AccessKey:
        kept = self._kept.find(key)
        if kept is None:  # taken out of the records by hand, this moment
            raise _no_such_key(key)
        return self._shown(kept)

    def _shown(self, kept: KeptKey) -> AccessKey:
        now = self._stamp()
        old_until = kept.old_until if _later(kept.old_until, now) else None
        state = _state(kept, now)
        return AccessKey(
            kept.id, kept.name, kept.scope, state, kept.created, kept.expires, old_until
        )

    def _stamp(self) -> str:
        return _text(self._now())


def _no_such_key(key: str) -> NoSuchKey:
    return NoSuchKey(
        f"没有编号为 {key} 的密钥，或它已被吊销；assistant keys list 列出全部。",
        f"there is no key {key}, or it is revoked; assistant keys list shows all.",
    )


def _state(kept: KeptKey, now: str) -> KeyState:
    if kept.revoked is not None:
        return "revoked"
    return "active" if kept.expires is None or _later(kept.expires, now) else "expired"


def _later(time: str | None, now: str) -> bool:
    return time is not None and time > now


def _text(time: datetime) -> str:
    # Of one width, so that texts compare as times do.
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _one_line(name: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in name)
    return " ".join(printable.split())[:LONGEST_NAME]
