"""The pictures of docs/images: the main screens, taken anew by ``make screenshots``.

It stands beside the browser's tests because it does what they do: a server over a library of its
own, Debian's chromium, the readers' moves of ``asking``; ``test_screenshots`` keeps it running. The
library is fixed and holds the two sample resolutions and an invented series, whose titles say that
it is invented; so are the clock of the page and its fonts' machine, and nothing changes in the
pictures unless something changed on the page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from eval.generator.series import series
from tests.browser.asking import DIRECTIVES, ask, quotations
from tests.browser.conftest import (
    ACTION_MS,
    FLAGS,
    PROJECT,
    SERIES_INDEX,
    SERIES_LENGTH,
    SERIES_SEED,
    serving,
)

IMAGES = PROJECT / "docs" / "images"
DESKTOP, PHONE = (1280, 800), (390, 844)
# Sharp on the screens of today, and still small: paper and ink need few colours.
SCALE, COLOURS = 1.5, 128

INVENTED = {"zh": "（虚构）", "en": "(Invented) "}
_TITLE = re.compile(r"^\d+/\d+\. (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Shot:
    """One picture: what is done on the page before it is taken, and by whom."""

    name: str
    act: Callable[[Page], None]
    size: tuple[int, int] = DESKTOP
    locale: str = "zh-CN"
    scheme: Literal["light", "dark"] = "light"


def _begin(page: Page) -> None:
    page.goto("/")
    page.locator(".suggestion").first.wait_for()


def _cited(page: Page, question: str = DIRECTIVES) -> None:
    _begin(page)
    quotations(ask(page, question)).nth(2).locator("a.chip").click()
    page.locator("mark").first.wait_for()


def _answered_on_a_phone(page: Page) -> None:
    _begin(page)
    ask(page, DIRECTIVES)
    page.locator(".thread-viewport").evaluate("view => view.scrollTo(0, 0)")


def _conversations(page: Page) -> None:
    _begin(page)
    for question in (DIRECTIVES, "哪一段提到网播", "第72/31号决议促请各国做什么？"):
        ask(page, question)
        page.locator(".nav-new").click()
    ask(page, "比较72/31和75/45对秘书长的要求")
    page.locator(".kept-title").nth(3).wait_for()
    page.locator(".kept-more").nth(1).click()
    page.locator(".menu-item").first.wait_for()


def _opened(path: str, drawn: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.goto(path, wait_until="networkidle")
        page.locator(drawn).first.wait_for()

    return act


SHOTS = (
    Shot("chat", _cited),
    Shot(
        "chat-english",
        lambda page: _cited(
            page, "What does resolution 75/45 request the Secretary-General to do?"
        ),
        locale="en-US",
    ),
    Shot("chat-phone", _answered_on_a_phone, size=PHONE),
    Shot("conversations", _conversations),
    Shot("library", _opened("/resolutions?q=核武器", ".library li")),
    Shot(
        "reading-dark",
        _opened("/resolutions/A/RES/107/904?lang=both#OP4", "#OP4"),
        scheme="dark",
    ),
    Shot("compare", _opened("/compare?a=A/RES/106/904&b=A/RES/107/904", ".compared-row")),
    Shot("series", _opened("/series/A/RES/107/904", ".step")),
    Shot("graph", _opened("/graph/A/RES/75/45?view=drawing", ".graph-node")),
    # The days to choose from are drawn by the browser, in its own language: English, here.
    Shot("mandates", _opened("/mandates", ".mandates tbody tr"), locale="en-US"),
)


def marked_as_invented(text: str, lang: str) -> str:
    """A generated resolution whose title says, wherever it stands, that nobody adopted it."""
    title = _TITLE.search(text)
    assert title, "A generated resolution has lost its title"
    return text.replace(title[1], f"{INVENTED[lang]}{title[1]}")


@contextmanager
def library(folder: Path) -> Iterator[str]:
    """The address of a server over the samples and an invented series in both languages."""
    texts = folder / "texts"
    texts.mkdir()
    for lang in ("zh", "en"):
        for made in series(SERIES_SEED, SERIES_INDEX, SERIES_LENGTH, lang=lang).files:
            text = marked_as_invented(made.text, lang)
            (texts / f"{lang}_{made.name}").write_text(text, encoding="utf-8")
    settings = {"ASSISTANT_DATA_DIR": str(folder / "library"), "ASSISTANT_SAMPLE_LIBRARY": "false"}
    subprocess.run(
        [sys.executable, "-m", "assistant", "ingest", texts, "assistant/sample_library"],
        env={**os.environ, **settings},
        cwd=PROJECT,
        check=True,
        capture_output=True,
    )
    with serving(folder, **settings) as address:
        yield address


def picture(browser: Browser, address: str, shot: Shot) -> bytes:
    """The screen as a PNG of few colours, with nothing moving, blinking or pointed at."""
    width, height = shot.size
    context = browser.new_context(
        base_url=address,
        locale=shot.locale,
        timezone_id="UTC",
        viewport={"width": width, "height": height},
        device_scale_factor=SCALE,
        color_scheme=shot.scheme,
        reduced_motion="reduce",
    )
    context.set_default_timeout(ACTION_MS)
    page = context.new_page()
    shot.act(page)
    page.mouse.move(0, 0)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    taken = page.screenshot(animations="disabled")
    context.close()
    few = Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    made = BytesIO()
    few.save(made, "PNG", optimize=True)
    return made.getvalue()


def main() -> None:
    """Takes all of them; a file whose picture is the same is left as it is."""
    chromium = os.environ.get("ASSISTANT_CHROMIUM") or shutil.which("chromium")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        library(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for shot in SHOTS:
            file, taken = IMAGES / f"{shot.name}.png", picture(browser, address, shot)
            same = file.exists() and file.read_bytes() == taken
            if not same:
                file.write_bytes(taken)
            state = "未变 unchanged" if same else "已更新 written"
            sys.stdout.write(f"{file.name}  {len(taken) // 1000} kB  {state}\n")


if __name__ == "__main__":
    main()
