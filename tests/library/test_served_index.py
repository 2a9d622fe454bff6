"""The dense index on a Chroma server: shared, followed, made again, done without."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.errors import LibraryUnavailable
from assistant.library import served_dense, served_index
from assistant.library.library import Library
from assistant.settings import Settings, load_settings
from tests.library.specimens import operative, resolution
from tests.servers import ChromaServer, running_chroma

QUESTION = "请秘书长向大会提出报告"
ANSWER = "A/RES/75/45#OP1"


@pytest.fixture
def shared(tmp_path: Path, postgres_database: str, chroma_server: ChromaServer) -> list[Settings]:
    """The settings of three processes that share one library. They are slow to look around: a
    test says when."""
    return [
        load_settings(
            {},
            data_dir=tmp_path / name,
            embedder="hashing",
            records_url=postgres_database,
            chroma_url=chroma_server.url,
            follow_seconds=3_600,
        )
        for name in ("one", "two", "three")
    ]


@pytest.fixture
def two(shared: list[Settings]) -> Iterator[tuple[Library, Library]]:
    with Library.open(shared[0]) as one, Library.open(shared[1]) as other:
        yield one, other


def _collection(library: Library) -> str:
    serving = library.indexes[1]._serving
    assert serving is not None
    return serving.name


def _found(library: Library, limit: int = 50) -> dict[str, float]:
    with library.generations.one():
        return dict(library.dense.search(QUESTION, limit))


def _put(library: Library, *symbols: str) -> None:
    with library.generations.changing():
        for symbol in symbols:
            library.records.put(resolution(symbol, 75))
        library.refresh()


def test_what_one_process_puts_in_the_other_finds_when_it_has_followed(
    two: tuple[Library, Library],
) -> None:
    one, other = two
    _put(one, "A/RES/75/45", "A/RES/75/46")
    assert ANSWER in _found(one)
    assert _found(other) == {}  # of the generation that it still answers from
    other._follower.step()
    other._follower.step()  # the generation stands still
    assert _found(other) == _found(one)
    assert _collection(one) == _collection(other)


def test_each_process_answers_from_its_own_generation(two: tuple[Library, Library]) -> None:
    one, other = two
    _put(one, "A/RES/75/45")
    other._follower.step()
    other._follower.step()
    before = _found(other)
    changed = resolution("A/RES/75/45", 75, operative("A/RES/75/45", 1, "欢迎秘书长的报告。"))
    with one.generations.changing():
        one.records.put(changed)
        one.records.put(resolution("A/RES/75/46", 75))
        one.refresh()
    assert _found(other) == before
    assert other.records.read("A/RES/75/45") == changed  # outside of an answer it is today's
    with other.generations.one():
        assert other.records.symbols() == ("A/RES/75/45",)
        assert other.records.read("A/RES/75/45") == resolution("A/RES/75/45", 75)
    assert set(_found(one)) == {text.key for text in one.records.texts()}


def test_only_what_nobody_can_need_any_more_is_taken_out(
    two: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = two
    _put(one, "A/RES/75/45", "A/RES/75/46")
    name = _collection(one)
    server = served_dense.ChromaServer(one.settings.chroma_url or "", 60)

    def rows() -> int:
        with server.asked() as client:
            return client.get_collection(name, embedding_function=None).count()

    full = rows()
    one.records.remove("A/RES/75/46")
    one.refresh()
    assert rows() == full
    monkeypatch.setattr(served_index, "_GRACE", timedelta(seconds=-1))
    monkeypatch.setattr(served_index, "_MOST_DISCARDED", 1.0)
    _put(one, "A/RES/75/47")
    assert rows() == full
    assert set(_found(one)) == {text.key for text in one.records.texts()}
    server.close()


def test_an_index_of_which_much_was_taken_out_is_built_anew_and_the_other_process_goes_over(
    two: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    _put(one, "A/RES/75/45", "A/RES/75/46")
    for _ in range(2):
        other._follower.step()
    first = _collection(one)
    one.reindex()
    assert _collection(one) != first
    for _ in range(2):
        other._follower._again_at = 0.0
        other._follower.step()
    assert _collection(other) == _collection(one)
    assert _found(other) == _found(one)


def test_the_index_is_made_once_by_whoever_comes_first(shared: list[Settings]) -> None:
    with Library.open(shared[0]) as library:
        library.records.put(resolution())
    with ExitStack() as opened:
        libraries: list[Library] = []
        threads = [
            threading.Thread(
                target=lambda one=one: libraries.append(opened.enter_context(Library.open(one)))
            )
            for one in shared
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len({_collection(library) for library in libraries}) == 1
        assert all(ANSWER in _found(library) for library in libraries)


def test_a_server_that_lost_everything_is_given_it_again_without_embedding(
    tmp_path: Path, postgres_database: str
) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    settings = load_settings(
        {}, data_dir=tmp_path / "data", embedder="hashing", records_url=postgres_database
    )
    for name in ("first", "second"):
        with running_chroma(tmp_path / name) as server:
            at = settings.model_copy(update={"chroma_url": server.url})
            with Library.open(at) as library:
                if name == "first":
                    _put(library, "A/RES/75/45")
                assert ANSWER in _found(library)


def test_a_server_that_is_away_is_said_done_without_and_taken_up_again(
    tmp_path: Path, postgres_database: str
) -> None:
    with running_chroma(tmp_path) as server:
        settings = load_settings(
            {},
            data_dir=tmp_path / "data",
            embedder="hashing",
            records_url=postgres_database,
            chroma_url=server.url,
            follow_seconds=3_600,
        )
        with Library.open(settings) as library:
            _put(library, "A/RES/75/45")
            server.stop()
            with pytest.raises(LibraryUnavailable) as away, library.generations.one():
                library.dense.search(QUESTION, 5)
            assert "ASSISTANT_CHROMA_URL" in away.value.zh
            said = {check.name: check for check in library.own_checks()}
            assert not said["dense"].ok
            assert said["lexical"].ok
            _put_by_words(library)
            server.start()
            for index in library.indexes[1:]:
                index._asked._silent_until = index._changed._silent_until = 0.0
            for _ in range(2):
                library._follower._again_at = 0.0
                library._follower.step()
            assert {ANSWER, "A/RES/75/46#OP1"} <= set(_found(library))
            assert all(check.ok for check in library.own_checks())


def _put_by_words(library: Library) -> None:
    """Put another in while the server is away: it is found by words at once."""
    with library.generations.changing():
        library.records.put(resolution("A/RES/75/46", 75))
        library._repaired(None)
    with library.generations.one():
        assert "A/RES/75/46#OP1" in dict(library.lexical.search(QUESTION, 50))
