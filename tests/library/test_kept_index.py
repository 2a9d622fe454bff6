from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from assistant.errors import LibraryBusy, LibraryDamaged
from assistant.library import kept_index, manifest
from assistant.library.index import check_count
from assistant.library.kept_index import IndexKind, KeptIndex
from assistant.library.manifest import Contents
from assistant.types import Progress

ONE = Contents(1, "library", 1, {"engine": "file"})
TWO = Contents(1, "library", 2, {"engine": "file"})


class Crash(BaseException):
    """The process ends here: nothing may catch it."""


@dataclass
class Engine:
    """The smallest engine: an index is a file, and finds the words in it."""

    words: str = "秘书长"
    opened: list[FileIndex] = field(default_factory=list)
    before_search: Callable[[], None] = lambda: None

    built: int = 0
    worth_changing: bool = True
    failing: BaseException | None = None

    def kind(self) -> IndexKind:
        return IndexKind("file", {"engine": "file"}, self.open, self.build)

    def build(self, folder: Path, _progress: Progress | None) -> int:
        self.built += 1
        (folder / "words").write_text(self.words, encoding="utf-8")
        return len(self.words)

    def update(self, folder: Path, _progress: Progress | None) -> int | None:
        if self.failing:
            raise self.failing
        if not self.worth_changing:
            return None
        words = (folder / "words").read_text(encoding="utf-8") + "*"
        (folder / "words").write_text(words, encoding="utf-8")
        return len(words)

    def open(self, folder: Path) -> FileIndex:
        self.opened.append(FileIndex(self, folder))
        return self.opened[-1]


class FileIndex:
    def __init__(self, engine: Engine, folder: Path) -> None:
        self.words = (folder / "words").read_text(encoding="utf-8")
        self.closed = False
        self._engine = engine

    def probe(self, count: int) -> None:
        check_count(len(self.words), count)

    def search(
        self, _query: str, _limit: int, _keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        self._engine.before_search()
        assert not self.closed
        return [(self.words, 1.0)]

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def kept(tmp_path: Path, engine: Engine) -> KeptIndex:
    return KeptIndex(tmp_path, engine.kind())


def _folders(root: Path) -> list[Path]:
    return [path for path in root.iterdir() if path.is_dir()]


def test_an_index_that_was_never_made_is_not_served(kept: KeptIndex) -> None:
    assert kept.open(ONE) == "manifest"
    with pytest.raises(LibraryDamaged, match="assistant reindex"):
        kept.search("秘书长", 1)


def test_a_rebuilt_index_is_served_and_found_again(
    tmp_path: Path, kept: KeptIndex, engine: Engine
) -> None:
    kept.rebuild(ONE)
    assert kept.search("秘书长", 1) == [("秘书长", 1.0)]
    kept.close()
    again = KeptIndex(tmp_path, engine.kind())
    assert again.open(ONE) is None
    assert again.search("秘书长", 1) == [("秘书长", 1.0)]


def test_an_index_of_other_contents_is_not_served(
    tmp_path: Path, kept: KeptIndex, engine: Engine
) -> None:
    kept.rebuild(ONE)
    again = KeptIndex(tmp_path, engine.kind())
    assert again.open(TWO) == "generation"
    with pytest.raises(LibraryDamaged):
        again.search("秘书长", 1)


def test_an_index_that_does_not_open_or_fails_its_probe_is_not_served(
    tmp_path: Path, kept: KeptIndex, engine: Engine
) -> None:
    kept.rebuild(ONE)
    stated = manifest.read(tmp_path / "file.json")
    assert stated is not None
    manifest.write(tmp_path / "file.json", replace(stated, count=2))
    again = KeptIndex(tmp_path, engine.kind())
    assert again.open(ONE) == "ValueError: 3 paragraphs instead of 2"
    assert engine.opened[-1].closed
    manifest.write(tmp_path / "file.json", replace(stated, seal={}))
    (_folders(tmp_path)[0] / "words").unlink()
    assert "FileNotFoundError" in (again.open(ONE) or "")


def test_a_native_panic_is_a_fault_and_not_the_end(tmp_path: Path, engine: Engine) -> None:
    KeptIndex(tmp_path, engine.kind()).rebuild(ONE)

    def panic(_folder: Path) -> FileIndex:
        raise Crash

    broken = IndexKind("file", {"engine": "file"}, panic, engine.build)
    assert "Crash" in (KeptIndex(tmp_path, broken).open(ONE) or "")


def test_a_new_index_takes_the_place_of_the_old_one(
    tmp_path: Path, kept: KeptIndex, engine: Engine
) -> None:
    kept.rebuild(ONE)
    engine.words = "会员国"
    kept.rebuild(TWO)
    assert kept.search("", 1) == [("会员国", 1.0)]
    assert [index.closed for index in engine.opened] == [True, False]
    assert len(_folders(tmp_path)) == 1


def test_a_search_that_runs_keeps_its_index_open_while_another_is_served(
    kept: KeptIndex, engine: Engine
) -> None:
    kept.rebuild(ONE)
    searching, go_on = threading.Event(), threading.Event()
    found: list[tuple[str, float]] = []

    def pause() -> None:
        searching.set()
        go_on.wait(10)

    engine.before_search = pause
    reader = threading.Thread(target=lambda: found.extend(kept.search("", 1)))
    reader.start()
    searching.wait(10)
    engine.words = "会员国"
    kept.rebuild(TWO)
    assert not engine.opened[0].closed
    engine.before_search = lambda: None
    assert kept.search("", 1) == [("会员国", 1.0)]
    go_on.set()
    reader.join(10)
    assert found == [("秘书长", 1.0)]
    assert engine.opened[0].closed


def test_a_search_that_fails_is_not_waited_for(kept: KeptIndex, engine: Engine) -> None:
    kept.rebuild(ONE)

    def fail() -> None:
        raise ValueError("of the engine")

    engine.before_search = fail
    with pytest.raises(ValueError, match="of the engine"):
        kept.search("", 1)
    kept.close()
    assert engine.opened[0].closed


def test_a_build_that_fails_leaves_the_old_index(
    tmp_path: Path, kept: KeptIndex, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.rebuild(ONE)

    def fail(_self: FileIndex, _count: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(FileIndex, "probe", fail)
    with pytest.raises(OSError, match="disk full"):
        kept.rebuild(TWO)
    assert kept.search("", 1) == [("秘书长", 1.0)]
    assert len(_folders(tmp_path)) == 1


@pytest.mark.parametrize(
    ("moment", "survivor"),
    [("before the manifest", "秘书长"), ("after the manifest", "会员国")],
)
def test_a_crash_leaves_the_old_or_the_new(  # noqa: PLR0917
    tmp_path: Path,
    kept: KeptIndex,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    survivor: str,
) -> None:
    kept.rebuild(ONE)
    engine.words = "会员国"
    write = kept_index.manifest.write

    def crash(*arguments: object) -> None:
        if moment == "after the manifest":
            write(*arguments)  # type: ignore[arg-type]
        raise Crash

    with monkeypatch.context() as patched:
        patched.setattr(kept_index.manifest, "write", crash)
        with pytest.raises(Crash):
            kept.rebuild(TWO)
    assert len(_folders(tmp_path)) == 2  # remains
    again = KeptIndex(tmp_path, engine.kind())
    assert again.open(TWO if survivor == "会员国" else ONE) is None
    assert again.search("", 1) == [(survivor, 1.0)]
    again.clear_remains()
    assert len(_folders(tmp_path)) == 1


# ── changing an index instead of building it ─────────────────────────────────────────────────


def _renewing(tmp_path: Path, engine: Engine) -> KeptIndex:
    """An index of ONE, whose engine can change what it has made."""
    kept = KeptIndex(tmp_path, replace(engine.kind(), update=engine.update))
    kept.rebuild(ONE)
    return kept


def test_where_only_the_records_changed_a_copy_is_changed_and_swapped_in(
    tmp_path: Path, engine: Engine
) -> None:
    kept = _renewing(tmp_path, engine)
    kept.renew(TWO)
    assert kept.search("", 1) == [("秘书长*", 1.0)]
    assert engine.built == 1
    assert len(_folders(tmp_path)) == 1
    again = KeptIndex(tmp_path, engine.kind())
    assert again.open(TWO) is None


@pytest.mark.parametrize(
    "contents", [Contents(1, "other", 2, {"engine": "file"}), Contents(1, "library", 2, {})]
)
def test_where_more_than_the_records_changed_it_is_built(
    tmp_path: Path, engine: Engine, contents: Contents
) -> None:
    _renewing(tmp_path, engine).renew(contents)
    assert engine.built == 2


def test_an_engine_may_prefer_to_build(tmp_path: Path, engine: Engine) -> None:
    kept = _renewing(tmp_path, engine)
    engine.worth_changing = False
    kept.renew(TWO)
    assert kept.search("", 1) == [("秘书长", 1.0)]
    assert engine.built == 2
    assert len(_folders(tmp_path)) == 1


def test_an_index_that_cannot_be_changed_is_built(
    tmp_path: Path, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    kept = _renewing(tmp_path, engine)
    engine.failing = FileNotFoundError("words")
    kept.renew(TWO)
    assert kept.search("", 1) == [("秘书长", 1.0)]
    assert engine.built == 2
    assert len(_folders(tmp_path)) == 1
    assert "FileNotFoundError" in caplog.text


def test_a_native_panic_while_changing_is_no_reason_to_go_without(
    tmp_path: Path, engine: Engine
) -> None:
    panic = type("PanicException", (BaseException,), {"__module__": "pyo3_runtime"})
    kept = _renewing(tmp_path, engine)
    engine.failing = panic()
    kept.renew(TWO)
    assert engine.built == 2


@pytest.mark.parametrize("stopped", [KeyboardInterrupt(), Crash(), LibraryBusy("忙", "busy")])
def test_work_that_is_stopped_leaves_the_old_index_and_builds_nothing(
    tmp_path: Path, engine: Engine, stopped: BaseException
) -> None:
    kept = _renewing(tmp_path, engine)
    engine.failing = stopped
    with pytest.raises(type(stopped)):
        kept.renew(TWO)
    assert engine.built == 1
    assert kept.search("", 1) == [("秘书长", 1.0)]
    assert KeptIndex(tmp_path, engine.kind()).open(ONE) is None


def test_remains_of_another_index_are_left_alone(tmp_path: Path, kept: KeptIndex) -> None:
    (tmp_path / "dense-1f").mkdir()
    (tmp_path / "file-1f").mkdir()
    kept.rebuild(ONE)
    assert (tmp_path / "dense-1f").exists()
    assert not (tmp_path / "file-1f").exists()


# ── bytes that are not those that were written ───────────────────────────────────────────────


def test_an_index_with_another_byte_is_not_served_though_its_engine_opens_it(
    tmp_path: Path, kept: KeptIndex, engine: Engine
) -> None:
    kept.rebuild(ONE)
    (_folders(tmp_path)[0] / "words").write_text("秘书处", encoding="utf-8")
    opened = len(engine.opened)
    assert KeptIndex(tmp_path, engine.kind()).open(ONE) == "damaged: words"
    assert len(engine.opened) == opened  # an engine may crash on it: it was not even asked


def test_a_damaged_index_is_built_and_never_changed(tmp_path: Path, engine: Engine) -> None:
    kept = _renewing(tmp_path, engine)
    (_folders(tmp_path)[0] / "words").write_text("秘书处", encoding="utf-8")
    kept.renew(TWO)
    assert kept.search("", 1) == [("秘书长", 1.0)]
    assert engine.built == 2
