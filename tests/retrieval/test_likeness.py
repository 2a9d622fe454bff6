"""Both indexes asked for what is like a question."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import cast

import pytest

from assistant.library.library import Library
from assistant.retrieval.likeness import COUNTERPARTS, DENSE, likeness

Hits = list[tuple[str, float]]


@dataclass
class _Index:
    hits: Hits
    asked: list[tuple[str, int, Collection[str] | None]] = field(default_factory=list)

    def search(self, query: str, limit: int, keys: Collection[str] | None = None) -> Hits:
        self.asked.append((query, limit, keys))
        return self.hits[:limit]


@dataclass
class _Library:
    dense: _Index
    lexical: _Index


def _library(dense: Hits, lexical: Hits) -> tuple[Library, _Library]:
    fake = _Library(_Index(dense), _Index(lexical))
    return cast(Library, fake), fake


def test_a_question_in_chinese_asks_both_indexes() -> None:
    library, _ = _library([("a", 0.9), ("b", 0.8)], [("b", 9.0), ("c", 3.0)])
    assert likeness("核裁军", library).scores == pytest.approx(
        {"a": DENSE, "b": 1 - DENSE, "c": 0.0}
    )


def test_a_question_without_chinese_asks_the_lexical_index_by_its_counterparts() -> None:
    library, fake = _library([("a", 0.9), ("b", 0.8)], [("b", 9.0), ("c", 1.0)])
    scores = likeness("nuclear disarmament since 2020", library).scores
    assert scores == pytest.approx({"a": 1 - COUNTERPARTS, "b": COUNTERPARTS, "c": 0.0})
    assert fake.lexical.asked[0][0] == "核裁军 2020"


def test_a_question_that_has_no_counterparts_is_left_to_the_dense_index() -> None:
    library, _ = _library([("a", 0.9), ("b", 0.8)], [])
    assert likeness("who won the game", library).scores == {"a": 1.0, "b": 0.0}


def test_both_indexes_are_restricted_to_the_same_paragraphs() -> None:
    library, fake = _library([("a", 0.9)], [("a", 9.0)])
    likeness("核裁军", library, ["a"])
    assert fake.dense.asked == fake.lexical.asked
    assert fake.dense.asked[0][2] == ["a"]


def test_agreed_is_what_every_index_asked_with_the_words_has_among_its_best_three() -> None:
    dense: Hits = [("a", 5.0), ("b", 4.0), ("c", 3.0), ("d", 2.0)]
    lexical: Hits = [("d", 5.0), ("c", 4.0), ("e", 3.0), ("a", 2.0)]
    library, _ = _library(dense, lexical)
    assert likeness("核裁军", library).agreed == {"c"}
    assert likeness("disarmament", library).agreed == {"a", "b", "c"}


def test_the_best_comes_first() -> None:
    library, _ = _library([("a", 0.9), ("b", 0.8)], [("b", 9.0), ("a", 1.0)])
    assert list(likeness("核裁军", library).scores) == ["a", "b"]


def test_nothing_found_is_nothing_like_it() -> None:
    library, _ = _library([], [])
    assert likeness("核裁军", library).scores == {}
