"""The records as they were when Alembic came: what ``format`` 4 was before.

A library without any table gets them all. One of the formats 1 to 3 is of the time before
revisions and is on SQLite: it is brought up to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import sqlalchemy as sa
from alembic import op

from assistant.errors import LibraryDamaged
from assistant.library import storing
from assistant.library.schema import Name, Words

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Begin the tables, or bring those of an earlier format up to them."""
    if not sa.inspect(op.get_bind()).has_table("meta"):
        _resolutions()
        _looked_up()
        _conversations()
        return
    found = storing.stated(op.get_bind(), "format")
    if found not in _FORMATS:
        raise LibraryDamaged(
            f"决议库的格式是 {found}，本程序不认识；请使用新版本的程序",
            f"the library has format {found}, which this program does not know; use a newer "
            "version of the program",
        )
    for step in _STEPS[_FORMATS.index(found) :]:
        step()


def _from_1() -> None:
    """Format 2 has votes, files in parts, and resolutions in two languages."""
    _symbols_of_clauses()
    op.add_column("resolutions", sa.Column("vote", Words))
    of_file = sa.Column("of_file", sa.Integer, server_default="1", nullable=False)
    op.add_column("resolutions", of_file)
    _companions()


def _symbols_of_clauses() -> None:
    """The first libraries of format 1 did not repeat a clause's symbol beside its key."""
    if "symbol" in {one["name"] for one in sa.inspect(op.get_bind()).get_columns("clauses")}:
        return
    op.add_column("clauses", sa.Column("symbol", Name, server_default="", nullable=False))
    op.execute("UPDATE clauses SET symbol = substr(key, 1, instr(key, '#') - 1)")
    op.drop_index("ix_clauses_family", "clauses", if_exists=True)
    op.create_index("clauses_of_symbol_by_family", "clauses", ["symbol", "family"])
    op.create_index("clauses_of_symbol_by_verb", "clauses", ["symbol", "verb"])


def _from_2() -> None:
    """Format 3 has mandates."""
    _mandates()
    connection = op.get_bind()
    for symbol in connection.execute(sa.text("SELECT symbol FROM resolutions")).scalars().all():
        storing.write_mandates(connection, storing.read_leading(connection, symbol))


def _from_3() -> None:
    """Format 4 has the owners and titles of conversations, whole answers, and what was said of
    them. Conversations from before are nobody's, and go on."""
    for column in (sa.Column("owner", Name), sa.Column("title", Words)):
        op.add_column("conversations", column)
    op.add_column("conversations", sa.Column("title_words", Words))
    _turns()


def _from_4() -> None:
    """Two indexes came to the formats after their table."""
    for column in ("owner", "updated"):
        name = f"ix_conversations_{column}"
        op.create_index(name, "conversations", [column], if_not_exists=True)


_FORMATS: Sequence[str | None] = ("1", "2", "3", "4")
_STEPS: Sequence[Callable[[], None]] = (_from_1, _from_2, _from_3, _from_4)


def _resolutions() -> None:
    """What is kept of resolutions."""
    op.create_table(
        "meta",
        sa.Column("name", Name, nullable=False),
        sa.Column("value", Name, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "resolutions",
        sa.Column("symbol", Name, nullable=False),
        sa.Column("lang", Name, nullable=False),
        sa.Column("session", sa.Integer()),
        sa.Column("number", sa.Integer()),
        sa.Column("date", Name),
        sa.Column("title", Words, nullable=False),
        sa.Column("committee", Words),
        sa.Column("masthead", Words, nullable=False),
        sa.Column("source", Words, nullable=False),
        sa.Column("sha256", Name, nullable=False),
        sa.Column("inferred", Words, nullable=False),
        sa.Column("unplaced", Words, nullable=False),
        sa.Column("preambular", sa.Integer(), nullable=False),
        sa.Column("operative", sa.Integer(), nullable=False),
        sa.Column("parser", Name, nullable=False),
        sa.Column("content_hash", Name, nullable=False),
        sa.Column("vote", Words),
        sa.Column("of_file", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("symbol"),
    )
    op.create_index("ix_resolutions_session", "resolutions", ["session"])
    op.create_index("ix_resolutions_sha256", "resolutions", ["sha256"])
    op.create_table(
        "paragraphs",
        sa.Column("key", Name, nullable=False),
        sa.Column("symbol", Name, nullable=False),
        sa.Column("place", Name, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", Name, nullable=False),
        sa.Column("printed", Name),
        sa.Column("text", Words, nullable=False),
        sa.Column("text_hash", Name, nullable=False),
        sa.Column("structure", Words, nullable=False),
        sa.ForeignKeyConstraint(["symbol"], ["resolutions.symbol"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("symbol", "ordinal"),
    )
    op.create_index("ix_paragraphs_symbol", "paragraphs", ["symbol"])
    op.create_index("ix_paragraphs_text_hash", "paragraphs", ["text_hash"])
    op.create_table(
        "vectors",
        sa.Column("text_hash", Name, nullable=False),
        sa.Column("embedder", Name, nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("text_hash", "embedder"),
    )
    _companions()


def _companions() -> None:
    """Resolutions in a second language."""
    op.create_table(
        "companions",
        sa.Column("symbol", Name, nullable=False),
        sa.Column("lang", Name, nullable=False),
        sa.Column("resolution", Words, nullable=False),
        sa.Column("sha256", Name, nullable=False),
        sa.Column("parser", Name, nullable=False),
        sa.Column("content_hash", Name, nullable=False),
        sa.Column("of_file", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["symbol"], ["resolutions.symbol"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("symbol", "lang"),
    )
    op.create_index("ix_companions_sha256", "companions", ["sha256"])


def _looked_up() -> None:
    """What repeats parts of paragraphs, to be looked up."""
    op.create_table(
        "clauses",
        sa.Column("key", Name, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("symbol", Name, nullable=False),
        sa.Column("verb", Name, nullable=False),
        sa.Column("family", Name, nullable=False),
        sa.ForeignKeyConstraint(["key"], ["paragraphs.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "position"),
    )
    op.create_index("clauses_of_symbol_by_family", "clauses", ["symbol", "family"])
    op.create_index("clauses_of_symbol_by_verb", "clauses", ["symbol", "verb"])
    op.create_index("ix_clauses_verb", "clauses", ["verb"])
    op.create_table(
        "clause_addressees",
        sa.Column("key", Name, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", Name, nullable=False),
        sa.ForeignKeyConstraint(["key"], ["paragraphs.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "position", "name"),
    )
    op.create_index("ix_clause_addressees_name", "clause_addressees", ["name"])
    op.create_table(
        "clause_deadlines",
        sa.Column("key", Name, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("session", sa.Integer()),
        sa.Column("date", Name),
        sa.Column("recurring", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["key"], ["paragraphs.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "position", "ordinal"),
    )
    op.create_index("ix_clause_deadlines_session", "clause_deadlines", ["session"])
    op.create_table(
        "mentions",
        sa.Column("key", Name, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", Name, nullable=False),
        sa.Column("target", Name, nullable=False),
        sa.Column("invoked", Name, nullable=False),
        sa.ForeignKeyConstraint(["key"], ["paragraphs.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "position"),
    )
    op.create_index("ix_mentions_target", "mentions", ["target"])
    _mandates()


def _mandates() -> None:
    """Who is asked what by when."""
    op.create_table(
        "mandates",
        sa.Column("key", Name, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("lead", Name),
        sa.Column("due", Name),
        sa.Column("timed", sa.Boolean(), nullable=False),
        sa.Column("recurring", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["key"], ["paragraphs.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "position"),
    )
    op.create_index("ix_mandates_due", "mandates", ["due"])
    op.create_table(
        "mandate_features",
        sa.Column("key", Name, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", Name, nullable=False),
        sa.Column("value", Name, nullable=False),
        sa.ForeignKeyConstraint(["key"], ["paragraphs.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "position", "field", "value"),
    )
    op.create_index("mandates_by_feature", "mandate_features", ["field", "value"])


def _conversations() -> None:
    """What is kept of conversations."""
    op.create_table(
        "conversations",
        sa.Column("id", Name, nullable=False),
        sa.Column("slots", Words, nullable=False),
        sa.Column("updated", Name, nullable=False),
        sa.Column("owner", Name),
        sa.Column("title", Words),
        sa.Column("title_words", Words),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_conversations_owner", "conversations", ["owner"])
    op.create_index("ix_conversations_updated", "conversations", ["updated"])
    _turns()


def _turns() -> None:
    """Questions with their answers, and what was said of them."""
    op.create_table(
        "turns",
        sa.Column("id", Name, nullable=False),
        sa.Column("conversation", Name, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("standing", sa.Boolean(), nullable=False),
        sa.Column("asked", Name, nullable=False),
        sa.Column("origin", Name, nullable=False),
        sa.Column("question", Words, nullable=False),
        sa.Column("slots", Words),
        sa.Column("words", Words, nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("shared", Name),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("turns_of_conversation", "turns", ["conversation", "ordinal"])
    op.create_table(
        "feedback",
        sa.Column("answer", Name, nullable=False),
        sa.Column("owner", Name, nullable=False),
        sa.Column("verdict", Name, nullable=False),
        sa.Column("comment", Words, nullable=False),
        sa.Column("updated", Name, nullable=False),
        sa.ForeignKeyConstraint(["answer"], ["turns.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("answer", "owner"),
    )
    op.create_index("ix_feedback_owner", "feedback", ["owner"])
