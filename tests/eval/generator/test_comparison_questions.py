"""Questions about edits: their answers are the edits, and the assistant finds them."""

from __future__ import annotations

import pytest

from assistant.library.library import Library
from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Lang
from eval.generator.comparison_questions import comparison_questions
from eval.generator.series import series

INDICES = (5, 12, 19, 26, 33, 40, 47, 54)


def test_an_answer_is_the_edit_of_the_step() -> None:
    made = series(11, 12, 3)
    for item in comparison_questions(made):
        step = next(s for s in made.steps if item.id.startswith(f"generated:{s.first}:{s.second}:"))
        if item.id.endswith("added"):
            whole = {key for key in item.keys if "(" not in key}
            assert whole == {f"{step.second}#{place}" for place in step.added}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_assistant_finds_what_was_edited(
    tmp_path_factory: pytest.TempPathFactory, lang: Lang
) -> None:
    made = [series(11, index, 3, lang=lang) for index in INDICES]
    folder = tmp_path_factory.mktemp("edited")
    settings = load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)
    with Library.open(settings) as library:
        assistant = Assistant(library, settings)
        assistant.ingest([File(f.name, f.text.encode()) for one in made for f in one.files])
        items = [item for one in made for item in comparison_questions(one, lang)]
        wrong = []
        for item in items:
            answer = assistant.ask(item.question, lang=lang)
            cited = {f"{c.symbol}#{c.paragraph}" for c in answer.citations}
            if not (cited <= item.keys and all(cited & set(group) for group in item.groups)):
                wrong.append((item.question, sorted(cited), sorted(item.keys)))
    assert len(items) > 25
    assert len(wrong) <= len(items) // 10, wrong
