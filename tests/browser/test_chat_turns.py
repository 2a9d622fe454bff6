"""A conversation is gone back on: stopped, asked again, asked otherwise, taken back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.answering.generative.scripted import Reply, Script
from tests.browser.asking import DIRECTIVES, ask, chips, finished, question_box, quotations, status
from tests.browser.conftest import Complaints, OpenPage, say

STREAM = "**/api/v1/ask/stream"
FOURTEENTH = "第75/45号决议第14段"
ADOPTED = "第72/31号决议是哪一天通过的？"

# The page's language: its buttons for editing, asking instead of two more, cancelling.
WORDS = {
    "zh-CN": ("改问：", "提问，并删去其后2问", "取消"),
    "en-GB": ("Edit: ", "Ask, and remove the 2 after it", "Cancel"),
}


def asked(page: Page) -> list[str]:
    """The questions of the conversation."""
    return [one.split("\n")[-1] for one in page.locator(".asked h2").all_inner_texts()]


def edit(page: Page, index: int) -> Locator:
    """Opens a question to be asked otherwise; its box."""
    page.locator(".edit-question").nth(index).click()
    box = page.locator(".edit-form textarea")
    expect(box).to_be_focused()
    return box


def kept_questions(page: Page) -> list[str]:
    """The questions of this conversation that the server keeps."""
    return list(
        page.evaluate(
            """async () => {
              const [last] = (await (await fetch('/api/v1/conversations')).json()).conversations;
              const kept = await (await fetch(`/api/v1/conversations/${last.id}`)).json();
              return kept.turns.map(turn => turn.question);
            }"""
        )
    )


def hold(_route: Route) -> None:
    """Never answers."""


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", 1280), ("en-GB", 320)])
def test_an_earlier_question_is_asked_otherwise_and_says_what_is_lost(
    open_page: OpenPage, locale: str, width: int
) -> None:
    named, instead, _ = WORDS[locale]
    page = open_page(locale=locale, viewport={"width": width, "height": 700})
    for question in (DIRECTIVES, FOURTEENTH, ADOPTED):
        ask(page, question)
    assert page.get_by_role("button", name=f"{named}{DIRECTIVES}").count() == 1

    edit(page, 0).fill("第75/45号决议促请会员国做什么？")
    button = page.get_by_role("button", name=instead)
    expect(page.locator(".edit-lost")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    button.click()

    reply = finished(page, 0)
    assert asked(page) == ["第75/45号决议促请会员国做什么？"]
    assert status(reply) == "answered"
    expect(page.locator(".reply")).to_have_count(1)
    assert kept_questions(page) == asked(page)


def test_a_question_in_the_middle_keeps_what_came_before_it(open_page: OpenPage) -> None:
    page = open_page()
    for question in (DIRECTIVES, FOURTEENTH, ADOPTED):
        ask(page, question)

    box = edit(page, 1)
    box.fill("会员国呢？")
    box.press("Enter")

    reply = finished(page, 1)
    assert asked(page) == [DIRECTIVES, "会员国呢？"]
    assert chips(reply)[-1] == "第12段"  # it follows on the question before
    assert kept_questions(page) == asked(page)


@pytest.mark.parametrize("locale", WORDS)
def test_editing_is_left_with_escape_or_a_button_and_nothing_is_asked(
    open_page: OpenPage, locale: str
) -> None:
    page = open_page(locale=locale)
    ask(page, DIRECTIVES)

    edit(page, 0).press("Escape")
    expect(page.locator(".edit-question")).to_be_focused()
    edit(page, 0).fill("别的")
    page.get_by_role("button", name=WORDS[locale][2]).click()

    expect(page.locator(".edit-question")).to_be_focused()
    assert asked(page) == [DIRECTIVES]
    edit(page, 0).fill("   ")
    expect(page.locator(".edit-form .is-primary")).to_be_disabled()


def test_what_an_edit_would_have_removed_comes_back_when_it_is_stopped(
    open_page: OpenPage,
) -> None:
    page = open_page()
    for question in (DIRECTIVES, FOURTEENTH):
        ask(page, question)
    page.route(STREAM, hold)
    box = edit(page, 0)
    box.fill("第75/45号决议作出了哪些决定？")
    box.press("Enter")
    page.get_by_role("button", name="停止").click()
    assert asked(page) == ["第75/45号决议作出了哪些决定？"]

    page.get_by_role("button", name="恢复原来的问答").click()

    assert asked(page) == [DIRECTIVES, FOURTEENTH]
    expect(quotations(page.locator(".reply").first)).to_have_count(4)
    page.unroute_all(behavior="ignoreErrors")
    assert kept_questions(page) == [DIRECTIVES, FOURTEENTH]


def test_after_a_failed_edit_a_further_question_goes_on_from_what_is_shown(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page()
    for question in (DIRECTIVES, FOURTEENTH):
        ask(page, question)
    page.route(STREAM, lambda route: route.abort())
    box = edit(page, 0)
    box.fill("第75/45号决议作出了哪些决定？")
    box.press("Enter")
    page.get_by_role("alert").wait_for()
    page.unroute_all(behavior="ignoreErrors")

    question_box(page).fill(ADOPTED)
    question_box(page).press("Enter")
    finished(page, 1)

    # What was not answered is none of the server's; what gave way to it is gone there too.
    assert kept_questions(page) == [ADOPTED]


def test_an_answer_is_given_again_in_its_place(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, DIRECTIVES)
    with page.expect_request(STREAM) as sent:
        page.get_by_role("button", name="重新回答").click()
    finished(page, 0)

    assert "replaces" in (sent.value.post_data_json or {})
    assert kept_questions(page) == [DIRECTIVES]


def test_an_answer_that_the_server_forgot_meanwhile_can_still_be_asked_again(
    open_page: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_page()
    ask(page, DIRECTIVES)
    page.evaluate("fetch('/api/v1/conversations', {method: 'DELETE'})")
    page.get_by_role("button", name="重新回答").click()
    page.get_by_role("alert").wait_for()

    page.get_by_role("button", name="重试").click()

    assert status(finished(page, 0)) == "answered"


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("zh-CN", DIRECTIVES),
        ("zh-CN", "第76/54号决议请秘书长做什么？"),
        ("en-GB", "What does resolution 75/45 ask the Secretary-General to do?"),
        ("en-GB", "What does resolution 76/54 ask the Secretary-General to do?"),
    ],
)
def test_whatever_is_suggested_next_is_answered(
    open_page: OpenPage, locale: str, question: str
) -> None:
    page = open_page(locale=locale)
    suggested = ask(page, question).locator(".suggestion").all_inner_texts()
    assert suggested
    for suggestion in suggested:
        assert status(ask(page, suggestion)) == "answered", suggestion


def test_a_question_that_a_model_completed_is_shown_as_it_was_answered(
    open_talking: OpenPage, talking: tuple[str, Script]
) -> None:
    page = open_talking()
    page.get_by_label("只要逐字摘录").check()
    ask(page, "《禁止核武器条约》和《不扩散核武器条约》")
    page.get_by_label("只要逐字摘录").uncheck()
    completed = "谁核准《禁止核武器条约》"
    say(talking[1], Reply((completed,)), Reply(()))

    reply = ask(page, "前者谁核准")

    expect(reply.locator(".understood-rewritten")).to_contain_text(f"“{completed}”")
    expect(reply.locator(".understood-rewritten")).to_contain_text("语言模型")


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_the_number_of_paragraphs_stands_above_the_answer(open_page: OpenPage, locale: str) -> None:
    reply = ask(open_page(locale=locale), DIRECTIVES)
    told = {"zh-CN": "依据4段", "en-GB": "Rests on 4 paragraphs"}[locale]
    expect(reply.locator(".reply-head")).to_have_text(told)
    head, first = (reply.locator(one).first.bounding_box() for one in (".reply-head", ".statement"))
    assert head is not None
    assert first is not None
    assert head["y"] < first["y"]
