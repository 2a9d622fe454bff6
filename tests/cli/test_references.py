"""``assistant references``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli.commands import app
from assistant.library.library import Library
from assistant.settings import load_settings
from tests.retrieval.referring import parsed, written


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("references")
    settings = load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)
    with Library.open(settings) as library:
        library.records.put_file(parsed(written("74/1", "核裁军", "回顾第73/1号决议，")))
        second = written("75/1", "核裁军", "回顾第74/1号决议，", "重申《不扩散条约》，")
        library.records.put_file(parsed(second))
        library.refresh()
    return folder


def run(data_dir: Path, *args: str) -> Result:
    env = {"ASSISTANT_DATA_DIR": str(data_dir), "ASSISTANT_EMBEDDER": "hashing"}
    return CliRunner().invoke(app, ["references", *args], env=env)


def test_every_mention_is_a_line_below_its_resolution(data_dir: Path) -> None:
    result = run(data_dir, "75/1", "--direction", "mentions")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "第75/1号决议  核裁军"
    assert [line.strip() for line in lines[1:3]] == [
        "PP1  回顾  第74/1号决议",
        "PP2  重申  《不扩散核武器条约》",
    ]
    assert lines[-1] == "3 个节点，2 处提及"


def test_a_longer_way_reaches_more(data_dir: Path) -> None:
    near = run(data_dir, "73/1")
    far = run(data_dir, "73/1", "--depth", "2")
    assert "库中未收" in near.stdout.splitlines()[0]
    assert "第75/1号决议" not in near.stdout
    assert "第75/1号决议" in far.stdout


def test_json_is_the_graph_as_the_api_gives_it(data_dir: Path) -> None:
    graph = json.loads(run(data_dir, "75/1", "--json").stdout)
    assert graph["center"] == "A/RES/75/1"
    assert [edge["paragraph"] for edge in graph["edges"]] == ["A/RES/75/1#PP1", "A/RES/75/1#PP2"]
    assert graph["edges"][1]["text"] == "不扩散条约"


def test_a_series_is_listed_with_its_reasons(data_dir: Path) -> None:
    lines = run(data_dir, "75/1", "--series").stdout.splitlines()
    assert lines[0] == "核裁军"
    assert [line.split()[0] for line in lines[1:-1]] == ["第74/1号决议", "第75/1号决议"]
    assert all("标题相同" in line for line in lines[1:-1])
    assert lines[-1] == "共 2 份，库中收有 2 份"


def test_english_is_spoken_where_it_is_asked(data_dir: Path) -> None:
    lines = run(data_dir, "75/1", "--lang", "en").stdout.splitlines()
    assert lines[0].startswith("resolution 75/1")
    assert "recalls  resolution 74/1" in lines[1]
    assert lines[-1].endswith("mentions")


def test_what_nothing_mentions_ends_with_an_error(data_dir: Path) -> None:
    result = run(data_dir, "1/1")
    assert result.exit_code == 1
    assert "1/1" in result.stderr
