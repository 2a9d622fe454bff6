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

# The revision of ``migrations`` that makes these tables. A library of an older one is brought up
# when it is opened, one of a newer is refused.
HEAD = "0006"

metadata = MetaData()

# Strings sort by code point on every database: what comes first must not depend on where it is
# kept, and PostgreSQL would sort by the language its cluster was made in.
Name = String().with_variant(String(collation="C"), "postgresql")
Words = Text().with_variant(Text(collation="C"), "postgresql")


def _child_of_paragraph() -> Column[str]:
    return Column("key", Name, ForeignKey("paragraphs.key", ondelete="CASCADE"), primary_key=True)


resolutions = Table(
    "resolutions",
    metadata,
    Column("symbol", Name, primary_key=True),
    Column("lang", Name, nullable=False),
    Column("session", Integer, index=True),
    Column("number", Integer),  # of the resolution within its session, for ordering
    Column("date", Name),  # ISO 8601
    Column("title", Words, nullable=False),
    Column("committee", Words),
    Column("masthead", Words, nullable=False),  # JSON: field → Fact
    Column("source", Words, nullable=False),  # JSON: Source
    Column("sha256", Name, nullable=False, index=True),  # of the source's bytes
    Column("inferred", Words, nullable=False),  # JSON list
    Column("unplaced", Words, nullable=False),  # JSON list
    Column("preambular", Integer, nullable=False),
    Column("operative", Integer, nullable=False),
    Column("parser", Name, nullable=False),  # version of the parser that made it
    Column("content_hash", Name, nullable=False),  # of the whole Resolution
    Column("vote", Words),  # JSON: Vote
    # How many resolutions its file gave: a file is only known while all of them are here.
    Column("of_file", Integer, nullable=False, server_default="1"),
)

companions = Table(
    "companions",
    metadata,
    Column(
        "symbol",
        Name,
        # Judged when a transaction ends: another version may take the lead within it.
        ForeignKey("resolutions.symbol", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    Column("lang", Name, primary_key=True),
    Column("resolution", Words, nullable=False),  # JSON: the whole Resolution
    Column("sha256", Name, nullable=False, index=True),  # of the source's bytes
    Column("parser", Name, nullable=False),
    Column("content_hash", Name, nullable=False),
    Column("of_file", Integer, nullable=False),
)

paragraphs = Table(
    "paragraphs",
    metadata,
    Column("key", Name, primary_key=True),  # symbol#place
    Column(
        "symbol",
        Name,
        ForeignKey("resolutions.symbol", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("place", Name, nullable=False),
    Column("ordinal", Integer, nullable=False),  # in document order, from 0
    Column("kind", Name, nullable=False),
    Column("printed", Name),
    Column("text", Words, nullable=False),
    Column("text_hash", Name, nullable=False, index=True),
    Column("structure", Words, nullable=False),  # JSON, see ``library.structure``
    UniqueConstraint("symbol", "ordinal"),
)

clauses = Table(
    "clauses",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),  # index into Paragraph.clauses
    Column("symbol", Name, nullable=False),
    Column("verb", Name, nullable=False, index=True),
    Column("family", Name, nullable=False),
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
    Column("name", Name, primary_key=True, index=True),
)

clause_deadlines = Table(
    "clause_deadlines",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("session", Integer, index=True),
    Column("date", Name),
    Column("recurring", Boolean, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),  # index into Paragraph.references
    Column("kind", Name, nullable=False),
    Column("target", Name, nullable=False, index=True),
    Column("invoked", Name, nullable=False),
)

# Acts that set a time or ask for something to be made, and such items of the lists they lead to.
mandates = Table(
    "mandates",
    metadata,
    _child_of_paragraph(),
    Column("position", Integer, primary_key=True),  # index into the clauses of it, or of its lead
    Column("lead", Name),  # key of the paragraph whose act an item continues
    Column("due", Name, index=True),  # ISO 8601: the first day by which anything of it is due
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
    Column("field", Name, primary_key=True),
    Column("value", Name, primary_key=True),
    Index("mandates_by_feature", "field", "value"),
)

vectors = Table(
    "vectors",
    metadata,
    Column("text_hash", Name, primary_key=True),
    Column("embedder", Name, primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # float32, little-endian
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", Name, primary_key=True),
    Column("slots", Words, nullable=False),  # of turns that format 3 and before kept; else empty
    Column("updated", Name, nullable=False, index=True),  # ISO 8601, UTC
    Column("owner", Name, index=True),  # SHA-256 of an anonymous token; NULL: nobody's
    Column("title", Words),  # where its owner gave it one
    Column("title_words", Words),  # folded, to be searched
)

# A question and its answer, under the answer's id. ``standing`` is false for one that another took
# the place of, and which is kept because it is shared or was judged.
turns = Table(
    "turns",
    metadata,
    Column("id", Name, primary_key=True),
    Column(
        "conversation",
        Name,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("ordinal", Integer, nullable=False),  # in its conversation, from 0, with gaps
    Column("standing", Boolean, nullable=False),
    Column("asked", Name, nullable=False),  # ISO 8601, UTC
    Column("origin", Name, nullable=False),
    Column("question", Words, nullable=False),
    Column("slots", Words),  # JSON of the questions room; NULL where it changes no subject
    Column("words", Words, nullable=False),  # folded, to be searched; empty where nobody owns it
    Column("answer", LargeBinary, nullable=False),  # JSON: Answer, deflated
    Column("shared", Name),  # since when whoever has the link may read it
    Column("seal", Name),  # checksum, see ``turn_seals``; NULL: of a program that writes none
    Index("turns_of_conversation", "conversation", "ordinal"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("answer", Name, ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Column("owner", Name, primary_key=True, index=True),
    Column("verdict", Name, nullable=False),
    Column("comment", Words, nullable=False),
    Column("updated", Name, nullable=False),  # ISO 8601, UTC
)

meta = Table(
    "meta",
    metadata,
    Column("name", Name, primary_key=True),  # library, generation, oldest
    Column("value", Name, nullable=False),
)

# The files that were ingested, where several machines share the records; see ``source_rows``.
source_files = Table(
    "source_files",
    metadata,
    Column("sha256", Name, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# What an index on a server says of itself; see ``served_index``. Made again, never backed up.
served_indexes = Table(
    "served_indexes",
    metadata,
    Column("name", Name, primary_key=True),
    Column("collection", Name, nullable=False),
    Column("count", Integer, nullable=False),
    Column("contents", Words, nullable=False),  # JSON: manifest.Contents
    Column("held", LargeBinary, nullable=False),  # which texts, deflated
    info={"derived": True},
)

# What is written of a resolution in one language, summed up; see ``seals``. Not backed up: what is
# restored is sealed as it was found.
seals = Table(
    "seals",
    metadata,
    Column("symbol", Name, primary_key=True),
    Column("lang", Name, primary_key=True),
    Column("content_hash", Name, nullable=False),
    Column("total", Name, nullable=False),
    info={"derived": True},
)
