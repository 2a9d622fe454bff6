"""A model's text as it would have been shown, had nobody checked it.

It is split into sentences and its markers are read, in whatever form it put them: that much any
page does. Nothing is left out but the same sentence said again, nothing is mended, and half a
sentence at the end of a reply that was cut off counts as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.generative.sentences import Said, SentenceReader
from assistant.types import Answer, Statement


def as_written(text: str, frame: Answer) -> Answer:
    """The answer that ``text`` alone makes. ``frame``: the quotations whose numbers were its
    evidence keys; a key that was not given becomes a marker without a citation."""
    reader = SentenceReader()
    said = (*reader.feed(text), *reader.end(whole=True))
    sentences = tuple({sentence.text: sentence for sentence in said}.values())
    given = _given(frame)
    used = sorted({given[key] for each in sentences for key in each.keys if key in given})
    numbers = {n: at for at, n in enumerate(used, 1)}
    statements = tuple(_statement(each, given, numbers) for each in sentences)
    return replace(
        frame,
        answer="".join(_shown(statement) for statement in statements),
        statements=statements,
        citations=tuple(
            replace(citation, n=numbers[citation.n])
            for citation in frame.citations
            if citation.n in numbers
        ),
    )


def _given(frame: Answer) -> Mapping[int, int]:
    """The citation that each evidence key stood for: quotations are counted from 1."""
    quotations = (statement for statement in frame.statements if statement.kind == "quote")
    return {key: statement.citations[0] for key, statement in enumerate(quotations, 1)}


def _statement(said: Said, given: Mapping[int, int], numbers: Mapping[int, int]) -> Statement:
    beyond = len(numbers) + 1  # the number of no citation
    cited: Sequence[int] = [numbers[given[k]] if k in given else beyond for k in said.keys]
    return Statement(said.text, "fact", tuple(dict.fromkeys(cited)), (), "checked")


def _shown(statement: Statement) -> str:
    return statement.text + "".join(f"[{n}]" for n in statement.citations)
