"""The shipped gold questions over the libraries they are asked of, as parsed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Quote
from eval.dummies import Oracle
from eval.gold import LIBRARIES, GoldItem, load_gold
from eval.leakage import item_leaks
from eval.libraries import FORMS, generated_files, generated_steps, generated_truths
from eval.queries import resolved
from eval.selftest import ranked_rightly, spoil, try_dummies
from eval.spans import acts, cut
from eval.subject import Truth
from eval.trial import try_all

Asked = tuple[Truth, tuple[GoldItem, ...]]


def files_of(library: str, sample_files: tuple[Path, ...]) -> list[File]:
    if library == "generated":
        chinese = (f for f in generated_files() if f.truths[0].lang == "zh")
        return [File(f.name, f.text.encode()) for f in chinese]
    paths = sample_files if library == "samples" else sorted(FORMS.glob("*.txt"))
    return [File.at(path) for path in paths]


@pytest.fixture(scope="module")
def shipped(sample_files: tuple[Path, Path]) -> dict[str, Asked]:
    items = resolved(load_gold(), generated_truths(), generated_steps())
    truths = {
        name: Truth.of(
            r for file in files_of(name, sample_files) for r in parse(read_document(file))
        )
        for name in LIBRARIES
    }
    return {name: (truths[name], tuple(i for i in items if i.library == name)) for name in truths}


def test_no_question_copies_its_paragraphs(shipped: dict[str, Asked]) -> None:
    asked = [(item, truth) for truth, items in shipped.values() for item in items]
    assert [leak for item, truth in asked for leak in item_leaks(item, truth)] == []


def test_no_question_is_stale(shipped: dict[str, Asked]) -> None:
    for truth, items in shipped.values():
        assert {item.id: truth.stale(item) for item in items if truth.stale(item)} == {}


def test_every_paragraph_that_is_not_computed_carries_its_fingerprint(
    shipped: dict[str, Asked],
) -> None:
    for name in ("samples", "forms"):
        _, items = shipped[name]
        assert [item.id for item in items if item.keys - set(item.text_sha)] == []


def test_the_dummies_rank_on_the_shipped_questions(shipped: dict[str, Asked]) -> None:
    assert ranked_rightly(try_dummies([shipped["samples"], shipped["forms"]]))


@pytest.mark.parametrize("library", LIBRARIES)
def test_spoilt_answers_are_caught(library: str, shipped: dict[str, Asked]) -> None:
    truth, items = shipped[library]
    some = items[::4]
    trials = try_all(Oracle(truth, items), truth, some, reword=False, tick=lambda *_: None)
    caught = spoil(trials, truth)
    assert caught.measure.n > 300
    assert caught.measure.value >= 0.99, caught.escaped
    assert caught.untouched_blamed == ()


def test_two_independent_rules_agree_on_where_the_acts_are(shipped: dict[str, Asked]) -> None:
    """The judge's rule and the parser's are written apart: where they differ, one is wrong."""
    truth, _ = shipped["samples"]
    for paragraph in truth.paragraphs.values():
        if paragraph.clauses:
            assert len(paragraph.clauses) == len(acts(paragraph.text)), paragraph.key
        for clause in paragraph.clauses:
            assert cut(paragraph, Quote(1, clause.span.start, clause.span.end)) is None
