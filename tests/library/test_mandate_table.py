"""The table of mandates in memory says what SQL says, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.library import mandates
from assistant.library.engine import open_engine, reading, sqlite_url
from assistant.library.mandate_table import MandateKey
from assistant.library.mandates import Mandates
from assistant.library.records import Records
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import MandateQuery
from eval.generator import resolutions


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Mandates, tuple[str, ...]]]:
    url = sqlite_url(tmp_path_factory.mktemp("mandates") / "records.sqlite3")
    records, engine = Records(url), open_engine(url)
    for file in resolutions(5, 60):
        records.put_file(parse(read_document(File(file.name, file.text.encode()))))
    yield Mandates(engine), records.symbols()
    engine.dispose()
    records.close()


@pytest.mark.parametrize(
    "query",
    [
        MandateQuery(),
        MandateQuery(addressees=("秘书长", "会员国")),
        MandateQuery(deliverables=("报告",), addressees=("秘书长",)),
        MandateQuery(sessions=(90, 120)),
        MandateQuery(committees=("第一委员会", "第二委员会")),
        MandateQuery(due_sessions=(1, 130), timed=True),
        MandateQuery(due_after=date(2050, 5, 7)),
        MandateQuery(due_before=date(2050, 5, 7)),
        MandateQuery(due_after=date(2040, 1, 1), due_before=date(2060, 12, 31)),
        MandateQuery(recurring=True),
        MandateQuery(recurring=False, timed=False),
        MandateQuery(addressees=("没有这个机构",)),
        MandateQuery(sort="newest"),
        MandateQuery(sort="oldest", addressees=("秘书长",)),
        MandateQuery(sort="due_latest"),
        MandateQuery(sort="due_latest", timed=True),
    ],
)
def test_the_table_finds_what_sql_finds_in_the_same_order(
    held: tuple[Mandates, tuple[str, ...]], query: MandateQuery, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, symbols = held
    few = MandateQuery(symbols=symbols[::3], sort=query.sort)
    expected = {}
    monkeypatch.setattr(mandates, "_FEW_RESOLUTIONS", len(symbols))
    with reading(found._engine) as connection:
        for one in (query, few):
            rows = connection.execute(mandates._statement(one))
            expected[one] = [MandateKey(*row) for row in rows]
    monkeypatch.setattr(mandates, "_FEW_RESOLUTIONS", 0)
    assert {one: found.find(one) for one in (query, few)} == expected


def test_a_library_that_changes_is_read_again(records: Records) -> None:
    file = next(iter(resolutions(5, 1)))
    assert records.mandates.find(MandateQuery()) == []
    records.put_file(parse(read_document(File(file.name, file.text.encode()))))
    assert records.mandates.find(MandateQuery())
