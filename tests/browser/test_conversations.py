"""Conversations are kept: listed, found, renamed, opened again, taken along, deleted."""

from __future__ import annotations

import json
import re
import zipfile
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.asking import DIRECTIVES, ask, question_box, status
from tests.browser.conftest import Complaints, OpenPage
from tests.browser.conversing import (
    DELETE,
    DESKTOP,
    EVERYWHERE,
    JSON,
    MARKDOWN,
    PHONE,
    RENAME,
    WORD,
    choose,
    first_held,
    holding,
    list_of_conversations,
    titles,
)
from tests.browser.reading import scrolls_sideways
from tests.browser.test_accessibility import SCREENS, findings

ADOPTED = "第72/31号决议是哪一天通过的？"
NAMED = re.compile(r"/conversations/[0-9a-f]{32}$")
HOSTILE = '<img src=x onerror="document.title=1">\u202e\u2066彻底裁军' + "长" * 120


def begin(page: Page, *questions: str) -> None:
    """A conversation of its own with these questions."""
    page.goto("/")
    for question in questions:
        ask(page, question)
    expect(page).to_have_url(NAMED)


def wait_until_gone(page: Page, address: str) -> None:
    """Until the server knows the conversation of that address no more."""
    kept = address.replace("/conversations/", "/api/v1/conversations/")
    for _ in range(50):
        if page.request.get(kept).status == HTTPStatus.NOT_FOUND:
            return
        page.wait_for_timeout(100)
    pytest.fail("The conversation is still there")


@EVERYWHERE
def test_a_conversation_has_an_address_and_goes_on_after_a_reload(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page(locale=locale, **screen)
    begin(page, DIRECTIVES, ADOPTED)
    address = page.url

    page.reload()

    expect(page.locator(".asked h2")).to_have_count(2)
    expect(page.locator(".reply")).to_have_count(2)
    assert DIRECTIVES in page.title()
    assert status(ask(page, "第75/45号决议第14段")) == "answered"
    expect(page.locator(".reply")).to_have_count(3)
    assert page.url == address
    assert not scrolls_sideways(page)


@EVERYWHERE
def test_the_list_opens_what_was_asked_the_latest_first(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page(locale=locale, **screen)
    begin(page, DIRECTIVES)
    begin(page, ADOPTED)
    shown = list_of_conversations(page)
    assert titles(shown) == [ADOPTED, DIRECTIVES]
    expect(shown.locator("[aria-current=page]")).to_have_text(ADOPTED)
    today = "今天" if locale == "zh-CN" else "today"
    expect(shown.get_by_role("region", name=today)).to_be_visible()

    shown.get_by_role("link", name=DIRECTIVES).click()

    expect(page.locator(".asked h2")).to_contain_text(DIRECTIVES)
    expect(page.locator(".drawer")).to_have_count(0)
    assert not scrolls_sideways(page)


def test_going_back_leads_through_the_conversations(open_page: OpenPage) -> None:
    page = open_page()
    begin(page, DIRECTIVES)
    first = page.url
    page.locator(".wordmark").first.click()
    expect(page.locator(".suggestion").first).to_be_visible()
    expect(page.locator(".asked")).to_have_count(0)
    ask(page, ADOPTED)
    expect(page).to_have_url(NAMED)

    page.go_back()

    expect(page).to_have_url(first)
    expect(page.locator(".asked h2")).to_contain_text(DIRECTIVES)
    page.go_forward()
    expect(page.locator(".asked h2")).to_contain_text(ADOPTED)


@EVERYWHERE
def test_conversations_are_found_by_the_words_of_their_answers(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page(locale=locale, **screen)
    begin(page, DIRECTIVES)
    begin(page, ADOPTED)
    shown = list_of_conversations(page)
    box = shown.get_by_role("searchbox")

    box.fill("第七十六届会议")
    expect(shown.locator(".kept-title")).to_have_text([DIRECTIVES])
    box.fill("没有人问过的词")
    expect(shown.locator(".kept-title")).to_have_count(0)
    expect(shown.get_by_role("status")).to_contain_text("没有人问过的词")
    box.fill("")
    expect(shown.locator(".kept-title")).to_have_count(2)


@EVERYWHERE
def test_a_conversation_is_renamed_in_its_place_by_the_keyboard(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page(locale=locale, **screen)
    begin(page, DIRECTIVES)
    shown = list_of_conversations(page)

    choose(page, shown, 0, RENAME)
    field = shown.locator(".kept-rename input")
    expect(field).to_be_focused()
    field.fill("秘书长的任务")
    page.keyboard.press("Enter")

    expect(shown.locator(".kept-title")).to_have_text(["秘书长的任务"])
    expect(shown.locator(".kept-title")).to_be_focused()
    choose(page, shown, 0, RENAME)
    field.fill("不要了")
    page.keyboard.press("Escape")
    expect(shown.locator(".kept-title")).to_have_text(["秘书长的任务"])
    page.reload()
    assert titles(list_of_conversations(page)) == ["秘书长的任务"]


@EVERYWHERE
def test_a_deletion_can_be_taken_back_and_else_holds(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page(locale=locale, **screen)
    begin(page, DIRECTIVES)
    begin(page, ADOPTED)
    address = page.url
    shown = list_of_conversations(page)
    choose(page, shown, 0, DELETE)
    undo = shown.locator(".is-deleted button")
    expect(undo).to_be_focused()
    expect(shown.locator(".is-deleted")).to_contain_text(ADOPTED)

    undo.press("Enter")
    expect(shown.locator(".kept-title")).to_have_count(2)

    choose(page, shown, 0, DELETE)
    expect(undo).to_be_visible()
    # Leaving the page is no way to keep it.
    page.goto("/about")
    wait_until_gone(page, address)
    page.goto("/resolutions")
    assert titles(list_of_conversations(page)) == [DIRECTIVES]


def test_the_conversation_that_is_deleted_while_it_is_read_gives_way_to_a_new_one(
    open_page: OpenPage,
) -> None:
    page = open_page()
    begin(page, DIRECTIVES)

    choose(page, list_of_conversations(page), 0, DELETE)

    expect(page.locator(".asked")).to_have_count(0)
    expect(page.locator(".suggestion").first).to_be_visible()
    assert page.url.endswith("/")


@EVERYWHERE
def test_all_conversations_are_deleted_once_that_is_confirmed(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page(locale=locale, **screen)
    begin(page, DIRECTIVES)
    begin(page, ADOPTED)
    shown = list_of_conversations(page)
    every = "全部删除" if locale == "zh-CN" else "Delete all"
    shown.get_by_role("button", name=every).click()
    dialog = page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("2")

    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(shown.locator(".kept-title")).to_have_count(2)

    shown.get_by_role("button", name=every).click()
    dialog.get_by_role("button", name=every).click()
    none = "还没有对话" if locale == "zh-CN" else "No conversations yet"
    expect(page.locator(".kept-list")).to_contain_text(none)
    page.reload()
    expect(list_of_conversations(page)).to_contain_text(none)


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_a_conversation_is_taken_along_in_three_forms(
    open_page: OpenPage, locale: str, tmp_path: Path
) -> None:
    page = open_page(locale=locale, accept_downloads=True)
    begin(page, DIRECTIVES)
    shown = list_of_conversations(page)
    saved = {}
    for item, suffix in ((MARKDOWN, "md"), (JSON, "json"), (WORD, "docx")):
        with page.expect_download() as download:
            choose(page, shown, 0, item)
        saved[suffix] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[suffix])
        assert saved[suffix].suffix == f".{suffix}"

    assert DIRECTIVES in saved["md"].read_text()
    assert json.loads(saved["json"].read_text())["turns"][0]["question"] == DIRECTIVES
    assert "word/document.xml" in zipfile.ZipFile(saved["docx"]).namelist()


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_the_conversation_of_another_browser_is_not_shown(
    open_page: OpenPage, complaints: Complaints, locale: str
) -> None:
    complaints.expect_network_errors()
    mine = open_page(locale=locale)
    begin(mine, DIRECTIVES)

    other = open_page(mine.url, locale=locale)

    says = "没有这段对话" if locale == "zh-CN" else "No such conversation"
    expect(other.get_by_role("heading", level=1)).to_have_text(says)
    assert says in other.title()
    expect(other.locator(".asked")).to_have_count(0)
    assert findings(other) == []
    other.locator(".kept-state a").click()
    assert status(ask(other, ADOPTED)) == "answered"


def test_a_list_that_was_not_fetched_says_so_and_can_be_asked_for_again(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page()
    begin(page, DIRECTIVES)
    page.route("**/api/v1/conversations", lambda route: route.abort())
    page.reload()
    expect(page.locator(".kept-problem")).to_contain_text("连不上服务器")
    expect(page.locator(".asked")).to_have_count(1)

    page.unroute("**/api/v1/conversations")
    page.locator(".kept-problem button").click()

    expect(page.locator(".kept-title")).to_have_text([DIRECTIVES])


def test_a_conversation_on_its_way_says_so_and_one_that_failed_can_be_asked_for_again(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page()
    begin(page, DIRECTIVES)
    held: list[Route] = []
    page.route("**/api/v1/conversations/*", holding(held))
    page.reload()
    expect(page.locator(".kept-state")).to_contain_text("正在打开对话")
    first_held(page, held).fulfill(status=500, body="")
    expect(page.locator(".kept-state").get_by_role("alert")).to_be_visible()

    page.unroute("**/api/v1/conversations/*")
    page.locator(".kept-state button").click()

    expect(page.locator(".asked h2")).to_contain_text(DIRECTIVES)


def test_a_change_that_the_server_refuses_is_taken_back(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page()
    begin(page, DIRECTIVES)
    shown = list_of_conversations(page)
    page.route("**/api/v1/conversations/*", lambda route: route.fulfill(status=500, body=""))

    choose(page, shown, 0, RENAME)
    shown.locator(".kept-rename input").fill("新标题")
    page.keyboard.press("Enter")

    expect(shown.get_by_role("alert")).to_contain_text("没有改成")
    expect(shown.locator(".kept-title")).to_have_text([DIRECTIVES])


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_hostile_title_is_text_and_stays_in_its_row(
    open_page: OpenPage, screen: dict[str, Any]
) -> None:
    page = open_page(**screen)
    begin(page, DIRECTIVES)
    shown = list_of_conversations(page)
    choose(page, shown, 0, RENAME)
    shown.locator(".kept-rename input").fill(HOSTILE)
    page.keyboard.press("Enter")

    expect(shown.locator(".kept-title")).to_contain_text("<img src=x")
    assert page.locator(".kept-list img").count() == 0
    row = shown.locator(".kept-row").bounding_box()
    frame = shown.bounding_box()
    assert row is not None
    assert frame is not None
    assert row["width"] <= frame["width"]
    assert row["height"] < 50
    assert not scrolls_sideways(page)


def test_a_title_left_as_it_was_has_the_focus_before_anything_else_can_be_pressed(
    open_page: OpenPage,
) -> None:
    page = open_page()
    begin(page, DIRECTIVES)
    shown = list_of_conversations(page)
    choose(page, shown, 0, RENAME)
    expect(shown.locator(".kept-rename input")).to_be_focused()

    focused = page.evaluate(
        """() => {
            const escape = { key: "Escape", bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", escape));
            return document.activeElement.className;
        }"""
    )

    assert focused == "kept-title"


def test_what_is_asked_next_goes_to_the_conversation_that_is_shown(open_page: OpenPage) -> None:
    page = open_page()
    begin(page, DIRECTIVES)
    first = page.url
    begin(page, ADOPTED)
    list_of_conversations(page).get_by_role("link", name=DIRECTIVES).click()
    expect(page.locator(".asked h2")).to_contain_text(DIRECTIVES)

    ask(page, "那第14段呢？")

    assert page.url == first
    page.reload()
    expect(page.locator(".asked")).to_have_count(2)


def test_an_opened_conversation_shows_its_last_question(open_page: OpenPage) -> None:
    page = open_page()
    begin(page, "比较72/31和75/45对秘书长的要求", DIRECTIVES, ADOPTED)
    page.goto("/resolutions")
    list_of_conversations(page).locator(".kept-title").click()

    expect(page.locator(".asked h2").last).to_be_in_viewport()
    expect(page.locator(".asked h2").last).to_be_focused()
    expect(question_box(page)).to_be_in_viewport()


@SCREENS
def test_axe_finds_nothing_in_the_list_and_what_it_opens(
    open_page: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    page.locator(".suggestion").first.wait_for()
    begin(page, DIRECTIVES)
    begin(page, ADOPTED)
    shown = list_of_conversations(page)
    titles(shown)
    assert findings(page) == []
    shown.locator(".kept-more").first.press("Enter")
    page.locator(".menu-item[data-active-item]").wait_for()
    assert findings(page) == []
    page.keyboard.press("Enter")
    shown.locator(".kept-rename").wait_for()
    assert findings(page) == []
    page.keyboard.press("Escape")
    choose(page, shown, 1, DELETE)
    shown.locator(".is-deleted").wait_for()
    assert findings(page) == []
    shown.locator(".kept-foot button").click()
    page.get_by_role("alertdialog").wait_for()
    assert findings(page) == []
