"""Records too large to be looked through before a library opens are looked through while it
answers, and damage that is found then ends the answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from assistant.errors import LibraryDamaged
from assistant.library import examining
from assistant.library.examining import Damage
from assistant.service import Assistant
from assistant.settings import Settings
from tests.library.test_mending import ASKED, DAMAGES, filled

__all__ = ["filled"]  # the fixture

KNOWN = ASKED[0].turns[0]

_Looked = tuple[Damage | None, bool] | None


class Held:
    """The look at the records, which waits until a test lets it go on."""

    def __init__(self, look: Callable[..., _Looked]) -> None:
        self._look = look
        self.may = threading.Event()
        self.begun = threading.Event()

    def __call__(self, *args: object) -> _Looked:
        self.begun.set()
        assert self.may.wait(60)
        return self._look(*args)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Every file is a large one."""
    held = Held(examining.apart)
    monkeypatch.setattr(examining, "_AT_ONCE", 0)
    monkeypatch.setattr(examining, "apart", held)
    yield held
    held.may.set()


def _until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.01)


def _refuses(assistant: Assistant) -> bool:
    try:
        assistant.ask(KNOWN)
    except LibraryDamaged:
        return True
    return False


@pytest.mark.parametrize("damage", ["a letter", "an act that is gone", "a symbol"])
def test_damage_that_is_found_while_the_library_answers_ends_all_answers(
    filled: Settings, held: Held, damage: str
) -> None:
    DAMAGES[damage](filled.data_dir / "library.sqlite3")
    with Assistant.open(filled) as assistant:
        assert held.begun.wait(60)
        assert assistant.ask(KNOWN)  # as it opens: nothing is known yet
        held.may.set()
        _until(lambda: _refuses(assistant))
        for work in (
            assistant.resolutions,
            assistant.checks,
            lambda: assistant.ingest([], jobs=0),
            lambda: assistant.search("秘书长"),
        ):
            with pytest.raises(LibraryDamaged, match="doctor --mend"):
                work()


def test_a_sound_library_answers_before_and_after_and_tidies_only_after(
    filled: Settings, held: Held
) -> None:
    stray = filled.data_dir / "sources" / ("0" * 64)
    stray.write_bytes(b"perhaps what damaged records are mended from")
    with Assistant.open(filled) as assistant:
        before = assistant.ask(KNOWN)
        assert held.begun.wait(60)
        assistant.library.refresh()
        assert stray.exists()
        held.may.set()
        examination = assistant.library._examination
        assert examination is not None
        _until(lambda: examination.is_done)
        assert assistant.ask(KNOWN).statements == before.statements
        assistant.library.refresh()
        assert not stray.exists()


def test_closing_waits_for_the_look_and_leaves_no_thread(filled: Settings, held: Held) -> None:
    assistant = Assistant.open(filled)
    assert held.begun.wait(60)
    threading.Timer(0.1, held.may.set).start()
    assistant.close()
    assert not [one for one in threading.enumerate() if one.name == "examination"]


def test_a_process_that_is_killed_says_nothing_of_the_records(
    filled: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "_AT_ONCE", 0)
    begin = examining.Examination._begin

    def killed(one: examining.Examination, command: Sequence[str]) -> object:
        child = begin(one, command)
        assert child is not None
        child.kill()
        return child

    monkeypatch.setattr(examining.Examination, "_begin", killed)
    with Assistant.open(filled) as assistant:
        examination = assistant.library._examination
        assert examination is not None
        assert examination._thread is not None
        examination._thread.join(60)
        assert not examination.is_done  # and nothing is tidied
        assert assistant.ask(KNOWN)


def test_closing_does_not_wait_for_a_long_look(
    filled: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "_AT_ONCE", 0)
    assistant = Assistant.open(filled)
    assistant.close()
    assert not [one for one in threading.enumerate() if one.name == "examination"]
