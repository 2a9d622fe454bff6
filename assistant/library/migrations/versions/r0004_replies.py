"""Replies kept for whoever asks a second time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from assistant.library.schema import Name

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """One table more."""
    op.create_table(
        "replies",
        sa.Column("owner", Name, primary_key=True),
        sa.Column("key", Name, primary_key=True),
        sa.Column("request", Name, nullable=False),
        sa.Column("begun", Name, nullable=False),
        sa.Column("conversation", Name, sa.ForeignKey("conversations.id", ondelete="CASCADE")),
        sa.Column("reply", sa.LargeBinary),
    )
    op.create_index("ix_replies_begun", "replies", ["begun"])
    op.create_index("ix_replies_conversation", "replies", ["conversation"])
