"""axe on every screen, light and dark, wide and narrow, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import DIRECTIVES, ask, quotations
from tests.browser.conftest import PROJECT, OpenPage

AXE = PROJECT / "web" / "node_modules" / "axe-core" / "axe.min.js"


# The theme changes nothing but colours, so that the other one is asked for its contrasts alone.
JUDGE = """async () => {
  const found = (await axe.run()).violations;
  const { dataset } = document.documentElement;
  const shown = dataset.theme;
  dataset.theme = shown === 'dark' ? 'light' : 'dark';
  const other = (await axe.run({ runOnly: ['color-contrast'] })).violations;
  dataset.theme = shown;
  return [...found, ...other];
}"""


def findings(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands, in the light and in the dark."""
    page.evaluate(AXE.read_text())
    violations = page.evaluate(JUDGE)
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in violations]


def unfold_everything(page: Page) -> None:
    """Opens what is folded, so that it is judged too."""
    for summary in page.locator("summary").all():
        summary.press("Enter")
    for tag in page.locator("button.tag").all():
        tag.press("Enter")


# ``findings`` judges both themes.
SCREENS = pytest.mark.parametrize(
    ("width", "scheme", "locale"), [(1280, "light", "zh-CN"), (320, "dark", "en-US")]
)


@SCREENS
def test_axe_finds_nothing_on_any_screen(
    open_page: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    page.locator(".suggestion").first.wait_for()
    assert findings(page) == []
    reply = ask(page, DIRECTIVES)
    ask(page, "第76/54号决议请秘书长做什么？")
    assert findings(page) == []
    quotations(reply).nth(2).locator("a.chip").click()
    page.locator("mark").first.wait_for()
    assert findings(page) == []
    page.goto("/resolutions")
    page.locator(".library li").first.wait_for()
    assert findings(page) == []


@SCREENS
def test_axe_finds_nothing_on_any_form_of_resolution(
    open_form: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_form(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    page.locator(".suggestion").first.wait_for()
    for path in (
        "/resolutions/A/RES/95/200?lang=en#ANNEX",
        "/resolutions/A/RES/95/200?lang=both#OP4",
        "/resolutions/A/RES/95/201#OP2",
        "/resolutions/A/RES/95/202#S2/OP1",
        "/resolutions/A/RES/95/204",
        "/resolutions/A/RES/95/100",
        "/resolutions/A/RES/95/52#PP2",
        "/resolutions/A/RES/92/245",
    ):
        page.goto(path)
        page.locator(".resolution").wait_for()
        unfold_everything(page)
        assert findings(page) == [], path


@SCREENS
def test_axe_finds_nothing_in_answers_with_doubts_and_two_languages(
    open_form: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_form(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    ask(page, "第95/201号决议请秘书长做什么？")
    ask(page, "第95/200号决议第3段")
    unfold_everything(page)
    assert findings(page) == []


# The page's language: the button of the filters on a phone, a filter of several values.
FILTERS = {"zh-CN": ("筛选", "应交付"), "en-US": ("Filters", "To be made")}


@SCREENS
def test_axe_finds_nothing_in_what_the_tools_open(
    open_series: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_series(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    drawer, several = FILTERS[locale]
    page.goto("/compare")
    page.get_by_role("main").get_by_role("combobox").first.fill("904")
    page.locator("[role=option]:visible").first.wait_for()
    assert findings(page) == []
    page.goto("/mandates")
    page.locator(".mandates, .mandate-card").first.wait_for()
    if width < 900:
        page.get_by_role("button", name=drawer).click()
        assert findings(page) == []
    page.get_by_role("combobox", name=several).press("Enter")
    page.locator("[role=option]:visible").first.wait_for()
    assert findings(page) == []
    page.goto("/graph/A/RES/75/45?view=drawing")
    page.locator(".graph-node").nth(1).press("Enter")
    assert findings(page) == []


SHOWN = {
    "/": ".suggestion",
    "/resolutions": ".library-list li",
    "/resolutions/A/RES/107/904#OP2": ".paragraph.is-current",
    "/mandates": ".mandates",
    "/compare?a=A/RES/106/904&b=A/RES/107/904": ".compared-row",
    "/series/A/RES/107/904": ".step",
    "/graph/A/RES/107/904?view=drawing": ".graph-node",
    "/about": ".about",
}
# Whether what has the focus is seen to have it.
OUTLINED = """() => {
  const drawn = getComputedStyle(document.activeElement);
  const line = drawn.outlineStyle !== 'none' && parseFloat(drawn.outlineWidth) >= 1;
  return line || drawn.boxShadow !== 'none';
}"""


def test_in_the_colours_of_a_reader_everything_is_there_and_the_focus_is_seen(
    open_series: OpenPage,
) -> None:
    page = open_series(forced_colors="active")
    for path, shown in SHOWN.items():
        page.goto(path)
        page.locator(shown).first.wait_for()
        for _ in range(4):
            page.keyboard.press("Tab")
            assert page.evaluate(OUTLINED), path
    page.goto("/")
    quotations(ask(page, DIRECTIVES)).first.locator("a.chip").click()
    marked = page.locator("#OP6 mark").first
    colour = "one => getComputedStyle(one).backgroundColor"
    expect(marked).to_be_visible()
    assert marked.evaluate(colour) != page.locator("body").evaluate(colour)
