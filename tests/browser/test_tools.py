"""The tools: mandates and deadlines, two resolutions compared, a series, references drawn."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from eval.generator.series import series
from tests.browser.conftest import (
    SERIES_INDEX,
    SERIES_LENGTH,
    SERIES_SEED,
    Complaints,
    OpenPage,
)
from tests.browser.reading import PHONE, scrolls_sideways, shifts, watch_shifts
from tests.browser.test_accessibility import findings

EARLIER, LATER = "A/RES/106/904", "A/RES/108/904"
COMPARED = f"/compare?a={EARLIER}&b={LATER}"
TALL_PHONE = {"viewport": {"width": 390, "height": 844}}


def rows(page: Page) -> list[str]:
    """The text of every row of the table of mandates."""
    page.locator(".mandates tbody tr").first.wait_for()
    return page.locator(".mandates tbody tr").all_inner_texts()


def from_server(page: Page, path: str) -> dict[str, object]:
    """What the API says, to hold the page against."""
    found: dict[str, object] = json.loads(page.request.get(path).text())
    return found


# ── mandates ──


def test_all_mandates_stand_in_the_table_and_are_counted(open_series: OpenPage) -> None:
    page = open_series("/mandates")
    told = from_server(page, "/api/v1/mandates?limit=500")

    assert len(rows(page)) == told["total"]
    expect(page.locator(".mandate-count")).to_have_text(
        f"{told['total']}项任务，出自{told['resolutions']}份决议；文库共6份决议。"
    )


def test_a_filter_narrows_the_table_the_address_and_the_files(open_series: OpenPage) -> None:
    page = open_series("/mandates")
    everything = len(rows(page))

    page.get_by_role("combobox", name="到期届会").select_option("76")

    expect(page.locator(".mandates tbody tr").first).to_contain_text("大会第七十六届会议")
    assert 0 < len(rows(page)) < everything
    assert all("第七十六届会议" in row for row in rows(page))
    assert page.url.endswith("/mandates?due_session=76")
    address = page.get_by_role("link", name="表格（CSV）").get_attribute("href")
    assert address is not None
    table = list(csv.reader(io.StringIO(page.request.get(address).text())))
    assert len(table) == 1 + len(rows(page))
    calendar = page.get_by_role("link", name="日历（iCalendar）").get_attribute("href")
    assert calendar is not None
    assert "BEGIN:VCALENDAR" in page.request.get(calendar).text()


def test_a_filter_of_several_values_is_chosen_and_taken_away_by_keys(open_series: OpenPage) -> None:
    page = open_series("/mandates", locale="en-US")
    everything = len(rows(page))
    page.get_by_role("combobox", name="To be made").press("Enter")
    option = page.get_by_role("option").filter(has_text="report")
    expect(option).to_be_visible()
    page.keyboard.type("report")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")

    chip = page.get_by_role("button", name="Remove “To be made: report”")
    expect(chip).to_be_visible()
    assert 0 < len(rows(page)) < everything
    chip.press("Enter")
    expect(page.locator(".mandates tbody tr")).to_have_count(everything)


def test_the_head_of_a_column_orders_the_table_and_turns_it_round(open_series: OpenPage) -> None:
    page = open_series("/mandates")
    rows(page)
    sources = page.locator(".mandates .source .symbol")

    page.get_by_role("button", name="出处").click()
    expect(page.locator("th", has_text="出处")).to_have_attribute("aria-sort", "ascending")
    expect(sources.first).to_contain_text("72/31")
    ascending = sources.all_inner_texts()
    page.get_by_role("button", name="出处").click()
    expect(page.locator("th", has_text="出处")).to_have_attribute("aria-sort", "descending")
    expect(sources.first).to_contain_text("108/904")

    sessions = [int(re.findall(r"\d+", symbol)[0]) for symbol in ascending]
    assert sessions == sorted(sessions)
    assert sorted(sources.all_inner_texts()) == sorted(ascending)


def test_a_mandate_opens_at_its_paragraph(open_series: OpenPage) -> None:
    page = open_series("/mandates?symbol=A/RES/75/45")
    rows(page)

    page.get_by_role("link", name="A/RES/75/45 · 第13段").click()

    expect(page.locator("#OP13")).to_be_focused()


def test_no_mandate_is_said_in_words_and_filters_can_be_cleared(open_series: OpenPage) -> None:
    page = open_series("/mandates?addressee=秘书长&due_session=1")
    expect(page.get_by_text("没有符合这些条件的任务。")).to_be_visible()

    page.get_by_role("button", name="清除全部筛选").click()

    assert rows(page)


def test_a_filter_that_nobody_knows_is_refused_in_words(
    open_series: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_series("/mandates?addressee=没有这个机构")

    expect(page.get_by_role("alert")).to_contain_text("没有这个机构")


def test_on_a_phone_mandates_are_cards_behind_filters(open_series: OpenPage) -> None:
    page = open_series("/mandates", **PHONE)
    page.locator(".mandate-card").first.wait_for()
    assert not scrolls_sideways(page)
    everything = page.locator(".mandate-card").count()

    page.get_by_role("button", name="筛选").click()
    page.get_by_role("combobox", name="到期届会").select_option("76")

    expect(page.get_by_role("button", name="筛选（已选1项）")).to_be_visible()
    page.locator(".mandate-card").first.wait_for()
    assert page.locator(".mandate-card").count() < everything
    assert not scrolls_sideways(page)


# ── comparison ──


def test_every_paragraph_of_both_is_compared_and_no_word_is_lost(open_series: OpenPage) -> None:
    page = open_series(COMPARED)
    page.locator(".compared-row").first.wait_for()
    told = from_server(page, f"/api/v1/compare?a={EARLIER}&b={LATER}")
    aligned = told["rows"]
    assert isinstance(aligned, list)

    assert page.locator(".compared-row").count() == len(aligned)
    for kind in ("same", "renewed", "changed", "added", "dropped"):
        assert page.locator(f".compare-counts [data-kind={kind}] dd").inner_text() == str(
            told[kind]
        )
    shown = page.locator(".compared-side > .words").evaluate_all(
        """all => all.map(one => {
          const copy = one.cloneNode(true);
          copy.querySelectorAll('.visually-hidden').forEach(hidden => hidden.remove());
          return copy.textContent;
        })"""
    )
    sides = [
        [row["second"]] if row["kind"] == "same" else [row["first"], row["second"]]
        for row in aligned
    ]
    assert shown == [side["text"] for pair in sides for side in pair if side]


def test_words_are_marked_by_a_line_and_said_aloud_where_they_differ(open_series: OpenPage) -> None:
    page = open_series(COMPARED)
    changed = page.locator(".compared-row[data-kind=changed]").first
    changed.wait_for()

    inserted = changed.locator("ins").first
    assert "underline" in inserted.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert inserted.text_content() is not None
    assert str(inserted.text_content()).startswith("[加入] ")
    dropped = page.locator(".compare-legend del")
    assert "line-through" in dropped.evaluate("one => getComputedStyle(one).textDecorationLine")


def test_verbs_that_grew_stronger_or_weaker_are_named(open_series: OpenPage) -> None:
    made = series(SERIES_SEED, SERIES_INDEX, SERIES_LENGTH)
    symbols = [file.truths[0].symbol for file in made.files]
    turned = {
        pair: edit
        for pair, one in zip(pairwise(symbols), made.steps, strict=True)
        for _, _, edit in one.pairs
        if edit in ("stronger", "weaker")
    }
    assert turned, "The series has to have a verb that turned: choose another"
    page = open_series("/compare")
    for (first, second), edit in turned.items():
        page.goto(f"/compare?a={first}&b={second}")
        expect(page.locator(f".verb-changes [data-kind={edit}]").first).to_contain_text(
            "语气加强" if edit == "stronger" else "语气减弱"
        )


def test_only_differences_are_left_where_that_is_asked(open_series: OpenPage) -> None:
    page = open_series(COMPARED, locale="en-US")
    page.locator(".compared-row[data-kind=same]").first.wait_for()
    same = page.locator(".compared-row[data-kind=same]").count()
    everything = page.locator(".compared-row").count()

    page.get_by_label("Only differences").check()

    expect(page.locator(".compared-row[data-kind=added]").first).to_be_visible()
    left = page.locator(".compared-row").count()
    moved = page.locator(".compared-row[data-kind=same]").count()
    assert left == everything - same + moved
    expect(page.locator(".compare-hidden")).to_have_text(f"{everything - left} paragraphs left out")


def test_an_english_reader_sees_the_chinese_texts_of_what_is_held_in_chinese_alone(
    open_series: OpenPage,
) -> None:
    page = open_series("/compare?a=A/RES/72/31&b=A/RES/75/45", locale="en-US")
    expect(page.locator(".compared-row").first).to_be_visible()
    expect(page.get_by_text("the Chinese texts are compared")).to_be_visible()
    page.goto(COMPARED)  # held in both languages
    expect(page.locator(".compared-row").first).to_be_visible()
    expect(page.locator(".compared-side > .words").first).to_have_attribute("lang", "en")
    expect(page.get_by_text("the Chinese texts are compared")).to_have_count(0)


def test_two_resolutions_are_chosen_by_typing_and_swapped(open_series: OpenPage) -> None:
    page = open_series("/compare")
    for label, typed, symbol in (("前一份", "106/904", EARLIER), ("后一份", "108/904", LATER)):
        page.get_by_role("combobox", name=label).fill(typed)
        found = page.get_by_role("option", disabled=False).filter(has_text=typed)
        expect(found.first).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.get_by_role("combobox", name=label)).to_have_value(symbol)
    expect(page.locator(".compared-row").first).to_be_visible()
    assert page.url.endswith(COMPARED)

    page.get_by_role("button", name="对调前后").click()

    expect(page.get_by_role("combobox", name="前一份")).to_have_value(LATER)


def test_the_newest_of_the_whole_library_are_offered(open_series: OpenPage) -> None:
    page = open_series("/about")
    first_page = {"resolutions": [], "total": 5_000, "next": "1000"}
    page.route("**/api/v1/resolutions", lambda route: route.fulfill(json=first_page))
    page.goto("/series")

    expect(page.locator(".newest li")).to_have_count(5)
    expect(page.locator(".newest a").first).to_have_text("第108/904号决议")


def test_with_one_chosen_its_series_is_offered(open_series: OpenPage) -> None:
    page = open_series(f"/compare?a={EARLIER}")

    page.get_by_role("link", name="第108/904号决议").click()

    expect(page.locator(".compared-row").first).to_be_visible()


def test_what_cannot_be_compared_is_refused_in_words(
    open_series: OpenPage, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    page = open_series(f"/compare?a={EARLIER}&b={EARLIER}")

    expect(page.get_by_role("alert")).to_contain_text("不能与它自己对照")


def test_on_a_phone_both_sides_stand_below_each_other(open_series: OpenPage) -> None:
    page = open_series(COMPARED, **PHONE)
    changed = page.locator(".compared-row[data-kind=changed]").first
    changed.wait_for()

    first, second = (changed.locator(".compared-side").nth(n).bounding_box() for n in (0, 1))

    assert first is not None
    assert second is not None
    assert second["y"] >= first["y"] + first["height"]
    assert not scrolls_sideways(page)


# ── series ──


def test_a_series_says_what_each_session_changed_and_leads_to_the_comparison(
    open_series: OpenPage,
) -> None:
    page = open_series("/series/A/RES/107/904")
    steps = page.locator(".step")
    members = from_server(page, "/api/v1/resolutions/A/RES/107/904/series")["members"]
    assert isinstance(members, list)
    expect(steps).to_have_count(len(members))
    names = page.locator(".step-name a").all_inner_texts()
    assert names == [f"第{n}/904号决议" for n in (108, 107, 106, 105)]
    expect(steps.nth(1)).to_have_attribute("aria-current", "true")
    told = from_server(page, "/api/v1/compare?a=A/RES/107/904&b=A/RES/108/904")
    expect(steps.nth(0)).to_contain_text(f"改动{told['changed']}段")
    oldest_held = steps.nth(SERIES_LENGTH - 1)
    alone = "系列中最早的" if len(members) == SERIES_LENGTH else "前一份不在库中"
    expect(oldest_held).to_contain_text(alone)

    page.get_by_role("link", name="比较第107/904号决议与第108/904号决议").click()

    expect(page.locator(".compared-row").first).to_be_visible()


def test_members_that_are_only_recalled_say_so_and_show_where(open_series: OpenPage) -> None:
    page = open_series("/series/A/RES/75/45", locale="en-US")
    missing = page.locator(".step[data-held=false]").first
    expect(missing).to_contain_text("not held")
    expect(missing).to_contain_text("inferred")

    missing.get_by_role("link", name="75/45, preamble, para. 1").click()

    expect(page.locator("#PP1")).to_be_focused()


# ── references ──


def test_the_drawing_has_every_document_and_says_which_are_held(open_series: OpenPage) -> None:
    page = open_series("/graph/A/RES/75/45")
    page.locator(".graph-node").first.wait_for()
    told = from_server(page, "/api/v1/resolutions/A/RES/75/45/references?depth=1&nodes=60")
    nodes = told["nodes"]
    assert isinstance(nodes, list)

    assert page.locator(".graph-node").count() == len(nodes)
    held, other = (
        page.locator(".graph-node.is-held").first,
        page.locator(".graph-node:not(.is-held)").first,
    )
    style = "one => getComputedStyle(one).borderTopStyle"
    assert (held.evaluate(style), other.evaluate(style)) == ("solid", "dashed")
    expect(held).to_have_accessible_name(re.compile("第75/45号决议.*，决议，库中有；提到"))


def test_every_document_is_reached_by_arrows(open_series: OpenPage) -> None:
    page = open_series("/graph/A/RES/75/45")
    page.locator(".graph-node").first.wait_for()
    page.locator(".graph-node[data-center]").focus()

    page.keyboard.press("ArrowLeft")
    reached = {focused(page)}
    for key in ("ArrowUp", "ArrowDown"):
        before = None
        while focused(page) != before:
            before = focused(page)
            page.keyboard.press(key)
            reached.add(focused(page))

    assert len(reached) == page.locator(".graph-node").count() - 1
    page.keyboard.press("Home")
    assert focused(page) == "node A/RES/75/45"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_the_table_is_one_key_away_and_has_every_line(open_series: OpenPage) -> None:
    page = open_series("/graph/A/RES/75/45")
    page.locator(".graph-node[data-center]").focus()

    page.keyboard.press("t")

    table = page.locator(".graph-table tbody tr")
    told = from_server(page, "/api/v1/resolutions/A/RES/75/45/references?depth=1&nodes=60")
    links = told["links"]
    assert isinstance(links, list)
    expect(table).to_have_count(len(links))
    table.filter(has_text="第74/54号决议").get_by_role("link", name="第6段").click()
    expect(page.locator("#OP6")).to_be_focused()


def test_zooming_makes_the_drawing_larger(open_series: OpenPage) -> None:
    page = open_series("/graph/A/RES/75/45", locale="en-US")
    center = page.locator(".graph-node[data-center]")
    center.wait_for()
    before = center.bounding_box()

    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(300)

    after = center.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > before["width"]


def test_a_document_chosen_is_told_in_words_and_becomes_the_centre(open_series: OpenPage) -> None:
    page = open_series("/graph/A/RES/75/45")
    page.get_by_role("button", name="第74/54号决议").click()
    details = page.get_by_role("region", name="所选文件")
    expect(details).to_contain_text("第75/45号决议")
    expect(details).to_contain_text("库中没有")

    details.get_by_role("link", name="以它为中心").click()

    expect(page.locator(".graph-node[data-center]")).to_contain_text("第74/54号决议")


@pytest.mark.parametrize("options", [TALL_PHONE, {"reduced_motion": "reduce"}])
def test_on_a_phone_and_without_motion_the_table_comes_first(
    open_series: OpenPage, options: dict[str, object]
) -> None:
    page = open_series("/graph/A/RES/75/45", **options)
    expect(page.locator(".graph-table tbody tr, .graph-list li").first).to_be_visible()
    assert page.locator(".graph-node").count() == 0
    assert not scrolls_sideways(page)

    page.get_by_role("combobox", name="显示方式").select_option("drawing")

    expect(page.locator(".graph-node").first).to_be_visible()


# ── all of them ──

SCREENS = (
    "/mandates?addressee=秘书长",
    "/compare",
    COMPARED,
    "/series/A/RES/75/45",
    "/graph/A/RES/107/904?depth=2",
    "/graph/A/RES/107/904?view=drawing",
)
SETTLED = ".mandates, .mandate-card, .compared-row, .step, .graph-node, .graph-table, .graph-list"


@pytest.mark.parametrize(
    ("width", "scheme", "locale"),
    [(1280, "dark", "en-US"), (320, "light", "en-US"), (390, "dark", "zh-CN")],
)
def test_axe_finds_nothing_in_the_tools(
    open_series: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_series(viewport={"width": width, "height": 844}, color_scheme=scheme, locale=locale)
    for path in SCREENS:
        page.goto(path)
        if path != "/compare":
            page.locator(SETTLED).first.wait_for()
        page.wait_for_load_state("networkidle")
        assert findings(page) == [], path
        assert not scrolls_sideways(page), path


@pytest.mark.parametrize("path", ["/mandates", COMPARED, "/series/A/RES/107/904"])
def test_nothing_jumps_while_a_tool_loads(open_series: OpenPage, path: str) -> None:
    page = open_series("/about")
    watch_shifts(page)
    page.goto(path)
    page.locator(SETTLED).first.wait_for()

    assert shifts(page) < 0.1
