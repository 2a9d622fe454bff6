from __future__ import annotations

import pytest

from assistant.server.languages import reader_language
from assistant.types import Lang


@pytest.mark.parametrize(
    ("asked", "header", "lang"),
    [
        (None, None, "zh"),
        (None, "", "zh"),
        (None, "fr", "zh"),
        (None, "*", "zh"),
        (None, "en", "en"),
        (None, "EN-us", "en"),
        (None, "zh-TW", "zh"),
        (None, "en;q=0.5, zh-CN;q=0.9", "zh"),
        (None, "fr, en;q=0.8, zh;q=0.7", "en"),
        (None, "en;q=0", "zh"),
        (None, "en;q=nonsense", "zh"),
        (None, "english", "zh"),
        ("zh", "en", "zh"),
        ("en", "zh", "en"),
        (["en"], "zh", "zh"),
        ("fr", "en", "en"),
    ],
)
def test_the_reader_gets_the_language_asked_for_else_the_preferred_one_else_chinese(
    asked: object, header: str | None, lang: Lang
) -> None:
    assert reader_language(asked, header) == lang
