"""The real keys and audit over records that stand in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from assistant.access import Access, Audit, Keys
from assistant.library.kept_audit import KeptAudit
from assistant.library.kept_keys import KeptKey, KeptKeys
from assistant.types import AuditEntry


class KeysInMemory(KeptKeys):
    def __init__(self) -> None:
        self.held: dict[str, KeptKey] = {}

    def find(self, key: str) -> KeptKey | None:
        return self.held.get(key)

    def listed(self) -> tuple[KeptKey, ...]:
        return tuple(self.held.values())

    def add(self, key: KeptKey) -> None:
        self.held[key.id] = key

    def rotate(self, key: str, digest: str, old_until: str | None) -> bool:
        found = self.held.get(key)
        if found is None or found.revoked is not None:
            return False
        old = found.digest if old_until is not None else None
        self.held[key] = replace(found, digest=digest, old_digest=old, old_until=old_until)
        return True

    def revoke(self, key: str, at: str) -> bool:
        found = self.held.get(key)
        if found is None or found.revoked is not None:
            return False
        self.held[key] = replace(found, revoked=at)
        return True


class AuditInMemory(KeptAudit):
    def __init__(self) -> None:
        self.held: dict[str, AuditEntry] = {}

    def add(self, entry: AuditEntry, *, forget_older: timedelta | None = None) -> None:
        assert forget_older is None  # see ``fake_access``
        self.held = {**self.held, entry.id: entry}

    def end(self, entry: str, status: int) -> None:
        self.held[entry] = replace(self.held[entry], status=status)

    def listed(
        self, *, who: str | None = None, since: str | None = None, limit: int = 100
    ) -> tuple[AuditEntry, ...]:
        found = [e for e in self.held.values() if who in (None, e.who) and e.at >= (since or "")]
        return tuple(found[::-1][:limit])


def fake_access() -> Access:
    return Access(Keys(KeysInMemory()), Audit(AuditInMemory(), 0))
