"""Checksums of what is written of every resolution."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from assistant.library.schema import Name

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """One table more. What is there is sealed when the library is opened next."""
    op.create_table(
        "seals",
        sa.Column("symbol", Name, primary_key=True),
        sa.Column("lang", Name, primary_key=True),
        sa.Column("content_hash", Name, nullable=False),
        sa.Column("total", Name, nullable=False),
    )
