"""A long list comes in pages that lose nothing, and a cursor leads nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import InvalidFilter
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.service import Assistant
from assistant.settings import Settings, load_settings
from assistant.types import Answer, PassageNote
from eval.generator.__main__ import write
from eval.lists import joined

QUESTIONS = (
    "哪些决议请秘书长做什么？",
    "哪些决议请秘书长提交报告？",
    "哪些决议由第一委员会提出？",
    "第101届以来的决议决定了什么？",
    "哪些决议促请或鼓励各国？",
    "哪些段落提到技术指南？",
    "Which resolutions request the Secretary-General to submit a report?",
)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated")
    write(folder, seed=5, count=24, forms=("modern", "nineties", "parts"), langs=("zh",))
    return folder


@pytest.fixture(scope="module")
def library(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(_settings(tmp_path_factory.mktemp("library"))) as opened:
        ingest(opened, sorted(texts.glob("*.txt")))
        yield opened


def _settings(folder: Path) -> Settings:
    return load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)


def showing(library: Library, size: int) -> Assistant:
    """The library, asked with pages of ``size`` paragraphs."""
    return Assistant(library, library.settings.model_copy(update={"page_size": size}))


def pages(assistant: Assistant, question: str) -> list[Answer]:
    found = [assistant.ask(question)]
    while found[-1].page:
        found.append(assistant.ask(question, page=found[-1].page))
    return found


def cited(answer: Answer) -> list[str]:
    return [f"{one.symbol}#{one.paragraph}" for one in answer.citations]


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(QUESTIONS), st.integers(2, 30))
def test_all_pages_together_are_the_answer_on_one_page(
    library: Library, question: str, size: int
) -> None:
    whole = showing(library, 500).ask(question)
    assert whole.page is None
    assert len(whole.citations) > 3
    parts = pages(showing(library, size), question)
    keys = [key for part in parts for key in cited(part)]
    assert len(keys) == len(set(keys))
    assert set(keys) == set(cited(whole))
    assert [one.text for one in joined(parts).statements] == [one.text for one in whole.statements]


def test_each_page_counts_the_whole_first_and_says_what_it_shows(library: Library) -> None:
    first, second, *_ = pages(showing(library, 4), "哪些决议请秘书长提交报告？")
    lead = first.statements[0].text.partition("，以下为")
    assert lead[2] == "第1至4段："
    assert second.statements[0].text.partition("，以下为") == (*lead[:2], "第5至8段：")
    held = len(library.records.symbols())
    assert any(s.text.startswith(f"库中有{held}份决议") for s in second.statements)


def test_a_short_list_has_no_pages(library: Library) -> None:
    assert showing(library, 500).ask(QUESTIONS[0]).page is None


def test_the_same_cursor_gives_the_same_page(library: Library) -> None:
    assistant = showing(library, 4)
    page = assistant.ask(QUESTIONS[0]).page
    one, other = (assistant.ask(QUESTIONS[0], page=page) for _ in range(2))
    assert one.statements == other.statements
    assert one.page == other.page


@pytest.mark.parametrize("page", ["", "2", "4-1", "-4-1-0123456789ab", "0-1-0123456789ab", "第2页"])
def test_what_no_answer_gave_is_refused(library: Library, page: str) -> None:
    with pytest.raises(InvalidFilter):
        showing(library, 4).ask(QUESTIONS[0], page=page)


def test_a_page_of_another_question_is_refused(library: Library) -> None:
    assistant = showing(library, 4)
    page = assistant.ask(QUESTIONS[0]).page
    with pytest.raises(InvalidFilter, match="question"):
        assistant.ask("哪些决议请会员国做什么？", page=page)


def test_a_page_beyond_the_end_is_refused(library: Library) -> None:
    assistant = showing(library, 4)
    page = assistant.ask(QUESTIONS[0]).page or ""
    beyond = f"9000-{page.split('-', 1)[1]}"
    with pytest.raises(InvalidFilter, match="nothing"):
        assistant.ask(QUESTIONS[0], page=beyond)


def test_a_page_of_a_library_that_has_changed_is_refused(texts: Path, tmp_path: Path) -> None:
    files = sorted(texts.glob("*.txt"))
    with Library.open(_settings(tmp_path)) as library:
        ingest(library, files[:20])
        assistant = showing(library, 2)
        page = assistant.ask(QUESTIONS[0]).page
        assert page
        ingest(library, files[20:21])
        with pytest.raises(InvalidFilter, match="changed"):
            assistant.ask(QUESTIONS[0], page=page)


def test_a_follow_up_goes_on_page_by_page_and_stays_the_last_turn(library: Library) -> None:
    assistant = showing(library, 2)
    first = assistant.ask("哪些决议请秘书长做什么？")
    talk = first.conversation_id
    states = assistant.ask("那会员国呢？", conversation_id=talk)
    assert states.understood.addressee == "会员国"
    assert states.page
    more = assistant.ask("那会员国呢？", conversation_id=talk, page=states.page)
    assert more.understood == states.understood
    assert not set(cited(more)) & set(cited(states))
    earlier = assistant.ask("哪些决议请秘书长做什么？", conversation_id=talk, page=first.page)
    assert not set(cited(earlier)) & set(cited(first))
    again = assistant.ask("那会员国呢？", conversation_id=talk, page=states.page)
    assert cited(again) == cited(more)


def test_the_stream_says_how_long_the_whole_list_is(library: Library) -> None:
    events = {e.name: e.data for e in showing(library, 3).stream(QUESTIONS[1])}
    note, answer = events["passages"], events["answer"]
    assert isinstance(note, PassageNote)
    assert isinstance(answer, Answer)
    assert note.total > len(answer.citations) == 3
