"""The page's strings: one language's are fetched, the other's when somebody chooses it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import switch_language
from tests.browser.conftest import Complaints, OpenPage

STRINGS = re.compile(r"/assets/(zh|en)-[^/]+\.js$")


def watch(page: Page) -> list[str]:
    """The languages whose strings the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda one: asked.extend(STRINGS.findall(one.url)))
    return asked


@pytest.mark.parametrize(("locale", "first", "other"), [("zh-CN", "zh", "en"), ("en", "en", "zh")])
def test_only_the_language_that_is_spoken_is_fetched(
    open_page: OpenPage, locale: str, first: str, other: str
) -> None:
    page = open_page("/about", locale=locale)
    page.locator("h1").wait_for()
    asked = watch(page)
    page.reload(wait_until="networkidle")
    assert asked == [first]
    before = page.locator("h1").inner_text()

    switch_language(page)

    expect(page.locator("h1")).not_to_have_text(before)
    assert asked == [first, other]
    # Chosen again it is there already.
    switch_language(page)
    expect(page.locator("h1")).to_have_text(before)
    assert asked == [first, other]


def test_a_language_that_cannot_be_fetched_leaves_the_one_before(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page("/about")
    heading = page.locator("h1")
    heading.wait_for()
    before = heading.inner_text()
    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        switch_language(page)
    expect(heading).to_have_text(before)
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"


def test_without_any_strings_the_page_says_so_in_both_languages(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page("/about")
    page.locator("h1").wait_for()
    page.route(STRINGS, lambda route: route.abort())
    page.reload()
    expect(page.locator("#root")).to_contain_text("请重新载入")
    expect(page.locator("#root")).to_contain_text("please reload it")
    complaints[:] = [said for said in complaints if "dynamically imported module" not in said]
