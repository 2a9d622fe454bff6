"""How a question was read is shown, and put right without typing it again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.asking import DIRECTIVES, ask, chips, finished, quotations, status
from tests.browser.conftest import OpenPage

# The page's language, a question, what is taken out of it, and the name of its button.
TAKEN_OUT = {
    "zh-CN": (DIRECTIVES, "秘书长", "去掉“秘书长”，重新提问"),
    "en-US": (
        "What does resolution 75/45 ask the Secretary-General to do?",
        "Secretary-General",
        "Ask again without “Secretary-General”",
    ),
}
# … and what names the other reading's button and its paragraph.
OTHER_READING = {
    "zh-CN": ("75/45第3段", "序言", "序言"),
    "en-US": ("Show me paragraph 3 of 75/45", "preambular", "preamble"),
}


def understood(reply: Locator) -> Locator:
    """The line that says how a question was read."""
    return reply.locator(".understood")


def held_focus(page: Page) -> str:
    """The class of what has the keyboard's focus."""
    return str(page.evaluate("document.activeElement.className"))


@pytest.mark.parametrize("locale", TAKEN_OUT)
def test_a_part_is_taken_out_with_the_keyboard_and_the_conversation_goes_on(
    open_page: OpenPage, locale: str
) -> None:
    question, part, name = TAKEN_OUT[locale]
    page = open_page(locale=locale)
    first = quotations(ask(page, question)).count()

    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")
    expect(understood(page.locator(".reply"))).not_to_contain_text(part)
    reply = finished(page, 0)

    assert page.locator(".reply").count() == 1
    assert status(reply) == "answered"
    assert quotations(reply).count() > first
    assert "reply" in held_focus(page).split()
    following = ask(page, "72/31呢？")
    expect(understood(following)).to_contain_text("72/31")
    expect(understood(following)).not_to_contain_text(part)


@pytest.mark.parametrize("locale", OTHER_READING)
def test_the_other_reading_is_one_click_away(open_page: OpenPage, locale: str) -> None:
    question, name, part = OTHER_READING[locale]
    page = open_page(locale=locale)
    reply = ask(page, question)
    assert not any(part in chip for chip in chips(reply))

    understood(reply).get_by_role("button", name=name).click()
    expect(understood(page.locator(".reply"))).to_contain_text(part)
    reply = finished(page, 0)

    assert status(reply) == "answered"
    assert all(part in chip for chip in chips(reply))


def test_only_the_last_question_can_be_put_right(open_page: OpenPage) -> None:
    page = open_page()
    first = ask(page, DIRECTIVES)
    expect(understood(first).get_by_role("button")).not_to_have_count(0)

    ask(page, "会员国呢？")

    expect(understood(first).get_by_role("button")).to_have_count(0)


def test_a_question_keeps_the_only_thing_that_it_names(open_page: OpenPage) -> None:
    reply = ask(open_page(), "72/31讲什么")
    expect(understood(reply).get_by_role("button")).to_have_count(0)
