"""What is meant by a symbol that is that of several resolutions, or of none as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.errors import NotInLibrary
from assistant.library.library import Library
from assistant.server.app import create_app
from assistant.service import Assistant
from assistant.settings import load_settings
from tests.library.test_storing import ZH
from tests.library.test_storing import _part as part

KEY = "the-key-of-a-test-that-removes"
MAY_WRITE = {"authorization": f"Bearer {KEY}"}
PARTS = ("A/RES/51/942A", "A/RES/51/942B")
WHOLES = ["A/RES/51/942", "51/942", "第51/942号决议"]


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    settings = load_settings({}, data_dir=tmp_path, upload_key=KEY, embedder="hashing")
    with Library.open(settings) as library:
        library.records.put(ZH)
        library.records.put_file([part("A"), part("B")])
        library.refresh()
        yield Assistant(library, settings)


@pytest.mark.parametrize("written", WHOLES)
def test_a_resolution_in_parts_is_refused_with_their_names(
    assistant: Assistant, written: str
) -> None:
    for read in (
        assistant.read,
        assistant.browsing.around,
        assistant.browsing.source,
        lambda symbol: assistant.paragraph(symbol, "OP1"),
        lambda symbol: assistant.read(symbol, "en"),
    ):
        with pytest.raises(NotInLibrary) as refused:
            read(written)
        assert all(one in refused.value.zh and one in refused.value.en for one in PARTS)


@pytest.mark.parametrize("written", WHOLES)
def test_nothing_is_removed_by_a_symbol_that_means_several(
    assistant: Assistant, written: str
) -> None:
    with pytest.raises(NotInLibrary, match=PARTS[1]):
        assistant.remove([ZH.symbol, written])
    assert {one.symbol for one in assistant.resolutions()} == {ZH.symbol, *PARTS}
    assert assistant.remove([PARTS[0], ZH.symbol]) == (PARTS[0], ZH.symbol)
    # Of two parts that were there one is left: the symbol means it.
    assert assistant.read("51/942").symbol == PARTS[1]


def test_a_part_is_read_and_a_whole_that_is_held_is_itself(assistant: Assistant) -> None:
    assert assistant.read("51/942B").symbol == PARTS[1]
    assistant.library.records.put(part(""))
    assert assistant.read("51/942").symbol == "A/RES/51/942"


def test_what_is_not_held_is_said_as_ever(assistant: Assistant) -> None:
    with pytest.raises(NotInLibrary, match="A/RES/51/943 is not in the library"):
        assistant.read("51/943")
    with pytest.raises(NotInLibrary, match="held in Chinese"):
        assistant.read(ZH.symbol, "en")


def test_over_http_they_are_named_too_and_nothing_is_removed(assistant: Assistant) -> None:
    with TestClient(create_app(assistant, assistant.library.settings)) as client:
        for method in ("GET", "DELETE"):
            response = client.request(method, "/api/v1/resolutions/51/942", headers=MAY_WRITE)
            assert (response.status_code, response.json()["code"]) == (404, "not_in_library")
            assert all(one in response.json()["detail"] for one in PARTS)
        assert client.get("/api/v1/resolutions").json()["total"] == 3
