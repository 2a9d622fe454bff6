"""The frame around every screen: addresses, navigation, keys, theme, language, titles."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, Route, expect

from tests.browser.asking import DIRECTIVES, ask, question_box
from tests.browser.conftest import Complaints, OpenPage
from tests.browser.test_accessibility import SCREENS, findings

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 640}

ADDRESSES = (
    "/",
    "/resolutions",
    "/resolutions/A/RES/75/45",
    "/mandates",
    "/compare",
    "/series",
    "/graph",
    "/about",
)
# Those that the navigation leads to, and how it calls them.
LINKS = {
    "/resolutions": ("文库", "Library"),
    "/mandates": ("任务与期限", "Mandates"),
    "/compare": ("比较", "Compare"),
    "/series": ("系列", "Series"),
    "/graph": ("引用关系", "References"),
    "/about": ("关于本站", "About"),
}
NOWHERE = "/nothing/here"

# Script that the chat's first load may cost, compressed.
BUDGET_BYTES = 300_000


def heading(page: Page) -> str:
    """The one main heading of the screen, once it is drawn."""
    expect(page.locator("h1:visible")).to_have_count(1)
    return page.locator("h1:visible").inner_text()


def background(page: Page) -> str:
    """The colour that the page stands on."""
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_every_address_has_a_screen_and_a_title_of_its_own_and_opens_anew(
    open_page: OpenPage, locale: str
) -> None:
    name = "决议问答" if locale == "zh-CN" else "Resolution Assistant"
    page = open_page(locale=locale)
    seen = set()
    for path in ADDRESSES:
        page.goto(path)
        shown = heading(page)
        expect(page).to_have_title(re.compile(name))
        # The tab's name begins with what tells it from the others.
        if path != "/":
            expect(page).to_have_title(f"{shown} · {name}")
        title = page.title()
        page.reload()
        assert heading(page) == shown
        expect(page).to_have_title(title)
        assert page.url.endswith(path)
        seen.add((shown, title))
    assert len(seen) == len(ADDRESSES)


def test_a_question_names_the_tab_and_a_resolution_beside_it_does(open_page: OpenPage) -> None:
    page = open_page()
    reply = ask(page, DIRECTIVES)
    expect(page).to_have_title(f"{DIRECTIVES} · 决议问答")
    reply.locator("a.chip").first.click()
    expect(page).to_have_title("第75/45号决议 · 决议问答")
    page.get_by_role("button", name="关闭").click()
    expect(page).to_have_title(f"{DIRECTIVES} · 决议问答")


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_an_address_that_leads_nowhere_says_so_and_leads_on(
    open_page: OpenPage, complaints: Complaints, locale: str
) -> None:
    complaints.expect_network_errors()
    page = open_page(NOWHERE, locale=locale)
    chinese = locale == "zh-CN"
    says = "没有这个页面" if chinese else "There is no such page"
    expect(page.locator("h1:visible")).to_have_text(says)
    page.locator("main").get_by_role("link", name="文库" if chinese else "Library").click()
    page.wait_for_url("**/resolutions")
    heading(page)


def test_the_keyboard_alone_reaches_every_screen(open_page: OpenPage) -> None:
    page = open_page()
    shown = heading(page)
    for path in LINKS:
        page.locator(f'.navigation a[href="{path}"]').focus()
        page.keyboard.press("Enter")
        # What was reached is read out: its heading has the focus.
        expect(page.locator("h1:focus")).to_have_count(1)
        assert heading(page) != shown
        shown = heading(page)


def test_the_first_stop_skips_the_navigation(open_page: OpenPage) -> None:
    page = open_page()
    page.locator(".suggestion").first.wait_for()
    page.keyboard.press("Tab")
    expect(page.locator(".skip:focus")).to_have_text("跳到提问框")
    page.keyboard.press("Enter")
    expect(question_box(page)).to_be_focused()
    page.goto("/about")
    heading(page)
    page.keyboard.press("Tab")
    expect(page.locator(".skip:focus")).to_have_text("跳到正文")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()


def test_the_navigation_says_where_the_reader_is(open_page: OpenPage) -> None:
    page = open_page()
    navigation = page.get_by_role("navigation", name="主导航")
    for path, (name, _) in LINKS.items():
        page.goto(path)
        if path != "/about":
            expect(navigation.locator('[aria-current="page"]')).to_have_text(name)


@pytest.mark.parametrize(("locale", "viewport"), [("zh-CN", PHONE), ("en-US", NARROWEST)])
def test_a_phone_has_it_all_in_a_menu(
    open_page: OpenPage, viewport: dict[str, int], locale: str
) -> None:
    chinese = locale == "zh-CN"
    page = open_page(viewport=viewport, locale=locale)
    opener = page.get_by_role("button", name="菜单" if chinese else "Menu")
    opener.click()
    menu = page.get_by_role("dialog", name="菜单" if chinese else "Menu")
    expect(menu).to_be_visible()
    # Nothing below it takes the focus, which comes back when it is closed.
    for _ in range(20):
        page.keyboard.press("Tab")
        assert not page.evaluate("document.getElementById('root').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    menu.get_by_role("link", name="文库" if chinese else "Library").click()
    expect(menu).to_be_hidden()
    page.wait_for_url("**/resolutions")
    heading(page)


def test_a_new_question_is_one_touch_away_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/about", viewport=PHONE)
    page.get_by_role("link", name="新对话").click()
    expect(question_box(page)).to_be_focused()


@pytest.mark.parametrize(
    ("locale", "viewport"),
    [("zh-CN", DESKTOP), ("en-US", PHONE), ("zh-CN", NARROWEST), ("en-US", NARROWEST)],
)
def test_no_screen_is_wider_than_its_window(
    open_page: OpenPage, viewport: dict[str, int], locale: str
) -> None:
    page = open_page(viewport=viewport, locale=locale)
    for path in ADDRESSES:
        page.goto(path)
        heading(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= viewport["width"], path


def test_a_long_question_does_not_push_the_navigation_out_of_its_column(
    open_page: OpenPage,
) -> None:
    page = open_page()
    ask(page, DIRECTIVES + "请把每一段都列出来，并说明是对谁提出的" * 3)
    expect(page.locator(".nav-conversations")).to_contain_text(DIRECTIVES)
    beyond = page.evaluate(
        """() => {
          const edge = document.querySelector('.rail').getBoundingClientRect().right;
          return [...document.querySelectorAll('.rail :is(a, button, input, select)')]
            .filter(e => e.getBoundingClientRect().right > edge).map(e => e.outerHTML);
        }"""
    )
    assert beyond == []


def test_the_theme_is_the_systems_until_one_is_chosen_and_stays_chosen(open_page: OpenPage) -> None:
    page = open_page("/about", color_scheme="light")
    light = background(page)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    dark = background(page)
    assert dark != light
    page.get_by_label("明暗").select_option(label="浅色")
    assert background(page) == light
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert background(page) == light
    page.get_by_label("明暗").select_option(label="跟随系统")
    assert background(page) == dark


def test_no_other_theme_flashes_up_before_the_chosen_one(open_page: OpenPage) -> None:
    page = open_page("/about", color_scheme="light")
    page.get_by_label("明暗").select_option(label="深色")
    dark = background(page)

    def never_answered(route: Route) -> None:
        """The page's own script never comes; only what runs before the first paint has run."""

    page.route(re.compile(r"/assets/.*\.js"), never_answered)
    page.goto("/about", wait_until="commit")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.wait_for_function("document.styleSheets.length > 0")
    assert background(page) == dark
    page.unroute_all()


def test_the_language_changes_everything_at_once_and_stays(open_page: OpenPage) -> None:
    page = open_page("/mandates")
    before = heading(page)
    page.get_by_role("button", name="Switch to English").click()
    expect(page).to_have_title(re.compile("Resolution Assistant"))
    shown = heading(page)
    assert shown != before
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.reload()
    assert heading(page) == shown


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("l", "/resolutions"),
        ("m", "/mandates"),
        ("c", "/compare"),
        ("s", "/series"),
        ("r", "/graph"),
    ],
)
def test_a_single_key_opens_a_screen(open_page: OpenPage, key: str, path: str) -> None:
    page = open_page("/about")
    heading(page)
    page.keyboard.press(key)
    page.wait_for_url(f"**{path}")
    expect(page.locator("h1:focus")).to_have_count(1)


def test_the_stroke_goes_to_the_box_from_anywhere(open_page: OpenPage) -> None:
    page = open_page("/about")
    heading(page)
    page.keyboard.press("/")
    expect(question_box(page)).to_be_focused()
    expect(question_box(page)).to_have_value("")


def test_keys_typed_into_the_box_are_only_typed(open_page: OpenPage) -> None:
    page = open_page()
    question_box(page).press_sequentially("l/n?c")
    expect(question_box(page)).to_have_value("l/n?c")
    assert page.url.endswith("/")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_question_mark_lists_the_keys_and_the_switch_turns_them_off(
    open_page: OpenPage,
) -> None:
    page = open_page("/about")
    heading(page)
    page.keyboard.press("?")
    listed = page.get_by_role("dialog", name="快捷键")
    expect(listed.get_by_role("row")).to_have_count(8)
    # Below a dialog nothing moves.
    page.keyboard.press("l")
    expect(listed).to_be_visible()
    listed.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    page.keyboard.press("l")
    page.keyboard.press("?")
    expect(page.locator("h1:visible")).to_have_text("关于本站")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_resolution_opened_from_the_library_is_the_screen_itself(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, DIRECTIVES)
    page.get_by_role("link", name="文库").click()
    page.locator('main a[href="/resolutions/A/RES/72/31"]').first.click()
    expect(page.locator("h1:visible")).to_have_text("第72/31号决议")
    expect(page.locator(".chat")).to_be_hidden()
    page.go_back()
    page.go_back()
    # The conversation stayed where it was.
    expect(page.locator(".reply")).to_have_count(1)
    page.locator(".reply a.chip").first.click()
    expect(page.locator(".chat")).to_be_visible()
    expect(page.get_by_role("complementary", name="第75/45号决议")).to_be_visible()


def test_a_resolution_beside_a_conversation_is_beside_it_again_when_loaded_anew(
    open_page: OpenPage,
) -> None:
    page = open_page()
    ask(page, DIRECTIVES).locator("a.chip").first.click()
    expect(page.get_by_role("complementary", name="第75/45号决议")).to_be_visible()
    page.reload()
    expect(page.get_by_role("complementary", name="第75/45号决议")).to_be_visible()
    expect(page.locator(".reply")).to_have_count(1)
    # Typed in, the address is that of the resolution alone.
    page.goto("/resolutions/A/RES/72/31")
    expect(page.locator("h1:visible")).to_have_text("第72/31号决议")
    expect(page.locator(".chat")).to_have_count(0)


def test_a_resolution_can_have_the_conversations_room_and_give_it_back(
    open_page: OpenPage,
) -> None:
    page = open_page(viewport={"width": 1440, "height": 900})
    chip = ask(page, DIRECTIVES).locator("a.chip").first
    chip.click()
    toggle = page.get_by_role("button", name="全宽")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".chat")).to_be_hidden()
    assert heading(page) == "第75/45号决议"
    toggle.click()
    expect(chip).to_be_visible()
    expect(page.get_by_role("complementary", name="第75/45号决议")).to_be_visible()


def test_a_draft_survives_a_look_into_the_library(open_page: OpenPage) -> None:
    page = open_page()
    question_box(page).fill("第75/45号决议第")
    page.get_by_role("link", name="文库").click()
    expect(page.locator(".library")).to_be_visible()
    page.go_back()
    expect(question_box(page)).to_have_value("第75/45号决议第")


def test_a_screen_whose_code_is_gone_offers_the_page_anew(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page()
    page.locator(".suggestion").first.wait_for()
    gone = re.compile(r"/assets/LibraryScreen-.*\.js")
    page.route(gone, lambda route: route.fulfill(status=404))
    page.get_by_role("link", name="文库").click()
    expect(page.get_by_role("alert")).to_contain_text("重新载入即可继续")
    # The frame is still there, and so is the way back to the conversation.
    page.unroute(gone)
    page.get_by_role("button", name="重新载入").click()
    expect(page.locator(".library")).to_be_visible()
    # React tells the console of every error that a boundary caught.
    complaints[:] = [said for said in complaints if "MissingCode" not in said]


def test_slow_code_says_that_it_is_coming_and_that_it_is_slow(open_page: OpenPage) -> None:
    page = open_page("/about")
    heading(page)
    held: list[Route] = []

    def hold(route: Route) -> None:
        """Playwright asks for a handler's signature, which a list's method lacks."""
        held.append(route)

    page.route(re.compile(r"/assets/LibraryScreen-.*\.js"), hold)
    page.get_by_role("navigation").get_by_role("link", name="文库").click()
    waiting = page.locator("main [role=status]")
    expect(waiting).to_have_text("正在打开……")
    expect(waiting).to_contain_text("比平时慢", timeout=8000)
    for route in held:
        route.continue_()
    expect(page.locator(".library")).to_be_visible()


def test_a_lost_network_is_said_on_every_screen_and_taken_back(open_page: OpenPage) -> None:
    page = open_page("/about")
    heading(page)
    page.context.set_offline(True)
    expect(page.locator(".offline")).to_contain_text("网络已断开")
    page.context.set_offline(False)
    expect(page.locator(".offline")).to_be_empty()


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_the_page_says_that_it_is_not_the_uns_and_whose_terms_apply(
    open_page: OpenPage, locale: str
) -> None:
    chinese = locale == "zh-CN"
    page = open_page(locale=locale)
    line = page.locator(".disclaimer")
    expect(line).to_contain_text("不是联合国网站" if chinese else "Not a United Nations site")
    expect(line).to_contain_text("条款" if chinese else "terms")
    page.goto("/about")
    about = page.get_by_role("main")
    expect(about).to_contain_text("徽记" if chinese else "emblem")
    expect(about).to_contain_text("Apache-2.0")
    expect(about).to_contain_text(re.compile(r"\d+\.\d+\.\d+"))
    terms = about.get_by_role("link", name="联合国使用条款" if chinese else "Terms of use")
    expect(terms).to_have_attribute("href", re.compile(r"^https://www\.un\.org/"))
    expect(about).to_contain_text(
        "问题只到本站的服务器" if chinese else "Questions go to this site"
    )


@SCREENS
def test_axe_finds_nothing_on_any_address(
    open_page: OpenPage, complaints: Complaints, width: int, scheme: str, locale: str
) -> None:
    complaints.expect_network_errors()
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    for path in (*ADDRESSES, NOWHERE):
        page.goto(path)
        heading(page)
        assert findings(page) == [], path
    if width < 900:
        page.locator(".top button").first.click()
        page.get_by_role("dialog").wait_for()
        assert findings(page) == []
        page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()
    assert findings(page) == []


def test_paper_shows_the_answer_without_what_is_there_to_be_pressed(open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    reply = ask(page, DIRECTIVES)
    page.emulate_media(media="print")
    expect(reply.locator(".statement").first).to_be_visible()
    for pressed in (".rail", ".composer", ".skip", ".offline", "button"):
        expect(page.locator(pressed).locator("visible=true")).to_have_count(0)
    assert background(page) == "rgb(255, 255, 255)"
    # Nothing scrolls on paper: the whole conversation is laid out.
    cut = page.evaluate(
        "[...document.querySelectorAll('.thread-viewport, .chat')].filter("
        "e => e.scrollHeight > e.clientHeight + 1).length"
    )
    assert cut == 0


ASKED = {
    "/": "/api/v1/library?",
    "/about": "/api/v1/library?",
    "/compare": "/api/v1/library?",
    "/resolutions/A/RES/75/45": "/around",
}


@pytest.mark.parametrize("path", ASKED)
def test_no_screen_asks_for_the_whole_library(open_page: OpenPage, path: str) -> None:
    page = open_page("/mandates")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    # The network is quiet also before a screen's script has come.
    with page.expect_request(lambda request: ASKED[path] in request.url):
        page.goto(path)
    page.wait_for_load_state("networkidle")

    assert "/api/v1/resolutions" not in asked


def test_the_chats_first_load_keeps_to_its_budget_of_script(open_page: OpenPage) -> None:
    page = open_page("/about")
    heading(page)
    page.context.clear_cookies()
    scripts: dict[str, int] = {}

    def weigh(response: Response) -> None:
        if response.request.resource_type == "script":
            scripts[response.url] = len(gzip.compress(response.body()))

    fresh = page.context.new_page()
    fresh.on("response", weigh)
    fresh.goto("/", wait_until="networkidle")
    fresh.locator(".suggestion").first.wait_for()
    assert any("ChatScreen" in url for url in scripts)
    assert sum(scripts.values()) < BUDGET_BYTES, scripts
