"""Whatever becomes of a resolution's rows, it is noticed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, create_engine, delete, func, select, text, update
from sqlalchemy.sql.sqltypes import Integer

from assistant.library import schema, seals
from assistant.library.engine import sqlite_url
from assistant.library.records import Records
from tests.library.make_format_fixture import IN_ENGLISH, WITH_VOTE
from tests.library.specimens import resolution

SYMBOLS = ("A/RES/72/31", "A/RES/75/45")
SEALED = (
    *(schema.resolutions, schema.paragraphs, schema.clauses, schema.clause_addressees),
    *(schema.clause_deadlines, schema.mentions, schema.mandates, schema.mandate_features),
    schema.companions,
)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Records]:
    """On SQLite, whose file is open to anybody."""
    records = Records(sqlite_url(tmp_path / "held.sqlite3"))
    for one in (resolution(), WITH_VOTE, IN_ENGLISH):
        records.put(one, parser="a parser")
    yield records
    records.close()


def _examined(records: Records) -> seals.Examined:
    with records.engine.begin() as connection:
        return seals.examine(connection)


def _do(records: Records, *statements: Any) -> None:
    """Past the program: nothing is cascaded, nothing sealed."""
    past = create_engine(records.engine.url)
    with past.begin() as connection:
        for statement in statements:
            connection.execute(statement)
    past.dispose()


def test_what_was_written_is_sound_in_every_language(records: Records) -> None:
    for one in (resolution(), WITH_VOTE, IN_ENGLISH):
        records.put(one, parser="a parser")
    found = _examined(records)
    assert found.sound == {
        ("A/RES/72/31", "zh"),
        ("A/RES/72/31", "en"),
        ("A/RES/75/45", "zh"),
    }
    assert (found.broken, found.unsealed) == ((), ())


def test_it_stays_sound_when_languages_take_the_lead_and_go(records: Records) -> None:
    for change in (
        lambda: records.put(IN_ENGLISH),
        lambda: records.put(WITH_VOTE),
        lambda: records.put(WITH_VOTE, parser="another parser"),
        lambda: records.remove(WITH_VOTE.symbol, lang="zh"),
        lambda: records.remove(WITH_VOTE.symbol),
    ):
        change()
        found = _examined(records)
        assert (found.broken, found.unsealed) == ((), ())
    assert found.sound == frozenset()


@pytest.mark.parametrize("table", SEALED, ids=lambda table: table.name)
def test_a_row_that_is_gone_is_noticed(held: Records, table: Table) -> None:
    key = table.primary_key.columns.values()
    with held.engine.begin() as connection:
        first = connection.execute(select(*key).limit(1)).one()
    _do(held, delete(table).where(*(c == v for c, v in zip(key, first, strict=True))))
    (broken,) = _examined(held).broken
    assert broken[0] in SYMBOLS


@pytest.mark.parametrize("table", SEALED, ids=lambda table: table.name)
def test_another_letter_in_any_column_is_noticed(held: Records, table: Table) -> None:
    chance = random.Random(5)  # noqa: S311 - to be drawn the same again
    key = table.primary_key.columns.values()
    for column in table.c:
        # Without its hash a text is taken for an older program's, and sealed as it stands.
        if column.name in ("parser", "of_file", "content_hash") or column in key:
            continue
        with held.engine.begin() as connection:
            rows = connection.execute(select(*key, column).where(column.is_not(None))).all()
        if not rows:
            continue
        *at, value = chance.choice(rows)
        here = [c == v for c, v in zip(key, at, strict=True)]
        is_number = isinstance(column.type, Integer) or isinstance(value, (bool, int))
        other = (not value if isinstance(value, bool) else value + 7) if is_number else f"{value}甲"
        _do(held, update(table).where(*here).values({column.name: other}))
        assert _examined(held).broken, column
        _do(held, update(table).where(*here).values({column.name: value}))
        assert not _examined(held).broken, column


def test_rows_that_changed_places_are_noticed(held: Records) -> None:
    swap = (
        "UPDATE paragraphs SET text = (SELECT text FROM paragraphs p WHERE p.symbol = "
        "paragraphs.symbol AND p.place = CASE paragraphs.place WHEN 'OP1' THEN 'OP2' ELSE 'OP1' "
        "END) WHERE symbol = 'A/RES/75/45' AND place IN ('OP1', 'OP2')"
    )
    _do(held, text(swap))
    assert _examined(held).broken == (("A/RES/75/45", "zh"),)


def test_a_resolution_that_vanished_whole_is_noticed(held: Records) -> None:
    tables = [table for table in SEALED if "symbol" in table.c and table is not schema.companions]
    _do(held, *(delete(table).where(table.c.symbol == "A/RES/75/45") for table in tables))
    assert _examined(held).broken == (("A/RES/75/45", "zh"),)


def test_what_an_older_program_wrote_is_unsealed_and_no_damage(held: Records) -> None:
    _do(
        held,
        delete(schema.seals).where(schema.seals.c.symbol == "A/RES/75/45"),
        update(schema.seals).where(schema.seals.c.lang == "en").values(content_hash="of before"),
    )
    found = _examined(held)
    assert found.unsealed == (("A/RES/72/31", "en"), ("A/RES/75/45", "zh"))
    assert found.broken == ()
    with held.engine.begin() as connection:
        seals.renew(connection, SYMBOLS)
        assert connection.execute(select(func.count()).select_from(schema.seals)).scalar() == 3
    assert _examined(held).unsealed == ()


def test_an_unsealed_text_that_is_not_the_one_its_hash_was_taken_of_is_damage(
    held: Records,
) -> None:
    changed = update(schema.paragraphs).where(schema.paragraphs.c.place == "OP1")
    _do(held, delete(schema.seals), changed.values(text="请秘书长辞职；"))
    assert {symbol for symbol, lang in _examined(held).broken if lang == "zh"} == set(SYMBOLS)
