"""Comparisons of what a library holds: two resolutions, a series, two languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.errors import NotComparable, NotInLibrary
from assistant.library.library import Library
from assistant.reading import File
from assistant.retrieval.comparisons import compare_held
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Answer
from eval.generator.series import Series, series

MADE = series(11, 12, 3)
FIRST, SECOND, THIRD = (file.truths[0].symbol for file in MADE.files)


@pytest.fixture(scope="module")
def series_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """A series of three, and an English text of another series."""
    folder = tmp_path_factory.mktemp("series-library")
    settings = load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)
    english = series(11, 33, 1, lang="en").files
    with Library.open(settings) as library:
        opened = Assistant(library, settings)
        opened.ingest([File(f.name, f.text.encode()) for f in (*MADE.files, *english)])
        yield opened


def cited(answer: Answer) -> set[str]:
    return {f"{citation.symbol}#{citation.paragraph}" for citation in answer.citations}


def said(answer: Answer, name: str) -> str:
    return next((s.text for s in answer.statements if name in s.text), "")


def test_what_was_added_and_dropped_is_cited_to_the_last(series_assistant: Assistant) -> None:
    for step in MADE.steps:
        more = series_assistant.ask(f"{step.second}比{step.first}多了哪些段落")
        assert cited(more) == {f"{step.second}#{place}" for place in step.added}
        less = series_assistant.ask(f"从{step.first}到{step.second}删去了哪些段落")
        assert cited(less) == {f"{step.first}#{place}" for place in step.dropped}


@pytest.mark.parametrize(("edit", "words"), [("stronger", "加强"), ("weaker", "减弱")])
def test_verbs_that_became_stronger_or_weaker_are_quoted_in_pairs(
    series_assistant: Assistant, edit: str, words: str
) -> None:
    true = {
        f"{symbol}#{place}"
        for step in MADE.steps
        for old, new, made in step.pairs
        if made == edit
        for symbol, place in ((step.first, old), (step.second, new))
    }
    found = set[str]()
    for step in MADE.steps:
        found |= cited(series_assistant.ask(f"{step.first}和{step.second}相比哪些措辞{words}了"))
    assert found == true
    assert true


def test_a_whole_comparison_counts_every_paragraph_and_brings_the_table(
    series_assistant: Assistant,
) -> None:
    answer = series_assistant.ask(f"{FIRST}和{SECOND}有什么不同")
    assert answer.comparison is not None
    table = answer.comparison
    assert (table.first, table.second) == (FIRST, SECOND)
    assert f"有{table.same}段" in said(answer, "文字相同")
    assert f"新增{table.added}段" in said(answer, "新增")
    assert f"有{table.dropped}段" in said(answer, "删去")
    assert answer.comparisons == ()


def test_a_series_is_compared_step_by_step(series_assistant: Assistant) -> None:
    answer = series_assistant.ask(f"{SECOND}这一系列历届有什么变化")
    assert [(c.first, c.second) for c in answer.comparisons] == [(FIRST, SECOND), (SECOND, THIRD)]
    assert answer.comparison is None
    assert answer.statements[0].text == "逐份与前一份对照的决议共3份："


def test_one_body_is_compared_by_the_paragraphs_that_address_it(
    series_assistant: Assistant,
) -> None:
    answer = series_assistant.ask(f"{FIRST}和{SECOND}对秘书长的要求有什么变化")
    assert answer.citations
    assert all("秘书长" in citation.text for citation in answer.citations)


def test_which_series_is_asked_where_nobody_says(series_assistant: Assistant) -> None:
    assert series_assistant.ask("历届决议有什么变化").status == "needs_clarification"


def test_of_resolutions_apart_what_they_share_is_said_and_then_what_each_says(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("72/31和75/45有什么不同")
    assert "少有共同之处" in answer.statements[0].text
    assert answer.comparison is not None
    assert not answer.comparison.related
    assert said(answer, "执行部分共有16段")
    assert said(answer, "执行部分共有15段")


def test_what_both_say_of_a_treaty_is_found_by_the_pair_that_names_it(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("对《禁止核武器条约》面世一事，72/31与75/45的措辞差在哪？")
    assert cited(answer) == {"A/RES/72/31#OP1", "A/RES/75/45#PP12"}


def test_of_resolutions_apart_all_that_is_new_is_listed(assistant: Assistant) -> None:
    answer = assistant.ask("75/45比72/31多了哪些段落")
    assert answer.comparison is not None
    assert f"新增{answer.comparison.added}段" in said(answer, "新增")
    assert "A/RES/75/45#OP13" in cited(answer)


def test_one_resolution_alone_has_nothing_to_be_compared_with(assistant: Assistant) -> None:
    answer = assistant.ask("75/45有什么变化")
    assert answer.status == "not_found"
    assert "另一份决议" in answer.missing[0]


def test_texts_in_two_languages_are_refused_with_what_to_do(series_assistant: Assistant) -> None:
    (english,) = [s.symbol for s in series_assistant.resolutions() if s.lang == "en"]
    answer = series_assistant.ask(f"比较{FIRST}和{english}")
    assert answer.status == "not_found"
    assert "语文" in answer.missing[0]
    with pytest.raises(NotComparable):
        series_assistant.comparison(FIRST, english)


def test_what_is_not_held_is_not_compared(series_assistant: Assistant) -> None:
    with pytest.raises(NotInLibrary):
        series_assistant.comparison(FIRST, "A/RES/1/1")
    records = series_assistant.library.records
    assert compare_held(records, FIRST, THIRD).related


def test_a_series_has_known_edits() -> None:
    made: Series = MADE
    assert any(edit == "stronger" for step in made.steps for _, _, edit in step.pairs)
