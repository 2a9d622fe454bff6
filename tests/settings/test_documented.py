"""The page on embedders and rerankers lists their settings, all of them and with their defaults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
_ROW = re.compile(r"^\| `(ASSISTANT_[A-Z_]+)` \| ([^|]*) \|", re.MULTILINE)


@pytest.mark.parametrize("page", ["embedders.md", "embedders.en.md"])
def test_every_setting_of_embedders_and_rerankers_is_documented_with_its_default(page: str) -> None:
    told = dict(_ROW.findall((ROOT / "docs" / page).read_text(encoding="utf-8")))
    names = {"无": None, "none": None, "空": "", "empty": ""}
    fields = {
        PREFIX + name.upper(): field.get_default(call_default_factory=True)
        for name, field in Settings.model_fields.items()
        if name.startswith(("embedder", "reranker"))
    }
    assert set(told) == set(fields)
    for name, default in fields.items():
        written = told[name]
        expected = f"{default:g}" if isinstance(default, float) else str(default)
        assert names.get(written, written) in (default, expected), name
