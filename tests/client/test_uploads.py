"""Files go into a server's library through the client, as they do in process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.client import Client, KeyRefused
from assistant.errors import InvalidDocument, LibraryDamaged
from assistant.service import Assistant
from assistant.settings import Settings, load_settings
from assistant.types import IngestResult
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import served

KEY = "the-key-of-a-test-that-uploads"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(
        {}, data_dir=tmp_path, upload_key=KEY, embedder="hashing", sample_library=False
    )


@pytest.fixture
def client(settings: Settings) -> Iterator[Client]:
    """A server of an empty library."""
    with (
        Assistant.open(settings) as assistant,
        served(assistant, settings) as address,
        Client(address, key=KEY) as client,
    ):
        yield client


def test_files_are_taken_in_and_each_step_is_told(
    client: Client, assistant: Assistant, sample_files: tuple[Path, Path], tmp_path: Path
) -> None:
    list_of_things = tmp_path / "购物清单.txt"
    list_of_things.write_text("牛奶、鸡蛋", encoding="utf-8")
    sources = (*sample_files, list_of_things)
    dry = client.ingest(sources, dry_run=True)
    assert client.resolutions() == ()
    steps: list[tuple[str, int, int]] = []
    told: list[IngestResult] = []
    results = client.ingest(sources, progress=lambda *step: steps.append(step), told=told.append)
    assert {(one.name, one.outcome) for one in results} == {
        (sample_files[0].name, "added"),
        (sample_files[1].name, "added"),
        (list_of_things.name, "refused"),
    }
    assert results == dry
    assert sorted(told, key=str) == sorted(results, key=str)
    assert ("reading", 3, 3) in steps
    assert {one.symbol for one in client.resolutions()} == {"A/RES/72/31", "A/RES/75/45"}
    assert client.read("75/45") == assistant.read("75/45")
    assert {one.outcome for one in client.ingest(sample_files)} == {"unchanged"}
    assert client.remove(["72/31"]) == ("A/RES/72/31",)
    assert [one.symbol for one in client.resolutions()] == ["A/RES/75/45"]


def test_a_symbol_of_ones_own_goes_with_one_file(
    client: Client, sample_files: tuple[Path, Path]
) -> None:
    (done,) = client.ingest(sample_files[:1], symbol="72/31", dry_run=True)
    assert done.symbol == "A/RES/72/31"


def test_nobody_uploads_without_a_key(settings: Settings, sample_files: tuple[Path, Path]) -> None:
    with (
        served(FakeAssistant(), settings) as address,
        Client(address) as client,
        pytest.raises(KeyRefused),
    ):
        client.ingest(sample_files)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (LibraryDamaged("坏了", "broken"), LibraryDamaged),
        (InvalidDocument("不是", "is none"), InvalidDocument),
    ],
)
def test_an_upload_that_fails_raises_why(
    settings: Settings, sample_files: tuple[Path, Path], error: Exception, kind: type[Exception]
) -> None:
    broken = FakeAssistant(breaks_with=error)
    with (
        served(broken, settings) as address,
        Client(address, key=KEY) as client,
        pytest.raises(kind),
    ):
        client.ingest(sample_files)
