"""Small invented resolutions that refer to each other, and records of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.library.engine import sqlite_url
from assistant.library.records import Records
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Resolution

Open = Callable[..., Records]


def written(number: str, title: str, *preamble: str, operative: str = "决定继续处理此案。") -> str:
    """The text of an Assembly resolution; ``number`` is 75/1, its year that of the session."""
    session = int(number.partition("/")[0])
    day = f"{1945 + session} 年 12 月 7 日"
    recitals = "\n".join(preamble)
    return f"""议程项目 10
{day}大会决议
[根据第一委员会的报告(A/{session}/399)通过]
{number}. {title}
大会，
{recitals}
1. {operative}
{day}
第 37 次全体会议
"""


def parsed(text: str, symbol: str | None = None) -> tuple[Resolution, ...]:
    return parse(read_document(File("text.txt", text.encode())), symbol=symbol)


@contextmanager
def records_of(folder: Path, *texts: str) -> Iterator[Records]:
    """Records that hold the resolutions of these texts."""
    records = Records(sqlite_url(folder / "records.sqlite3"))
    try:
        for text in texts:
            records.put_file(parsed(text))
        yield records
    finally:
        records.close()
