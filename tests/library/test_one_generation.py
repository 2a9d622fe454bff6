"""While one process takes files in, every answer of it counts what one generation holds."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Answer
from tests.deployment.texts import QUESTION, made

_FILES = 12


def _counts(answer: Answer) -> tuple[int, int]:
    """How many resolutions have an act that is cited, and how many the answer says there are."""
    return len({one.symbol for one in answer.citations}), answer.coverage.resolutions


@pytest.mark.parametrize("at_once", [1, _FILES])
def test_no_answer_mixes_what_was_before_a_change_with_what_came_after(
    tmp_path: Path, at_once: int
) -> None:
    settings = load_settings(
        {}, data_dir=tmp_path, embedder="hashing", sample_library=False, page_size=_FILES + 1
    )
    with Assistant.open(settings) as assistant:
        assistant.ingest([File(*made(500))], jobs=0)
        done = threading.Event()
        told: list[tuple[int, int]] = []

        def ask() -> None:
            while not done.is_set():
                told.append(_counts(assistant.ask(QUESTION)))

        threads = [threading.Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
        try:
            files = [File(*made(501 + n)) for n in range(_FILES)]
            for at in range(0, _FILES, at_once):
                assistant.ingest(files[at : at + at_once], jobs=0)
        finally:
            done.set()
            for thread in threads:
                thread.join()
        told.append(_counts(assistant.ask(QUESTION)))
    assert told[-1] == (_FILES + 1, _FILES + 1)
    assert all(acts == held for acts, held in told), [one for one in told if one[0] != one[1]]
    assert len(set(told)) > 1
