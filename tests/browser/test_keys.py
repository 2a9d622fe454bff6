"""A library that is read by key: the page asks for it, sends it always, and forgets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.asking import DIRECTIVES, ask, question_box, status
from tests.browser.conftest import PROJECT, SAMPLES, Complaints, OpenPage, _opener, serving
from tests.browser.conversing import EVERYWHERE
from tests.browser.reading import scrolls_sideways
from tests.browser.test_accessibility import findings

Keys = Callable[..., Any]
FIELD = "input[type=password]"


@pytest.fixture(scope="module")
def read_by_key(
    tmp_path_factory: pytest.TempPathFactory, samples: Path
) -> Iterator[tuple[str, Keys]]:
    """The address of a server that answers nobody without a key, and ``assistant keys`` there."""
    folder = tmp_path_factory.mktemp("by-key")

    def keys(*arguments: str) -> Any:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "keys", *arguments],
            env={**os.environ, "ASSISTANT_DATA_DIR": str(folder / "library")},
            cwd=PROJECT,
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout) if "--json" in arguments else None

    with serving(folder, samples, ASSISTANT_READING="key") as address:
        yield address, keys


@pytest.fixture
def open_by_key(
    browser: Browser, read_by_key: tuple[str, Keys], complaints: Complaints
) -> Iterator[OpenPage]:
    # That a key is needed is found by asking without one.
    complaints.expect_network_errors()
    yield from _opener(browser, read_by_key[0], complaints)


@pytest.fixture
def key(read_by_key: tuple[str, Keys]) -> dict[str, Any]:
    """A new key that may read: its id and its secret."""
    made: dict[str, Any] = read_by_key[1]("create", "--scope", "read", "--json")
    return {"id": made["key"]["id"], "secret": made["secret"]}


def enter(page: Page, key: str) -> None:
    """Enters a key, by the keyboard alone."""
    expect(page.locator(FIELD)).to_be_focused()
    page.locator(FIELD).fill(key)
    page.keyboard.press("Enter")


@EVERYWHERE
def test_the_page_asks_for_the_key_of_a_library_that_is_read_by_key(
    open_by_key: OpenPage, key: dict[str, Any], locale: str, screen: dict[str, Any]
) -> None:
    chinese = locale == "zh-CN"
    page = open_by_key("/", locale=locale, **screen)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "查阅这个文库需要密钥" if chinese else "This library is read by key"
    )
    assert findings(page) == []
    assert not scrolls_sideways(page)

    enter(page, "not-the-key")

    expect(page.get_by_role("alert")).to_contain_text("密钥不对" if chinese else "not the key")
    assert page.evaluate("sessionStorage.length") == 0
    page.locator(FIELD).fill(key["secret"])
    page.keyboard.press("Enter")
    expect(page.locator(".welcome h1")).to_be_visible()
    expect(page.locator(FIELD)).to_have_count(0)
    page.reload()
    expect(page.locator(".welcome h1")).to_be_visible()


def test_the_key_goes_with_all_that_is_asked_and_stands_in_no_address(
    open_by_key: OpenPage, key: dict[str, Any]
) -> None:
    page = open_by_key()
    enter(page, key["secret"])
    expect(page.locator(".welcome h1")).to_be_visible()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - it wants a function

    reply = ask(page, DIRECTIVES)

    assert status(reply) == "answered"
    page.goto("/mandates")
    with page.expect_download() as csv:
        page.locator(".screen-actions a", has_text="CSV").click()
    assert csv.value.path().stat().st_size > 100
    assert csv.value.suggested_filename.endswith(".csv")
    page.goto("/resolutions/A/RES/75/45")
    with page.expect_download() as source:
        page.locator(".source-file a").click()
    sample = SAMPLES / "A_RES_75_45.txt"
    assert source.value.path().read_bytes() == sample.read_bytes()
    to_api = [one for one in asked if "/api/v1/" in one.url]
    assert len(to_api) > 5
    assert all(one.header_value("authorization") == f"Bearer {key['secret']}" for one in to_api)
    assert not any(key["secret"] in one.url for one in asked)


def test_a_key_that_is_revoked_is_forgotten_and_what_was_being_written_is_not(
    open_by_key: OpenPage, read_by_key: tuple[str, Keys], key: dict[str, Any]
) -> None:
    page = open_by_key()
    enter(page, key["secret"])
    question_box(page).fill("我正在写的问题")
    read_by_key[1]("revoke", key["id"])

    # Whoever comes back to the page is told anew where questions go.
    page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")

    expect(page.get_by_role("alert")).to_contain_text("已失效")
    assert page.evaluate("sessionStorage.getItem('resolution-assistant.key')") is None
    other = read_by_key[1]("create", "--scope", "read", "--json")["secret"]
    enter(page, other)
    expect(page.locator(FIELD)).to_have_count(0)
    expect(question_box(page)).to_have_value("我正在写的问题")


@pytest.mark.parametrize(
    ("locale", "says", "forget"),
    [("zh-CN", "只能查阅", "忘掉密钥"), ("en-US", "may read, and not add", "Forget the key")],
)
def test_a_key_that_only_reads_adds_no_files_and_can_be_taken_back(
    open_by_key: OpenPage, key: dict[str, Any], locale: str, says: str, forget: str
) -> None:
    page = open_by_key("/resolutions", locale=locale)
    enter(page, key["secret"])
    page.locator(".library-field").wait_for()
    page.locator(".screen-actions button").press("Enter")
    dialog = page.locator(".upload-dialog")
    expect(dialog.get_by_role("alert")).to_contain_text(says)
    page.keyboard.press("Escape")

    page.get_by_role("button", name=forget).click()

    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(".library-list")).to_have_count(0)
