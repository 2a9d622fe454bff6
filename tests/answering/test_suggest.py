"""Questions that can be asked next."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant.answering.suggest import MOST, suggestions
from assistant.library.library import Library
from assistant.questions import understand
from assistant.service import Assistant
from assistant.types import Lang, Resolution, Summary


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("symbol", ["A/RES/72/31", "A/RES/75/45"])
@pytest.mark.parametrize(
    "text", ["75/45请秘书长做什么", "75/45决定了什么", "75/45什么时候通过的", "天气怎么样"]
)
def test_suggestions_are_few_fresh_and_answered(
    assistant: Assistant, symbol: str, text: str, lang: Lang
) -> None:
    question = understand(text, catalogue=assistant.resolutions())
    made = suggestions(question, [assistant.read(symbol)], lang)
    assert 1 <= len(made) <= MOST
    assert len(set(made)) == len(made)
    assert text not in made
    for suggestion in made:
        answer = assistant.ask(suggestion)
        assert answer.status == "answered", suggestion
        assert answer.lang == lang
        assert {citation.symbol for citation in answer.citations} == {symbol}


def test_the_question_just_asked_is_not_suggested(
    sample_library: Library, catalogue: tuple[Summary, ...]
) -> None:
    later = sample_library.records.read("A/RES/75/45")
    first = suggestions(understand("天气", catalogue=catalogue), [later], "zh")
    again = suggestions(understand(first[0], catalogue=catalogue), [later], "zh")
    assert first[0] not in again


def test_without_resolutions_nothing_is_suggested(catalogue: tuple[Summary, ...]) -> None:
    assert suggestions(understand("天气", catalogue=catalogue), [], "zh") == ()


def test_english_suggestions_hold_no_chinese(
    sample_library: Library, catalogue: tuple[Summary, ...]
) -> None:
    later = sample_library.records.read("A/RES/75/45")
    for text in suggestions(understand("weather", catalogue=catalogue), [later], "en"):
        assert not re.search(r"[㐀-鿿]", text)


def test_no_more_resolutions_are_looked_at_than_it_takes(
    sample_library: Library, catalogue: tuple[Summary, ...]
) -> None:
    read: list[str] = []

    def reading() -> Iterator[Resolution]:
        for symbol in ("A/RES/75/45", "A/RES/72/31"):
            read.append(symbol)
            yield sample_library.records.read(symbol)

    question = understand("天气", catalogue=catalogue)
    lazily = suggestions(question, reading(), "zh")
    assert read == ["A/RES/75/45"]
    assert lazily == suggestions(question, list(reading()), "zh")
