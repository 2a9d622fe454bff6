"""Whatever is asked is answered from PostgreSQL as from SQLite, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import MandateQuery
from eval.generator.library import resolutions
from eval.generator.questions import questions_of

MADE = tuple(resolutions(23, 12, langs=("zh", "en")))
ASKED = [
    question
    for made in MADE
    for truth in made.truths
    for item in list(questions_of(truth))[::7]
    for question in item.turns
]
LISTS = (
    "哪些决议提到秘书长？",
    "有多少份决议？",
    "请秘书长提出报告的段落有哪些？",
    "Which resolutions request the Secretary-General to report?",
)


@pytest.fixture(scope="module")
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Assistant, Assistant]]:
    """The same files in a library on either database."""
    cluster = request.getfixturevalue("postgres")
    url = cluster.database()
    with ExitStack() as opened:
        opened.callback(cluster.drop, url)
        found = []
        for name, records_url in (("sqlite", None), ("postgresql", url)):
            folder: Path = tmp_path_factory.mktemp(name)
            given: dict[str, Any] = {"sample_library": False, "follow_seconds": 3_600}
            if records_url is not None:
                given["records_url"] = records_url
            settings = load_settings({}, data_dir=folder, embedder="hashing", **given)
            assistant = opened.enter_context(Assistant.open(settings))
            assistant.ingest([File(one.name, one.text.encode()) for one in MADE], jobs=0)
            found.append(assistant)
        yield found[0], found[1]


def test_questions_are_answered_alike(both: tuple[Assistant, Assistant]) -> None:
    answered = 0
    for question in (*ASKED, *LISTS):
        one, other = (assistant.ask(question) for assistant in both)
        assert one.answer == other.answer, question
        assert (one.statements, one.citations) == (other.statements, other.citations), question
        answered += one.status == "answered"
    assert answered > len(ASKED) / 2


def test_everything_else_is_told_alike(both: tuple[Assistant, Assistant]) -> None:
    sqlite, postgresql = both
    assert sqlite.resolutions() == postgresql.resolutions()
    for summary in sqlite.resolutions():
        for lang in summary.langs:
            assert sqlite.read(summary.symbol, lang) == postgresql.read(summary.symbol, lang)
        assert sqlite.references(summary.symbol) == postgresql.references(summary.symbol)
        assert sqlite.series(summary.symbol) == postgresql.series(summary.symbol)
    wanted = MandateQuery(addressees=("秘书长",))
    assert sqlite.mandates(wanted) == postgresql.mandates(wanted)
    assert sqlite.precedents("请秘书长") == postgresql.precedents("请秘书长")
    assert sqlite.search("可持续发展") == postgresql.search("可持续发展")
    assert sqlite.coverage() == postgresql.coverage()


def test_a_conversation_goes_on_alike(both: tuple[Assistant, Assistant]) -> None:
    symbol = both[0].resolutions()[0].symbol
    told = []
    for assistant in both:
        first = assistant.ask(f"{symbol}请秘书长做什么？")
        second = assistant.ask("第1段说什么？", conversation_id=first.conversation_id)
        kept = assistant.conversations.read(first.conversation_id or "", None)
        assert kept is not None
        told.append((second.answer, [re.sub("[0-9a-f]{32}", "", t.question) for t in kept.turns]))
    assert told[0] == told[1]
