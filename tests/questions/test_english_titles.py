"""English questions call a resolution by a title that is held in Chinese."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.types import Summary


@pytest.mark.parametrize(
    ("question", "symbols"),
    [
        (
            "In what year was the resolution on the follow-up to the 2013 high-level meeting on "
            "nuclear disarmament adopted?",
            ("A/RES/75/45",),
        ),
        ("What does the resolution on multilateral nuclear disarmament negotiations decide?",
         ("A/RES/72/31",)),
        ("What does the resolution on nuclear disarmament decide?", ()),
        ("Is there a resolution on fisheries and hunger?", ()),
    ],
)  # fmt: skip
def test_the_one_title_that_has_the_words_is_meant(
    catalogue: tuple[Summary, ...], question: str, symbols: tuple[str, ...]
) -> None:
    assert understand(question, catalogue=catalogue).symbols == symbols


def test_a_session_may_be_named_by_its_figure(catalogue: tuple[Summary, ...]) -> None:
    question = understand("Which reports are due at session 76?", catalogue=catalogue)
    assert question.deadline_session == 76
