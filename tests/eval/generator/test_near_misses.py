"""Near misses: refused, and their twins answered, over generated resolutions and the real ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.service import Assistant
from assistant.settings import load_settings
from eval.generator import Truth, resolutions
from eval.generator.__main__ import write
from eval.generator.near_misses import NearMiss, near_misses, read_truth
from eval.judge import cited_keys, refused

SEED, COUNT = 19, 8


def truths() -> list[Truth]:
    return [t for file in resolutions(SEED, COUNT, forms=("modern",)) for t in file.truths]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = tmp_path_factory.mktemp("near-texts")
    write(texts, SEED, COUNT, ("modern",), ("zh",))
    folder = tmp_path_factory.mktemp("near-library")
    environ = {"ASSISTANT_SAMPLE_LIBRARY": "false"}
    with Library.open(load_settings(environ, data_dir=folder, embedder="hashing")) as library:
        ingest(library, sorted(texts.glob("*.txt")))
        yield Assistant(library, library.settings)


def pairs(truth: Truth, assistant: Assistant) -> tuple[NearMiss, ...]:
    return near_misses(truth, [summary.symbol for summary in assistant.resolutions()])


def wrong(made: tuple[NearMiss, ...], assistant: Assistant) -> list[str]:
    """Near misses that are answered, and twins that are refused or answered by other paragraphs."""
    accepted = [p.miss.question for p in made if not refused(assistant.ask(p.miss.question))]
    for pair in made:
        answer = assistant.ask(pair.twin.question)
        cited = set(cited_keys(answer))
        if refused(answer) or not all(set(group) & cited for group in pair.twin.groups):
            accepted.append(pair.twin.question)
    return accepted


def test_near_misses_of_the_real_texts_are_refused_and_their_twins_answered(
    assistant: Assistant,
) -> None:
    for summary in assistant.resolutions():
        made = pairs(read_truth(assistant.read(summary.symbol)), assistant)
        assert len({pair.slot for pair in made}) > 12
        assert wrong(made, assistant) == []


def test_near_misses_of_generated_texts_are_refused_and_their_twins_answered(
    generated: Assistant,
) -> None:
    made = tuple(pair for truth in truths() for pair in pairs(truth, generated))
    assert len(made) > 80
    assert wrong(made, generated) == []


def test_a_near_miss_differs_from_its_twin_in_one_place_only() -> None:
    for truth in truths():
        for pair in near_misses(truth, [truth.symbol]):
            miss, twin = pair.miss.question, pair.twin.question
            ahead = next(i for i, (a, b) in enumerate(zip(miss, twin, strict=False)) if a != b)
            behind = next(
                i for i, (a, b) in enumerate(zip(miss[::-1], twin[::-1], strict=False)) if a != b
            )
            shorter = min(len(miss), len(twin))
            assert ahead + behind >= shorter - 12, (miss, twin)


def test_a_twin_is_answered_and_a_miss_is_not_by_their_gold() -> None:
    for truth in truths():
        for pair in near_misses(truth, [truth.symbol]):
            assert pair.twin.expects_answer
            assert not pair.miss.expects_answer
