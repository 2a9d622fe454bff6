"""What a first question would wait for, loaded ahead of it.

Dictionaries, the model of the embedder, LlamaIndex and what questions are read by are loaded in
threads while the indexes are opened: that is mostly done by Chroma, which lets other threads go on.
The rest (patterns and tables that are made when they are first needed) is what an answer needs: so
one is made, and thrown away.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from typing import Final

from assistant.errors import AssistantError
from assistant.library.embedding_clients import is_served
from assistant.library.library import Library
from assistant.library.lookups import ActQuery
from assistant.questions import understand
from assistant.text import tokens
from assistant.types import Check, MandateQuery

# Of content, in each language: they need everything that questions share.
QUESTIONS: Final = ("核裁军", "nuclear disarmament")

LOADING: Final = Check(
    "loading",
    ok=False,
    zh="正在载入首次提问要用的词典和表。",
    en="The dictionaries and tables of a first question are being loaded.",
)


@contextmanager
def loading_beside(library: Library) -> Iterator[None]:
    """What needs no index is loaded in threads while the work within goes on, and is there after
    it. The server of an embedder is not waited for."""
    loads: list[Callable[[Library], None]] = [_load_words]
    if not is_served(library.settings):
        loads.append(_load_model)
    threads = [threading.Thread(target=partial(load, library), daemon=True) for load in loads]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:  # one that is cut off in native code would end the process with a signal
        for thread in threads:
            thread.join()


def ask_all(ask: Callable[[str], object]) -> None:
    """Have the questions answered, as far as that can be done: a library may be closed meanwhile,
    a server be silent."""
    for question in QUESTIONS:
        with suppress(AssistantError):
            ask(question)


def load_tables(library: Library) -> None:
    """What a first question about all acts, or all mandates, waits for: three seconds at 500,000
    paragraphs, for which nobody who asks of content should wait."""
    with suppress(AssistantError):  # a library may be closed meanwhile
        library.records.wordings.headings()
        library.records.mandates.find(MandateQuery())
        library.records.act_keys(ActQuery())


def _load_model(library: Library) -> None:
    with suppress(AssistantError):  # who asks is told of it
        for question in QUESTIONS:
            library.embedder.embed_question(question)


def _load_words(library: Library) -> None:
    tokens.tagged_words(QUESTIONS[0])
    import_module("llama_index.vector_stores.chroma")
    with suppress(AssistantError):  # who opens the library is told of it
        catalogue = library.records.summaries()
        for question in QUESTIONS:
            understand(question, catalogue=catalogue)
        library.records.leading_items()
        library.records.sources()
