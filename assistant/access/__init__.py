"""Who may do what: keys with scopes, and the audit of what was done. Knows no HTTP."""

from assistant.access.audit import TERMINAL, Audit
from assistant.access.desk import Access, open_access
from assistant.access.keys import IN_SETTINGS, Keys, KnownKey, NoSuchKey
from assistant.access.scopes import SCOPES, covers

__all__ = [
    "IN_SETTINGS",
    "SCOPES",
    "TERMINAL",
    "Access",
    "Audit",
    "Keys",
    "KnownKey",
    "NoSuchKey",
    "covers",
    "open_access",
]
