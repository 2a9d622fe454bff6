"""What the resolutions of a series say of one thing, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.questions import understand
from assistant.retrieval import retrieve
from assistant.settings import load_settings
from assistant.text.symbols import session_of
from assistant.types import Found
from eval.generator.series import series
from eval.generator.version_questions import Line, lines_of

SEED, SERIES, LENGTH = 21, 6, 4


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Six generated series of four resolutions."""
    texts = tmp_path_factory.mktemp("series")
    for index in range(SERIES):
        for file in series(SEED, index, LENGTH).files:
            (texts / file.name).write_text(file.text, encoding="utf-8")
    folder = tmp_path_factory.mktemp("series-library")
    with Library.open(load_settings({}, data_dir=folder, embedder="hashing")) as library:
        ingest(library, sorted(texts.glob("*.txt")))
        yield library


def found_for(text: str, library: Library, symbols: tuple[str, ...] = ()) -> Found:
    catalogue = library.records.summaries()
    question = replace(understand(text, catalogue=catalogue), symbols=symbols)
    if question.intent == "refuse":  # 可预测的资源 sounds like a prediction asked for
        return Found(refused=True)
    return retrieve(question, library, catalogue, library.records.read)


def lines(*, changed: bool) -> list[Line]:
    every = (line for index in range(SERIES) for line in lines_of(series(SEED, index, LENGTH)))
    return [line for line in every if (len(line.wordings) > 1) is changed]


def test_what_changed_is_shown_once_for_each_thing_said_the_newest_first(held: Library) -> None:
    (line, *_) = [line for line in lines(changed=True) if "哪天" in line.question]
    found = found_for(line.question, held)
    shown = [passage.paragraph.key for passage in found.passages[: len(found.versions)]]
    assert shown == [keys[0] for keys in line.wordings.values()]
    assert [v.key for v in found.versions] == shown
    sessions = [session_of(passage.paragraph.symbol) or 0 for passage in found.passages]
    assert sessions == sorted(sessions, reverse=True)
    for passage, words in zip(found.passages, line.wordings, strict=True):
        assert [span.of(passage.paragraph.text) for span in passage.answers] == [words]


def test_what_all_say_alike_is_shown_once_with_the_earlier_ones_counted(held: Library) -> None:
    (line, *_) = [one for one in lines(changed=False) if len(one.says) == LENGTH]
    found = found_for(line.question, held)
    (version,) = found.versions
    assert [passage.paragraph.key for passage in found.passages] == [line.says[0][0]]
    assert [paragraph.key for paragraph in version.earlier] == [key for key, _ in line.says[1:]]


def test_of_a_resolution_that_is_named_nothing_else_is_told(held: Library) -> None:
    (line, *_) = [one for one in lines(changed=False) if len(one.says) == LENGTH]
    newest = line.says[0][0].partition("#")[0]
    found = found_for(line.question, held, symbols=(newest,))
    assert found.versions == ()
    assert {passage.paragraph.symbol for passage in found.passages} == {newest}


def test_a_question_for_nothing_in_particular_is_left_as_it_is(held: Library) -> None:
    (line, *_) = [one for one in lines(changed=False) if one.question.startswith("由谁")]
    topic = line.question.removeprefix("由谁").rstrip("？")
    assert found_for(f"{topic}，怎么说的", held).versions == ()


def test_nearly_all_generated_lines_are_told_whole(held: Library) -> None:
    """The truth is known from the edits; what is missed is a line with a twin in its resolution."""
    asked = [*lines(changed=True), *lines(changed=False)]
    right = 0
    for line in asked:
        found = found_for(line.question, held)
        shown = [v.key for v in found.versions] or [p.paragraph.key for p in found.passages[:1]]
        right += shown == [keys[0] for keys in line.wordings.values()]
    assert len(asked) > 15
    assert right >= 0.8 * len(asked)
