"""What several machines need to share one library: its source files, and what an index on a server
says of itself. Programs from before revisions find no ``format`` any more and refuse it by words.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from assistant.library.schema import Name, Words

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Two tables, and the oldest program that may go on with the library."""
    op.create_table(
        "source_files",
        sa.Column("sha256", Name, primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "served_indexes",
        sa.Column("name", Name, primary_key=True),
        sa.Column("collection", Name, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("contents", Words, nullable=False),
        sa.Column("held", sa.LargeBinary, nullable=False),
    )
    op.execute("DELETE FROM meta WHERE name = 'format'")
    op.execute("INSERT INTO meta (name, value) VALUES ('oldest', '0002')")
