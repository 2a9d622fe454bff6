"""What the papers on the client and on OpenAI's API show is run, and what they name is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.client import Client
from assistant.settings import PREFIX, Settings
from tests.real_server import serving

ROOT = Path(__file__).parents[1]
PAGES = ("client.md", "client.en.md", "openai.md", "openai.en.md")
_CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_METHOD_ROW = re.compile(r"^\| .*? \| ((?:`[a-z_.]+` ?)+) \|$", re.MULTILINE)
DOCUMENTED = "http://127.0.0.1:8000"


def text(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def examples() -> Iterator[object]:
    for page in PAGES:
        for n, code in enumerate(_CODE.findall(text(page)), 1):
            yield pytest.param(code, id=f"{page}-{n}")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("documented")
    with serving(folder, ASSISTANT_EMBEDDER="hashing") as served:
        yield served.address


@pytest.mark.parametrize("code", list(examples()))
def test_every_example_runs_and_prints_what_resolutions_say(
    code: str,
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert len([line for line in code.splitlines() if line.strip()]) <= 12
    monkeypatch.setenv(f"{PREFIX}DATA_DIR", str(tmp_path))
    monkeypatch.setenv(f"{PREFIX}EMBEDDER", "hashing")
    exec(compile(code.replace(DOCUMENTED, address), "example", "exec"), {})  # noqa: S102 - our own
    assert re.search(r"72/31|75/45|秘书长", capsys.readouterr().out)


@pytest.mark.parametrize("topic", ["client", "openai"])
def test_both_languages_show_the_same(topic: str) -> None:
    chinese, english = (text(page) for page in PAGES if page.startswith(topic))
    without = [re.sub(r"  #.*", "", page) for page in (chinese, english)]
    assert _CODE.findall(without[0]) == _CODE.findall(without[1])
    names = [re.findall(r"`([^`\n]+)`", _CODE.sub("", page)) for page in (chinese, english)]
    assert set(names[0]) == set(names[1])


@pytest.mark.parametrize("page", PAGES[:2])
def test_every_method_is_named(page: str) -> None:
    rows = " ".join(_METHOD_ROW.findall(text(page)))
    named = set(re.findall(r"`(?:[a-z]+\.)?([a-z_]+)`", rows))
    with Client(DOCUMENTED) as client:
        parts = (client, client.conversations, client.browsing)
        there = {name for part in parts for name in dir(type(part)) if not name.startswith("_")}
    assert there - named == {"close", "keep", "owner"}
    assert named <= there


@pytest.mark.parametrize("page", PAGES[2:])
def test_every_setting_named_is_one(page: str) -> None:
    named = set(re.findall(rf"`({PREFIX}[A-Z_]+)", text(page)))
    assert named
    assert {name.removeprefix(PREFIX).lower() for name in named} <= set(Settings.model_fields)
