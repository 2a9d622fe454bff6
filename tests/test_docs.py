"""The documents name what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORMS = sorted((ROOT / "tests" / "parsing" / "forms").glob("*.txt"))


@pytest.mark.parametrize("page", ["forms.md", "forms.en.md"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_every_form_of_resolution_is_documented(form: Path, page: str) -> None:
    assert f"`{form.stem}`" in (ROOT / "docs" / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["forms.md", "forms.en.md"])
def test_the_modules_that_a_form_may_touch_exist(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for module in ("masthead_forms", "beginnings", "wording", "marks", "levels", "places"):
        assert f"`{module}`" in text
        assert (ROOT / "assistant" / "parsing" / f"{module}.py").is_file()
