from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from assistant.library.library import Library
from assistant.settings import load_settings
from tests.library.test_storing import EN, ZH
from tests.library.test_storing import _part as part


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    with Library.open(load_settings({}, data_dir=tmp_path, embedder="hashing")) as library:
        library.records.put(ZH)
        library.records.put(EN)
        library.records.put_file([part("A"), part("B")])
    return tmp_path


def run(data_dir: Path, *args: str, given: str | None = None) -> Result:
    env = {"ASSISTANT_DATA_DIR": str(data_dir), "ASSISTANT_EMBEDDER": "hashing"}
    return CliRunner().invoke(app, ["remove", *args], input=given, env=env)


def _symbols(data_dir: Path) -> tuple[str, ...]:
    with Library.open(load_settings({}, data_dir=data_dir, embedder="hashing")) as library:
        assert all(check.ok for check in library.checks())
        return library.records.symbols()


@pytest.mark.parametrize("symbol", ["A/RES/75/45", "75/45", "第七十五届会议第45号决议"])
def test_a_symbol_in_any_written_form_is_removed(data_dir: Path, symbol: str) -> None:
    result = run(data_dir, symbol, "--yes")
    assert result.exit_code == 0
    assert "A/RES/75/45" in result.stdout
    assert _symbols(data_dir) == ("A/RES/51/942A", "A/RES/51/942B")


def test_a_symbol_that_means_several_parts_takes_none_out_unasked(data_dir: Path) -> None:
    refused = run(data_dir, "51/942", "-y")
    assert refused.exit_code == 1
    assert "A/RES/51/942A" in refused.stderr
    assert "A/RES/51/942B" in refused.stderr
    assert "--all-parts" in refused.stderr
    assert len(_symbols(data_dir)) == 3


def test_all_its_parts_go_where_that_is_said(data_dir: Path) -> None:
    assert run(data_dir, "51/942", "-y", "--all-parts").exit_code == 0
    assert _symbols(data_dir) == ("A/RES/75/45",)


@pytest.mark.parametrize(("given", "left"), [("y\n", 1), ("n\n", 3)])
def test_all_its_parts_are_named_before_it_is_asked(data_dir: Path, given: str, left: int) -> None:
    result = run(data_dir, "51/942", given=given)
    assert "A/RES/51/942A" in result.output
    assert "A/RES/51/942B" in result.output
    assert "移除以上 2 份" in result.output
    assert len(_symbols(data_dir)) == left


@pytest.mark.parametrize(
    ("given", "left", "code"), [("y\n", 2, 0), ("n\n", 3, 1), ("\n", 3, 1), ("", 3, 1)]
)
def test_it_asks_first(data_dir: Path, given: str, left: int, code: int) -> None:
    result = run(data_dir, "75/45", given=given)
    assert result.exit_code == code
    assert "移除以上 1 份" in result.output
    assert len(_symbols(data_dir)) == left


def test_what_is_not_held_is_named_and_nothing_is_removed(data_dir: Path) -> None:
    result = run(data_dir, "75/45", "75/46", "--yes")
    assert result.exit_code == 1
    assert "A/RES/75/46" in result.stderr
    assert len(_symbols(data_dir)) == 3


def test_one_language_alone_can_go(data_dir: Path) -> None:
    assert run(data_dir, "75/45", "--only", "zh", "--yes").exit_code == 0
    with Library.open(load_settings({}, data_dir=data_dir, embedder="hashing")) as library:
        assert library.records.read("A/RES/75/45") == EN
