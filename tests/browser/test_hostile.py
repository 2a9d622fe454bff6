"""A document that means harm: its words are words wherever they are shown or taken to."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import ask, quotations
from tests.browser.conftest import Complaints, OpenPage, _opener, ingested, serving
from tests.browser.conversing import DESKTOP, NARROWEST
from tests.browser.reading import scrolls_sideways
from tests.browser.test_accessibility import findings

MARKUP = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
LINK = "[看这里](javascript:document.title='taken')"
# It turns round what follows it on its line, unless what shows it keeps it apart.
OVERRIDE = "\u202e"
LONG = "W" * 300
OLD, NEW = "A/RES/95/302", "A/RES/96/302"


def hostile(session: int, numeral: str, recalled: int) -> str:
    """A resolution of that session, whose title and paragraphs are hostile."""
    return f"""第{numeral}届会议
议程项目18

{1955 + session}年12月4日大会决议

{session}/302. 样例{MARKUP}{OVERRIDE}的养护

大会，

回顾其关于样例{OVERRIDE}风车的第{recalled}/302号决议，

1. 请秘书长就{MARKUP}向大会下一届会议提出报告；

2. 请秘书长就{LINK}和第{session}份{OVERRIDE}清单向大会下一届会议提出报告；

3. 请会员国养护{LONG}；

4. 决定将题为“样例{OVERRIDE}{LONG}”的项目列入大会第{numeral}届会议临时议程。
"""


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    texts = folder / "texts"
    texts.mkdir()
    (texts / "95_302.txt").write_text(hostile(95, "九十五", 94))
    (texts / "96_302.txt").write_text(hostile(96, "九十六", 95))
    ingested(folder / "library", texts)
    with serving(folder, ASSISTANT_SAMPLE_LIBRARY="false") as address:
        yield address


@pytest.fixture
def open_hostile(
    browser: Browser, hostile_server: str, complaints: Complaints
) -> Iterator[OpenPage]:
    yield from _opener(browser, hostile_server, complaints)


# The page's own words that run from right to left; those of the documents may.
TURNED = """texts => {
  const turned = [];
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const at = (node, index) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect();
  };
  for (let node = all.nextNode(); node; node = all.nextNode()) {
    const text = node.data.trim();
    if (text.length < 2 || texts.some(one => one.includes(text))) continue;
    if (/[\\u202a-\\u202e]/.test(text)) continue;
    const begin = node.data.indexOf(text);
    const [first, second] = [at(node, begin), at(node, begin + 1)];
    if (first.width && first.top === second.top && second.left < first.left) turned.push(text);
  }
  return turned;
}"""


def assert_harmless(page: Page, where: str) -> None:
    """Nothing of the documents has become part of the page, and the page is as it was."""
    texts = [hostile(95, "九十五", 94), hostile(96, "九十六", 95)]
    assert page.locator("main img, .side img, [role=dialog] img").count() == 0, where
    assert page.locator("body script").count() == 0, where
    assert page.locator("a[href^='javascript:' i]").count() == 0, where
    assert not page.title().startswith("taken"), where
    assert page.evaluate(TURNED, texts) == [], where
    assert not scrolls_sideways(page), where


def test_words_of_the_page_that_were_turned_round_would_be_noticed(open_hostile: OpenPage) -> None:
    page = open_hostile("/about")
    page.locator("h1").wait_for()
    assert page.evaluate(TURNED, []) == []

    page.locator("h1").evaluate("(h1, turn) => h1.prepend(turn)", OVERRIDE)

    assert page.evaluate(TURNED, []) == ["关于本站"]


EVERYWHERE = pytest.mark.parametrize(
    ("locale", "screen"),
    [("zh-CN", DESKTOP), ("en-US", NARROWEST)],
    ids=["zh desktop", "en narrowest"],
)


@EVERYWHERE
def test_in_the_chat_its_cards_and_its_conversations_it_is_text(
    open_hostile: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_hostile(locale=locale, **screen)
    page.locator(".suggestion").first.wait_for()
    assert_harmless(page, "welcome")
    reply = ask(page, "第95/302号决议请秘书长做什么？")
    first, second = quotations(reply).all()[:2]
    expect(first).to_contain_text(MARKUP)
    expect(second).to_contain_text(LINK)
    assert_harmless(page, "answer")
    ask(page, "第95/302号决议请会员国做什么？")
    assert_harmless(page, "a word as long as a line")

    page.keyboard.press("Tab")
    for sentence, said in ((first, MARKUP), (second, LINK)):
        sentence.locator("a.chip").focus()
        expect(page.locator(".citation-card")).to_contain_text(said)
        assert_harmless(page, "card")
    assert findings(page) == []
    second.locator("a.chip").click()
    expect(page.locator("#OP2 mark").first).to_be_visible()
    assert_harmless(page, "reader beside the chat")


@EVERYWHERE
def test_on_every_other_screen_it_is_text(
    open_hostile: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_hostile(locale=locale, **screen)
    for path, shown in {
        f"/resolutions/{OLD}": ".around",
        f"/resolutions/{NEW}#OP3": ".paragraph",
        "/resolutions": ".library-list li",
        "/resolutions?q=样例": ".library mark",
        "/mandates": ".mandates, .mandate-card",
        f"/compare?a={OLD}&b={NEW}": ".compared-row",
        f"/series/{NEW}": ".step",
        f"/graph/{NEW}": ".graph-node, .graph-table, .graph-list",
        f"/graph/{NEW}?view=drawing": ".graph-node",
    }.items():
        page.goto(path)
        page.locator(shown).first.wait_for()
        page.wait_for_load_state("networkidle")
        assert_harmless(page, path)


def test_what_is_exported_and_copied_holds_it_as_text(open_hostile: OpenPage) -> None:
    page = open_hostile()
    ask(page, "第95/302号决议请秘书长做什么？")
    kept = page.request.get("/api/conversations").json()["conversations"][0]["id"]

    def exported(form: str) -> bytes:
        return page.request.get(f"/api/conversations/{kept}/export?format={form}").body()

    answer = page.request.get(f"/api/conversations/{kept}").json()["turns"][0]["answer"]["id"]
    copied = page.request.get(f"/api/answers/{answer}/text?format=markdown").text()
    for markdown in (exported("md").decode(), copied):
        assert r"\<img src=x" in markdown
        assert r"\<script\>" in markdown
        assert r"\[看这里\](javascript" in markdown
        assert "\n<" not in markdown
    assert MARKUP in page.request.get(f"/api/answers/{answer}/text?format=text").text()
    with zipfile.ZipFile(BytesIO(exported("docx"))) as document:
        written = document.read("word/document.xml").decode()
        names = document.namelist()
        targets = [document.read(name).decode() for name in names if name.endswith(".rels")]
    assert "&lt;img src=x" in written
    assert "<img" not in written
    assert not [target for target in targets if "javascript" in target]
    assert not [name for name in names if "media" in name or "vba" in name.lower()]
    table = page.request.get("/api/mandates?format=csv").text()
    assert not [line for line in table.splitlines() if line.lstrip('"')[:1] in "=+-@" and line]
