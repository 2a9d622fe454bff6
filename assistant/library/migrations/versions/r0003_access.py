"""Who may do what, and who did: keys and the audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from assistant.library.schema import Name, Words

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Two tables more."""
    op.create_table(
        "access_keys",
        sa.Column("id", Name, primary_key=True),
        sa.Column("name", Words, nullable=False),
        sa.Column("scope", Name, nullable=False),
        sa.Column("digest", Name, nullable=False),
        sa.Column("created", Name, nullable=False),
        sa.Column("expires", Name),
        sa.Column("revoked", Name),
        sa.Column("old_digest", Name),
        sa.Column("old_until", Name),
    )
    op.create_table(
        "audit",
        sa.Column("id", Name, primary_key=True),
        sa.Column("at", Name, nullable=False),
        sa.Column("who", Name, nullable=False),
        sa.Column("what", Name, nullable=False),
        sa.Column("target", Words, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("request_id", Name),
        sa.Column("address", Name),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
