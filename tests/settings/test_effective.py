"""What is shown of the settings in use: all of them, and no secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import Settings, load_settings
from assistant.settings.effective import effective

HIDDEN = "s3cret-of-a-test-0123456789"


def shown(**given: object) -> dict[str, str | None]:
    return {one.name: one.value for one in effective(load_settings({}, **given))}


def test_every_setting_is_shown_and_what_is_set_is_told_apart() -> None:
    found = tuple(effective(load_settings({"ASSISTANT_PORT": "9000"})))
    assert len(found) == len(Settings.model_fields)
    assert [one.name for one in found if one.is_set] == ["ASSISTANT_PORT"]


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("upload_key", HIDDEN, "***"),
        ("llm_key", HIDDEN, "***"),
        ("records_url", f"postgresql://me:{HIDDEN}@db/un", "postgresql://***@db/un"),
        ("records_url", f"postgresql://db/un?password={HIDDEN}", "postgresql://db/un?***"),
        ("rate_limit_storage", f"redis://:{HIDDEN}@cache:6379", "redis://***@cache:6379"),
        ("embedder_options", {"api_key": HIDDEN}, '{"api_key": "***"}'),
    ],
)
def test_no_secret_is_shown(name: str, value: object, kept: str) -> None:
    found = shown(**{name: value})
    assert found["ASSISTANT_" + name.upper()] == kept
    assert not any(HIDDEN in (one or "") for one in found.values())


def test_what_is_shown_sets_the_same_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(
        {}, data_dir=tmp_path, port=9000, cors_origins=["https://example.org"], drain_seconds=2.5
    )
    for one in effective(settings):
        monkeypatch.setenv(one.name, one.value or "")
    assert load_settings().model_dump() == settings.model_dump()
