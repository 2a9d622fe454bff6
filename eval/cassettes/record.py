"""Recording a live model's answers to the gold questions, keeping the cassette tidy."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.cassettes.asking import ask, opened, phrased_items
from eval.cassettes.cassette import read_cassette, rewrite
from eval.cassettes.models import Listening, Recorded, Recording
from eval.gold import GoldItem, load_gold

if TYPE_CHECKING:
    from assistant.answering.generative.models import Model

Tell = Callable[[str], None]


def development() -> tuple[GoldItem, ...]:
    """The questions that are recorded: the locked ones never are."""
    return tuple(item for item in load_gold() if item.split == "dev")


def record(
    model: Model, path: Path, *, tell: Tell, most: int | None = None, mend: bool = False
) -> int:
    """Ask ``model`` all that the gold questions ask, and keep what it writes; how many were new.

    What the cassette has already is not asked again, so that a recording goes on where it was
    broken off. ``most``: questions; ``mend``: only those that the cassette has. Raises
    CassetteError where the model fails.
    """
    recording = Recording(model, path)
    items = development()
    if mend:
        held = set(read_cassette(path).items)
        items = tuple(item for item in items if item.id in held)
    items = phrased_items(items)[:most]
    _record(recording, items, tell)
    return recording.asked


def _record(recording: Recording, items: Sequence[GoldItem], tell: Tell) -> None:
    heard = Listening(recording)
    with opened((item.library for item in items), heard) as libraries:
        for done, item in enumerate(items, 1):
            recording.item = item.id
            begun, before = time.monotonic(), recording.asked
            ask(libraries[item.library], item, heard)
            recording.finish()
            new, seconds = recording.asked - before, time.monotonic() - begun
            tell(f"{done}/{len(items)}  {item.id}  {new} new  {seconds:.1f} s")


@dataclass(frozen=True, slots=True)
class Worn:
    """What of a cassette and of today's questions does not match."""

    stale: tuple[str, ...]  # keys of replies that nothing asks for any more
    missing: tuple[str, ...]  # questions that ask what was not recorded
    gone: tuple[str, ...]  # questions that are no more, or ask no model


def worn(path: Path) -> Worn:
    """Hold a cassette against the questions it was recorded for, as they are asked today."""
    cassette = read_cassette(path)
    heard = Listening(Recorded(cassette, strict=False))
    wanted = set(cassette.items)
    items = [item for item in development() if item.id in wanted]
    used: set[str] = set()
    missing: list[str] = []
    there: set[str] = set()
    with opened((item.library for item in items), heard) as libraries:
        for item in items:
            turns = ask(libraries[item.library], item, heard)
            keys = {exchange.key for turn in turns for exchange in turn}
            used |= keys
            if turns[-1]:
                there.add(item.id)
            if not keys <= set(cassette.replies):
                missing.append(item.id)
    stale = tuple(key for key in cassette.replies if key not in used)
    gone = tuple(item for item in cassette.items if item not in there)
    return Worn(stale, tuple(missing), gone)


def prune(path: Path) -> Worn:
    """Take out of a cassette what nothing asks for; what was found."""
    found = worn(path)
    cassette = read_cassette(path)
    stale, gone = set(found.stale), set(found.gone)
    rewrite(
        path,
        cassette,
        (key for key in cassette.replies if key not in stale),
        (item for item in cassette.items if item not in gone),
    )
    return found
