"""What a reader sees of a resolution's text."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 320, "height": 640}}


def paragraph(page: Page, place: str) -> Locator:
    """The paragraph of a place, with its address."""
    return page.locator(f'[id="{place}"]')


def left_of_text(page: Page, place: str) -> float:
    """How far from the left the text of a paragraph begins, in pixels."""
    return float(
        paragraph(page, place)
        .locator(".versions > :first-child :is(p, h3, h4)")
        .first.evaluate("text => text.getBoundingClientRect().left")
    )


def scrolls_sideways(page: Page) -> bool:
    """Whether anything is wider than the screen."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


def watch_shifts(page: Page) -> None:
    """Notes from the next page on whatever moves without the reader having done anything."""
    page.add_init_script(
        """
        window.shifts = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) {
            if (!entry.hadRecentInput) window.shifts += entry.value;
          }
        }).observe({type: 'layout-shift', buffered: true});
        """
    )


def shifts(page: Page) -> float:
    """How much has moved since the page was opened: 0 is nothing, 0.1 is still called good."""
    page.wait_for_timeout(200)
    return float(page.evaluate("window.shifts"))
