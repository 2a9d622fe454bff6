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


def unfold_everything(page: Page) -> None:
    """Opens what is folded, so that it is judged too."""
    for summary in page.locator("summary").all():
        summary.press("Enter")
    for tag in page.locator("button.tag").all():
        tag.press("Enter")


SCREENS = pytest.mark.parametrize(
    ("width", "scheme", "locale"),
    [
        (1280, "light", "zh-CN"),
        (1280, "dark", "en-US"),
        (320, "light", "en-US"),
        (320, "dark", "zh-CN"),
    ],
)


@SCREENS
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


@SCREENS
def test_axe_finds_nothing_on_any_form_of_resolution(
    open_form: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_form(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    page.locator(".suggestion").first.wait_for()
    for path in (
        "/resolutions/A/RES/95/200?lang=en#ANNEX",
        "/resolutions/A/RES/95/200?lang=both#OP4",
        "/resolutions/A/RES/95/201#OP2",
        "/resolutions/A/RES/95/202#S2/OP1",
        "/resolutions/A/RES/95/204",
        "/resolutions/A/RES/95/100",
        "/resolutions/A/RES/95/52#PP2",
        "/resolutions/A/RES/92/245",
    ):
        page.goto(path)
        page.locator(".resolution").wait_for()
        unfold_everything(page)
        assert findings(page) == [], path


@SCREENS
def test_axe_finds_nothing_in_answers_with_doubts_and_two_languages(
    open_form: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_form(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    ask(page, "第95/201号决议请秘书长做什么？")
    ask(page, "第95/200号决议第3段")
    unfold_everything(page)
    assert findings(page) == []
