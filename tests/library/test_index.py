from __future__ import annotations

import pytest

from assistant.library.index import best, check_count


def test_the_best_come_first_and_equals_by_key() -> None:
    scored = [("b", 1.0), ("c", 2.0), ("a", 1.0), ("d", 0.5)]
    assert best(scored, 3) == [("c", 2.0), ("a", 1.0), ("b", 1.0)]


def test_a_wrong_count_is_an_error() -> None:
    check_count(3, 3)
    with pytest.raises(ValueError, match="2 paragraphs instead of 3"):
        check_count(2, 3)
