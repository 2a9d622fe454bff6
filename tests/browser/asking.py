"""What a reader does on the page, and what they see of an answer."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

DIRECTIVES = "第75/45号决议请秘书长做什么？"


def question_box(page: Page) -> Locator:
    """The box to ask in."""
    return page.locator("#question")


def ask(page: Page, question: str) -> Locator:
    """Asks, waits for the end of the answer, and returns the reply."""
    before = page.locator(".reply").count()
    question_box(page).fill(question)
    question_box(page).press("Enter")
    return finished(page, before)


def switch_language(page: Page) -> None:
    """Changes the page's language, in the menu where there is no column of navigation."""
    menu = page.locator(".top button").first
    if menu.is_visible():
        menu.click()
    page.locator(".preferences button").click()
    if menu.is_visible():
        page.keyboard.press("Escape")


def finished(page: Page, index: int) -> Locator:
    """The reply of that index, once it is complete."""
    reply = page.locator(".reply").nth(index)
    reply.locator(".afterwards").wait_for()
    return reply


def status(reply: Locator) -> str | None:
    """The status of a finished answer."""
    return reply.get_attribute("data-status")


def quotations(reply: Locator) -> Locator:
    """The sentences that quote."""
    return reply.locator(".statement.is-quote")


def chips(within: Locator) -> list[str]:
    """The citation chips as read."""
    return within.locator("a.chip").all_inner_texts()


def quoted_words(sentence: Locator) -> str:
    """The words of the source in a sentence, set in its type."""
    return "".join(sentence.locator(".words").all_inner_texts())


def marked_words(page: Page, place: str) -> str:
    """The marked words of a paragraph in the reader, footnote marks left out."""
    marks = page.locator(f'[id="{place}"] mark')
    marks.first.wait_for()
    return "".join(marks.all_inner_texts())


def in_view(element: Locator) -> bool:
    """Whether an element lies within what its scrolling parent shows."""
    return bool(
        element.evaluate(
            """element => {
              const box = element.getBoundingClientRect();
              const frame = element.closest('.side-body').getBoundingClientRect();
              return box.bottom > frame.top && box.top < frame.bottom;
            }"""
        )
    )


def focused_id(page: Page) -> str:
    """The id of what has the keyboard's focus."""
    return str(page.evaluate("document.activeElement.id"))


def rest_on(page: Page, target: Locator) -> None:
    """Brings the pointer to something from elsewhere, and moves on it as a hand does.

    Cards do not open for a pointer below which the page was scrolled, and ``hover`` scrolls.
    """
    page.mouse.move(2, 2)
    target.hover()
    box = target.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2 + 1, box["y"] + box["height"] / 2)
