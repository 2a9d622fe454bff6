"""A network that is slow or gone, a server that stops and comes back: nothing is lost."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.answering.generative.scripted import Reply
from tests.answering.generative.scripted import serving as scripted
from tests.browser.asking import DIRECTIVES, ask, finished, question_box, quotations, status
from tests.browser.conftest import PROJECT, Complaints, OpenPage, _opener
from tests.browser.conversing import DESKTOP, PHONE

REPORT = "第75/45号决议请秘书长就什么提出报告"
KEPT = "请秘书长就本决议的执行情况向大会第七十六届会议提出报告"
ADOPTED = {"zh-CN": "第72/31号决议是哪一天通过的？", "en-US": "When was resolution 72/31 adopted?"}
RETRY = {"zh-CN": "重试", "en-US": "Try again"}
# What is said while an answer is on its way, when the network is gone, when no server answers.
SAID = {
    "zh-CN": ("正在查找", "网络已断开", "连不上服务器"),
    "en-US": ("Looking", "You are offline", "cannot be reached"),
}
EVERYWHERE = pytest.mark.parametrize(
    ("locale", "screen"), [("zh-CN", DESKTOP), ("en-US", PHONE)], ids=["zh desktop", "en phone"]
)


def put(page: Page, question: str) -> None:
    """Asks without waiting for the answer."""
    question_box(page).fill(question)
    question_box(page).press("Enter")


def slow_down(page: Page) -> None:
    """A connection of the corridor: nothing answers within a second and a half."""
    session = page.context.new_cdp_session(page)
    slow = {"latency": 1500, "downloadThroughput": 40_000, "uploadThroughput": 20_000}
    session.send("Network.emulateNetworkConditions", {"offline": False, **slow})


@EVERYWHERE
def test_over_a_slow_network_the_page_says_what_it_waits_for_and_loses_nothing(
    open_page: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    page = open_page(locale=locale, **screen)
    page.locator(".suggestion").first.wait_for()
    ask(page, DIRECTIVES)
    slow_down(page)

    put(page, ADOPTED[locale])
    expect(page.locator(".reply-head").last).to_contain_text(SAID[locale][0])
    question_box(page).fill("…")
    page.evaluate("history.pushState(null, '', '/mandates')")
    # The code of another screen is on its way too, and it says so.
    expect(page.locator("main:visible [role=status]").first).not_to_be_empty()
    expect(page.locator("main:visible h1")).to_be_visible(timeout=30_000)
    page.go_back()

    assert status(finished(page, 1)) == "answered"
    expect(quotations(page.locator(".reply").first)).to_have_count(4)
    expect(question_box(page)).to_have_value("…")


@EVERYWHERE
def test_what_is_asked_without_a_network_is_kept_and_answered_when_it_is_back(
    open_page: OpenPage, complaints: Complaints, locale: str, screen: dict[str, Any]
) -> None:
    complaints.expect_network_errors()
    page = open_page(locale=locale, **screen)
    ask(page, DIRECTIVES)
    page.context.set_offline(True)
    expect(page.locator(".offline")).to_contain_text(SAID[locale][1])

    put(page, ADOPTED[locale])
    expect(page.get_by_role("alert")).to_contain_text(SAID[locale][2])
    expect(page.locator(".asked").last).to_contain_text(ADOPTED[locale])
    question_box(page).fill("…")
    page.context.set_offline(False)
    expect(page.locator(".offline")).to_be_empty()
    page.get_by_role("button", name=RETRY[locale]).click()

    assert status(finished(page, 1)) == "answered"
    expect(question_box(page)).to_have_value("…")
    page.reload()
    expect(page.locator(".reply")).to_have_count(2)


def started(folder: Path, port: int, model: str) -> subprocess.Popen[str]:
    """A server that is ready, on that port (0: any), with that model."""
    command = [sys.executable, "-m", "assistant", "serve", "--host", "127.0.0.1"]
    settings = {"DATA_DIR": str(folder), "LLM_URL": model, "LLM_MODEL": "m"}
    return subprocess.Popen(
        [*command, "--port", str(port)],
        env={**os.environ, **{f"ASSISTANT_{name}": value for name, value in settings.items()}},
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def address_of(process: subprocess.Popen[str]) -> str:
    """The address that a server prints when it is ready."""
    assert process.stdout is not None
    found = re.search(r"http://\S+", process.stdout.readline())
    assert found is not None
    return found[0]


@contextmanager
def ending(*processes: subprocess.Popen[str]) -> Iterator[None]:
    """Ends servers, however the test ends."""
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


def test_a_server_that_stops_in_mid_answer_is_said_to_have_and_goes_on_when_it_is_back(
    browser: Browser, tmp_path: Path, samples: Path, complaints: Complaints
) -> None:
    complaints.expect_network_errors()
    shutil.copytree(samples, tmp_path, dirs_exist_ok=True)
    slowly = Reply((f"大会{KEPT}[2]。", *["大会"] * 40), pause=0.5)
    with scripted(Reply(())) as (model, script), ending(first := started(tmp_path, 0, model)):
        address = address_of(first)
        for open_page in _opener(browser, address, complaints):
            page, other = open_page(), open_page(locale="en-US", **PHONE)
            # A server's first answer waits for the code that speaks to models.
            page.set_default_timeout(30_000)
            ask(page, DIRECTIVES)
            ask(other, DIRECTIVES)
            script.replies = (slowly,)
            put(page, REPORT)
            sentence = page.locator(".reply").nth(1).locator(".statement").first
            sentence.wait_for()
            came = sentence.inner_text()

            first.kill()
            first.wait()

            alert = page.get_by_role("alert")
            expect(alert).to_contain_text("连接中断")
            expect(alert).to_contain_text("以上内容不完整")
            assert sentence.inner_text() == came
            put(other, ADOPTED["en-US"])
            expect(other.get_by_role("alert")).to_contain_text("cannot be reached")
            script.replies = (Reply(()),)
            port = int(address.rsplit(":", 1)[1])
            with ending(second := started(tmp_path, port, model)):
                address_of(second)
                for asker, locale in ((page, "zh-CN"), (other, "en-US")):
                    asker.get_by_role("button", name=RETRY[locale]).click()
                    assert status(finished(asker, 1)) == "answered"
                    asker.reload()
                    expect(asker.locator(".reply")).to_have_count(2)
                    expect(asker.locator(".asked").first).to_contain_text(DIRECTIVES)
