"""The same questions to the assistant, to LlamaIndex's stock pipeline and to Chroma with filters.

What is asked has an exact answer: every paragraph of a session's resolutions that requests
something of a body. The three have the same embedder and the same texts, and take turns. A
paragraph counts as found where it stands whole in what came back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import mean
from typing import Final
from uuid import uuid4

import numpy as np
from sqlalchemy import select

from assistant.library.engine import reading
from assistant.library.lookups import MAY_ANSWER
from assistant.library.schema import paragraphs, resolutions
from assistant.service import Assistant
from assistant.text.numerals import chinese
from eval.bench.asked import percentile, timed
from eval.bench.built import generated, settings_of
from eval.bench.scale_questions import BODIES
from eval.bench.stock import Pipeline, stock_pipeline
from eval.generator import Truth
from eval.generator.questions import Groups
from eval.queries import groups_of

_WARM_UP: Final = 2
_MOST: Final = 100  # what Chroma is asked for where it is to find all; its default is 10
_ROWS: Final = 1_000  # added to Chroma at once


@dataclass(frozen=True, slots=True)
class Side:
    """How one of them did. Shares are means over the questions."""

    name: str
    recall: float  # of the paragraphs that are meant
    precision: float  # of what came back
    exact: int  # questions whose answer is all that is meant and nothing else
    n: int
    p50: float  # as ratios to the embedder's median for a question
    p95: float


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    body: str
    session: int
    meant: Groups


Found = Callable[[_Question], set[str]]


def beside(folder: Path, count: int, each: int) -> tuple[Side, ...]:
    """Ask all of them ``each`` questions over the library of ``count`` paragraphs in ``folder``,
    whose vectors are real. For a process of its own."""
    files = tuple(generated(count))
    truths = [truth for file in files for truth in file.truths]
    with Assistant.open(settings_of(folder)) as assistant:
        assistant.warm()
        embedder = assistant.library.embedder
        stock = stock_pipeline({file.name: file.text for file in files}, embedder)
        of_file = {file.name: file.truths for file in files}
        chroma = _Chroma(assistant)
        sides: dict[str, Found] = {
            "assistant": lambda asked: _cited(assistant, asked.text),
            "stock": lambda asked: _standing_in(stock, of_file, asked.text),
            "chroma": lambda asked: chroma.found(asked, 10, by_name=False),
            "chroma all": lambda asked: chroma.found(asked, _MOST, by_name=True),
        }
        questions = tuple(islice(_questions(truths), each + _WARM_UP))
        return _raced(sides, questions, embedder.embed_question)


def _questions(truths: Sequence[Truth]) -> Iterator[_Question]:
    # Special sessions have names (ES-21), no number that a question says in words.
    stated = {t.masthead.get("session", "") for t in truths}
    sessions = sorted(int(one) for one in stated if one.isdigit())
    for number, body in zip(range(4 * len(sessions)), cycle(BODIES), strict=False):
        session = sessions[(7 * number) % len(sessions)]
        asked = {"addressee": body, "session": session, "directive": True}
        meant = groups_of(asked, truths)
        if meant:
            text = f"第{chinese(session)}届会议的决议请{body}做什么？"
            yield _Question(text, body, session, meant)


def _raced(
    sides: Mapping[str, Found], questions: Sequence[_Question], embed: Callable[[str], object]
) -> tuple[Side, ...]:
    taken: dict[str, list[float]] = {name: [] for name in sides}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in sides}
    alone: list[float] = []
    for turn, question in enumerate(questions):
        alone.append(timed(embed, question.text)[0])
        for name, side in sides.items():
            seconds, keys = timed(side, question)
            if turn >= _WARM_UP:
                taken[name].append(seconds)
                found[name].append(judged(keys, question.meant))
    unit = percentile(alone, 50)
    return tuple(
        Side(
            name,
            round(mean(recall for recall, _ in found[name]), 3),
            round(mean(precision for _, precision in found[name]), 3),
            sum(one == (1, 1) for one in found[name]),
            len(found[name]),
            *(round(percentile(taken[name], p) / unit, 2) for p in (50, 95)),
        )
        for name in sides
    )


def judged(found: set[str], meant: Groups) -> tuple[float, float]:
    """Recall and precision of ``found``; of nothing found, precision is nothing."""
    hit = sum(not found.isdisjoint(group) for group in meant)
    right = {key for group in meant for key in group}
    return hit / len(meant), len(found & right) / len(found) if found else 0.0


def _cited(assistant: Assistant, question: str) -> set[str]:
    """What all pages of the answer cite."""
    answer = assistant.ask(question)
    keys = {f"{one.symbol}#{one.paragraph}" for one in answer.citations}
    while answer.page is not None:
        answer = assistant.ask(question, page=answer.page)
        keys |= {f"{one.symbol}#{one.paragraph}" for one in answer.citations}
    return keys


def _standing_in(stock: Pipeline, of_file: Mapping[str, Iterable[Truth]], text: str) -> set[str]:
    return {
        truth.key(paragraph)
        for name, piece in stock(text)
        for truth in of_file[name]
        for paragraph in truth.paragraphs
        if paragraph.kind == "operative" and bare(paragraph.text) in bare(piece)
    }


def bare(text: str) -> str:
    """Without blanks: lines are wrapped anywhere."""
    return re.sub(r"\s", "", text)


class _Chroma:
    """A collection as one makes it by hand: a row a paragraph, with what its masthead states."""

    def __init__(self, assistant: Assistant) -> None:
        import chromadb.config

        client = chromadb.EphemeralClient(chromadb.config.Settings(anonymized_telemetry=False))
        self._embedder = assistant.library.embedder
        self._collection = client.create_collection(
            f"plain-{uuid4().hex}",
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine"}},
        )
        records = assistant.library.records
        statement = (
            select(
                paragraphs.c.key,
                paragraphs.c.text,
                paragraphs.c.text_hash,
                paragraphs.c.kind,
                resolutions.c.session,
            )
            .join(resolutions, resolutions.c.symbol == paragraphs.c.symbol)
            .where(*MAY_ANSWER)
        )
        with reading(records.engine) as connection:
            rows = connection.execute(statement).all()
        vectors = records.vectors.load({row.text_hash for row in rows}, self._embedder.name)
        for start in range(0, len(rows), _ROWS):
            some = rows[start : start + _ROWS]
            self._collection.add(
                ids=[row.key for row in some],
                documents=[row.text for row in some],
                embeddings=np.stack([vectors[row.text_hash] for row in some]),
                metadatas=[{"session": row.session or 0, "kind": row.kind} for row in some],
            )

    def found(self, asked: _Question, most: int, *, by_name: bool) -> set[str]:
        """The ids of the ``most`` nearest of the session, with the body's name in them."""
        hits = self._collection.query(
            query_embeddings=np.stack([self._embedder.embed_question(asked.text)]),
            n_results=most,
            where={"$and": [{"session": asked.session}, {"kind": "operative"}]},
            where_document={"$contains": asked.body} if by_name else None,
            include=[],
        )
        return set(hits["ids"][0])
