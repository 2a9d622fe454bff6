from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from assistant.answering.deadline_phrases import when_name
from assistant.answering.phrases import own_words, phrase
from assistant.types import DueWindow, Lang
from eval.lexicon import plain
from eval.sentences import read_sentences

WINDOWS = [
    (DueWindow(first_session=76, last_session=76), "第七十六届会议", "at session 76"),
    (DueWindow(first_session=74, last_session=101), "第七十四届至第一百零一届会议",
     "at sessions 74 to 101"),
    (DueWindow(before=date(2025, 1, 1)), "2025年1月1日或以前", "on or before 2025-01-01"),
    (DueWindow(after=date(2025, 1, 1)), "2025年1月1日或以后", "on or after 2025-01-01"),
    (DueWindow(after=date(2026, 1, 1), before=date(2026, 12, 31)),
     "2026年1月1日至2026年12月31日", "from 2026-01-01 to 2026-12-31"),
    (DueWindow(recurring=True), "定期", "regularly"),
]  # fmt: skip


@pytest.mark.parametrize(("window", "zh", "en"), WINDOWS)
def test_a_window_is_said_in_words_that_the_checks_know(
    window: DueWindow, zh: str, en: str
) -> None:
    for lang, words in zip(get_args(Lang), (zh, en), strict=True):
        assert when_name(window.name, lang) == words
        where = "第75/45号决议" if lang == "zh" else "resolution 75/45"
        lead = phrase("due", lang, where=where, when=words, n=2)
        understood = phrase("due_understood", lang, said="今年", when=words)
        assert own_words(lead) == ("due", 2)
        assert own_words(understood) == ("due_understood", None)
        for sentence in (lead, understood):
            assert read_sentences(plain(sentence)) is not None


def test_nothing_but_a_window_may_be_said_there() -> None:
    for words in ("明天", "第七十六届会议之后", "2025年", "every day"):
        assert own_words(phrase("due", "zh", where="第75/45号决议", when=words, n=2)) is None
