from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.questions import understand
from assistant.retrieval import retrieve
from assistant.settings import load_settings
from assistant.types import Found, Summary
from eval.generator.__main__ import write

Find = Callable[[str], Found]


@pytest.fixture(scope="session")
def find(sample_library: Library, catalogue: tuple[Summary, ...]) -> Find:
    """What is found in the sample library for a question."""

    def found(text: str) -> Found:
        question = understand(text, catalogue=catalogue)
        return retrieve(question, sample_library, catalogue, sample_library.records.read)

    return found


@pytest.fixture(scope="session")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Sixty generated resolutions, in Chinese and, where their form has it, in English."""
    texts = tmp_path_factory.mktemp("generated")
    write(texts, seed=11, count=60, forms=("modern",), langs=("zh", "en"))
    folder = tmp_path_factory.mktemp("bilingual-library")
    with Library.open(load_settings({}, data_dir=folder, embedder="hashing")) as library:
        ingest(library, sorted(texts.glob("*.txt")))
        yield library


def keys(found: Found) -> list[str]:
    """The places found, with the number of the resolution: ``75/45#OP13``."""
    return [passage.paragraph.key.removeprefix("A/RES/") for passage in found.passages]


def quoted(found: Found) -> list[str]:
    """The words that would be quoted of each passage."""
    words = []
    for passage in found.passages:
        text = passage.paragraph.text
        if passage.spans:
            words.append("、".join(span.of(text) for span in passage.spans))
        elif passage.clauses:
            clauses = passage.paragraph.clauses
            words.append("、".join(clauses[i].span.of(text) for i in passage.clauses))
        else:
            words.append(text)
    return words


def gaps(found: Found) -> list[tuple[str, str]]:
    """What is missing: (kind, name)."""
    return [(missing.kind, missing.name) for missing in found.missing]
