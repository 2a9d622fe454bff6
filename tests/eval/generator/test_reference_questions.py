"""Generated questions about references, and the assistant over the library they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.text import instruments, kinship
from assistant.text.normalise import fold
from eval.generator import Truth, resolutions
from eval.generator.addresses import Form
from eval.generator.library import Generated
from eval.generator.reference_questions import (
    cited_questions,
    document_questions,
    instrument_questions,
    series_questions,
)
from eval.generator.series import series
from eval.gold import GoldItem

FORMS: tuple[Form, ...] = ("modern", "nineties", "records", "parts", "emergency")
_PRINTED_IN = "条约汇编"  # the truth leaves out where a treaty is printed


@pytest.fixture(scope="module")
def files() -> tuple[Generated, ...]:
    """Forty resolutions, and two items over five sessions each."""
    returning = (file for index in (50, 51) for file in series(7, index, 5).files)
    return (*resolutions(7, 40, forms=FORMS), *returning)


@pytest.fixture(scope="module")
def truths(files: tuple[Generated, ...]) -> tuple[Truth, ...]:
    return tuple(truth for file in files for truth in file.truths)


@pytest.fixture(scope="module")
def assistant(
    tmp_path_factory: pytest.TempPathFactory, files: tuple[Generated, ...]
) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("generated")
    settings = load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)
    with Library.open(settings) as library:
        ingest(library, [File(file.name, file.text.encode()) for file in files])
        yield Assistant(library, settings)


def wrong(item: GoldItem, assistant: Assistant) -> str | None:
    """What is wrong with the answer to a question."""
    answer = assistant.ask(item.question)
    cited = {f"{c.symbol}#{c.paragraph}" for c in answer.citations}
    missed = [group for group in item.groups if not set(group) & cited]
    extra = cited - item.keys if item.exact else set()
    if answer.status == "answered" and not missed and not extra:
        return None
    return f"{item.question} {answer.status} misses {missed}, cites besides {sorted(extra)}"


def test_every_mention_of_an_instrument_is_answered(
    truths: tuple[Truth, ...], assistant: Assistant
) -> None:
    items = instrument_questions(truths)
    assert len(items) > 20
    assert [found for item in items if (found := wrong(item, assistant))] == []


def test_every_mention_of_a_document_is_answered(
    truths: tuple[Truth, ...], assistant: Assistant
) -> None:
    items = document_questions(truths, most=30)
    assert len(items) > 10
    assert [found for item in items if (found := wrong(item, assistant))] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_documents_and_treaties_of_a_resolution_are_answered(
    truths: tuple[Truth, ...], assistant: Assistant, lang: str
) -> None:
    items = [i for t in truths[:30] for i in cited_questions(t, lang)]  # type: ignore[arg-type]
    assert len(items) > 20
    assert [found for item in items if (found := wrong(item, assistant))] == []


def test_every_resolution_of_a_series_is_answered(
    truths: tuple[Truth, ...], assistant: Assistant
) -> None:
    items = series_questions(truths)
    assert sorted(len(item.groups) for item in items) == [5, 5]
    assert [found for item in items if (found := wrong(item, assistant))] == []


def test_a_series_holds_nothing_but_its_title_and_what_is_inferred(
    truths: tuple[Truth, ...], assistant: Assistant
) -> None:
    for item in series_questions(truths):
        bearing = {group[0].partition("#")[0] for group in item.groups}
        members = assistant.series(item.id.removeprefix("generated:series:")).members
        assert {member.symbol for member in members if not member.inferred} == bearing


def test_the_edges_of_the_graph_are_the_references_of_the_truth(
    truths: tuple[Truth, ...], assistant: Assistant
) -> None:
    compared = 0
    for truth in truths:
        if truth.symbol.split("/")[-1] in ("1050", "1051"):
            continue  # a series edits verbs, and its truth keeps how the first text invoked
        own = kinship.root(truth.symbol)
        graph = assistant.references(truth.symbol, direction="mentions")
        said = Counter(
            (truth.key(paragraph), _name(one.kind, one.target), one.invoked)
            for paragraph in truth.paragraphs
            for one in paragraph.references
            if _name(one.kind, one.target) != own
        )
        edges = Counter(
            (edge.paragraph, edge.target, edge.invoked)
            for edge in graph.edges
            if edge.target != _PRINTED_IN and edge.paragraph.startswith(f"{truth.symbol}#")
        )
        assert edges == said
        compared += said.total()
    assert compared > 200


def _name(kind: str, target: str) -> str:
    if kind == "instrument":
        return instruments.identity(fold(target).text)
    return target if kind == "document" else kinship.root(target)


def test_ids_are_different(truths: tuple[Truth, ...]) -> None:
    items = [
        *instrument_questions(truths),
        *document_questions(truths),
        *(item for truth in truths for item in cited_questions(truth)),
        *series_questions(truths),
    ]
    assert len({item.id for item in items}) == len(items)
