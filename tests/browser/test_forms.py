"""The reader shows every form of resolution: its levels, sections, annexes, vote and doubts."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import ask, focused_id, in_view, question_box, quotations, status
from tests.browser.conftest import Complaints, OpenPage
from tests.browser.reading import DESKTOP, PHONE, left_of_text, paragraph, scrolls_sideways

EVERYWHERE = pytest.mark.parametrize(
    ("locale", "screen"),
    [("en-US", DESKTOP), ("zh-CN", PHONE)],
    ids=["en desktop", "zh phone"],
)
WITH_ANNEX = "/resolutions/A/RES/95/200"
NUMBERS_LOST = "/resolutions/A/RES/95/201"
SECTIONS = "/resolutions/A/RES/95/202"
WITHOUT_OPERATIVE_PART = "/resolutions/A/RES/95/204"
VOTED = "/resolutions/A/RES/95/100"
WITH_LINES_LEFT = "/resolutions/A/RES/92/245"
TRADITIONAL = "/resolutions/A/RES/95/52"


@EVERYWHERE
def test_items_stand_under_their_paragraph_with_their_printed_letters(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_form(f"{WITH_ANNEX}?lang=zh", locale=locale, **screen)
    paragraph(page, "OP2(a)(ii)").wait_for()

    lefts = [left_of_text(page, place) for place in ("OP2", "OP2(a)", "OP2(a)(ii)")]
    assert lefts == sorted(set(lefts))
    assert left_of_text(page, "OP2(b)") == lefts[1]
    expect(paragraph(page, "OP2").locator(".printed")).to_have_text("2.")
    expect(paragraph(page, "OP2(a)").locator(".printed")).to_have_text("(a)")
    expect(paragraph(page, "OP2(a)(ii)").locator(".printed")).to_have_text("(ii)")
    assert not scrolls_sideways(page)


@EVERYWHERE
def test_an_annex_is_set_apart_and_one_click_away(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_form(f"{WITH_ANNEX}?lang=zh", locale=locale, **screen)
    contents = page.get_by_role("navigation", name="目录" if locale == "zh-CN" else "Contents")
    contents.get_by_role("link", name="样例灯塔作出共同安排").click()

    assert focused_id(page) == "ANNEX"
    assert in_view(paragraph(page, "ANNEX"))
    title = paragraph(page, "ANNEX").get_by_role("heading", level=3)
    expect(title).to_contain_text("共同安排的样例公约")
    expect(title).not_to_contain_text("本公约各缔约国")
    expect(paragraph(page, "ANNEX")).to_contain_text("本公约各缔约国，")
    article = paragraph(page, "ANNEX/ART1").get_by_role("heading", level=4)
    expect(article).to_have_text("第一条")
    assert left_of_text(page, "ANNEX/ART1/2(a)") > left_of_text(page, "ANNEX/ART1/2")
    assert not scrolls_sideways(page)


def test_a_paragraph_of_an_annex_has_an_address(open_form: OpenPage) -> None:
    page = open_form("/resolutions/A/RES/92/164#ANNEX/ART1/2(a)")

    expect(paragraph(page, "ANNEX/ART1/2(a)")).to_be_focused()
    expect(page.get_by_role("group", name="附件第1条第2款(a)项")).to_contain_text("任何样例装置")


def test_the_closing_lines_stand_before_the_annex_as_they_are_printed(open_form: OpenPage) -> None:
    page = open_form(WITH_ANNEX)
    paragraph(page, "FN2").wait_for()

    parts = page.locator(".part").evaluate_all("all => all.map(one => one.dataset.kind)")

    assert parts == ["masthead", "preamble", "operative", "end", "annex", "footnotes"]


@EVERYWHERE
def test_sections_whose_numbers_begin_again_are_headed_and_listed(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_form(SECTIONS, locale=locale, **screen)
    page.get_by_role("link", name="二. 行动", exact=True).click()

    expect(paragraph(page, "H3")).to_be_focused()
    expect(paragraph(page, "H3").get_by_role("heading", level=4)).to_have_text("二. 行动")
    expect(paragraph(page, "S2/OP1").locator(".printed")).to_have_text("1.")
    names = {"zh-CN": "第二节执行部分第1段", "en-US": "section II operative paragraph 1"}
    expect(paragraph(page, "S2/OP1")).to_have_attribute("aria-label", names[locale])
    assert not scrolls_sideways(page)


def test_a_plain_resolution_has_no_table_of_contents(open_page: OpenPage) -> None:
    page = open_page("/resolutions/A/RES/75/45")
    paragraph(page, "OP15").wait_for()

    assert page.locator(".contents").count() == 0
    assert page.locator(".views").count() == 0


@EVERYWHERE
def test_a_vote_is_a_table_whose_countries_unfold(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_form(VOTED, locale=locale, **screen)
    chinese = locale == "zh-CN"
    table = page.get_by_role("table", name="记录表决" if chinese else "Recorded vote")

    rows = [
        ("赞成" if chinese else "In favour", "106"),
        ("反对" if chinese else "Against", "1"),
        ("弃权" if chinese else "Abstaining", "67"),
    ]
    for name, count in rows:
        row = table.get_by_role("row", name=name)
        expect(row.get_by_role("cell").first).to_have_text(count)
    against = table.get_by_role("row", name=rows[1][0])
    expect(against.get_by_text("丁国")).to_be_hidden()
    against.locator("summary").press("Enter")
    expect(against.get_by_text("丁国")).to_be_visible()
    assert not scrolls_sideways(page)


def test_a_note_printed_inside_its_paragraph_can_be_opened_and_left(open_form: OpenPage) -> None:
    page = open_form(VOTED)
    page.get_by_role("link", name="脚注2", exact=True).click()
    expect(paragraph(page, "FN2")).to_be_focused()

    paragraph(page, "FN2").locator(".note-mark a").click()

    expect(paragraph(page, "PP1")).to_be_focused()


@EVERYWHERE
def test_what_fits_nowhere_is_counted_folded_and_never_hidden(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_form(WITH_LINES_LEFT, locale=locale, **screen)
    names = {
        "zh-CN": "原文中未能归位的文字（2）",
        "en-US": "2 lines of the source that fit nowhere",
    }
    summary = page.get_by_text(names[locale])
    expect(summary).to_be_visible()
    lines = page.locator(".unplaced li")
    expect(lines.last).to_be_hidden()

    summary.focus()
    page.keyboard.press("Enter")

    expect(lines).to_have_count(2)
    expect(lines.last).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "says"),
    [
        ("zh-CN", ["这份文本没有执行部分。", "文号是推定的"]),
        ("en-US", ["This text has no operative part.", "The symbol is inferred"]),
    ],
)
def test_a_text_without_operative_part_title_and_symbol_says_so(
    open_form: OpenPage, locale: str, says: list[str]
) -> None:
    page = open_form(WITHOUT_OPERATIVE_PART, locale=locale)
    notice = page.locator(".resolution .notice")

    for words in says:
        expect(notice).to_contain_text(words)
    number = "第95/204号决议" if locale == "zh-CN" else "resolution 95/204"
    expect(page.locator(".resolution h2")).to_have_text(number)
    expect(paragraph(page, "PP3")).to_be_visible()


def test_a_library_names_what_has_no_title_and_what_it_holds_twice(open_form: OpenPage) -> None:
    page = open_form("/resolutions")
    item = page.locator(".library li")

    expect(item.filter(has_text="A/RES/95/204")).to_contain_text("（无标题）")
    expect(item.filter(has_text="A/RES/95/200")).to_contain_text("中英对照")


def test_traditional_script_is_marked_as_such(open_form: OpenPage) -> None:
    page = open_form(TRADITIONAL)

    expect(page.locator(".resolution")).to_have_attribute("lang", "zh-Hant")
    expect(paragraph(page, "PP1").locator("[lang]").last).to_have_attribute("lang", "zh-Hant")


def test_a_mark_whose_note_is_lost_leads_nowhere_and_says_so(open_form: OpenPage) -> None:
    page = open_form(TRADITIONAL)
    marks = paragraph(page, "PP2").locator(".note-mark")

    expect(marks).to_have_count(2)
    expect(marks.first).to_contain_text("原文缺这条脚注")
    assert marks.locator("a").count() == 0


# ── what was inferred ────────────────────────────────────────────────────────────────────────


def unfold_reason(page: Page, place: str, *, touch: bool) -> None:
    """Presses the mark of what was inferred, by finger or by key."""
    tag = paragraph(page, place).locator("button.tag")
    if touch:
        tag.tap()
    else:
        tag.focus()
        page.keyboard.press("Enter")
    expect(tag).to_have_attribute("aria-expanded", "true")


@EVERYWHERE
def test_a_lost_number_is_marked_and_says_why_to_key_and_finger(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    touch = screen is PHONE
    page = open_form(NUMBERS_LOST, locale=locale, has_touch=touch, **screen)
    chinese = locale == "zh-CN"
    paragraph(page, "OP~2").wait_for()
    expect(paragraph(page, "OP~2").locator("button.tag")).to_have_text(
        "推定：段号" if chinese else "inferred: number"
    )
    name = "执行部分第2段（推定）" if chinese else "operative paragraph 2 (inferred)"
    expect(paragraph(page, "OP~2")).to_have_attribute("aria-label", name)
    assert paragraph(page, "OP~2").locator(".printed").count() == 0

    unfold_reason(page, "OP~2", touch=touch)

    expect(paragraph(page, "OP~2").locator(".why")).to_contain_text(
        "原文没有印明" if chinese else "does not print it"
    )
    assert not scrolls_sideways(page)


def test_an_address_with_the_printed_number_finds_the_guessed_one(open_form: OpenPage) -> None:
    page = open_form(f"{NUMBERS_LOST}#OP2")

    expect(paragraph(page, "OP~2")).to_be_focused()


@EVERYWHERE
def test_an_answer_says_what_was_inferred_on_chip_and_sentence(
    open_form: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_form("/", locale=locale, **screen)
    chinese = locale == "zh-CN"
    question_box(page).wait_for()
    reply = ask(
        page,
        "第95/201号决议请秘书长做什么？"
        if chinese
        else "What does resolution 95/201 ask the Secretary-General to do?",
    )
    sentence = quotations(reply).first

    assert status(reply) == "answered"
    chip = sentence.locator("a.chip")
    expect(chip).to_have_text("第1段（推定）" if chinese else "para. 1 (inferred)")
    said = "推定：段号" if chinese else "inferred: number"
    assert said in (chip.get_attribute("aria-label") or "")
    tag = sentence.get_by_role("button", name=said)
    tag.focus()
    page.keyboard.press("Space")
    expect(sentence.locator(".why")).to_be_visible()
    chip.click()
    expect(paragraph(page, "OP~1")).to_be_focused()


# ── what a server may send ───────────────────────────────────────────────────────────────────


def resolution_of(paragraphs: int, title: str) -> dict[str, Any]:
    """A resolution as the API tells it, without head and end."""
    symbol = "A/RES/95/200"
    text = "请秘书长向大会第九十六届会议提交报告，说明样例灯塔的养护情况；"
    return {
        "symbol": symbol,
        "lang": "zh",
        "title": title,
        "masthead": {},
        "source": {"name": "a.txt", "sha256": "0" * 64, "retrieved": None},
        "inferred": [],
        "unplaced": [],
        "vote": None,
        "paragraphs": [
            {
                "symbol": symbol,
                "place": f"OP{n}",
                "kind": "operative",
                "text": text,
                "printed": str(n),
                "inferred": [],
                "clauses": [],
                "references": [],
                "marks": [],
                "emphasis": [],
            }
            for n in range(1, paragraphs + 1)
        ],
    }


def test_five_hundred_paragraphs_are_drawn_and_the_last_is_reached(open_form: OpenPage) -> None:
    page = open_form("/resolutions")
    page.route(
        "**/api/v1/resolutions/A/RES/95/200*",
        lambda route: route.fulfill(json=resolution_of(500, "样例" * 150)),
    )
    page.goto(f"{WITH_ANNEX}#OP500")

    expect(paragraph(page, "OP500")).to_be_focused()
    assert in_view(paragraph(page, "OP500"))
    assert page.locator(".paragraph").count() == 500
    paragraph(page, "OP499").get_by_role("link").click()
    expect(paragraph(page, "OP499")).to_be_focused()
    assert not scrolls_sideways(page)


def test_a_resolution_with_nothing_in_it_is_still_a_page(
    open_form: OpenPage, complaints: Complaints
) -> None:
    page = open_form("/resolutions")
    page.route(
        "**/api/v1/resolutions/A/RES/95/200*",
        lambda route: route.fulfill(json=resolution_of(0, "")),
    )
    page.goto(f"{WITH_ANNEX}#OP1")

    expect(page.locator(".resolution h2")).to_have_text("第95/200号决议")
    expect(page.locator(".resolution [role=status]")).to_contain_text("没有执行部分第1段")
    assert complaints == []
