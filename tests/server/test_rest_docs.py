"""docs/rest.md says what there is, and what it shows runs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.server import app
from assistant.server.http_problems import OF_HTTP
from assistant.server.idempotency import LONGEST_KEY
from assistant.server.problems import STATUSES
from tests.real_server import serving

ROOT = Path(__file__).parents[2]
PAGES = ("rest.md", "rest.en.md")
SERVER = Path(app.__file__).parent


def _text(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def _refused() -> set[tuple[int, str]]:
    """Every ``Refused(status, "code", …)`` that stands in the server's modules."""
    return {
        (call.args[0].value, call.args[1].value)
        for module in SERVER.glob("*.py")
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "Refused"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[1], ast.Constant)
    }


@pytest.mark.parametrize("page", PAGES)
def test_every_problem_is_listed_with_its_status_and_no_other(page: str) -> None:
    listed = re.findall(r"^\| (\d{3}) \| `(\w+)` \|", _text(page), re.MULTILINE)
    there_are = _refused() | {(503, "not_ready")}
    there_are |= {(status, code) for status, (code, _, _) in OF_HTTP.items()}
    there_are |= {(status, kind.code) for kind, status in STATUSES.items()}
    assert {(int(status), code) for status, code in listed} == there_are
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("page", PAGES)
def test_the_limits_of_keys_are_those_of_the_program(page: str) -> None:
    from assistant.library.kept_replies import HOURS_KEPT, MOST_KEPT

    for number in (str(LONGEST_KEY), str(HOURS_KEPT), f"{MOST_KEPT:,}"):
        assert number in _text(page)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("rest")) as served:
        yield served.address


@pytest.mark.parametrize("page", PAGES)
def test_what_the_page_shows_runs(page: str, address: str) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", _text(page), re.DOTALL)
    assert "http://127.0.0.1:8000" in example
    exec(example.replace("http://127.0.0.1:8000", address), {})  # noqa: S102 - our own page
