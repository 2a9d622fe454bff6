"""Asking: what a delegate does in the first minute."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.asking import (
    DIRECTIVES,
    ask,
    chips,
    finished,
    focused_id,
    in_view,
    marked_words,
    question_box,
    quotations,
    quoted_words,
    status,
)
from tests.browser.conftest import OpenPage


def test_a_question_gets_quotations_with_the_paragraphs_they_stand_in(open_page: OpenPage) -> None:
    reply = ask(open_page(), DIRECTIVES)

    sentences = quotations(reply)
    assert status(reply) == "answered"
    assert [chips(sentence) for sentence in sentences.all()] == [
        ["第6段"],
        ["第11段"],
        ["第13段"],
        ["第14段"],
    ]
    assert all(quoted_words(sentence) for sentence in sentences.all())


def test_the_answer_says_how_the_question_was_understood(open_page: OpenPage) -> None:
    reply = ask(open_page(), DIRECTIVES)

    expect(reply.locator(".understood")).to_contain_text("第75/45号决议")
    expect(reply.locator(".understood")).to_contain_text("秘书长")


def test_a_citation_opens_its_paragraph_with_exactly_the_quoted_words_marked(
    open_page: OpenPage,
) -> None:
    page = open_page()
    sentences = quotations(ask(page, DIRECTIVES))

    for index, place in enumerate(("OP6", "OP11", "OP13", "OP14")):
        sentences.nth(index).locator("a.chip").click()
        assert marked_words(page, place) == quoted_words(sentences.nth(index))
        assert in_view(page.locator(f"#{place}"))
        assert focused_id(page) == place
        assert page.url.endswith(f"/resolutions/A/RES/75/45#{place}")


def test_chips_name_the_resolution_that_the_question_did_not(open_page: OpenPage) -> None:
    reply = ask(open_page(), "彻底消除核武器国际日是哪一天？")

    assert status(reply) == "answered"
    assert chips(reply)
    assert all("75/45 " in chip or "72/31 " in chip for chip in chips(reply))


def test_a_follow_up_carries_the_resolution_on(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, DIRECTIVES)

    reply = ask(page, "会员国呢？")

    assert status(reply) == "answered"
    expect(reply.locator(".understood")).to_contain_text("第75/45号决议")
    expect(reply.locator(".understood")).to_contain_text("会员国")
    assert "第12段" in chips(reply)


def test_a_new_conversation_carries_nothing_on(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, DIRECTIVES)

    page.get_by_role("link", name="新对话").click()
    expect(page.locator(".reply")).to_have_count(0)
    with page.expect_request("**/api/v1/ask/stream") as sent:
        ask(page, "会员国呢？")

    assert "conversation_id" not in (sent.value.post_data or "")


def test_a_refusal_looks_like_one_and_says_what_is_missing(open_page: OpenPage) -> None:
    reply = ask(open_page(), "第76/54号决议请秘书长做什么？")

    assert status(reply) == "not_found"
    expect(reply.get_by_role("heading", name="库中没有")).to_be_visible()
    expect(reply.get_by_text("库中没有：第76/54号决议")).to_be_visible()
    expect(reply.locator(".missing")).to_have_count(0)  # it is said once
    assert chips(reply) == []
    assert reply.locator(".suggestion").count() > 0


def test_every_question_on_the_empty_page_is_answered(open_page: OpenPage) -> None:
    page = open_page()
    page.locator(".suggestion").first.wait_for()
    questions = page.locator(".suggestion").all_inner_texts()

    assert len(questions) >= 4
    for question in questions:
        assert status(ask(page, question)) == "answered", question


def test_a_suggestion_is_asked_with_one_click(open_page: OpenPage) -> None:
    page = open_page()
    suggestion = page.locator(".suggestion").first
    question = suggestion.inner_text()
    suggestion.click()

    reply = finished(page, 0)

    expect(page.locator(".asked")).to_contain_text(question)
    assert status(reply) == "answered"


def test_the_whole_page_speaks_english_and_remembers_it(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("button", name="Switch to English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What do the resolutions say?")
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")

    reply = ask(page, "What does resolution 75/45 ask the Secretary-General to do?")

    sentences = quotations(reply)
    assert status(reply) == "answered"
    assert [chips(s) for s in sentences.all()] == [
        ["para. 6"],
        ["para. 11"],
        ["para. 13"],
        ["para. 14"],
    ]
    expect(sentences.first.locator(".words").first).to_have_attribute("lang", "zh-Hans")


def test_a_browser_that_prefers_english_gets_english_first(open_page: OpenPage) -> None:
    expect(open_page(locale="en-GB").locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=\"document.title='taken'\">",
        "<script>document.title='taken'</script>第75/45号决议请秘书长做什么？",
        "[1](javascript:alert(1)) **决议** \\[x\\] &lt;b&gt;",
    ],
)
def test_hostile_text_is_shown_as_the_text_it_is(open_page: OpenPage, hostile: str) -> None:
    page = open_page()
    ask(page, hostile)

    expect(page.locator(".asked h2")).to_contain_text(hostile)
    assert page.locator("main img, main script, main b").count() == 0
    assert page.title() == f"{hostile} · 决议问答"


def test_the_keyboard_alone_asks_opens_and_comes_back(open_page: OpenPage) -> None:
    page = open_page()
    expect(question_box(page)).to_be_visible()  # a Tab before the page is drawn goes nowhere
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(question_box(page)).to_be_focused()
    page.keyboard.type(DIRECTIVES)
    page.keyboard.press("Enter")
    finished(page, 0)

    last_chip = page.locator("a.chip").last
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if last_chip.evaluate("chip => chip === document.activeElement"):
            break
    expect(last_chip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#OP14")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".side")).to_have_count(0)
    expect(last_chip).to_be_focused()


def test_shift_enter_starts_a_line_and_a_composition_is_not_sent(open_page: OpenPage) -> None:
    page = open_page()
    box = question_box(page)
    box.press_sequentially("第75/45号决议")
    box.press("Shift+Enter")
    assert box.input_value() == "第75/45号决议\n"

    for composing in ("isComposing: true", "keyCode: 229"):
        box.evaluate(
            "(box, init) => box.dispatchEvent(new KeyboardEvent('keydown', init))".replace(
                "init))", f"{{key: 'Enter', bubbles: true, cancelable: true, {composing}}}))"
            )
        )
    expect(page.locator(".asked")).to_have_count(0)
    box.press("Enter")
    expect(page.locator(".asked")).to_have_count(1)
