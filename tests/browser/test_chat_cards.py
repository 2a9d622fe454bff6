"""The card of a citation: the paragraph where the sentence stands, by pointer and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.asking import DIRECTIVES, ask, quotations, quoted_words, rest_on
from tests.browser.conftest import OpenPage
from tests.browser.test_accessibility import SCREENS, findings

ENGLISH = "What does resolution 75/45 ask the Secretary-General to do?"


def card(page: Page) -> Locator:
    """What shows the paragraph of the chip that it stands at."""
    return page.locator(".citation-card")


@pytest.mark.parametrize(
    ("locale", "question", "label"),
    [("zh-CN", DIRECTIVES, "75/45 第13段"), ("en-GB", ENGLISH, "75/45, para. 13")],
)
def test_the_pointer_shows_the_paragraph_with_the_quoted_words_marked(
    open_page: OpenPage, locale: str, question: str, label: str
) -> None:
    page = open_page(locale=locale)
    sentence = quotations(ask(page, question)).nth(2)

    rest_on(page, sentence.locator("a.chip"))

    expect(card(page).locator(".card-label")).to_have_text(label)
    expect(card(page).locator("mark").first).to_be_visible()
    assert "".join(card(page).locator("mark").all_inner_texts()) == quoted_words(sentence)
    # The paragraph says more than the sentence quotes.
    assert len(card(page).locator(".card-text").inner_text()) > len(quoted_words(sentence))


def test_the_card_stays_while_the_pointer_is_on_it_and_goes_after(open_page: OpenPage) -> None:
    page = open_page()
    chip = quotations(ask(page, DIRECTIVES)).first.locator("a.chip")
    rest_on(page, chip)
    expect(card(page)).to_be_visible()

    card(page).hover()
    page.wait_for_timeout(700)  # longer than it takes to go when the pointer has left
    expect(card(page)).to_be_visible()

    page.mouse.move(2, 2, steps=5)
    expect(card(page)).to_have_count(0)


def test_the_keyboard_shows_it_too_and_it_is_read_with_the_chip(open_page: OpenPage) -> None:
    page = open_page()
    chips = ask(page, DIRECTIVES).locator(".is-quote a.chip")
    page.keyboard.press("Tab")
    chips.nth(1).focus()
    expect(card(page)).to_contain_text("请秘书长继续更新平台")
    described = chips.nth(1).get_attribute("aria-describedby")
    assert described is not None
    assert page.locator(f'[id="{described}"]').inner_text() == card(page).inner_text()

    page.keyboard.press("Tab")

    expect(chips.nth(2)).to_be_focused()
    expect(card(page)).to_contain_text("征求会员国的意见")
    assert chips.nth(1).get_attribute("aria-describedby") is None
    page.mouse.move(600, 400, steps=5)  # a pointer that moves elsewhere takes nothing away
    page.wait_for_timeout(700)
    expect(card(page)).to_be_visible()


def test_escape_takes_the_card_away_and_nothing_else(open_page: OpenPage) -> None:
    page = open_page()
    sentences = quotations(ask(page, DIRECTIVES))
    sentences.first.locator("a.chip").click()
    page.locator(".side").wait_for()
    page.keyboard.press("Tab")
    chip = sentences.nth(3).locator("a.chip")
    chip.focus()
    expect(card(page)).to_be_visible()

    page.keyboard.press("Escape")

    expect(card(page)).to_have_count(0)
    expect(chip).to_be_focused()
    expect(page.locator(".side")).to_be_visible()


def test_escape_works_where_the_pointer_shows_it_and_the_focus_is_elsewhere(
    open_page: OpenPage,
) -> None:
    page = open_page()
    chip = quotations(ask(page, DIRECTIVES)).first.locator("a.chip")
    page.locator("#question").fill("还没有问完")
    rest_on(page, chip)
    expect(card(page)).to_be_visible()

    page.keyboard.press("Escape")

    expect(card(page)).to_have_count(0)
    expect(page.locator("#question")).to_have_value("还没有问完")


def test_a_click_opens_the_paragraph_and_leaves_no_card_behind(open_page: OpenPage) -> None:
    page = open_page()
    chip = quotations(ask(page, DIRECTIVES)).nth(2).locator("a.chip")
    rest_on(page, chip)
    expect(card(page)).to_be_visible()

    chip.click()

    expect(page.locator("#OP13")).to_be_focused()
    expect(card(page)).to_have_count(0)


@SCREENS
def test_axe_finds_nothing_in_a_card_and_it_stays_on_the_page(
    open_page: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_page(viewport={"width": width, "height": 640}, color_scheme=scheme, locale=locale)
    chip = quotations(ask(page, DIRECTIVES)).nth(1).locator("a.chip")
    page.keyboard.press("Tab")
    chip.focus()
    expect(card(page)).to_be_visible()

    assert findings(page) == []
    box = card(page).bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") == width
