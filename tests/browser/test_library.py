"""The library: looked through while one types, narrowed, ordered, opened where the words stand."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Complaints, OpenPage
from tests.browser.conversing import DESKTOP, EVERYWHERE, PHONE
from tests.browser.reading import scrolls_sideways, shifts, watch_shifts
from tests.browser.test_accessibility import SCREENS, findings

LIBRARY = "**/api/v1/library?*"
HOSTILE = "<img src=x onerror=alert(1)>"


def rows(page: Page) -> Locator:
    """The resolutions listed."""
    return page.locator(".library-list > li")


def symbols(page: Page) -> list[str]:
    """Their symbols, in order."""
    rows(page).first.wait_for()
    return page.locator(".library-list .symbol").all_inner_texts()


def box(page: Page) -> Locator:
    """The box to search in."""
    return page.locator(".library-field input")


def filters(page: Page) -> Locator:
    """The filters, in their column or in a phone's drawer."""
    button = page.locator(".library-tools > button")
    if button.count() > 0:
        button.click()
        return page.locator(".filter-drawer")
    return page.locator(".library-facets")


@EVERYWHERE
def test_what_is_typed_is_found_marked_and_kept_in_the_address(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page("/resolutions", locale=locale, **screen)
    expect(rows(page)).to_have_count(2)

    box(page).press_sequentially("条约")

    expect(page.locator(".library mark").first).to_have_text("条约")
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("q") == ["条约"])
    page.reload()
    expect(box(page)).to_have_value("条约")
    expect(page.locator(".library mark").first).to_have_text("条约")
    assert not scrolls_sideways(page)


@EVERYWHERE
def test_a_snippet_opens_its_paragraph_with_the_words_marked(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page("/resolutions?q=国际日", locale=locale, **screen)
    first = page.locator(".snippet").first
    place = first.locator("a").get_attribute("href") or ""

    first.locator("a").click()

    paragraph = page.locator(f'[id="{place.partition("#")[2]}"]')
    expect(paragraph.locator("mark").first).to_contain_text("国际日")
    page.go_back()
    expect(box(page)).to_have_value("国际日")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("75/45", ["A/RES/75/45"]),
        ("a/res/72/31", ["A/RES/72/31"]),
        ("多边核裁军谈判", ["A/RES/72/31"]),
    ],
)
def test_symbols_and_titles_are_found(open_page: OpenPage, typed: str, found: list[str]) -> None:
    page = open_page("/resolutions")
    rows(page).first.wait_for()
    box(page).fill(typed)

    expect(page.locator(".library-list .symbol").first).to_have_text(found[0])
    if "/" in typed:
        expect(page.locator(".library-list .symbol.is-named")).to_have_text(found)


@EVERYWHERE
def test_the_list_is_narrowed_by_what_there_is_and_widened_again(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page("/resolutions", locale=locale, **screen)
    rows(page).first.wait_for()
    panel = filters(page)
    session = "第75届会议" if locale == "zh-CN" else "session 75"
    choice = panel.locator(".facet-value", has_text=session)
    expect(choice.locator(".facet-count")).to_have_text("1")

    choice.locator("input").check()

    expect(rows(page)).to_have_count(1)
    assert page.url.endswith("?session=75")
    if screen is not DESKTOP:
        panel.locator(".dialog-actions .is-primary").click()
        expect(panel).to_have_count(0)
    assert not scrolls_sideways(page)
    page.go_back()
    expect(rows(page)).to_have_count(2)
    page.go_forward()
    page.locator(".chosen-chip").click()
    expect(rows(page)).to_have_count(2)
    assert page.url.endswith("/resolutions")


def test_the_filters_are_worked_by_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("/resolutions", **PHONE)
    rows(page).first.wait_for()
    page.locator(".library-tools > button").press("Enter")
    drawer = page.locator(".filter-drawer")
    drawer.locator("input[type=checkbox]").first.press("Space")
    expect(rows(page)).to_have_count(1)

    page.keyboard.press("Escape")

    expect(drawer).to_have_count(0)
    expect(page.locator(".library-tools > button")).to_be_focused()
    expect(page.locator(".library-tools > button")).to_have_text("筛选（已选1项）")


@pytest.mark.parametrize(("locale", "oldest"), [("zh-CN", "旧的在前"), ("en-US", "Oldest first")])
def test_the_order_is_chosen_and_stays_in_the_address(
    open_page: OpenPage, locale: str, oldest: str
) -> None:
    page = open_page("/resolutions", locale=locale)
    assert symbols(page) == ["A/RES/75/45", "A/RES/72/31"]

    page.locator(".library-sort select").select_option(label=oldest)

    expect(page.locator(".library-list .symbol").first).to_have_text("A/RES/72/31")
    page.reload()
    assert symbols(page) == ["A/RES/72/31", "A/RES/75/45"]


@pytest.mark.parametrize(
    ("locale", "address", "says"),
    [
        ("zh-CN", "/resolutions?q=没有这样的词", "没有决议写着“没有这样的词”"),
        ("en-US", "/resolutions?q=xyzzy", "No resolution says “xyzzy”"),
        ("zh-CN", "/resolutions?q=76/54", "库中没有A/RES/76/54"),
        ("en-US", "/resolutions?q=76/54", "does not hold A/RES/76/54"),
        ("zh-CN", "/resolutions?q=裁军&year=1999", "筛选之内没有找到"),
    ],
)
def test_an_empty_list_says_why_and_leads_on(
    open_page: OpenPage, locale: str, address: str, says: str
) -> None:
    page = open_page(address, locale=locale)
    expect(page.locator(".library .notice")).to_contain_text(says)

    page.locator(".library .notice button").last.click()

    expect(rows(page)).to_have_count(2)
    expect(box(page)).to_have_value("")


def test_a_filter_that_the_server_refuses_is_said_and_left(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page("/resolutions?session=zzz")
    expect(page.locator(".library").get_by_role("alert")).not_to_be_empty()

    page.get_by_role("button", name="看全部决议").click()

    expect(rows(page)).to_have_count(2)


# Playwright tells nothing of a request that is given up while it is held.
COUNT_ABORTED = """() => {
  const real = window.fetch;
  window.aborted = 0;
  window.fetch = (address, init) => {
    init?.signal?.addEventListener('abort', () => { window.aborted += 1; });
    return real(address, init);
  };
}"""


def test_while_one_types_the_list_before_stays_and_what_is_not_wanted_is_aborted(
    open_page: OpenPage,
) -> None:
    page = open_page("/resolutions?q=裁军")
    rows(page).first.wait_for()
    page.evaluate(COUNT_ABORTED)
    held: list[Route] = []
    page.route(LIBRARY, lambda r: held.append(r) if not held else r.continue_())

    box(page).fill("核武器")
    page.wait_for_timeout(400)
    expect(rows(page).first).to_be_visible()
    expect(page.locator(".library [aria-busy=true]")).to_have_count(1)
    box(page).fill("条约")

    expect(page.locator(".library mark").first).to_have_text("条约")
    assert len(held) == 1
    assert page.evaluate("window.aborted") == 1


def test_half_a_syllable_is_not_looked_for(open_page: OpenPage) -> None:
    page = open_page("/resolutions")
    rows(page).first.wait_for()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box(page).focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "cai", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(400)
    assert not [url for url in asked if "/api/v1/library" in url]

    session.send("Input.insertText", {"text": "裁军"})

    expect(page.locator(".library mark").first).to_have_text("裁军")


def many(total: int) -> Any:
    """A server that lists so many resolutions, page by page."""

    def summary(n: int) -> dict[str, Any]:
        return {
            "symbol": f"A/RES/90/{n}",
            "label": f"第90/{n}号决议",
            "title": f"第{n}件事 {HOSTILE}",
            "lang": "zh",
            "session": 90,
            "date": "2035-12-01",
            "committee": None,
            "preambular": 1,
            "operative": 2,
            "langs": ["zh"],
        }

    def page_of(route: Route) -> None:
        query = parse_qs(urlsplit(route.request.url).query)
        start, limit = int(query.get("cursor", ["0"])[0]), int(query["limit"][0])
        end = min(start + limit, total)
        none = {"values": [], "unstated": total, "left_out": 0}
        route.fulfill(
            content_type="application/json",
            body=json.dumps(
                {
                    "hits": [
                        {
                            "summary": summary(n),
                            "match": "all",
                            "titles": [{"lang": "zh", "text": summary(n)["title"], "spans": []}],
                            "subject": None,
                            "snippets": [],
                            "paragraphs": 0,
                            "href": f"/resolutions/A/RES/90/{n}",
                        }
                        for n in range(start, end)
                    ],
                    "total": total,
                    "facets": dict.fromkeys(("sessions", "committees", "years", "subjects"), none),
                    "sort": "newest",
                    "words": [],
                    "symbols": [],
                    "coverage": {"resolutions": total, "sessions": [90]},
                    "next": str(end) if end < total else None,
                }
            ),
        )

    return page_of


@pytest.mark.parametrize(
    ("locale", "count"), [("zh-CN", "共5,000份决议"), ("en-US", "5,000 resolutions")]
)
def test_thousands_come_page_by_page_and_hostile_titles_are_text(
    open_page: OpenPage, locale: str, count: str
) -> None:
    page = open_page("/about", locale=locale)
    page.route(LIBRARY, many(5000))
    page.goto("/resolutions")
    expect(page.locator(".library-total")).to_have_text(count)
    expect(rows(page)).to_have_count(30)

    page.locator(".library-more").click()

    expect(rows(page)).to_have_count(60)
    expect(page.locator(".library-more")).to_contain_text("4940")
    expect(rows(page).first).to_contain_text(HOSTILE)
    assert page.locator(".library img").count() == 0


def test_going_back_finds_the_list_where_it_was_left(open_page: OpenPage) -> None:
    page = open_page("/about")
    page.route(LIBRARY, many(200))
    page.get_by_role("link", name="文库", exact=True).click()
    page.locator(".library-more").click()
    row = rows(page).nth(45)
    row.scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    row.locator("a").click()
    expect(page.locator(".side")).to_be_visible()

    page.go_back()

    expect(rows(page).nth(45)).to_be_in_viewport()


def test_nothing_moves_while_the_list_is_coming(open_page: OpenPage) -> None:
    page = open_page("/about")
    watch_shifts(page)
    page.goto("/resolutions")
    rows(page).first.wait_for()

    assert shifts(page) < 0.1


@SCREENS
def test_axe_finds_nothing_in_a_list_that_is_searched_and_narrowed(
    open_page: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_page(
        "/resolutions?q=国际日&session=75",
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        locale=locale,
    )
    page.locator(".library mark").first.wait_for()
    assert findings(page) == []
    if filters(page).get_attribute("class") == "filter-drawer":
        assert findings(page) == []
    page.goto("/resolutions?q=xyzzy&session=75")
    page.locator(".library .notice").wait_for()
    assert findings(page) == []
