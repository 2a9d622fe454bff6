from __future__ import annotations

from functools import partial

import pytest

from assistant.answering.verify import faults
from assistant.library.library import Library
from assistant.questions import understand
from assistant.retrieval import retrieve
from assistant.service import Assistant
from assistant.types import Answer, Found


@pytest.fixture(scope="session")
def bilingual_assistant(bilingual: Library) -> Assistant:
    return Assistant(bilingual, bilingual.settings)


def find(library: Library, text: str) -> Found:
    catalogue = library.records.summaries()
    question = understand(text, catalogue=catalogue)
    return retrieve(question, library, catalogue, partial(library.records.read))


def test_every_use_is_cited_in_document_order(bilingual: Library) -> None:
    found = find(bilingual, "哪些段落用了“深为关切”？")
    assert found.precedents is not None
    assert len(found.passages) == found.precedents.exact + found.precedents.near
    assert not found.missing


def test_the_part_of_a_resolution_that_is_named_is_looked_in(bilingual: Library) -> None:
    found = find(bilingual, "序言部分哪些段落用了“秘书长”？")
    assert {passage.paragraph.kind for passage in found.passages} == {"preambular"}


def test_words_that_only_come_near_are_no_answer(bilingual: Library) -> None:
    found = find(bilingual, "哪些决议用过“提供必要的服务和技术支持”这个说法？")
    assert found.refused
    assert [(gap.kind, gap.name) for gap in found.missing] == [
        ("phrase", "提供必要的服务和技术支持")
    ]
    assert found.passages


def test_a_session_that_is_not_held_is_missing(bilingual: Library) -> None:
    found = find(bilingual, "第三届会议哪些决议用了“秘书长”？")
    assert [(gap.kind, gap.name) for gap in found.missing] == [("session", "3")]
    assert found.passages == ()


def sound(answer: Answer) -> bool:
    """Whether every sentence may be shown, and every citation stands in the text it names."""
    return not any(faults(statement, answer.citations) for statement in answer.statements)


def test_the_first_and_the_last_use_are_said(bilingual_assistant: Assistant) -> None:
    answer = bilingual_assistant.ask("“深为关切”最早出现在哪一届？")
    told = bilingual_assistant.precedents("深为关切")
    assert answer.status == "answered"
    assert sound(answer)
    assert "最早见于第" in answer.answer
    assert f"的段落共{told.exact}段" in answer.answer
    assert f"库中有{told.coverage.resolutions}份决议" in answer.answer


def test_near_uses_are_quoted_under_words_of_their_own(bilingual_assistant: Assistant) -> None:
    answer = bilingual_assistant.ask("“提供必要的服务和技术支持”有先例吗？")
    assert answer.status == "not_found"
    assert sound(answer)
    assert "相近而不相同的段落" in answer.answer
    assert "原样用到“提供必要的服务和技术支持”的段落。" in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("bearing in mind 中文怎么说", "写作“铭记”"),
        ("“铭记”英文怎么写", "写作“bearing in mind”"),
        ('how is "bearing in mind" rendered in Chinese?', "as “铭记”"),
    ],
)
def test_both_texts_are_quoted_and_cited(
    bilingual_assistant: Assistant, question: str, said: str
) -> None:
    answer = bilingual_assistant.ask(question)
    assert answer.status == "answered"
    assert sound(answer)
    assert said.lower() in answer.answer.lower()
    by_paragraph = {(c.symbol, c.paragraph): set[str]() for c in answer.citations}
    for c in answer.citations:
        by_paragraph[c.symbol, c.paragraph].add(c.lang)
        held = bilingual_assistant.read(c.symbol, c.lang)
        assert c.text in [p.text for p in held.paragraphs if p.place == c.paragraph]
        assert c.source.sha256 == held.source.sha256
        assert c.parallel is not None
    assert all(langs == {"zh", "en"} for langs in by_paragraph.values())


def test_english_uses_are_cited_in_english(bilingual_assistant: Assistant) -> None:
    answer = bilingual_assistant.ask("which resolutions use the words “bearing in mind”?")
    assert answer.status == "answered"
    assert sound(answer)
    assert {c.lang for c in answer.citations} == {"en"}


def test_without_both_languages_only_a_table_speaks_and_says_so(assistant: Assistant) -> None:
    answer = assistant.ask("nuclear disarmament 中文怎么说")
    assert answer.status == "not_found"
    assert "检索用词表中，“nuclear disarmament”作“核裁军”，不作译文依据。" in answer.answer
    assert answer.citations == ()


def test_the_sample_library_answers_about_its_own_words(assistant: Assistant) -> None:
    answer = assistant.ask("“无核武器世界”最早出现在哪一届？")
    assert answer.status == "answered"
    assert sound(answer)
    for citation in answer.citations:
        assert citation.lang == "zh"


def test_of_a_part_of_the_library_no_first_use_is_claimed(bilingual_assistant: Assistant) -> None:
    (latest,) = [t for t in [bilingual_assistant.precedents("深为关切").latest] if t]
    answer = bilingual_assistant.ask(f"第{latest.session}届会议哪些决议用了“深为关切”？")
    assert answer.status == "answered"
    assert sound(answer)
    assert "所问的决议中，原样用到“深为关切”的段落共" in answer.answer
    assert "最早见于" not in answer.answer
    assert {c.symbol.split("/")[2] for c in answer.citations} == {str(latest.session)}


def test_more_uses_than_an_answer_shows_come_in_pages(
    bilingual_assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "哪些段落用了“深为关切”？"
    whole = bilingual_assistant.ask(question)
    exact = [c for c in whole.citations if "深为关切" in c.text]
    assert whole.page is None
    monkeypatch.setattr("assistant.retrieval.sayings.MOST_EXACT", 3)
    pages = [bilingual_assistant.ask(question)]
    while pages[-1].page:
        pages.append(bilingual_assistant.ask(question, page=pages[-1].page))
    shown = [c for page in pages for c in page.citations if "深为关切" in c.text]
    assert len(pages) > 2
    assert [(c.symbol, c.paragraph) for c in shown] == [(c.symbol, c.paragraph) for c in exact]
