from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.library.library import Library
from assistant.parsing import parse
from assistant.questions import understand
from assistant.reading import File, read_document
from assistant.retrieval import retrieve
from assistant.retrieval.paging import Window
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.text.places import paragraph_of
from eval.generator import Truth, resolutions
from eval.generator.questions import reports_due
from tests.retrieval.conftest import Find, gaps, keys


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("应向第七十六届会议提交的报告有哪些", ["75/45#OP13", "75/45#OP14"]),
        ("第七十六届会议要收到哪些报告", ["75/45#OP13", "75/45#OP14"]),
        ("what reports are due at the seventy-sixth session", ["75/45#OP13", "75/45#OP14"]),
        ("下届会议要交什么报告", ["75/45#OP13", "75/45#OP14"]),
        ("第七十四届到七十六届会议要审议哪些分项", ["72/31#OP15", "75/45#OP15"]),
        ("2020年以前要完成什么", ["72/31#OP15", "72/31#OP16"]),
        ("每年都要办的事有哪些", ["75/45#OP9"]),
        ("谁每年要做什么", ["75/45#OP9"]),
        ("2021年底以前秘书长要做什么", ["75/45#OP13", "75/45#OP14"]),
    ],
)
def test_what_is_due_is_found_whole_and_in_document_order(
    find: Find, text: str, found: list[str]
) -> None:
    assert keys(find(text)) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("第七十五届会议要收到哪些报告", "75"),
        ("第七十七至七十九届会议要审议哪些报告", "77-79"),
        ("2018年以前要完成什么", "/2018-01-01"),
        ("谁每年要报告", "every"),
    ],
)
def test_where_nothing_is_due_nothing_like_it_is_shown_instead(
    find: Find, text: str, name: str
) -> None:
    found = find(text)
    assert found.refused
    assert gaps(found) == [("deadline", name)]


@pytest.fixture(scope="module")
def generated(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Assistant, tuple[Truth, ...]]]:
    settings = load_settings(
        {}, data_dir=tmp_path_factory.mktemp("due"), embedder="hashing", sample_library=False
    )
    truths: list[Truth] = []
    with Library.open(settings) as library:
        for file in resolutions(3, 60):
            library.records.put_file(parse(read_document(File(file.name, file.text.encode()))))
            truths += file.truths
        yield Assistant(library, settings), tuple(truths)


def test_the_reports_due_at_a_session_are_told_over_a_whole_library_counted_and_no_other(
    generated: tuple[Assistant, tuple[Truth, ...]],
) -> None:
    assistant, truths = generated
    items = reports_due(truths)
    assert len(items) > 5
    for item in items:
        answer = assistant.ask(item.question)
        cited = [f"{one.symbol}#{one.paragraph}" for one in answer.citations]
        assert {group[0] for group in item.groups} == set(cited), item.question
        (count,) = (one for one in answer.statements if one.kind == "computed")
        assert f"{len(cited)}段" in count.text
        assert f"库中有{len(truths)}份决议" in answer.answer


def test_a_relative_time_says_how_it_was_understood(assistant: Assistant) -> None:
    first, *_ = assistant.ask("下届会议要交什么报告").statements
    assert first.text == "“下届会议”理解为第七十六届会议，以库中最近的第七十五届会议为准。"
    english = assistant.ask("what is due at the next session")
    assert english.statements[0].text.startswith("“the next session” is read as")
    assert "76" in english.statements[0].text


def test_days_counted_from_a_session_say_that_they_are_computed(assistant: Assistant) -> None:
    answer = assistant.ask("2020年以前要完成什么").answer
    assert "推算的届会开幕日" in answer
    assert "2020年1月1日或以前" in answer


def test_this_year_is_named_where_nothing_is_due_in_it(assistant: Assistant) -> None:
    answer = assistant.ask("秘书长今年要交哪些报告")
    assert answer.status == "not_found"
    assert f"{date.today().year}年12月31日" in answer.answer


@pytest.mark.parametrize("text", ["应向大会第一百零四届会议提交的报告有哪些？", "每年要做什么？"])
def test_pages_of_what_is_due_make_up_the_whole_and_read_no_more(
    generated: tuple[Assistant, tuple[Truth, ...]], text: str
) -> None:
    library = generated[0].library
    records = library.records
    question = understand(text, catalogue=records.summaries())
    whole = retrieve(question, library, records.summaries(), records.read)
    assert question.intent == "deadlines"
    shown: list[str] = []
    begin, total = 0, len({_unit(p.paragraph.key) for p in whole.passages})
    while begin < total:
        page = retrieve(question, library, records.summaries(), records.read, Window(begin, size=2))
        assert page.whole is not None
        assert (page.whole.paragraphs, page.whole.first) == (total, begin + 1)
        shown += [passage.paragraph.key for passage in page.passages]
        begin = page.whole.last
    assert shown == [passage.paragraph.key for passage in whole.passages]
    assert total > 2


def _unit(key: str) -> str:
    symbol, _, place = key.partition("#")
    return f"{symbol}#{paragraph_of(place)}"
