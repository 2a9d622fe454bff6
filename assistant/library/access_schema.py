"""The tables of keys and of what was done with them."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table

from assistant.library.schema import Name, Words, metadata

access_keys = Table(
    "access_keys",
    metadata,
    Column("id", Name, primary_key=True),
    Column("name", Words, nullable=False),
    Column("scope", Name, nullable=False),
    Column("digest", Name, nullable=False),  # SHA-256 of the whole key, hexadecimal
    Column("created", Name, nullable=False),  # ISO 8601, UTC, like the others
    Column("expires", Name),
    Column("revoked", Name),
    Column("old_digest", Name),  # of the key before it was rotated
    Column("old_until", Name),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Name, primary_key=True),
    Column("at", Name, nullable=False, index=True),  # ISO 8601, UTC
    Column("who", Name, nullable=False),
    Column("what", Name, nullable=False),
    Column("target", Words, nullable=False),
    Column("status", Integer),  # NULL: begun, and its end was never told
    Column("request_id", Name),
    Column("address", Name),
)
