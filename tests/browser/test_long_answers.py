"""A long answer: a page of it, and more when the reader wants more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.asking import ask, chips, quotations, quoted_words
from tests.browser.conftest import Complaints, OpenPage, _opener, serving
from tests.browser.test_answers import CLIPBOARD, copied

QUESTION = "哪些决议请秘书长做什么？"


@pytest.fixture(scope="module")
def short_pages(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[str]:
    """A server over the sample library that shows three paragraphs at a time."""
    folder = tmp_path_factory.mktemp("pages")
    with serving(folder, samples, ASSISTANT_PAGE_SIZE="3") as address:
        yield address


@pytest.fixture
def open_short(browser: Browser, short_pages: str, complaints: Complaints) -> Iterator[OpenPage]:
    yield from _opener(browser, short_pages, complaints)


def test_more_of_a_long_answer_is_shown_under_it(open_short: OpenPage) -> None:
    reply = ask(open_short(), QUESTION)
    expect(reply).to_contain_text("共5段，出自2份决议，以下为第1至3段")
    assert quotations(reply).count() == 3

    reply.get_by_role("button", name="显示更多").click()
    expect(reply).to_contain_text("以下为第4至5段")
    assert [chips(one)[0][-4:] for one in quotations(reply).all()][-2:] == ["第13段", "第14段"]
    assert quotations(reply).count() == 5
    expect(reply.get_by_role("button", name="显示更多")).to_have_count(0)
    expect(reply.get_by_text("库中有2份决议")).to_have_count(1)


@pytest.mark.parametrize(
    ("locale", "more", "forms", "hint"),
    [
        ("zh-CN", "显示更多", ["纯文本", "Markdown", "联合国式脚注"], "只含已显示的各段"),
        (
            "en-GB",
            "Show more",
            ["Plain text", "Markdown", "UN-style footnotes"],
            "Only what is shown so far",
        ),
    ],
)
def test_every_page_that_is_shown_is_copied_in_every_form(
    open_short: OpenPage, locale: str, more: str, forms: list[str], hint: str
) -> None:
    page = open_short(locale=locale, permissions=CLIPBOARD)
    reply = ask(page, QUESTION)
    reply.locator(".copy-button").click()
    expect(page.locator(".copy-form small").first).to_contain_text(hint)
    page.keyboard.press("Escape")
    reply.get_by_role("button", name=more).click()
    expect(quotations(reply)).to_have_count(5)

    for form, fifth in zip(forms, ("[5]", "[^5]", "⁵"), strict=True):
        text = copied(page, reply, form)
        for sentence in quotations(reply).all():
            assert quoted_words(sentence) in text
        assert text.count(fifth) >= 2, form  # its mark, and what it stands for
        assert hint not in text
