"""The table of replies that are kept for whoever asks a second time."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, LargeBinary, Table

from assistant.library.schema import Name, metadata

# Of one machine and one day, so that no backup carries them.
replies = Table(
    "replies",
    metadata,
    Column("owner", Name, primary_key=True),  # SHA-256 of who asked
    Column("key", Name, primary_key=True),  # as its owner chose it
    Column("request", Name, nullable=False),  # SHA-256 of what was asked
    Column("begun", Name, nullable=False, index=True),  # ISO 8601, UTC
    # An answer goes when its conversation is forgotten.
    Column("conversation", Name, ForeignKey("conversations.id", ondelete="CASCADE"), index=True),
    Column("reply", LargeBinary),  # deflated; NULL: under way
    info={"derived": True},
)
