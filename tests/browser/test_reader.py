"""Reading: the resolution beside the conversation, and every paragraph's own address."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.asking import DIRECTIVES, ask, in_view, marked_words, quotations, quoted_words
from tests.browser.conftest import Complaints, OpenPage
from tests.browser.reading import PHONE, scrolls_sideways


def test_an_address_opens_at_its_paragraph(open_page: OpenPage) -> None:
    page = open_page("/resolutions/A/RES/75/45#OP13")

    paragraph = page.locator("#OP13")
    expect(paragraph).to_be_focused()
    expect(paragraph).to_contain_text("13.")
    expect(paragraph).to_contain_text("征求会员国的意见")
    assert in_view(paragraph)
    assert page.locator("mark").count() == 0


def test_a_resolution_is_shown_whole_and_in_order(open_page: OpenPage) -> None:
    page = open_page("/resolutions/A/RES/75/45")
    page.locator("#OP15").wait_for()

    places = page.locator(".paragraph").evaluate_all("all => all.map(one => one.id)")

    assert places == [
        "META",
        *(f"PP{n}" for n in range(1, 17)),
        *(f"OP{n}" for n in range(1, 16)),
        "END",
        *(f"FN{n}" for n in range(1, 5)),
    ]


def test_a_footnote_is_one_click_away_and_leads_back(open_page: OpenPage) -> None:
    page = open_page("/resolutions/A/RES/75/45")
    page.get_by_role("link", name="脚注3", exact=True).click()
    expect(page.locator("#FN3")).to_be_focused()
    expect(page.locator("#FN3")).to_contain_text("A/CONF.229/2017/8")

    page.locator("#FN3 .note-mark a").click()

    expect(page.locator("#PP12")).to_be_focused()


def test_going_back_brings_the_marks_of_the_citation_before(open_page: OpenPage) -> None:
    page = open_page()
    sentences = quotations(ask(page, DIRECTIVES))
    sentences.nth(0).locator("a.chip").click()
    first = marked_words(page, "OP6")
    sentences.nth(3).locator("a.chip").click()
    marked_words(page, "OP14")

    page.go_back()

    assert marked_words(page, "OP6") == first == quoted_words(sentences.nth(0))
    expect(page.locator("#OP14 mark")).to_have_count(0)


def test_the_library_lists_what_can_be_opened(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("navigation").get_by_role("link", name="文库").click()
    expect(page.locator(".library li")).to_have_count(2)

    page.get_by_role("link", name="A/RES/72/31").click()

    expect(page.get_by_role("heading", name="第72/31号决议").first).to_be_visible()
    expect(page.locator("#OP16")).to_be_attached()


def test_a_resolution_that_is_not_there_is_refused_in_words(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page("/resolutions/A/RES/76/54#OP1")

    expect(page.get_by_role("alert")).to_contain_text("A/RES/76/54")


def test_a_paragraph_that_is_not_there_is_said_to_be_missing(open_page: OpenPage) -> None:
    page = open_page("/resolutions/A/RES/75/45#OP16")

    expect(page.locator(".side [role=status]")).to_have_text("这份决议没有执行部分第16段。")


def test_an_unknown_address_leads_home(open_page: OpenPage) -> None:
    page = open_page("/resolutions")
    page.evaluate("history.pushState(null, '', '/somewhere')")

    page.get_by_role("link", name="回到提问").click()

    expect(page.locator(".side")).to_have_count(0)


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_a_phone_never_scrolls_sideways(open_page: OpenPage, locale: str) -> None:
    page = open_page(locale=locale, **PHONE)
    page.locator(".suggestion").first.wait_for()
    assert not scrolls_sideways(page)
    reply = ask(page, "比较72/31和75/45对秘书长的要求")
    assert not scrolls_sideways(page)
    quotations(reply).first.locator("a.chip").first.click()
    page.locator(".paragraph.is-current").wait_for()
    assert not scrolls_sideways(page)
    page.goto("/resolutions")
    page.locator(".library li").first.wait_for()
    assert not scrolls_sideways(page)


def test_on_a_phone_the_resolution_takes_the_page_and_gives_it_back(open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    chip = quotations(ask(page, DIRECTIVES)).nth(2).locator("a.chip")
    chip.click()
    expect(page.locator("#OP13")).to_be_in_viewport()
    expect(page.locator("main")).not_to_be_visible()

    page.get_by_role("button", name="返回").click()

    expect(chip).to_be_visible()
    expect(chip).to_be_focused()


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_page_follows_the_colour_scheme(open_page: OpenPage, scheme: str, dark: bool) -> None:
    page = open_page(color_scheme=scheme)
    page.locator("h1").wait_for()

    red = page.evaluate(
        "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/)[0]"
    )

    assert (int(red) < 100) is dark
