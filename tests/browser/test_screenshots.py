"""The pictures of the documents: that they can be taken, are all used, and stay small."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.conftest import PROJECT
from tests.browser.screenshots import IMAGES, SCALE, SHOTS, Shot, library, picture

ALL_BYTES = 1_500_000
SHOWN_IN = ("README.md", "README.en.md", "web/README.md")


def test_a_picture_can_be_taken_and_is_the_same_twice(browser: Browser, tmp_path: Path) -> None:
    library_shot = next(shot for shot in SHOTS if shot.name == "series")
    with library(tmp_path) as address:
        first = picture(browser, address, library_shot)
        assert picture(browser, address, library_shot) == first
    width, height = library_shot.size
    assert Image.open(BytesIO(first)).size == (width * SCALE, height * SCALE)


def test_every_picture_has_its_command_and_together_they_are_small() -> None:
    kept = sorted(IMAGES.iterdir())
    assert [file.name for file in kept] == sorted(f"{shot.name}.png" for shot in SHOTS)
    assert sum(file.stat().st_size for file in kept) < ALL_BYTES


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_every_picture_is_shown_somewhere(shot: Shot) -> None:
    shown = "".join((PROJECT / name).read_text("utf-8") for name in SHOWN_IN)
    assert re.search(rf"images/{shot.name}\.png\)", shown)
