"""One answer taken elsewhere: copied, shared under an address of its own, judged."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.asking import DIRECTIVES, ask, chips, question_box, quotations, quoted_words
from tests.browser.conftest import Complaints, OpenPage, _opener, serving
from tests.browser.test_accessibility import SCREENS, findings

CLIPBOARD = ["clipboard-read", "clipboard-write"]


def copied(page: Page, reply: Locator, form: str) -> str:
    """What the clipboard holds after an answer was copied in that form."""
    expect(reply.get_by_role("status").first).to_be_empty()
    reply.locator(".answer-actions .copy-button").click()
    page.get_by_role("menuitem", name=form).click()
    expect(reply.get_by_role("status").first).not_to_be_empty()
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("locale", "form", "mark", "source"),
    [
        ("zh-CN", "纯文本", "[4]", "[4] 第75/45号决议，执行部分第14段 (A/RES/75/45#OP14)"),
        ("zh-CN", "Markdown", "[^4]", "[^4]: A/RES/75/45, 执行部分第14段"),
        ("zh-CN", "联合国式脚注", "⁴", "⁴ 大会第75/45号决议，第14段。"),
        ("en-GB", "UN-style footnotes", "⁴", "⁴ General Assembly resolution 75/45, para. 14."),
    ],
)
def test_an_answer_is_copied_in_three_forms(
    open_page: OpenPage, locale: str, form: str, mark: str, source: str
) -> None:
    page = open_page(locale=locale, permissions=CLIPBOARD)
    reply = ask(page, DIRECTIVES)

    text = copied(page, reply, form)

    assert f"{quoted_words(quotations(reply).nth(3))}{mark}" in text
    assert source in text


def test_the_copy_menu_is_worked_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page(permissions=CLIPBOARD)
    reply = ask(page, DIRECTIVES)
    button = reply.locator(".answer-actions .copy-button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="纯文本")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(reply.get_by_role("status").first).to_have_text("已复制")
    assert "[^1]" in page.evaluate("navigator.clipboard.readText()")
    expect(button).to_be_focused()


def test_a_copy_that_fails_says_so(open_page: OpenPage, complaints: Complaints) -> None:
    complaints.expect_network_errors()
    page = open_page(permissions=CLIPBOARD)
    reply = ask(page, DIRECTIVES)
    page.route("**/api/v1/answers/*/text*", lambda route: route.abort())

    reply.locator(".answer-actions .copy-button").click()
    page.get_by_role("menuitem", name="Markdown").click()

    expect(reply.locator(".copy-failed")).to_be_visible()


# The page's language: the three verdicts, the words of thanks, the button that sends a comment.
FEEDBACK = {
    "zh-CN": ("对", "不全", "谢谢", "送出"),
    "en-GB": ("Right", "Incomplete", "Thank you", "Send"),
}


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", 1280), ("en-GB", 320)])
def test_an_answer_is_judged_with_words_and_the_judgement_is_changed_and_taken_back(
    open_page: OpenPage, locale: str, width: int
) -> None:
    right, incomplete, thanks, send = FEEDBACK[locale]
    page = open_page(locale=locale, viewport={"width": width, "height": 700})
    feedback = ask(page, DIRECTIVES).locator(".feedback")
    pressed = feedback.locator("[aria-pressed=true]")

    feedback.get_by_role("button", name=incomplete, exact=True).click()
    expect(pressed).to_have_text(incomplete)
    expect(feedback.get_by_role("status")).to_contain_text(thanks)
    feedback.get_by_role("textbox").fill("缺第12段")
    feedback.get_by_role("button", name=send).click()
    expect(feedback.get_by_role("button", name=send)).to_be_disabled()
    page.reload()
    expect(pressed).to_have_text(incomplete)
    expect(feedback.get_by_role("textbox")).to_have_value("缺第12段")

    feedback.get_by_role("button", name=right, exact=True).click()
    expect(pressed).to_have_text(right)
    expect(feedback.get_by_role("textbox")).to_have_count(0)
    feedback.get_by_role("button", name=right, exact=True).click()
    expect(pressed).to_have_count(0)
    page.reload()
    expect(feedback).to_be_visible()
    expect(pressed).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") == width


# … of the buttons that share, make a link, stop, and of the page of an answer.
SHARING = {
    "zh-CN": ("分享", "生成链接", "停止分享", "自己问这个问题", "没有这则回答"),
    "en-GB": (
        "Share",
        "Make a link",
        "Stop sharing",
        "Ask this yourself",
        "There is no such answer",
    ),
}


def shared(page: Page, reply: Locator, locale: str) -> str:
    """Shares an answer; the path of its page."""
    button, make, *_ = SHARING[locale]
    reply.get_by_role("button", name=button, exact=True).click()
    page.get_by_role("button", name=make).click()
    link = page.locator(".share-link a")
    path = link.get_attribute("href")
    assert path is not None
    assert page.locator(".share-link input").input_value().endswith(path)
    return path


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", 390), ("en-GB", 1280)])
def test_a_shared_answer_is_read_alone_by_somebody_else_until_sharing_stops(
    open_page: OpenPage, complaints: Complaints, locale: str, width: int
) -> None:
    complaints.expect_network_errors()
    *_, stop, _, gone = SHARING[locale]
    page = open_page(locale=locale)
    ask(page, "第72/31号决议是哪一天通过的？")
    reply = ask(page, DIRECTIVES)
    path = shared(page, reply, locale)

    other = open_page(path, locale=locale, viewport={"width": width, "height": 844})
    expect(other.get_by_role("heading", level=1)).to_have_text(DIRECTIVES)
    assert chips(other.locator(".reply")) == chips(reply)
    expect(other.get_by_text("第72/31号决议是哪一天")).to_have_count(0)
    expect(other.locator(".answer-changes")).to_contain_text("4")
    assert other.evaluate("document.documentElement.scrollWidth") == width
    assert findings(other) == []

    page.get_by_role("button", name=stop).click()
    expect(page.locator(".share-link")).to_have_count(0)
    other.reload()
    expect(other.get_by_role("alert")).to_contain_text(gone)

    other.goto(path.replace("/answers/", "/answers/none-"))
    expect(other.get_by_role("alert")).to_contain_text(gone)


def test_the_link_is_copied_and_the_dialog_gives_the_focus_back(open_page: OpenPage) -> None:
    page = open_page(permissions=CLIPBOARD)
    reply = ask(page, DIRECTIVES)
    path = shared(page, reply, "zh-CN")
    assert findings(page) == []

    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_role("dialog").get_by_role("status").first).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()").endswith(path)
    page.keyboard.press("Escape")
    expect(reply.get_by_role("button", name="已分享")).to_be_focused()


def test_an_answer_of_ones_own_is_open_to_its_owner_and_says_that_nobody_else_sees_it(
    open_page: OpenPage,
) -> None:
    page = open_page()
    reply = ask(page, DIRECTIVES)
    path = shared(page, reply, "zh-CN")
    page.get_by_role("button", name="停止分享").click()
    expect(page.locator(".share-link")).to_have_count(0)

    page.goto(path)

    expect(page.get_by_text("只有您能打开这个地址")).to_be_visible()


@pytest.mark.parametrize("locale", SHARING)
def test_the_question_of_a_shared_answer_is_put_into_the_box_and_not_sent(
    open_page: OpenPage, locale: str
) -> None:
    page = open_page(locale=locale)
    path = shared(page, ask(page, DIRECTIVES), locale)
    page.goto(path)

    page.get_by_role("link", name=SHARING[locale][3]).click()

    expect(question_box(page)).to_have_value(DIRECTIVES)
    expect(question_box(page)).to_be_focused()
    expect(page.locator(".reply")).to_have_count(0)
    assert page.url.endswith("/")


def test_a_citation_of_a_shared_answer_shows_its_paragraph_and_opens_it(
    open_page: OpenPage,
) -> None:
    page = open_page()
    page.goto(shared(page, ask(page, DIRECTIVES), "zh-CN"))
    chip = page.locator(".is-quote a.chip").nth(2)
    page.keyboard.press("Tab")
    chip.focus()
    expect(page.locator(".citation-card")).to_contain_text("征求会员国的意见")
    chip.click()
    expect(page.locator("#OP13")).to_be_focused()


OLD = """第九十五届会议
议程项目18

2050年12月4日大会决议

95/300. 样例风车的养护

大会，

回顾其关于样例风车的第93/118号决议，

1. 请秘书长编制样例风车清单；

2. 请秘书长向大会第九十六届会议提出报告；

3. 决定将题为“样例风车”的项目列入大会第九十六届会议临时议程。

2050年12月4日
第81次全体会议
"""


KEY = "a-key-of-this-test-alone"


def put_in(address: str, text: str) -> None:
    """Takes a text into the library of a running server."""
    headers = {"Authorization": f"Bearer {KEY}"}
    with httpx.Client(base_url=address, headers=headers, timeout=30) as client:
        sent = client.post("/api/v1/uploads", files={"files": ("95_300.txt", text.encode())})
        assert sent.status_code == 202, sent.text
        client.get(f"{sent.json()['href']}/events")  # it ends when the job does


@pytest.fixture(scope="module")
def windmills(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that takes files in, and holds those of other tests."""
    settings = {"ASSISTANT_SAMPLE_LIBRARY": "false", "ASSISTANT_UPLOAD_KEY": KEY}
    with serving(tmp_path_factory.mktemp("windmills"), **settings) as address:
        yield address


@pytest.fixture
def open_windmills(browser: Browser, windmills: str, complaints: Complaints) -> Iterator[OpenPage]:
    yield from _opener(browser, windmills, complaints)


@pytest.mark.parametrize(
    ("locale", "number", "says"),
    [("zh-CN", 300, ("第2段已改动", "已改动")), ("en-GB", 301, ("para. 2 changed", "changed"))],
)
def test_a_shared_answer_says_what_changed_in_the_library_since(
    open_windmills: OpenPage, windmills: str, locale: str, number: int, says: tuple[str, str]
) -> None:
    changed, tag = says
    before = OLD.replace("95/300", f"95/{number}")
    put_in(windmills, before)
    page = open_windmills(locale=locale)
    reply = ask(page, f"第95/{number}号决议请秘书长做什么？")
    path = shared(page, reply, locale)
    put_in(windmills, before.replace("提出报告；", "提出口头报告；"))

    page.goto(path)

    expect(page.locator(".answer-changes")).to_contain_text(changed)
    # The answer stands as it was given, and says at its citation that the text is another now.
    expect(quotations(page.locator(".reply")).nth(1)).to_contain_text("提出报告")
    expect(page.locator(".is-quote a.chip").nth(1)).to_contain_text(tag)
    expect(page.locator(".is-quote a.chip").nth(0)).not_to_contain_text(tag)
    assert findings(page) == []


@SCREENS
def test_axe_finds_nothing_in_what_can_be_done_with_an_answer(
    open_page: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    reply = ask(page, DIRECTIVES)
    reply.locator(".feedback-verdicts button").nth(1).click()
    reply.locator(".feedback-comment").wait_for()
    page.locator(".edit-question").click()
    assert findings(page) == []
    page.keyboard.press("Escape")
    reply.locator(".answer-actions .copy-button").click()
    page.get_by_role("menu").wait_for()
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
