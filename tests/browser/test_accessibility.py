"""axe on every screen, light and dark, wide and narrow, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.asking import DIRECTIVES, ask, quotations
from tests.browser.conftest import PROJECT, OpenPage

AXE = PROJECT / "web" / "node_modules" / "axe-core" / "axe.min.js"


def findings(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands."""
    page.evaluate(AXE.read_text())
    violations = page.evaluate("axe.run().then(result => result.violations)")
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in violations]


@pytest.mark.parametrize(
    ("width", "scheme", "locale"),
    [
        (1280, "light", "zh-CN"),
        (1280, "dark", "en-US"),
        (320, "light", "en-US"),
        (320, "dark", "zh-CN"),
    ],
)
def test_axe_finds_nothing_on_any_screen(
    open_page: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    page.locator(".suggestion").first.wait_for()
    assert findings(page) == []
    reply = ask(page, DIRECTIVES)
    ask(page, "第76/54号决议请秘书长做什么？")
    assert findings(page) == []
    quotations(reply).nth(2).locator("a.chip").click()
    page.locator("mark").first.wait_for()
    assert findings(page) == []
    page.goto("/resolutions")
    page.locator(".library li").first.wait_for()
    assert findings(page) == []
