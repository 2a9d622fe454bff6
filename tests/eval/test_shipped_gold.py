"""The shipped gold questions over the two real resolutions, as parsed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Quote
from eval.dummies import Oracle
from eval.gold import GoldItem, load_gold
from eval.leakage import item_leaks
from eval.selftest import ranked_rightly, spoil, try_dummies
from eval.spans import acts, cut
from eval.subject import Truth
from eval.trial import try_all


@pytest.fixture(scope="module")
def shipped(sample_files: tuple[Path, Path]) -> tuple[Truth, tuple[GoldItem, ...]]:
    truth = Truth.of(parse(read_document(File.at(path)))[0] for path in sample_files)
    return truth, load_gold()


def test_no_question_copies_its_paragraphs(shipped: tuple[Truth, tuple[GoldItem, ...]]) -> None:
    truth, items = shipped
    assert [leak for item in items for leak in item_leaks(item, truth)] == []


def test_no_question_is_stale(shipped: tuple[Truth, tuple[GoldItem, ...]]) -> None:
    truth, items = shipped
    assert {item.id: truth.stale(item) for item in items if truth.stale(item)} == {}


def test_the_dummies_rank_on_the_real_questions(
    shipped: tuple[Truth, tuple[GoldItem, ...]],
) -> None:
    assert ranked_rightly(try_dummies(*shipped))


def test_spoilt_answers_about_real_paragraphs_are_caught(
    shipped: tuple[Truth, tuple[GoldItem, ...]],
) -> None:
    truth, items = shipped
    trials = try_all(Oracle(truth, items), truth, items[::4], reword=False, tick=lambda *_: None)
    caught = spoil(trials, truth)
    assert caught.measure.n > 1000
    assert caught.measure.value >= 0.99, caught.escaped
    assert caught.untouched_blamed == ()


def test_two_independent_rules_agree_on_where_the_acts_are(
    shipped: tuple[Truth, tuple[GoldItem, ...]],
) -> None:
    """The judge's rule and the parser's are written apart: where they differ, one is wrong."""
    truth, _ = shipped
    for paragraph in truth.paragraphs.values():
        if paragraph.clauses:
            assert len(paragraph.clauses) == len(acts(paragraph.text)), paragraph.key
        for clause in paragraph.clauses:
            assert cut(paragraph, Quote(1, clause.span.start, clause.span.end)) is None
