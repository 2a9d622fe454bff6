"""Reading a resolution: notes, links, marks of verbs, copying, the trail of an answer, paper."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Route, expect

from tests.browser.asking import (
    DIRECTIVES,
    ask,
    chips,
    in_view,
    marked_words,
    quotations,
    rest_on,
)
from tests.browser.conftest import OpenPage
from tests.browser.conversing import first_held, holding
from tests.browser.reading import PHONE, scrolls_sideways, shifts, watch_shifts
from tests.browser.test_accessibility import findings

SERIES_MEMBER = "/resolutions/A/RES/107/904"


def test_a_note_is_shown_where_its_mark_is_pointed_at_or_focused(open_page: OpenPage) -> None:
    page = open_page("/resolutions/A/RES/75/45")
    mark = page.get_by_role("link", name="脚注3", exact=True)
    card = page.locator(".note-card")

    rest_on(page, mark)
    expect(card).to_contain_text("A/CONF.229/2017/8")
    page.mouse.move(0, 0)
    expect(card).to_have_count(0)

    page.locator("#PP12 .address").focus()
    page.keyboard.press("Tab")
    if not mark.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")
    expect(card).to_contain_text("A/CONF.229/2017/8")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_links_that_come_late_take_neither_focus_nor_pointer_from_a_note(
    open_page: OpenPage,
) -> None:
    page = open_page()
    held: list[Route] = []
    page.route("**/around?*", holding(held))
    page.goto("/resolutions/A/RES/75/45")
    mark = page.get_by_role("link", name="脚注2", exact=True)
    card = page.locator(".note-card")
    page.keyboard.press("Tab")
    mark.focus()
    expect(card).to_contain_text("A/75/96")

    answered = first_held(page, held).fetch()
    told = answered.json()
    for mention in told["mentions"]:
        where = {"symbol": mention["target"], "label": mention["label"], "title": ""}
        mention["held"] = [{**where, "href": "/resolutions/A/RES/72/31"}]
    first_held(page, held).fulfill(response=answered, json=told)

    expect(page.locator("#PP11 a.mention")).to_have_text("74/54")
    expect(mark).to_be_focused()
    expect(card).to_contain_text("A/75/96")


def test_verbs_and_addressees_are_marked_on_demand_and_it_is_remembered(
    open_page: OpenPage,
) -> None:
    page = open_page("/resolutions/A/RES/75/45#OP13")
    switch = page.get_by_role("button", name="标出动词和对象")
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert page.locator("#OP13 .role").count() == 0

    switch.click()

    verb = page.locator("#OP13 .role[data-role=verb]")
    addressee = page.locator("#OP13 .role[data-role=addressee]")
    assert (verb.text_content(), addressee.text_content()) == ("[动词] 请", "[对象] 秘书长")
    line = "one => getComputedStyle(one).textDecorationStyle"
    assert (verb.evaluate(line), addressee.evaluate(line)) == ("solid", "dashed")
    page.reload()
    expect(page.locator("#OP13 .role[data-role=verb]")).to_be_visible()
    page.get_by_role("button", name="标出动词和对象").click()
    expect(page.locator("#OP13 .role")).to_have_count(0)


def test_what_it_mentions_and_the_library_holds_is_a_link(open_series: OpenPage) -> None:
    page = open_series(SERIES_MEMBER)
    page.locator("#OP1").wait_for()
    around = json.loads(page.request.get(f"/api{SERIES_MEMBER}/around?version=zh").text())
    held = [mention for mention in around["mentions"] if mention["held"]]
    page.locator(".around").wait_for()

    links = page.locator(".resolution .paragraph a.mention")
    assert links.all_inner_texts() == [mention["text"] for mention in held]


def test_a_resolution_knows_its_neighbours_and_its_mandates(open_series: OpenPage) -> None:
    page = open_series(SERIES_MEMBER, locale="en-US")
    around = page.get_by_role("region", name="Around this resolution")
    expect(around).to_contain_text("The one before")
    expect(around).to_contain_text("The one after")
    told = json.loads(page.request.get(f"/api{SERIES_MEMBER}/around").text())
    expect(around).to_contain_text(f"The whole series ({len(told['series']['members'])})")
    assert told["mandates_total"] > 0

    around.get_by_role("link", name="mandates it sets").click()

    expect(page.locator(".mandates tbody tr")).to_have_count(told["mandates_total"])


def test_the_neighbour_is_one_link_away_from_the_comparison(open_series: OpenPage) -> None:
    page = open_series(SERIES_MEMBER)

    page.get_by_role("link", name="与这份比较").first.click()

    expect(page.locator(".compared-row").first).to_be_visible()
    assert page.url.endswith("/compare?a=A/RES/106/904&b=A/RES/107/904")


def test_the_file_it_was_read_from_can_be_downloaded(open_series: OpenPage) -> None:
    page = open_series("/resolutions/A/RES/75/45")

    with page.expect_download() as started:
        page.get_by_role("link", name="下载原文件").click()

    assert "核裁军" in started.value.path().read_text(encoding="utf-8")


def test_a_file_that_was_not_kept_is_said_to_be_missing(open_series: OpenPage) -> None:
    page = open_series()

    def without_file(route: Route) -> None:
        response = route.fetch()
        told = response.json()
        told["source"]["href"] = None
        route.fulfill(response=response, json=told)

    page.route("**/around?*", without_file)
    page.goto("/resolutions/A/RES/75/45")

    expect(page.locator(".source-file")).to_contain_text("没有保存原文件")


def test_the_address_of_a_paragraph_is_copied_and_opens_there(open_page: OpenPage) -> None:
    page = open_page(
        "/resolutions/A/RES/75/45#OP13", permissions=["clipboard-read", "clipboard-write"]
    )
    copy = page.get_by_role("button", name="复制执行部分第13段的链接")
    expect(page.locator("#OP13")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(copy).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.locator("#OP13 .copy-address")).to_have_text("已复制")
    address = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#OP13")).to_be_focused()


def test_one_cited_paragraph_leads_to_the_next_with_its_words_marked(open_page: OpenPage) -> None:
    page = open_page()
    reply = ask(page, DIRECTIVES)
    quotations(reply).first.locator("a.chip").click()
    trail = page.get_by_role("navigation", name="回答引用的段落")
    expect(trail).to_contain_text("引用 1 / 4")
    assert chips(quotations(reply)) == ["第6段", "第11段", "第13段", "第14段"]

    for place in ("OP11", "OP13", "OP14"):
        trail.get_by_role("link", name="下一处").click()
        assert marked_words(page, place)
        expect(page.locator(f"#{place}")).to_be_focused()
        assert in_view(page.locator(f"#{place}"))

    expect(trail).to_contain_text("引用 4 / 4")
    expect(trail.get_by_role("link", name="下一处")).to_have_count(0)
    trail.get_by_role("link", name="上一处").click()
    assert marked_words(page, "OP13")


def test_on_paper_there_is_only_the_resolution(open_page: OpenPage) -> None:
    page = open_page("/resolutions/A/RES/75/45")
    page.locator("#OP15").wait_for()
    page.emulate_media(media="print")

    expect(page.locator("#OP15")).to_be_visible()
    for screen_only in (".rail", ".side-head", ".reading-tools", ".copy-address", ".around"):
        expect(page.locator(screen_only).first).to_be_hidden()
    frame = page.locator(".side-body")
    assert frame.evaluate("one => getComputedStyle(one).overflowY") == "visible"


def test_the_text_does_not_wait_for_what_lies_around_it_nor_jumps(open_series: OpenPage) -> None:
    page = open_series("/about")
    watch_shifts(page)

    def late(route: Route) -> None:
        page.wait_for_timeout(800)
        route.continue_()

    page.route("**/around?*", late)
    page.goto("/resolutions/A/RES/75/45")
    page.locator("#OP15").wait_for()
    page.locator(".around").wait_for(state="attached")

    assert shifts(page) < 0.1


@pytest.mark.parametrize(
    ("width", "scheme", "locale"),
    [(1280, "dark", "en-US"), (320, "light", "en-US"), (390, "dark", "zh-CN")],
)
def test_axe_finds_nothing_while_reading(
    open_series: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_series(
        "/resolutions/A/RES/75/45",
        viewport={"width": width, "height": 844},
        color_scheme=scheme,
        locale=locale,
    )
    page.locator(".reading-tools button").first.click()
    for path in (f"{SERIES_MEMBER}#OP2", f"{SERIES_MEMBER}?lang=both", "/resolutions/A/RES/75/45"):
        page.goto(path)
        page.locator(".around").wait_for(state="attached")
        page.locator(".note-mark a").first.focus()
        assert findings(page) == [], path
        assert not scrolls_sideways(page), path


def test_a_phone_has_all_of_it(open_series: OpenPage) -> None:
    page = open_series(f"{SERIES_MEMBER}#OP2", **PHONE)
    page.locator(".around").wait_for(state="attached")

    page.get_by_role("button", name="标出动词和对象").click()

    expect(page.locator("#OP2 .role").first).to_be_visible()
    expect(page.locator("#OP2 .copy-address")).to_be_visible()
    assert not scrolls_sideways(page)
