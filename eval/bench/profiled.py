"""Where the time of each class of questions goes, by cProfile, as a short text."""

from __future__ import annotations

import cProfile
import pstats
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import Final

from assistant.service import Assistant
from eval.bench.built import settings_of
from eval.bench.scale_questions import Kind, Sort

FOLDER: Final = Path(__file__).with_name("profiles")
_LINES: Final = 40
_PLACES: Final = re.compile(r"/\S*?/(?=(?:assistant|eval|site-packages|python3\.\d+)/)")


def profiled(folder: Path, questions: Sequence[Kind]) -> dict[Sort, str]:
    """The functions that take most of the time, with all that they call, of each class of
    ``questions`` asked of the library in ``folder``. Every table is read before."""
    with Assistant.open(settings_of(folder)) as assistant:
        assistant.warm()
        for kind in questions:
            assistant.ask(kind.questions[0])
        sorts = tuple(dict.fromkeys(kind.sort for kind in questions))
        return {sort: _profile(assistant, _of(questions, sort)) for sort in sorts}


def _of(questions: Sequence[Kind], sort: Sort) -> tuple[str, ...]:
    return tuple(text for kind in questions if kind.sort == sort for text in kind.questions[1:])


def _profile(assistant: Assistant, questions: Iterable[str]) -> str:
    profile = cProfile.Profile()
    count = 0
    for count, text in enumerate(questions, 1):  # noqa: B007 - told below
        profile.enable()
        assistant.ask(text)
        profile.disable()
    told = StringIO()
    pstats.Stats(profile, stream=told).sort_stats("cumulative").print_stats(_LINES)
    # No folder of the machine it was taken on.
    lines = (_PLACES.sub("", line).rstrip() for line in told.getvalue().splitlines())
    return f"{count} questions\n" + "\n".join(lines).strip() + "\n"


def write(profiles: dict[Sort, str], size: int) -> None:
    """Keep them."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for sort, told in profiles.items():
        (FOLDER / f"{sort}-{size}.txt").write_text(told, encoding="utf-8")
