"""What goes wrong between page and server, and how the page says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.asking import DIRECTIVES, ask, finished, question_box, quotations, status
from tests.browser.conftest import Complaints, OpenPage

STREAM = "**/api/v1/ask/stream"
UNDERSTOOD = (
    'event: understood\ndata: {"intent":"acts","symbols":["A/RES/75/45"],"places":[],'
    '"addressee":"秘书长","verbs":[],"session":null,"attribute":null,"target":null,"carried":[],'
    '"selection":null,"deliverables":[],"terms":[],"deadline_session":null,"corrections":[],'
    '"others":[]}\n\n'
)
SENTENCE = (
    'event: delta\ndata: {"text":"只来了一句。","kind":"connective","citations":[],"quotes":[],'
    '"verification":null}\n\n'
)


def put(page: Page, question: str) -> None:
    """Asks without waiting for the answer."""
    question_box(page).fill(question)
    question_box(page).press("Enter")


def hold(_route: Route) -> None:
    """Never answers, like a server that is still thinking."""


def retry_and_see_it_answered(page: Page) -> None:
    """The way out of every failure."""
    page.get_by_role("button", name="重试").click()
    reply = finished(page, 0)
    assert status(reply) == "answered"
    expect(quotations(reply)).to_have_count(4)


def test_an_answer_on_its_way_can_be_stopped_and_asked_again(open_page: OpenPage) -> None:
    page = open_page()
    page.route(STREAM, hold)
    put(page, DIRECTIVES)
    expect(page.locator(".waiting")).to_be_visible()

    page.get_by_role("button", name="停止").click()

    expect(page.locator(".reply")).to_have_attribute("data-status", "stopped")
    page.unroute_all(behavior="ignoreErrors")
    retry_and_see_it_answered(page)


def test_an_answer_that_was_cut_off_does_not_look_whole(open_page: OpenPage) -> None:
    page = open_page()
    page.route(
        STREAM,
        lambda route: route.fulfill(content_type="text/event-stream", body=UNDERSTOOD + SENTENCE),
    )
    put(page, DIRECTIVES)

    expect(page.locator(".statement")).to_have_text("只来了一句。")
    expect(page.get_by_role("alert")).to_contain_text("连接中断")
    expect(page.get_by_role("alert")).to_contain_text("以上内容不完整")
    page.unroute(STREAM)
    retry_and_see_it_answered(page)


def test_a_server_that_cannot_be_reached_is_said_to_be_so(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page()
    page.route(STREAM, lambda route: route.abort())
    put(page, DIRECTIVES)

    expect(page.get_by_role("alert")).to_contain_text("连不上服务器")
    page.unroute(STREAM)
    retry_and_see_it_answered(page)


def test_being_offline_is_announced_and_passes(open_page: OpenPage, complaints: Complaints) -> None:
    complaints.expect_network_errors()
    page = open_page()
    ask(page, DIRECTIVES)

    page.context.set_offline(True)

    expect(page.locator(".offline")).to_be_visible()
    expect(quotations(page.locator(".reply"))).to_have_count(4)
    page.context.set_offline(False)
    expect(page.locator(".offline")).to_be_empty()


@pytest.mark.parametrize(("locale", "says"), [("zh-CN", "缩短"), ("en-US", "shorten")])
def test_a_question_that_is_too_long_is_refused_by_the_server_in_the_readers_language(
    open_page: OpenPage, complaints: Complaints, locale: str, says: str
) -> None:
    complaints.expect_network_errors()
    page = open_page(locale=locale)
    put(page, "决议" * 20_000)

    expect(page.get_by_role("alert")).to_contain_text(says)
    assert status(ask(page, DIRECTIVES)) == "answered"


def test_a_blank_question_is_not_sent(open_page: OpenPage) -> None:
    page = open_page()
    put(page, "   ")

    expect(page.locator(".asked")).to_have_count(0)
    expect(page.get_by_role("button", name="提问", exact=True)).to_be_disabled()


def test_several_questions_stay_in_order_and_only_the_last_offers_more(
    open_page: OpenPage,
) -> None:
    page = open_page()
    questions = [DIRECTIVES, "第75/45号决议第14段", "第72/31号决议是哪一天通过的？"]
    for question in questions:
        ask(page, question)

    asked = page.locator(".asked h2").all_inner_texts()
    assert [heading.removeprefix("提问\n") for heading in asked] == questions
    assert page.locator(".reply").nth(0).locator(".suggestions").count() == 0
