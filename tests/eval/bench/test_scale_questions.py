"""What is asked of generated libraries, and how many paragraphs they have."""

from __future__ import annotations

from eval.bench.built import drawn, generated
from eval.bench.performance_words import KINDS, SORTS
from eval.bench.scale_questions import CONTENT, STRUCTURAL, kinds, typed

SOME = 400


def test_questions_of_every_kind_are_drawn_and_none_comes_twice() -> None:
    made = kinds(drawn(SOME), 3)
    asked = [text for kind in made for text in kind.questions]
    assert all(kind.questions for kind in made)
    assert len(asked) == len(set(asked))
    assert {kind.sort for kind in made} == {STRUCTURAL, CONTENT}


def test_every_kind_and_class_has_a_name_in_both_languages() -> None:
    made = (*kinds(drawn(SOME), 3), *typed(["禁止样例公约"], 3))
    assert {kind.name for kind in made} <= KINDS.keys()
    assert {kind.sort for kind in made} == SORTS.keys()


def test_as_many_resolutions_are_made_as_have_the_paragraphs_asked_for() -> None:
    counts = [
        sum(bool(p.text) and p.kind != "heading" for t in file.truths for p in t.paragraphs)
        for file in generated(SOME)
    ]
    assert sum(counts) >= SOME > sum(counts[:-1])
