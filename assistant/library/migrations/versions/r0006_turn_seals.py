"""Checksums of the turns of conversations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from assistant.library.schema import Name

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """One column more. What is there is sealed when the library is opened next."""
    op.add_column("turns", sa.Column("seal", Name))
