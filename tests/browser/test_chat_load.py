"""The chat under load: many citations and turns, a slow server or none, hostile text."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.answering.generative.scripted import Reply, Script
from tests.browser.asking import DIRECTIVES, ask, finished, question_box, quotations, status
from tests.browser.conftest import ACTION_MS, Complaints, OpenPage, _opener, ingested, say, serving
from tests.browser.conversing import first_held
from tests.browser.test_accessibility import findings

MANY = 220
HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
HEAD = """第九十五届会议
议程项目18

2050年12月4日大会决议

95/{number}. {title}

大会，

回顾其关于样例风车的第93/118号决议，

"""
LIST = "第95/301号决议请秘书长做什么？"
REPORT = "第75/45号决议请秘书长就什么提出报告"
NUMBERS = "[...document.querySelectorAll('.is-quote a.chip')].map(chip => chip.textContent)"
# From the end of the conversation to its beginning, twenty frames on the way.
SCROLLED = """
const frame = document.querySelector('.thread-viewport');
const end = frame.scrollHeight;
for (let step = 20; step >= 0; step -= 1) {
  frame.scrollTop = (end * step) / 20;
  await new Promise(requestAnimationFrame);
}
if (frame.scrollTop !== 0) throw new Error('not scrolled');
"""
KEPT = "请秘书长就本决议的执行情况向大会第七十六届会议提出报告"


def long_text() -> str:
    """A resolution that asks the Secretary-General for as many things."""
    paragraphs = "\n\n".join(
        f"{n}. 请秘书长就第{n}号样例风车的养护情况向大会第九十六届会议提出报告；"
        for n in range(1, MANY + 1)
    )
    return HEAD.format(number=301, title="样例风车的养护") + paragraphs.removesuffix("；") + "。\n"


def hostile_text() -> str:
    """A resolution whose words are markup."""
    paragraph = f"1. 请秘书长就{HOSTILE}向大会第九十六届会议提出报告。\n"
    return HEAD.format(number=302, title=f"样例{HOSTILE}") + paragraph


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over both, which shows long lists whole."""
    folder = tmp_path_factory.mktemp("loaded")
    texts = folder / "texts"
    texts.mkdir()
    (texts / "95_301.txt").write_text(long_text())
    (texts / "95_302.txt").write_text(hostile_text())
    ingested(folder / "library", texts)
    settings = {"ASSISTANT_SAMPLE_LIBRARY": "false", "ASSISTANT_PAGE_SIZE": "500"}
    with serving(folder, **settings) as address:
        yield address


@pytest.fixture
def open_loaded(browser: Browser, loaded: str, complaints: Complaints) -> Iterator[OpenPage]:
    yield from _opener(browser, loaded, complaints)


def milliseconds(page: Page, act: str) -> float:
    """How long the page takes for an act, until what came of it is drawn."""
    return float(
        page.evaluate(
            f"""async () => {{
              const begun = performance.now();
              {act};
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              return performance.now() - begun;
            }}"""
        )
    )


def watch_shifts(page: Page) -> None:
    """Adds up from now on what moves by itself."""
    page.evaluate(
        """() => {
          window.shifted = 0;
          window.watch = new PerformanceObserver(list => {
            for (const entry of list.getEntries()) window.shifted += entry.value;
          });
          window.watch.observe({type: 'layout-shift', buffered: false});
        }"""
    )


def held_back(page: Page) -> list[Route]:
    """The questions that are on their way to the server from now on, kept from arriving."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route("**/api/v1/ask/stream", keep)
    return held


def test_an_answer_with_two_hundred_citations_folds_them_and_stays_usable(
    open_loaded: OpenPage,
) -> None:
    page = open_loaded()
    reply = ask(page, LIST)
    assert status(reply) == "answered"
    expect(quotations(reply)).to_have_count(MANY)

    counting = reply.locator(".statement").first
    assert 0 < counting.locator("a.chip").count() < 10
    counting.locator(".chip.is-more").click()
    expect(counting.locator("a.chip")).to_have_count(MANY)
    counting.locator(".chip.is-more").click()
    assert counting.locator("a.chip").count() < 10

    assert page.evaluate(NUMBERS) == [f"第{n}段" for n in range(1, MANY + 1)]
    assert milliseconds(page, SCROLLED) < 2_000
    last = quotations(reply).last.locator("a.chip")
    last.click()
    expect(page.locator(f"#OP{MANY}")).to_be_focused()
    page.keyboard.press("Escape")
    expect(last).to_be_focused()
    box = "document.querySelector('#question')"
    typed = milliseconds(page, f"{box}.focus(); document.execCommand('insertText', false, '再问')")
    assert typed < 500


def test_a_conversation_of_a_hundred_turns_stays_quick(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, DIRECTIVES)
    page.evaluate(
        """async question => {
          const before = (await (await fetch('/api/v1/conversations')).json()).conversations[0].id;
          for (let turn = 1; turn < 100; turn += 1) {
            await fetch('/api/v1/ask', {
              method: 'POST',
              headers: {'Content-Type': 'application/json'},
              body: JSON.stringify({question, conversation_id: before}),
            });
          }
        }""",
        DIRECTIVES,
    )
    page.reload()
    expect(page.locator(".reply")).to_have_count(100, timeout=ACTION_MS)
    # It opens where it was left: at its end, with the box ready.
    expect(page.locator(".asked").last).to_be_in_viewport()
    expect(page.locator(".asked").first).not_to_be_in_viewport()
    expect(question_box(page)).to_be_in_viewport()

    began = time.perf_counter()
    reply = ask(page, "会员国呢？")
    assert time.perf_counter() - began < 6
    assert status(reply) == "answered"
    box = "document.querySelector('#question')"
    typed = milliseconds(page, f"{box}.focus(); document.execCommand('insertText', false, '再问')")
    assert typed < 500
    # The first turn is still there to be read, edited and found.
    expect(page.locator(".asked h2").first).to_contain_text(DIRECTIVES)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("question", [REPORT, "第76/54号决议请秘书长做什么？"])
def test_nothing_moves_while_an_answer_comes(
    open_talking: OpenPage, talking: tuple[str, Script], width: int, question: str
) -> None:
    pieces = (f"大会{KEPT[:9]}", KEPT[9:], "[2]。")
    say(talking[1], Reply(pieces, pause=0.3))
    page = open_talking(viewport={"width": width, "height": 800})
    ask(page, DIRECTIVES)
    held = held_back(page)
    question_box(page).fill(question)
    question_box(page).press("Enter")
    expect(page.locator(".reply")).to_have_count(2)
    page.wait_for_timeout(600)  # the question has come to its place

    watch_shifts(page)
    first_held(page, held).continue_()
    finished(page, 1)
    page.wait_for_timeout(300)

    assert page.evaluate("window.shifted") < 0.005


def test_a_slow_server_is_said_to_be_slow_and_the_answer_still_comes(open_page: OpenPage) -> None:
    page = open_page()
    page.clock.install()
    held = held_back(page)
    question_box(page).fill(DIRECTIVES)
    question_box(page).press("Enter")
    expect(page.locator(".reply-head")).to_have_text("正在查找……")

    page.clock.run_for(9_000)

    expect(page.locator(".reply-head")).to_contain_text("比平时慢")
    first_held(page, held).continue_()
    page.clock.resume()
    assert status(finished(page, 0)) == "answered"


def test_hostile_words_of_a_document_are_shown_as_words_everywhere(open_loaded: OpenPage) -> None:
    page = open_loaded()
    reply = ask(page, "第95/302号决议请秘书长做什么？")
    sentence = quotations(reply).first
    expect(sentence).to_contain_text(HOSTILE)

    page.keyboard.press("Tab")
    sentence.locator("a.chip").focus()
    expect(page.locator(".citation-card")).to_contain_text(HOSTILE)
    assert page.locator("main img, main script").count() == 0
    sentence.locator("a.chip").click()
    expect(page.locator("#OP1")).to_contain_text(HOSTILE)

    assert page.locator("main img, main script").count() == 0
    assert "taken" not in page.title().split("·")[0].replace(HOSTILE, "")
    assert findings(page) == []
