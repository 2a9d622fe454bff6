from __future__ import annotations

from pathlib import Path

from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.reading import File
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.text.normalise import fold
from eval.generator.library import resolutions
from eval.generator.truth import Truth
from eval.generator.wordings import phrase_questions


def made(count: int) -> tuple[list[File], list[Truth]]:
    files = list(resolutions(5, count))
    texts = [File(file.name, file.text.encode()) for file in files]
    return texts, [truth for file in files for truth in file.truths]


def test_every_paragraph_that_has_the_words_is_an_answer_and_no_other() -> None:
    _, truths = made(30)
    *items, nobody = phrase_questions(truths, most=20)
    assert len(items) == 20
    assert not nobody.answerable
    for item in items:
        phrase = item.id.rpartition(":")[2]
        for truth in truths:
            for paragraph in truth.paragraphs:
                if paragraph.kind not in ("meta", "end", "heading"):
                    has = phrase in fold(paragraph.text).text
                    assert has == (truth.key(paragraph) in item.keys)


def test_the_assistant_finds_them_all(tmp_path: Path) -> None:
    files, truths = made(40)
    settings = load_settings(
        {},
        data_dir=tmp_path / "data",
        embedder="hashing",
        sample_library=False,
    )
    with Library.open(settings) as library:
        ingest(library, files)
        assistant = Assistant(library, settings)
        for item in phrase_questions(truths, most=40):
            answer = assistant.ask(item.question)
            assert answer.understood.intent == "precedents"
            assert (answer.status == "answered") is item.answerable
            uses = [s for s in answer.statements if "原样用到" in s.text and s.kind == "computed"]
            cited = {c.n: f"{c.symbol}#{c.paragraph}" for c in answer.citations}
            used = {cited[n] for s in uses for n in s.citations}
            assert used == item.keys, item.question
