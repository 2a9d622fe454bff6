"""What the papers say of language models is what the settings take."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.llm import prompts_of
from assistant.settings import PREFIX, Settings, load_settings

ROOT = Path(__file__).parents[1]
PAGES = ("llm.md", "llm.en.md")
_SETTING = re.compile(r"`(ASSISTANT_[A-Z_]+)=([^`]*)`")
_ROW = re.compile(r"^\| `(ASSISTANT_\w+)` \| (\S+) \|", re.MULTILINE)
SERVERS = ("Ollama", "vLLM", "llama.cpp", "LM Studio", "DeepSeek", "DashScope", "OpenAI")


def text(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def connections(page: str) -> list[dict[str, str]]:
    """The settings of each line that shows some: those of one way to connect a model."""
    lines = (dict(_SETTING.findall(line)) for line in text(page).splitlines())
    return [found for found in lines if len(found) > 1]


@pytest.mark.parametrize("page", PAGES)
def test_every_server_named_has_settings_that_are_taken(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = connections(page)
    assert len(shown) == len(SERVERS) + 1, "one for each server, and another integration"
    for server in SERVERS:
        assert re.search(rf"^\| .*{server}", text(page), re.MULTILINE), server
    for environ in shown:
        with monkeypatch.context() as patch:
            for name, value in environ.items():
                patch.setenv(name, value)
            settings = load_settings()
        assert settings.llm_url or settings.llm_class
        assert settings.llm_model or settings.llm_options


def test_both_languages_show_the_same_settings() -> None:
    chinese, english = (connections(page) for page in PAGES)
    assert chinese == english
    first, second = (_ROW.findall(text(page)) for page in PAGES)
    assert [name for name, _ in first] == [name for name, _ in second]


@pytest.mark.parametrize("page", PAGES)
def test_the_table_has_every_setting_of_the_model_with_its_default(page: str) -> None:
    rows = dict(_ROW.findall(text(page)))
    names = {name for name in Settings.model_fields if name.startswith("llm_")}
    assert {PREFIX + name.upper() for name in names} <= set(rows)
    for name, shown in rows.items():
        default = Settings.model_fields[name.removeprefix(PREFIX).lower()].get_default(
            call_default_factory=True
        )
        assert not isinstance(default, SecretStr)
        expected = {"无", "none"} if default is None else {json.dumps(default)}
        assert shown in expected, name


@pytest.mark.parametrize("page", PAGES)
def test_every_prompt_is_named(page: str) -> None:
    for name, _ in prompts_of(load_settings({})).prompts:
        assert f"`{name}`" in text(page)
