from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, select

from assistant.library.schema import metadata, resolutions
from assistant.library.schema import paragraphs as paragraph_table
from assistant.library.structure import (
    Reading,
    content_hash,
    from_whole,
    paragraph_of,
    resolution_of,
    rows_of,
    whole,
)
from assistant.types import (
    Clause,
    Deadline,
    Entity,
    Mark,
    Paragraph,
    Reference,
    Resolution,
    Span,
    Vote,
)
from tests.library.specimens import act, operative, resolution

# Everything that UTF-8 can say: half a surrogate pair is no text.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)

SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, 99), st.integers(0, 99))
DATES = st.none() | st.dates()
DEADLINES = st.builds(Deadline, SPANS, TEXT, st.none() | st.integers(1, 99), DATES, st.booleans())
ENTITIES = st.builds(Entity, TEXT, SPANS, TEXT)
CLAUSES = st.builds(
    Clause,
    span=SPANS,
    verb=TEXT,
    verb_span=SPANS,
    family=st.sampled_from(["directive", "decision", "recall"]),
    strength=st.integers(1, 5),
    adverbs=st.lists(TEXT, max_size=2).map(tuple),
    addressees=st.lists(ENTITIES, max_size=2).map(tuple),
    mentioned=st.lists(ENTITIES, max_size=2).map(tuple),
    object=st.none() | SPANS,
    deliverables=st.lists(TEXT, max_size=2).map(tuple),
    deadlines=st.lists(DEADLINES, max_size=2).map(tuple),
    inferred=st.booleans(),
)
REFERENCES = st.builds(
    Reference,
    kind=st.sampled_from(["resolution", "instrument"]),
    target=TEXT,
    span=SPANS,
    invoked=st.sampled_from(["recalls", "cites"]),
    date=DATES,
    part=st.none() | TEXT,
)
PARAGRAPHS = st.builds(
    Paragraph,
    symbol=st.just("A/RES/75/45"),
    place=st.just("OP1"),
    kind=st.sampled_from(
        ["meta", "preambular", "operative", "annex", "heading", "footnote", "end"]
    ),
    text=TEXT,
    printed=st.none() | TEXT,
    inferred=st.sets(st.sampled_from(["number", "boundary", "verb"])).map(tuple),
    clauses=st.lists(CLAUSES, max_size=2).map(tuple),
    references=st.lists(REFERENCES, max_size=2).map(tuple),
    marks=st.lists(st.builds(Mark, TEXT, TEXT, st.integers(0, 99)), max_size=2).map(tuple),
    emphasis=st.lists(SPANS, max_size=2).map(tuple),
)


def _through_the_tables(one: Resolution) -> Resolution:
    rows = rows_of(Reading(one, "p"))
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(resolutions), [rows.resolution])
        connection.execute(insert(paragraph_table), rows.paragraphs)
        ordered = select(paragraph_table).order_by(paragraph_table.c.ordinal)
        paragraphs = [paragraph_of(row) for row in connection.execute(ordered).mappings()]
        back = resolution_of(connection.execute(select(resolutions)).mappings().one(), paragraphs)
    engine.dispose()
    return back


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS)
def test_every_paragraph_survives_the_tables(paragraph: Paragraph) -> None:
    one = resolution("A/RES/75/45", 75, paragraph)
    assert _through_the_tables(one) == one


VOTE = Vote(106, 1, 67, ("阿尔及利亚", "安哥拉"), ("以色列",), ())


@pytest.mark.parametrize("one", [resolution(), replace(resolution(), vote=VOTE)])
def test_a_whole_resolution_survives_the_tables(one: Resolution) -> None:
    assert _through_the_tables(one) == one
    assert from_whole(whole(one)) == one


def test_the_hash_sees_every_field() -> None:
    one = resolution()
    changed = (
        replace(one, title="x"),
        replace(one, unplaced=()),
        replace(one, inferred=("symbol",)),
        replace(one, masthead={}),
        replace(one, vote=VOTE),
        replace(one, source=replace(one.source, name="x")),
        replace(one, paragraphs=one.paragraphs[:-1]),
    )
    assert len({content_hash(r) for r in (one, *changed)}) == 1 + len(changed)
    assert content_hash(one) == content_hash(resolution())


def test_an_act_that_names_a_body_twice_is_looked_up_once() -> None:
    twice = operative("A/RES/75/45", 1, "请", act("请", "秘书长", "秘书长"))
    rows = rows_of(Reading(resolution("A/RES/75/45", 75, twice)))
    assert [row["name"] for row in rows.addressees] == ["秘书长"]


def test_items_of_a_paragraph_are_not_counted_as_paragraphs() -> None:
    symbol = "A/RES/75/45"
    item = replace(operative(symbol, 1, "编写清单；"), place="OP1(a)")
    rows = rows_of(Reading(resolution(symbol, 75, operative(symbol, 1, "请秘书长："), item)))
    assert rows.resolution["operative"] == 1
