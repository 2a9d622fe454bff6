"""Two languages of one resolution: either of them, or both beside each other."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.asking import ask, in_view, marked_words, quotations, quoted_words
from tests.browser.conftest import Complaints, OpenPage
from tests.browser.conversing import first_held, holding
from tests.browser.reading import (
    DESKTOP,
    PHONE,
    paragraph,
    scrolls_sideways,
    shifts,
    watch_shifts,
)

BOTH_HELD = "/resolutions/A/RES/95/200"
ALL_VIEWS = {"zh-CN": ["中文", "English", "对照"], "en-US": ["中文", "English", "Side by side"]}
EVERYWHERE = pytest.mark.parametrize(
    ("locale", "screen"),
    [("en-US", DESKTOP), ("zh-CN", PHONE)],
    ids=["en desktop", "zh phone"],
)


def boxes(page: Page, place: str) -> list[dict[str, float]]:
    """Where the versions of a paragraph stand."""
    found: list[dict[str, float]] = (
        paragraph(page, place)
        .locator(".versions > *")
        .evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    )
    return found


@EVERYWHERE
def test_the_reader_offers_each_language_and_both(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_form(BOTH_HELD, locale=locale, **screen)
    views = page.locator(".views a")
    chinese, english, both = ALL_VIEWS[locale]

    expect(views).to_have_text([chinese, english, both])
    expect(page.locator(".views [aria-current]")).to_have_text(chinese)
    expect(paragraph(page, "OP1")).to_contain_text("重申样例灯塔")

    views.filter(has_text=english).click()
    expect(paragraph(page, "OP1")).to_contain_text("Reaffirms the importance")
    expect(paragraph(page, "OP1")).not_to_contain_text("重申样例灯塔")
    expect(page.locator(".resolution")).to_have_attribute("lang", "en")

    views.filter(has_text=both).click()
    expect(paragraph(page, "OP1")).to_contain_text("Reaffirms the importance")
    expect(paragraph(page, "OP1")).to_contain_text("重申样例灯塔")
    assert page.url.endswith("?lang=both")
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_both_stand_in_two_columns_where_there_is_room(open_form: OpenPage, locale: str) -> None:
    page = open_form(f"{BOTH_HELD}?lang=both", locale=locale)
    paragraph(page, "OP3").wait_for()

    left, right = boxes(page, "OP3")

    assert left["top"] == right["top"]
    assert left["right"] < right["left"]
    tags = paragraph(page, "OP3").locator(".versions > *")
    assert tags.evaluate_all("all => all.map(one => one.lang)") == ["zh-Hans", "en"]


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_both_are_stacked_paragraph_by_paragraph_on_a_phone(
    open_form: OpenPage, locale: str
) -> None:
    page = open_form(f"{BOTH_HELD}?lang=both", locale=locale, **PHONE)
    paragraph(page, "OP3").wait_for()

    first, second = boxes(page, "OP3")
    (next_first, *_) = boxes(page, "OP5")

    assert first["left"] == second["left"]
    assert first["bottom"] <= second["top"] < next_first["top"]
    assert not scrolls_sideways(page)


@EVERYWHERE
def test_what_one_language_lacks_is_a_marked_gap(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_form(f"{BOTH_HELD}?lang=both#OP4", locale=locale, **screen)
    says = {"zh-CN": "英文本没有这一段", "en-US": "The English text lacks this paragraph"}

    expect(paragraph(page, "OP4")).to_be_focused()
    expect(paragraph(page, "OP4")).to_contain_text("邀请样例海员协会")
    expect(paragraph(page, "OP4").locator(".gap")).to_have_text(says[locale])
    expect(page.locator(".gap")).to_have_count(1)


def test_a_place_that_only_the_other_language_has_is_said_to_be_there(open_form: OpenPage) -> None:
    page = open_form(f"{BOTH_HELD}?lang=en#OP4")

    expect(page.locator(".resolution [role=status]")).to_have_text(
        "这份决议的英文本没有执行部分第4段。"
    )


def test_changing_the_language_keeps_the_place_and_the_focus(open_form: OpenPage) -> None:
    page = open_form(f"{BOTH_HELD}?lang=zh", viewport={"width": 1000, "height": 500})
    paragraph(page, "ANNEX/ART1/2(a)").wait_for()
    frame = page.locator(".side-body")
    frame.evaluate(
        """frame => {
          const top = document.getElementById('ANNEX/ART1').getBoundingClientRect().top;
          frame.scrollTop += top - frame.getBoundingClientRect().top - 60;
        }"""
    )
    where = "id => document.getElementById(id).getBoundingClientRect().top"
    before = page.evaluate(where, "ANNEX/ART1")

    both = page.locator(".views a").last
    both.focus()
    page.keyboard.press("Enter")

    expect(paragraph(page, "ANNEX/ART1")).to_contain_text("For the purposes of this Convention")
    assert page.evaluate(where, "ANNEX/ART1") == pytest.approx(before, abs=2)
    expect(both).to_be_focused()


@pytest.mark.parametrize(("locale", "title"), [("zh-CN", "共同安排"), ("en-US", "Common Arrang")])
def test_the_contents_of_both_speak_the_language_of_the_page(
    open_form: OpenPage, locale: str, title: str
) -> None:
    page = open_form(f"{BOTH_HELD}?lang=both", locale=locale)

    expect(page.locator(".contents")).to_contain_text(title)


def test_links_of_the_text_go_on_in_the_language_that_is_read(open_form: OpenPage) -> None:
    page = open_form(f"{BOTH_HELD}?lang=en")
    page.get_by_role("link", name="脚注2", exact=True).click()

    expect(paragraph(page, "FN2")).to_be_focused()
    assert page.url.endswith("?lang=en#FN2")


@pytest.mark.parametrize("path", [BOTH_HELD, f"{BOTH_HELD}?lang=both#OP4"])
@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_moves_by_itself_while_a_text_comes(
    open_form: OpenPage, path: str, screen: dict[str, Any]
) -> None:
    page = open_form("/", **screen)
    watch_shifts(page)
    page.goto(path)
    paragraph(page, "OP4").wait_for()

    assert shifts(page) < 0.001


def test_the_languages_are_asked_of_the_resolution_alone_and_come_without_moving_it(
    open_form: OpenPage,
) -> None:
    page = open_form("/about")
    watch_shifts(page)
    first_page = {"resolutions": [], "total": 5_000, "next": "1000"}  # it comes on a later one
    page.route("**/api/v1/resolutions", lambda route: route.fulfill(json=first_page))
    held: list[Route] = []
    page.route("**/around?*", holding(held))
    page.goto(BOTH_HELD)

    paragraph(page, "OP1").wait_for()  # the text does not wait
    first_held(page, held).continue_()

    expect(page.locator(".views a")).to_have_text(ALL_VIEWS["zh-CN"])
    expect(page.locator(".views [aria-current]")).to_have_text("中文")
    page.wait_for_load_state("networkidle")
    assert len(held) == 1, "What lies around the text was asked for again"
    assert shifts(page) < 0.001


def test_a_language_that_is_not_held_gives_way_to_the_one_that_is(open_page: OpenPage) -> None:
    page = open_page("/resolutions/A/RES/75/45?lang=en")

    expect(paragraph(page, "OP13")).to_contain_text("请秘书长")
    expect(page.locator(".one-version")).to_have_text("中文本")
    expect(page.locator(".views")).to_have_count(0)


@EVERYWHERE
def test_an_answer_unfolds_the_other_language_of_what_it_quotes(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_form("/", locale=locale, **screen)
    chinese = locale == "zh-CN"
    page.locator(".suggestion").first.wait_for()
    reply = ask(page, "第95/200号决议第3段" if chinese else "paragraph 3 of resolution 95/200")
    other = quotations(reply).first.locator("details.parallel")

    expect(other.locator("summary")).to_have_text("英文本" if chinese else "English text")
    expect(other.get_by_text("Urges Member States")).to_be_hidden()
    other.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(other.get_by_text("Urges Member States")).to_be_visible()
    expect(other.locator("p")).to_have_attribute("lang", "en")
    assert not scrolls_sideways(page)


def test_a_citation_opens_with_its_words_marked_beside_the_other_language(
    open_form: OpenPage,
) -> None:
    page = open_form("/")
    page.locator(".suggestion").first.wait_for()
    sentence = quotations(ask(page, "第95/200号决议第3段")).first
    sentence.locator("a.chip").click()
    assert marked_words(page, "OP3") == quoted_words(sentence)

    page.locator(".views a").filter(has_text="对照").click()
    expect(paragraph(page, "OP3")).to_contain_text("Urges Member States")
    assert marked_words(page, "OP3") == quoted_words(sentence)

    page.locator(".views a").filter(has_text="English").click()
    expect(page.locator("mark")).to_have_count(0)


def test_who_reads_side_by_side_goes_on_so_from_citation_to_citation(open_form: OpenPage) -> None:
    page = open_form("/")
    quotations(ask(page, "第95/200号决议第3段")).first.locator("a.chip").click()
    page.locator(".views a").filter(has_text="对照").click()
    expect(paragraph(page, "OP3")).to_contain_text("Urges Member States")

    quotations(ask(page, "第95/200号决议第5段")).first.locator("a.chip").click()

    expect(paragraph(page, "OP5")).to_be_focused()
    assert in_view(paragraph(page, "OP5"))
    expect(paragraph(page, "OP5")).to_contain_text("Decides to adopt")


def test_a_language_that_cannot_be_had_is_said_and_tried_again(
    open_form: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_form(f"{BOTH_HELD}?lang=zh")
    paragraph(page, "OP1").wait_for()
    english = "**/api/v1/resolutions/A/RES/95/200?version=en"
    page.route(english, lambda route: route.abort())
    page.locator(".views a").filter(has_text="English").click()

    expect(page.get_by_role("alert")).to_contain_text("连不上服务器")
    page.unroute(english)
    page.get_by_role("button", name="重试").click()
    expect(paragraph(page, "OP1")).to_contain_text("Reaffirms")
