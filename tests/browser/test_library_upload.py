"""Files are added to the library: by button, by keyboard, by dropping them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, Route, expect

from tests.browser.conftest import FORMS, Complaints, OpenPage, _opener, serving
from tests.browser.conversing import EVERYWHERE, holding
from tests.browser.reading import scrolls_sideways
from tests.browser.test_accessibility import SCREENS, findings

KEY = "a-key-of-the-tests-2026"


def file(name: str, data: bytes) -> FilePayload:
    """A file to be chosen."""
    return {"name": name, "mimeType": "text/plain", "buffer": data}


def form(pattern: str) -> bytes:
    """An invented resolution."""
    return next(iter(sorted(FORMS.glob(pattern)))).read_bytes()


NOTE = file("便条<img src=x onerror=alert(1)>.txt", "买菜，明天。".encode())


TAKING_FILES = {"ASSISTANT_SAMPLE_LIBRARY": "false", "ASSISTANT_UPLOAD_KEY": KEY}


@pytest.fixture(scope="module")
def server_with_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that takes files in, and holds what other tests have added."""
    with serving(tmp_path_factory.mktemp("desk"), **TAKING_FILES) as address:
        yield address


@pytest.fixture
def open_desk(browser: Browser, server_with_key: str, complaints: Complaints) -> Iterator[OpenPage]:
    # That a key is needed is found by asking without one.
    complaints.expect_network_errors()
    yield from _opener(browser, server_with_key, complaints)


@pytest.fixture
def open_empty(browser: Browser, tmp_path: Path, complaints: Complaints) -> Iterator[OpenPage]:
    """The same over a library of its own, which is empty."""
    complaints.expect_network_errors()
    with serving(tmp_path, **TAKING_FILES) as address:
        yield from _opener(browser, address, complaints)


def open_dialog(page: Page) -> Locator:
    """The desk, opened by the keyboard."""
    page.locator(".screen-actions button").press("Enter")
    dialog = page.locator(".upload-dialog")
    dialog.wait_for()
    return dialog


def enter_key(page: Page, dialog: Locator, key: str = KEY) -> None:
    """Enters the key, which has the focus."""
    expect(dialog.locator("input[type=password]")).to_be_focused()
    page.keyboard.type(key)
    page.keyboard.press("Enter")


def begin(dialog: Locator, *files: FilePayload) -> None:
    """Chooses files and sends them."""
    dialog.locator("input[type=file]").set_input_files(list(files))
    expect(dialog.locator(".upload-file")).to_have_count(len(files))
    dialog.locator(".dialog-actions .is-primary").click()


@EVERYWHERE
def test_files_are_taken_in_or_refused_one_by_one_in_the_readers_language(
    open_empty: OpenPage, locale: str, screen: dict[str, Any]
) -> None:
    chinese = locale == "zh-CN"
    page = open_empty("/resolutions", locale=locale, **screen)
    empty = "文库里还没有决议" if chinese else "The library is empty"
    expect(page.locator(".library .notice")).to_contain_text(empty)
    dialog = open_dialog(page)
    enter_key(page, dialog)

    begin(dialog, file("A_RES_95_200.txt", form("02_*.txt")), NOTE)

    status = dialog.locator(".upload-status [role=status]")
    expect(status).to_contain_text("完成" if chinese else "Done", timeout=60_000)
    expect(dialog.locator(".upload-result.is-refused")).to_contain_text(
        "不是决议" if chinese else "is no resolution"
    )
    assert page.locator(".upload-dialog img").count() == 0
    link = dialog.locator(".upload-result a")
    symbol = link.inner_text()
    assert not scrolls_sideways(page)
    link.click()
    expect(page.locator(".side .resolution")).to_be_visible()
    page.goto("/resolutions")
    expect(page.locator(".library-list .symbol")).to_have_text([symbol])


def test_a_wrong_key_is_said_and_a_right_one_is_asked_for_once(open_desk: OpenPage) -> None:
    page = open_desk("/resolutions")
    dialog = open_dialog(page)
    enter_key(page, dialog, "not-the-key")
    expect(dialog.get_by_role("alert")).to_contain_text("密钥不对")
    dialog.locator("input[type=password]").fill(KEY)
    page.keyboard.press("Enter")
    expect(dialog.locator(".drop-field")).to_be_visible()

    page.reload()

    expect(open_dialog(page).locator(".drop-field")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="忘掉密钥").click()
    page.wait_for_function("sessionStorage.length == 0")
    expect(open_dialog(page).locator("input[type=password]")).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "says"), [("zh-CN", "还没有可以写入的密钥"), ("en-US", "no key that may write")]
)
def test_a_server_without_uploads_says_so_before_a_key_is_asked_for(
    open_page: OpenPage, complaints: Complaints, locale: str, says: str
) -> None:
    complaints.expect_network_errors()
    page = open_page("/resolutions", locale=locale)

    dialog = open_dialog(page)

    expect(dialog).to_contain_text(says)
    expect(dialog.locator("input")).to_have_count(0)
    assert findings(page) == []


DROP = """data => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([data], 'A_RES_95_200.txt'));
  for (const name of ['dragenter', 'dragover', 'drop']) {
    window.dispatchEvent(new DragEvent(name, {dataTransfer: transfer, cancelable: true}));
  }
}"""


def test_files_dropped_anywhere_on_the_library_are_chosen(open_desk: OpenPage) -> None:
    page = open_desk("/resolutions")
    page.locator(".library-field").wait_for()

    page.evaluate(DROP, form("02_*.txt").decode())

    dialog = page.locator(".upload-dialog")
    enter_key(page, dialog)
    expect(dialog.locator(".upload-file")).to_contain_text("A_RES_95_200.txt")
    dialog.locator(".dialog-actions .is-primary").click()
    expect(dialog.locator(".upload-result a")).to_be_visible(timeout=60_000)


def test_what_is_too_large_is_named_before_anything_is_sent(open_desk: OpenPage) -> None:
    page = open_desk("/resolutions")
    limits = {"file_bytes": 100, "total_bytes": 1000, "files": 2, "uploads": []}
    page.route("**/api/v1/uploads", lambda route: route.fulfill(json=limits))
    dialog = open_dialog(page)
    # Without a key there is no desk, whoever answers.
    enter_key(page, dialog)
    files = [file(f"{n}.txt", b"x" * 90) for n in range(3)]

    dialog.locator("input[type=file]").set_input_files([*files, file("large.txt", b"x" * 101)])

    expect(dialog.locator(".upload-file", has_text="large.txt")).to_contain_text("不会发送")
    expect(dialog.get_by_role("alert")).to_contain_text("一次最多2个文件")
    expect(dialog.locator(".dialog-actions .is-primary")).to_be_disabled()
    dialog.get_by_role("button", name="去掉 0.txt").click()
    expect(dialog.get_by_role("alert")).to_have_count(0)
    expect(dialog.locator(".dialog-actions .is-primary")).to_be_enabled()


def test_an_upload_is_cancelled_while_it_is_sent(open_desk: OpenPage) -> None:
    page = open_desk("/resolutions")
    dialog = open_dialog(page)
    enter_key(page, dialog)
    expect(dialog.locator(".drop-field")).to_be_visible()
    held: list[Route] = []
    page.route("**/api/v1/uploads", holding(held))
    begin(dialog, file("A_RES_95_200.txt", form("02_*.txt")))
    expect(dialog.locator(".upload-status")).to_contain_text("正在发送1个文件")

    dialog.get_by_role("button", name="取消").click()

    expect(dialog.locator(".drop-field")).to_be_visible()
    page.unroute_all(behavior="ignoreErrors")
    dialog.locator(".dialog-actions .is-primary").click()
    expect(dialog.locator(".upload-result a")).to_be_visible(timeout=60_000)


def test_an_upload_is_watched_on_after_a_reload(open_desk: OpenPage) -> None:
    page = open_desk("/resolutions")
    dialog = open_dialog(page)
    enter_key(page, dialog)
    page.route("**/api/v1/uploads/*/events", lambda route: route.abort())
    forms = [*FORMS.glob("0*.txt")]
    begin(dialog, *(file(path.name, path.read_bytes()) for path in sorted(forms)))
    expect(dialog.locator(".upload-status")).to_contain_text("正在阅读")
    page.unroute_all(behavior="ignoreErrors")

    page.reload()
    page.locator(".library").wait_for()

    # Either it runs still and is watched, or it is over and what came in is listed.
    dialog = open_dialog(page)
    expect(dialog.locator(".upload-result a, .drop-field").first).to_be_visible(timeout=60_000)
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator(".library-list > li").first).to_be_visible(timeout=60_000)


@SCREENS
def test_axe_finds_nothing_at_the_desk(
    open_desk: OpenPage, width: int, scheme: str, locale: str
) -> None:
    page = open_desk(
        "/resolutions",
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        locale=locale,
    )
    dialog = open_dialog(page)
    expect(dialog.locator("input[type=password]")).to_be_focused()
    assert findings(page) == []
    enter_key(page, dialog)
    begin(dialog, file("A_RES_95_200.txt", form("02_*.txt")), NOTE)
    expect(dialog.locator(".upload-result")).to_have_count(2, timeout=60_000)
    expect(dialog.locator(".drop-field")).to_be_visible()
    assert findings(page) == []
