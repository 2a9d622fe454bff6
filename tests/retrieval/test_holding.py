"""What the index proposes and the text decides is what reading everything finds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import retrieval
from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.reading import File
from assistant.retrieval.ask import Ask
from assistant.retrieval.holding import paragraphs_naming, paragraphs_with, stands_in
from assistant.retrieval.paging import Window
from assistant.settings import load_settings
from assistant.text.bodies import BODIES, spellings
from assistant.text.normalise import fold
from assistant.types import Found, Question, Selection
from eval.generator import resolutions

WORDS = (
    "秘书长",
    "种子",
    "第一节",
    "SS",
    "2050",
    "潮汐观测方面",
    "教科文组织",
    "没有这个词",
    "决议",
)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Sixty resolutions of every form, some with sections, some in traditional script."""
    folder: Path = tmp_path_factory.mktemp("generated")
    settings = load_settings({}, data_dir=folder, embedder="hashing")
    with Library.open(settings) as library:
        files = [File(f"{n}-{g.name}", g.text.encode()) for n, g in enumerate(resolutions(5, 60))]
        ingest(library, files, jobs=0)
        yield library


@pytest.fixture(params=[1, 2], ids=["everywhere", "in every second resolution"])
def ask(generated: Library, request: pytest.FixtureRequest) -> Ask:
    """Asks that the index answers."""
    catalogue = generated.records.summaries()
    question = Question("?", "?", "zh", "content")
    return Ask(
        question,
        catalogue.symbols[:: request.param],
        generated.records,
        generated.records.read,
        catalogue,
        having=generated.paragraphs_having,
    )


def read_whole(ask: Ask) -> Ask:
    """The same ask without an index to propose anything."""
    return replace(ask, having=None)


@pytest.mark.parametrize("words", [(word,) for word in WORDS] + [WORDS[:2], WORDS[-2:]])
def test_words_stand_in_what_is_looked_in_or_not(ask: Ask, words: Collection[str]) -> None:
    assert stands_in(ask, words) == stands_in(read_whole(ask), words)


def test_words_of_a_heading_stand_there(ask: Ask) -> None:
    headings = ask.records.wordings.headings()
    assert headings
    for heading in headings:
        if heading.symbol in ask.symbols:
            assert stands_in(ask, [heading.text])


@pytest.mark.parametrize("wanted", [[("种子", "灯塔")], [("决议",), ("秘书长",)], [("2050",)], []])
def test_every_paragraph_with_the_words_is_found_in_document_order(
    ask: Ask, wanted: list[tuple[str, ...]]
) -> None:
    def holds(text: str) -> bool:
        folded = fold(text).text
        return all(any(word in folded for word in words) for words in wanted)

    found = [p.key for p in paragraphs_with(ask, wanted, holds)]
    assert found == [p.key for p in paragraphs_with(read_whole(ask), wanted, holds)]
    assert found


@pytest.mark.parametrize("body", ["秘书长", "会员国", "国际法院", BODIES[-1].name])
def test_every_paragraph_that_names_a_body_is_among_those_proposed(ask: Ask, body: str) -> None:
    def naming(asked: Ask) -> list[str]:
        return [
            p.key
            for p in paragraphs_naming(asked, {body})
            if any(e.name == body for c in p.clauses for e in (*c.addressees, *c.mentioned))
        ]

    assert naming(ask) == naming(read_whole(ask))
    assert spellings(body)[0] == body


def test_in_a_library_that_leads_in_english_every_paragraph_is_proposed(ask: Ask) -> None:
    english = [replace(summary, lang="en") for summary in ask.catalogue]
    every = replace(ask, catalogue=type(ask.catalogue)(english))
    proposed = [p.key for p in paragraphs_naming(every, {"秘书长"})]
    assert proposed == [p.key for s in ask.symbols for p in ask.read(s).paragraphs]


def test_every_look_up_of_an_answer_is_given_the_index(
    generated: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Ask] = []

    def look_up(ask: Ask, _library: Library) -> Found:
        given.append(ask)
        return Found(refused=True)

    monkeypatch.setattr(retrieval, "_look_up", look_up)
    catalogue = generated.records.summaries()
    question = Question("?", "?", "zh", "acts", selection=Selection(committee="第一委员会"))
    retrieval.retrieve(question, generated, catalogue, generated.records.read, Window(0, 7))
    (ask,) = given
    assert ask.having is not None  # of the same library, with the dense index looked through
    assert ask.having.__func__ is Library.paragraphs_having  # type: ignore[attr-defined]
    assert ask.leading == generated.records.leading_items()
    assert ask.window == Window(0, 7)
    assert ask.catalogue is catalogue
    assert 0 < len(ask.symbols) < len(catalogue)
