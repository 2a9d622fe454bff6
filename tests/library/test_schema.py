from __future__ import annotations

import pytest
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateTable

from assistant.library.schema import metadata


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()])
def test_the_tables_can_be_said_in_every_supported_sql(dialect: Dialect) -> None:
    for table in metadata.sorted_tables:
        assert f"CREATE TABLE {table.name}" in str(CreateTable(table).compile(dialect=dialect))


def test_all_that_hangs_on_a_resolution_goes_with_it() -> None:
    # A companion outlives the version that leads for as long as a transaction takes.
    (follows,) = metadata.tables["companions"].foreign_keys
    assert (follows.deferrable, follows.initially) == (True, "DEFERRED")
    others = [table for table in metadata.tables.values() if table.name != "companions"]
    assert {key.ondelete for table in others for key in table.foreign_keys} == {"CASCADE"}
    for table in others:
        for key in table.foreign_keys:
            if key.parent.name == "key":
                assert key.target_fullname == "paragraphs.key"
