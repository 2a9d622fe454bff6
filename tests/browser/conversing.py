"""What a reader does with the conversations kept, on a laptop and on a phone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
NARROWEST: dict[str, Any] = {"viewport": {"width": 320, "height": 640}}
# Both languages and both layouts; all four pairs would find nothing that these two do not.
EVERYWHERE = pytest.mark.parametrize(
    ("locale", "screen"),
    [("zh-CN", DESKTOP), ("en-US", NARROWEST)],
    ids=["zh desktop", "en narrowest"],
)


def list_of_conversations(page: Page) -> Locator:
    """The list, in the column or in a phone's menu."""
    menu = page.locator(".top button[aria-haspopup=dialog]")
    if menu.count() > 0 and page.locator(".drawer").count() == 0:
        menu.click()
    shown = page.locator(".kept-list")
    shown.wait_for()
    return shown


def titles(shown: Locator) -> list[str]:
    """The conversations in the order they are listed."""
    shown.locator(".kept-title").first.wait_for()
    return shown.locator(".kept-title").all_inner_texts()


def choose(page: Page, shown: Locator, index: int, item: int) -> None:
    """Presses an item of a conversation's menu with the keyboard alone."""
    shown.locator(".kept-more").nth(index).focus()
    page.keyboard.press("Enter")
    page.locator(".menu-item[data-active-item]").wait_for()
    for _ in range(item):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


RENAME, MARKDOWN, JSON, WORD, DELETE = range(5)


def holding(held: list[Route]) -> Callable[[Route], None]:
    """Lets requests wait in that list. (Playwright cannot take a list's own method as handler.)"""

    def hold(route: Route) -> None:
        held.append(route)

    return hold


def first_held(page: Page, held: list[Route]) -> Route:
    """The first request that waits there; it may come after what the page says of it."""
    until = time.monotonic() + 10
    while not held and time.monotonic() < until:
        page.wait_for_timeout(20)  # the page's requests are told to us while we wait
    return held[0]
