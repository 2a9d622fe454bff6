"""What is asked: three libraries, each opened fresh in a temporary folder and thrown away.

``samples``   the two real resolutions that the assistant is shipped with
``forms``     invented texts of every form that resolutions take (``forms/*.txt``)
``generated`` fictional resolutions with known truth, of both languages, series among them

They are never mixed. The generated one is opened with vectors of hashed words: its questions are
about structure, and a model takes minutes for what they do not ask about.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.generator import Generated, Truth, resolutions
from eval.generator.series import Series, TrueStep, series

if TYPE_CHECKING:
    from assistant.answering.generative.models import Model
    from assistant.service import Assistant

FORMS = Path(__file__).parent / "forms"
# Where a person's own records are: a judgement on a fresh library must never open them.
OWN_LIBRARY = frozenset({"ASSISTANT_DATA_DIR", "ASSISTANT_RECORDS_URL", "ASSISTANT_SAMPLE_LIBRARY"})
_OWN_MODEL = "ASSISTANT_LLM_"  # who phrases what is judged is said with the run
_SEED, _RESOLUTIONS = 7, 100
_FIRST_OF_SERIES, _SERIES, _SESSIONS_EACH = 200, 4, 5
_LANGS = ("zh", "en")


@contextmanager
def open_library(
    name: str, data_dir: Path | None = None, *, model: Model | None = None
) -> Iterator[Assistant]:
    """The real service on a fresh library of that name, or on the one in ``data_dir``. Answers are
    phrased by ``model`` and by no other, whatever the environment names."""
    from assistant.service import Assistant
    from assistant.settings import load_settings

    environ = {k: v for k, v in os.environ.items() if not k.upper().startswith(_OWN_MODEL)}
    if data_dir is not None:
        with Assistant.open(load_settings(environ, data_dir=data_dir), model=model) as opened:
            yield opened
        return
    environ = {k: v for k, v in environ.items() if k not in OWN_LIBRARY}
    with tempfile.TemporaryDirectory(prefix="assistant-eval-") as fresh:
        chosen: dict[str, Any] = {"data_dir": Path(fresh), "sample_library": name == "samples"}
        if name == "generated":
            chosen["embedder"] = "hashing"
        with Assistant.open(load_settings(environ, **chosen), model=model) as opened:
            if name != "samples":
                opened.ingest([_texts(name, Path(fresh))], jobs=0)
            yield opened


def _texts(name: str, fresh: Path) -> Path:
    if name == "forms":
        return FORMS
    folder = fresh / "texts"
    folder.mkdir()
    for file in generated_files():
        (folder / file.name).write_text(file.text, encoding="utf-8", newline="\n")
    return folder


@cache
def generated_series() -> tuple[Series, ...]:
    """The series of the generated library, in Chinese."""
    return tuple(
        series(_SEED, _FIRST_OF_SERIES + n, _SESSIONS_EACH, lang="zh") for n in range(_SERIES)
    )


@cache
def generated_files() -> tuple[Generated, ...]:
    """Every file of the generated library; the same ones each time."""
    single = tuple(resolutions(_SEED, _RESOLUTIONS, langs=_LANGS))
    translated = (
        Generated(f"{Path(file.name).stem}_en.txt", file.text, file.truths)
        for n in range(_SERIES)
        for file in series(_SEED, _FIRST_OF_SERIES + n, _SESSIONS_EACH, lang="en").files
    )
    chinese = (file for each in generated_series() for file in each.files)
    return (*single, *chinese, *translated)


@cache
def generated_truths() -> tuple[Truth, ...]:
    """What is true of the generated library, as questions are answered: the Chinese texts."""
    return tuple(t for file in generated_files() for t in file.truths if t.lang == "zh")


@cache
def generated_steps() -> tuple[TrueStep, ...]:
    """What became of each resolution of a series in the next one."""
    return tuple(step for each in generated_series() for step in each.steps)
