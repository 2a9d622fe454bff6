"""The tables of the records. Plain SQL types only, so that SQLite and PostgreSQL both serve.

``paragraphs.structure`` holds what was parsed out of a paragraph; ``clauses``,
``clause_addressees``, ``clause_deadlines``, ``mentions`` and ``mandates`` with their features
repeat the parts of it that questions look up, and are written in the same transaction. All of these
hold the *leading* version of a resolution (Chinese where it is there); a version in another
language stands whole in ``companions``.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

# Of the tables and of the JSON inside them. A library of another format is migrated or refused.
FORMAT_VERSION = 4

metadata = MetaData()


def _child_of_paragraph() -> Column[str]:
    return Column("key", String, ForeignKey("paragraphs.key", ondelete="CASCADE"), primary_key=True)


resolutions = Table(
    "resolutions",
    metadata,
    Column("symbol", String, primary_key=True),
    Column("lang", String, nullable=False),
    Column("session", Integer, index=True),
    Column("number", Integer),  # of the resolution within its session, for ordering
    Column("date", String),  # ISO 8601
    Column("title", Text, nullable=False),
    Column("committee", Text),
    Column("masthead", Text, nullable=False),  # JSON: field → Fact
    Column("source", Text, nullable=False),  # JSON: Source
    Column("sha256", String, nullable=False, index=True),  # of the source's bytes
    Column("inferred", Text, nullable=False),  # JSON list
    Column("unplaced", Text, nullable=False),  # JSON list
    Column("preambular", Integer, nullable=False),
    Column("operative", Integer, nullable=False),
    Column("parser", String, nullable=False),  # version of the parser that made it
    Column("content_hash", String, nullable=False),  # of the whole Resolution
    Column("vote", Text),  # JSON: Vote
    # How many resolutions its file gave: a file is only known while all of them are here.
    Column("of_file", Integer, nullable=False, server_default="1"),
)

companions = Table(
    "companions",
    metadata,
    Column(
        "symbol",
        String,
        # Judged when a transaction ends: another version may take the lead within it.
        ForeignKey("resolutions.symbol", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    Column("lang", String, primary_key=True),
    Column("resolution", Text, nullable=False),  # JSON: the whole Resolution
    Column("sha256", String, nullable=False, index=True),  # of the source's bytes
    Column("parser", String, nullable=False),
    Column("content_hash", String, nullable=False),
    Column("of_file", Integer, nullable=False),
)

paragraphs = Table(
    "paragraphs",
    metadata,
    Column("key", String, primary_key=True),  # symbol#place
    Column(
        "symbol",
        String,
        ForeignKey("resolutions.symbol", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("place", String, nullable=False),
    Column("ordinal", Integer, nullable=False),  # in document order, from 0
    Column("kind", String, nullable=False),
    Column("printed", String),
    Column("text", Text, nullable=False),
    Column("text_hash", String, nullable=False, index=True),
    Column("structure", Text, nullable=False),  # JSON, see ``library.structure``
    UniqueConstraint("symbol", "ordinal"),
)

clauses = Table(
    "clauses",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),  # index into Paragraph.clauses
    Column("symbol", String, nullable=False),
    Column("verb", String, nullable=False, index=True),
    Column("family", String, nullable=False),
    # With the symbol first: SQLite would take an index of verbs alone for as selective as one of
    # symbols, and look at every 请 of the library (20 ms instead of .4 at 1,000 resolutions).
    Index("clauses_of_symbol_by_verb", "symbol", "verb"),
    Index("clauses_of_symbol_by_family", "symbol", "family"),
)

clause_addressees = Table(
    "clause_addressees",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),
    Column("name", String, primary_key=True, index=True),
)

clause_deadlines = Table(
    "clause_deadlines",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("session", Integer, index=True),
    Column("date", String),
    Column("recurring", Boolean, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),  # index into Paragraph.references
    Column("kind", String, nullable=False),
    Column("target", String, nullable=False, index=True),
    Column("invoked", String, nullable=False),
)

# Acts that set a time or ask for something to be made, and such items of the lists they lead to.
mandates = Table(
    "mandates",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),  # index into the clauses of it, or of its lead
    Column("lead", String),  # key of the paragraph whose act an item continues
    Column("due", String, index=True),  # ISO 8601: the first day by which anything of it is due
    Column("timed", Boolean, nullable=False),  # whether it sets any time
    Column("recurring", Boolean, nullable=False),
)

# field: session, due (ISO 8601, as fine as printed; a session by the day it opens), addressee,
# deliverable.
mandate_features = Table(
    "mandate_features",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),
    Column("field", String, primary_key=True),
    Column("value", String, primary_key=True),
    Index("mandates_by_feature", "field", "value"),
)

vectors = Table(
    "vectors",
    metadata,
    Column("text_hash", String, primary_key=True),
    Column("embedder", String, primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # float32, little-endian
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", String, primary_key=True),
    Column("slots", Text, nullable=False),  # of turns that format 3 and before kept; else empty
    Column("updated", String, nullable=False, index=True),  # ISO 8601, UTC
    Column("owner", String, index=True),  # SHA-256 of an anonymous token; NULL: nobody's
    Column("title", Text),  # where its owner gave it one
    Column("title_words", Text),  # folded, to be searched
)

# A question and its answer, under the answer's id. ``standing`` is false for one that another took
# the place of, and which is kept because it is shared or was judged.
turns = Table(
    "turns",
    metadata,
    Column("id", String, primary_key=True),
    Column(
        "conversation",
        String,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("ordinal", Integer, nullable=False),  # in its conversation, from 0, with gaps
    Column("standing", Boolean, nullable=False),
    Column("asked", String, nullable=False),  # ISO 8601, UTC
    Column("origin", String, nullable=False),
    Column("question", Text, nullable=False),
    Column("slots", Text),  # JSON of the questions room; NULL where it changes no subject
    Column("words", Text, nullable=False),  # folded, to be searched; empty where nobody owns it
    Column("answer", LargeBinary, nullable=False),  # JSON: Answer, deflated
    Column("shared", String),  # since when whoever has the link may read it
    Index("turns_of_conversation", "conversation", "ordinal"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("answer", String, ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Column("owner", String, primary_key=True, index=True),
    Column("verdict", String, nullable=False),
    Column("comment", Text, nullable=False),
    Column("updated", String, nullable=False),  # ISO 8601, UTC
)

meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),  # format, library, generation
    Column("value", String, nullable=False),
)
