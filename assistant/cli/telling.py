"""An answer in the terminal as it comes: each sentence when it is certain, the rest below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.cli.language import in_language
from assistant.cli.printing import Line, below_lines, statement_lines
from assistant.types import Answer, Citation, Event, Generation, Lang, Statement

_CHINESE = re.compile("[㐀-鿿]")


def told_lines(events: Iterable[Event]) -> Iterator[Line]:
    """The lines of a streamed answer, those of a sentence as soon as it is told."""
    citations: list[Citation] = []
    for event in events:
        if isinstance(event.data, Citation):
            citations.append(event.data)
        elif isinstance(event.data, Statement):
            yield from statement_lines(event.data, citations)
            if mark := _mark(event.data):
                yield Line(mark, indent=4, style="dim")
        elif isinstance(event.data, Answer):
            if event.data.generation is not None:
                yield Line("")
                yield from generation_lines(event.data.generation, event.data.lang)
            yield from below_lines(event.data)


def _mark(statement: Statement) -> str:
    """What is said under a sentence that a language model wrote."""
    if statement.kind != "fact":
        return ""
    lang: Lang = "zh" if _CHINESE.search(statement.text) else "en"
    if statement.verification == "repaired":
        return in_language(
            lang, "模型转述，改正后核对过", "retold by the model, mended and checked"
        )
    return in_language(lang, "模型转述，已核对", "retold by the model, checked")


def generation_lines(generation: Generation, lang: Lang) -> Iterator[Line]:
    """What a language model had to do with an answer, and where the question went."""
    used = generation.kept + generation.repaired
    counted = in_language(
        lang,
        f"语言模型 {generation.model} 写了 {generation.said} 句：采用 {used}，"
        f"换成原文 {generation.replaced}，略去 {generation.dropped}",
        f"The language model {generation.model} wrote {generation.said} sentences: {used} used, "
        f"{generation.replaced} replaced by the text, {generation.dropped} left out",
    )
    yield Line(counted, style="dim")
    if generation.failure:
        yield Line(generation.failure, style="yellow")
    if generation.sent_to:
        sent = in_language(
            lang,
            f"问题和所引段落已送往 {generation.sent_to}",
            f"The question and the paragraphs cited were sent to {generation.sent_to}",
        )
        yield Line(sent, style="dim")
