"""A language model on the page: where questions go, what it wrote, and doing without it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.answering.generative.scripted import Reply, Script
from tests.browser.asking import (
    DIRECTIVES,
    ask,
    finished,
    marked_words,
    question_box,
    quotations,
    quoted_words,
    status,
    switch_language,
)
from tests.browser.conftest import OpenPage, say
from tests.browser.test_accessibility import SCREENS, findings, unfold_everything

REPORT = "第75/45号决议请秘书长就什么提出报告"
KEPT = "请秘书长就本决议的执行情况向大会第七十六届会议提出报告"
# Of two paragraphs it phrases the second; the first is quoted.
GOOD = Reply((f"大会{KEPT}[2]。",))


@pytest.fixture
def script(talking: tuple[str, Script]) -> Script:
    return talking[1]


def described(page: Page) -> str:
    """What a screen reader says of the box to ask in, after its name."""
    return " ".join(
        str(page.locator(f"#{name}").text_content())
        for name in str(question_box(page).get_attribute("aria-describedby")).split()
    )


def test_without_a_model_the_page_says_that_questions_stay_and_offers_no_choice(
    open_page: OpenPage,
) -> None:
    page = open_page()
    expect(page.locator(".goes summary")).to_have_text(
        "回答逐字摘自决议。问题只到本站的服务器，不再外发。"
    )
    expect(page.get_by_role("checkbox")).to_have_count(0)
    assert ask(page, DIRECTIVES).locator(".generation").count() == 0


@pytest.mark.parametrize(
    ("width", "locale", "told", "kept"),
    [
        (1280, "zh-CN", "问题与所引段落会发送到 api.example.invalid。", "30天无人继续即删去"),
        (
            320,
            "en-US",
            "Your question and the paragraphs cited are sent to api.example.invalid.",
            "deleted once nobody has gone on with them for 30 days",
        ),
    ],
)
def test_where_a_question_will_be_sent_is_seen_and_heard_before_it_is_asked(
    open_remote: OpenPage, width: int, locale: str, told: str, kept: str
) -> None:
    page = open_remote(locale=locale, viewport={"width": width, "height": 640})
    line = page.locator(".goes summary")
    expect(line).to_contain_text(told)
    expect(line).to_contain_text("qwen-plus")
    expect(line).to_be_in_viewport(ratio=1)
    assert told in described(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width

    line.press("Enter")
    expect(page.get_by_text(kept)).to_be_visible()


def test_a_models_sentence_says_whose_it_is_and_which_words_are_the_sources(
    open_talking: OpenPage, script: Script
) -> None:
    say(script, GOOD)
    page = open_talking()
    reply = ask(page, REPORT)

    phrased = reply.locator(".statement.is-fact")
    assert phrased.count() == 1
    expect(phrased).to_contain_text("改写，已核对")
    assert quoted_words(phrased) == KEPT
    assert quotations(reply).count() == 1
    expect(reply.locator(".generation summary")).to_contain_text("由模型 qwen3:4b 改写")
    phrased.locator("a.chip").click()
    assert marked_words(page, "OP14") == KEPT


def test_what_became_of_the_models_sentences_can_be_unfolded(
    open_talking: OpenPage, script: Script
) -> None:
    say(script, GOOD)
    reply = ask(open_talking(), REPORT)

    reply.locator(".generation summary").press("Enter")

    figures = reply.locator(".generation dl")
    for told in ("原样通过\n1", "请求次数\n1", "问题去向\n没有离开服务器"):
        name, value = told.split("\n")
        row = figures.locator("div", has=reply.page.get_by_text(name, exact=True))
        expect(row.locator("dd")).to_have_text(value)


def test_a_model_that_fails_is_said_to_and_can_be_asked_again(
    open_talking: OpenPage, script: Script
) -> None:
    say(script, Reply(status=429))
    page = open_talking()
    reply = ask(page, REPORT)

    assert status(reply) == "answered"
    assert quotations(reply).count() == 2
    expect(reply.locator(".generation .notice")).to_contain_text("额度")

    say(script, GOOD)
    reply.get_by_role("button", name="再请模型试一次").click()
    again = finished(page, 0)
    expect(again.locator(".statement.is-fact")).to_have_count(1)
    expect(again.locator(".generation .notice")).to_have_count(0)


def test_who_wants_extracts_only_gets_them_and_the_model_is_not_asked(
    open_talking: OpenPage, script: Script
) -> None:
    say(script, GOOD)
    page = open_talking()
    expect(page.locator(".goes summary")).to_contain_text("问题不再外发")
    expect(page.locator(".lead")).to_contain_text("语言模型")
    page.get_by_label("只要逐字摘录").check()
    expect(page.locator(".goes summary")).to_contain_text("回答逐字摘自决议")
    expect(page.locator(".lead")).not_to_contain_text("语言模型")

    reply = ask(page, REPORT)
    ask(page, "那第72/31号决议呢？")
    assert quotations(reply).count() == 2
    assert reply.locator(".generation").count() == 0
    assert script.asked == []

    page.reload()
    expect(page.get_by_label("只要逐字摘录")).to_be_checked()
    page.get_by_label("只要逐字摘录").uncheck()
    expect(ask(page, REPORT).locator(".statement.is-fact")).to_have_count(1)
    assert len(script.asked) > 0


@SCREENS
def test_axe_finds_nothing_in_what_a_model_has_to_do_with(
    open_talking: OpenPage, script: Script, width: int, scheme: str, locale: str
) -> None:
    say(script, GOOD)
    page = open_talking(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale
    )
    page.locator(".extracts-switch").wait_for()
    # Answers are in the page's language, and only what is in their own is phrased.
    if locale == "en-US":
        switch_language(page)
    ask(page, REPORT)
    say(script, Reply(status=429))
    ask(page, DIRECTIVES)
    if locale == "en-US":
        switch_language(page)
    unfold_everything(page)
    assert page.locator(".generation .notice").count() == 1
    assert page.locator(".is-fact").count() == 1
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
