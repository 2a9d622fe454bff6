"""A server of its own, a chromium, and pages that must not complain."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from eval.generator.series import series
from tests.answering.generative.scripted import Reply, Script
from tests.answering.generative.scripted import serving as scripted

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT / "assistant" / "sample_library"
SPECIMENS = Path(__file__).parent / "specimens"
FORMS = PROJECT / "tests" / "parsing" / "forms"
# Inline notes and a vote, lines that fit nowhere, traditional script, an annexed convention.
FORMS_SHOWN = ("02_*.txt", "03_*.txt", "07_*.txt", "10_*.txt")
# A/RES/105/904 to A/RES/108/904: paragraphs kept, changed, moved, a verb stronger, one weaker.
SERIES_SEED, SERIES_INDEX, SERIES_LENGTH = 5, 4, 4
INDEX = PROJECT / "assistant" / "server" / "static" / "index.html"

# Debian's chromium run by root in a container, and kept from calling home.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
ACTION_MS = 15_000

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def ingested(library: Path, *texts: Path) -> None:
    """Makes a library of texts, with its indexes."""
    settings = {"ASSISTANT_DATA_DIR": str(library), "ASSISTANT_SAMPLE_LIBRARY": "false"}
    subprocess.run(
        [sys.executable, "-m", "assistant", "ingest", *map(str, texts)],
        env={**os.environ, **settings},
        cwd=PROJECT,
        check=True,
        capture_output=True,
    )


@contextmanager
def serving(folder: Path, copied: Path | None = None, /, **settings: str) -> Iterator[str]:
    """The address of ``assistant serve`` over the library in that folder.

    ``copied``: the library that it begins with, which spares it from making its indexes.
    """
    assert INDEX.is_file(), "The page is not built: run make page"
    if copied is not None:
        shutil.copytree(copied, folder / "library")
    environment = {
        **os.environ,
        "ASSISTANT_DATA_DIR": str(folder / "library"),
        "ASSISTANT_RATE_LIMIT_ADDRESS": "off",  # every test is a new reader at one address
        **settings,
    }
    command = [sys.executable, "-m", "assistant", "serve", "--host", "127.0.0.1", "--port", "0"]
    with (
        (folder / "stderr").open("w+") as stderr,
        subprocess.Popen(
            command, env=environment, cwd=PROJECT, stdout=subprocess.PIPE, stderr=stderr, text=True
        ) as process,
    ):
        try:
            assert process.stdout is not None
            address = re.search(r"http://\S+", process.stdout.readline())
            assert address, (folder / "stderr").read_text()
            yield address[0]
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, which no server writes to: each has a copy."""
    library = tmp_path_factory.mktemp("samples") / "library"
    ingested(library, SAMPLES)
    return library


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[str]:
    """A server over the sample library."""
    with serving(tmp_path_factory.mktemp("browser"), samples) as address:
        yield address


@pytest.fixture(scope="session")
def server_of_forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over invented texts of the forms that resolutions take."""
    folder = tmp_path_factory.mktemp("forms")
    forms = [path for pattern in FORMS_SHOWN for path in FORMS.glob(pattern)]
    ingested(folder / "library", SPECIMENS, *forms)
    with serving(folder, ASSISTANT_SAMPLE_LIBRARY="false") as address:
        yield address


@pytest.fixture(scope="session")
def server_of_series(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over an invented series of four sessions in both languages, and the samples."""
    folder = tmp_path_factory.mktemp("series")
    texts = folder / "texts"
    texts.mkdir()
    for lang in ("zh", "en"):
        for made in series(SERIES_SEED, SERIES_INDEX, SERIES_LENGTH, lang=lang).files:
            (texts / f"{lang}_{made.name}").write_text(made.text, encoding="utf-8")
    ingested(folder / "library", texts, SAMPLES)
    with serving(folder, ASSISTANT_SAMPLE_LIBRARY="false") as address:
        yield address


def say(script: Script, *replies: Reply) -> None:
    """The model's next lines; what it was asked before is forgotten."""
    script.asked.clear()
    script.replies = replies


@pytest.fixture(scope="session")
def talking(
    tmp_path_factory: pytest.TempPathFactory, samples: Path
) -> Iterator[tuple[str, Script]]:
    """A server whose language model, on the same machine, says what a test writes into the script.

    Nothing is remembered, so that the same question asks it again.
    """
    with scripted() as (url, script):
        settings = {"LLM_URL": url, "LLM_MODEL": "qwen3:4b", "LLM_REMEMBERED": "0"}
        chosen = {f"ASSISTANT_{name}": value for name, value in settings.items()}
        folder = tmp_path_factory.mktemp("talking")
        with serving(folder, samples, **chosen) as address:
            yield address, script


@pytest.fixture(scope="session")
def server_that_sends(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[str]:
    """A server whose language model is elsewhere, under a name that never resolves (RFC 6761)."""
    with serving(
        tmp_path_factory.mktemp("remote"),
        samples,
        ASSISTANT_LLM_URL="https://api.example.invalid/v1",
        ASSISTANT_LLM_MODEL="qwen-plus",
    ) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium, or the one that ASSISTANT_CHROMIUM names."""
    chromium = os.environ.get("ASSISTANT_CHROMIUM") or shutil.which("chromium")
    assert chromium, "No chromium: install it, or run pytest -m 'not browser'"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


class Complaints(list[str]):
    """What a page wrote to its console as errors or threw; empty at the end of every test.

    A test that breaks the network on purpose says so with ``expect_network_errors``.
    """

    network_errors_expected = False

    def expect_network_errors(self) -> None:
        """Failed requests are what this test is about."""
        self.network_errors_expected = True

    def note(self, message: ConsoleMessage) -> None:
        """Keeps errors and warnings; the browser reports violations of the policy here too."""
        expected = self.network_errors_expected and "Failed to load resource" in message.text
        if message.type in {"error", "warning"} and not expected:
            self.append(f"{message.type}: {message.text}")


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    noted = Complaints()
    yield noted
    assert noted == []


def _opener(browser: Browser, address: str, complaints: Complaints) -> Iterator[OpenPage]:
    contexts = []

    def opened(path: str = "/", **options: Any) -> Page:
        options = {"locale": "zh-CN", "viewport": {"width": 1280, "height": 800}, **options}
        context = browser.new_context(base_url=address, **options)
        contexts.append(context)
        context.set_default_timeout(ACTION_MS)
        page = context.new_page()
        page.on("console", complaints.note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(browser: Browser, server: str, complaints: Complaints) -> Iterator[OpenPage]:
    """Opens an address of the page in a fresh profile: ``open_page("/", **context options)``."""
    yield from _opener(browser, server, complaints)


@pytest.fixture
def open_form(browser: Browser, server_of_forms: str, complaints: Complaints) -> Iterator[OpenPage]:
    """The same over the texts of many forms."""
    yield from _opener(browser, server_of_forms, complaints)


@pytest.fixture
def open_series(
    browser: Browser, server_of_series: str, complaints: Complaints
) -> Iterator[OpenPage]:
    """The same over a resolution adopted again each session."""
    yield from _opener(browser, server_of_series, complaints)


@pytest.fixture
def open_talking(
    browser: Browser, talking: tuple[str, Script], complaints: Complaints
) -> Iterator[OpenPage]:
    """The same where a model phrases answers; it is silent until a test gives it its lines."""
    address, script = talking
    say(script, Reply(()))
    yield from _opener(browser, address, complaints)


@pytest.fixture
def open_remote(
    browser: Browser, server_that_sends: str, complaints: Complaints
) -> Iterator[OpenPage]:
    """The same where the model is elsewhere."""
    yield from _opener(browser, server_that_sends, complaints)
