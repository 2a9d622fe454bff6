"""A disk that is full, takes nothing, or gives other bytes than were written to it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.service import Assistant
from assistant.settings import Settings
from tests.library.test_mending import ASKED, _answers, filled

__all__ = ["filled"]  # the fixture

_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and users")

# A process of its own, whose files may not grow beyond so many bytes: to SQLite, Tantivy and Chroma
# that is a disk that is full, on any machine and for any user.
_ON_A_FULL_DISK = """
import json, resource, signal, sys
from pathlib import Path
from assistant.errors import AssistantError
from assistant.service import Assistant, File
from assistant.settings import load_settings
from eval.generator.library import resolutions

folder, most, question = sys.argv[1:]
settings = load_settings({}, data_dir=Path(folder), embedder="hashing", sample_library=False)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
told = {"held": [], "errors": []}
with Assistant.open(settings) as assistant:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))
    files = [File(made.name, made.text.encode()) for made in list(resolutions(11, 50))[10:]]
    def heard(result):
        if result.outcome == "added":
            told["held"].append(result.symbol)
    for work in (lambda: assistant.ingest(files, told=heard, jobs=0), assistant.reindex):
        try:
            work()
        except (AssistantError, OSError) as error:
            told["errors"].append(getattr(error, "code", "OSError"))
        except BaseException as error:
            if type(error).__module__ in ("builtins", "chromadb.errors"):
                told["errors"].append(type(error).__name__)
            else:
                raise
    answer = assistant.ask(question)
    told["answer"] = [answer.status, answer.answer]
print(json.dumps(told))
"""


@_UNIX
@pytest.mark.parametrize("most", [0, 400_000])
def test_on_a_full_disk_what_was_acknowledged_is_kept_and_questions_are_answered(
    filled: Settings, most: int
) -> None:
    question = ASKED[0].turns[0]
    before = _answers(filled)
    ended = subprocess.run(
        [sys.executable, "-c", _ON_A_FULL_DISK, str(filled.data_dir), str(most), question],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ended.returncode == 0, ended.stderr[-3_000:]
    told = json.loads(ended.stdout)
    assert told["errors"]
    assert told["answer"] == [before[0][0], before[0][2]]
    with Assistant.open(filled) as assistant:
        held = {one.symbol for one in assistant.resolutions()}
        assert held >= set(told["held"])
        assert [check for check in assistant.doctor() if not check.ok] == []
    assert _answers(filled) == before


@_UNIX
def test_a_folder_that_cannot_be_written_to_is_said_and_left_as_it_is(filled: Settings) -> None:
    """Read-only for everybody: who is root becomes nobody first."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        data = Path(folder, "data")
        subprocess.run(["cp", "-r", str(filled.data_dir), str(data)], check=True)
        for path in (data, *data.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        before = {p: p.read_bytes() for p in data.rglob("*") if p.is_file()}
        script = (
            "import os, sys\n"
            "from assistant.errors import AssistantError\n"
            "from assistant.service import Assistant\n"
            "from assistant.settings import load_settings\n"
            "from pathlib import Path\n"
            "s = load_settings({}, data_dir=Path(sys.argv[1]), embedder='hashing')\n"
            "os.getuid() or os.setuid(65534)\n"
            "try:\n    Assistant.open(s)\n"
            "except AssistantError as error:\n    print(error.code, error.en)\n"
        )
        ended = subprocess.run(
            [sys.executable, "-c", script, str(data)],
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
        assert "ASSISTANT_DATA_DIR" in ended.stdout, ended.stderr[-2_000:]
        assert {p: p.read_bytes() for p in data.rglob("*") if p.is_file()} == before
        for path in (data, *data.rglob("*")):
            path.chmod(0o755)


# ── bytes that are not those that were written ───────────────────────────────────────────────


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(len(data) // 3, len(data), max(1, len(data) // 5)):
        data[at] ^= 0x5A
    path.write_bytes(data)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "flipped": _flip,
    "zeroed": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "cut": lambda path: os.truncate(path, path.stat().st_size // 2),
    "missing": lambda path: path.unlink(),
}


def _derived(settings: Settings) -> Iterator[Path]:
    for name in ("dense", "lexical"):
        yield settings.data_dir / f"{name}.json"
        for path in sorted(settings.data_dir.glob(f"{name}-*/**/*")):
            in_use = path.suffix != ".bin" or (path.parent / "index_metadata.pickle").exists()
            if path.is_file() and path.suffix != ".lock" and path.stat().st_size and in_use:
                yield path


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_or_manifest_is_named_by_the_doctor_and_made_again(
    filled: Settings, damage: str
) -> None:
    before = _answers(filled)
    chance = random.Random(damage)  # noqa: S311 - to be drawn the same again
    for number in chance.sample(range(len(list(_derived(filled)))), 3):
        path = list(_derived(filled))[number]  # others than before: what was damaged is made again
        if not any(path.read_bytes()):
            continue
        DAMAGES[damage](path)
        with Assistant.open(filled, repair=False) as assistant:
            wrong = {check.name: check.remedy for check in assistant.doctor() if not check.ok}
        name = path.relative_to(filled.data_dir).parts[0].partition("-")[0].partition(".")[0]
        assert wrong == {name: "assistant reindex"}, path
        with Assistant.open(filled) as assistant:
            assert [check for check in assistant.doctor() if not check.ok] == [], path
    assert _answers(filled) == before


@pytest.mark.parametrize("damage", ["flipped", "zeroed", "cut"])
def test_a_damaged_source_file_is_named_and_never_given_out(filled: Settings, damage: str) -> None:
    before = _answers(filled)
    path = min((filled.data_dir / "sources").iterdir())
    DAMAGES[damage](path)
    with Assistant.open(filled) as assistant:
        wrong = {check.name: check.remedy for check in assistant.doctor() if not check.ok}
    assert wrong == {"sources": "assistant doctor --mend"}
    done = Assistant.mend(filled)
    assert done.sources_lost == (path.name,)
    with Assistant.open(filled) as assistant:
        assert [check for check in assistant.doctor() if not check.ok] == []
    assert _answers(filled) == before
