"""The questions that choices are tried on, with what is needed to rank for them in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.library.embedders import Vector, Vectors, open_model
from assistant.library.lexical import LexicalIndex, Tokens, build
from assistant.library.lookups import IndexedText
from assistant.questions import understand
from assistant.retrieval import candidates
from assistant.retrieval.ask import Ask
from assistant.retrieval.fusion import Ranking
from assistant.retrieval.likeness import POOL, is_chinese
from assistant.retrieval.scope import held_scope
from assistant.settings import load_settings
from assistant.text.catalogue import Catalogue
from assistant.text.counterparts import counterparts
from assistant.text.normalise import fold
from assistant.text.tokens import index_tokens
from eval.external.halves import in_first_half
from eval.external.kept_vectors import KeptVectors
from eval.external.ranking import score
from eval.external.sets import ExternalSet, read_sets
from eval.external.shelf import VECTORS
from eval.gold import load_gold
from eval.libraries import open_library


@dataclass(frozen=True)
class Trial:
    """Questions over texts. Keys are as wide as each other, so that ties keep the file's order."""

    name: str
    model: KeptVectors
    texts: tuple[str, ...]
    questions: tuple[str, ...]  # folded
    relevant: tuple[frozenset[str], ...]
    first_half: tuple[bool, ...]
    among: tuple[frozenset[int] | None, ...]  # the texts looked in; None: all
    chinese: bool  # the questions
    mixed: bool = False  # texts of both languages

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """A key for each text."""
        return tuple(f"{place:05}" for place in range(len(self.texts)))

    @cached_property
    def passages(self) -> Vectors:
        """The texts' vectors, each whole."""
        return self.model.embed_passages(self.texts)

    @cached_property
    def asked(self) -> Vectors:
        """The questions' vectors, as the model gives them."""
        return np.stack([self.model.embed_question(question) for question in self.questions])

    def dense(self, asked: Vectors, cosines: NDArray[np.float32] | None = None) -> list[Ranking]:
        """Each question's texts by the cosine, or by ``cosines`` given for them."""
        scores = asked @ self.passages.T if cosines is None else cosines
        pairs = zip(scores, self.among, strict=True)
        return [self._best(row, among, POOL) for row, among in pairs]

    def _best(self, row: Vector, among: frozenset[int] | None, limit: int) -> Ranking:
        places = np.arange(len(row)) if among is None else np.array(sorted(among))
        scores = row[places]
        if len(places) > limit:
            # Whatever is as good as the last: of equals the file's first are taken.
            least = np.partition(scores, -limit)[-limit]
            places, scores = places[scores >= least], scores[scores >= least]
        order = np.argsort(-scores, kind="stable")[:limit]
        return [(self.keys[places[at]], float(scores[at])) for at in order]

    @cached_property
    def lexical(self) -> list[Ranking]:
        """Each question's texts by the product's index."""
        return self.by_tokens(index_tokens)

    @cached_property
    def by_counterparts(self) -> list[Ranking]:
        """Each English question's texts by the product's index, asked with its counterparts."""
        said = tuple(counterparts(question) for question in self.questions)
        return replace(self, questions=said).lexical

    def by_tokens(self, tokens: Tokens) -> list[Ranking]:
        """Each question's texts by an index of other tokens."""
        rows = [IndexedText(*row, "") for row in zip(self.keys, self.texts, strict=True)]
        with tempfile.TemporaryDirectory() as folder:
            build(Path(folder), rows, tokens)
            index = LexicalIndex(Path(folder), tokens)
            return [
                index.search(question, POOL, self._keys_of(among))
                for question, among in zip(self.questions, self.among, strict=True)
            ]

    def _keys_of(self, among: frozenset[int] | None) -> list[str] | None:
        return None if among is None else [self.keys[at] for at in among]

    def figures(self, rankings: Sequence[Ranking]) -> NDArray[np.float64]:
        """Questions × measures, see ``external.ranking``."""
        scored = [
            score([key for key, _ in ranking], relevant)
            for ranking, relevant in zip(rankings, self.relevant, strict=True)
        ]
        return np.array(scored)


@contextmanager
def opened_trials(external: Path, data_dir: Path) -> Iterator[tuple[Trial, ...]]:
    """The external sets and the development questions about content, vectors kept in
    ``data_dir``. Raises GoldError, EmbedderUnavailable."""
    data_dir.mkdir(parents=True, exist_ok=True)
    settings = load_settings(data_dir=data_dir)
    with closing(KeptVectors(open_model(settings), data_dir / VECTORS)) as model:
        sets = read_sets(external)
        yield (
            *(trial for one in sets for trial in _of_external_set(one, model)),
            *(trial for one in sets for trial in _of_both_languages(one, model)),
            *_of_gold(model),
        )


def _of_external_set(one: ExternalSet, model: KeptVectors) -> Iterator[Trial]:
    at = {passage: f"{place:05}" for place, passage in enumerate(one.passages)}
    for task in one.tasks:
        if any(question.among for question in task.questions):
            continue  # judged by what is refused, not by its order
        yield Trial(
            task.name,
            model,
            tuple(one.passages.values()),
            tuple(fold(question.text).text for question in task.questions),
            tuple(frozenset(at[p] for p in question.relevant) for question in task.questions),
            tuple(in_first_half(question.id) for question in task.questions),
            (None,) * len(task.questions),
            chinese=task.name in ("lecoqa", "xquad_zh"),
        )


def _of_both_languages(one: ExternalSet, model: KeptVectors) -> Iterator[Trial]:
    """A library that holds some texts in English only: every other one."""
    if not one.in_english:
        return
    texts = [
        one.in_english[passage] if place % 2 else text
        for place, (passage, text) in enumerate(one.passages.items())
    ]
    for trial in _of_external_set(one, model):
        if not trial.chinese:
            yield replace(
                trial, name=f"{trial.name}, half the texts too", texts=tuple(texts), mixed=True
            )


def _of_gold(model: KeptVectors) -> Iterator[Trial]:
    """Development questions that the product answers by content, in each language."""
    with open_library("samples") as assistant:
        library = assistant.library
        catalogue = Catalogue.of(library.records.summaries())
        texts = tuple(library.records.texts())
        at = {text.key: place for place, text in enumerate(texts)}
        read = cache(library.records.read)
        rows = []
        for item in load_gold():
            if item.split != "dev" or item.library != "samples" or len(item.turns) != 1:
                continue
            if not (item.answerable and item.premise_ok and item.groups):
                continue
            question = understand(item.question, catalogue=catalogue)
            scope = held_scope(question, catalogue, library.records.stated)
            if question.intent not in ("content", "phrase") or not scope.symbols:
                continue
            ask = Ask(question, scope.symbols, library.records, read, catalogue)
            keys = candidates.keys_of(ask, library)
            among = None if keys is None else frozenset(at[k] for k in keys if k in at)
            relevant = frozenset(f"{at[k]:05}" for k in item.groups[0] if k in at)
            if relevant:
                rows.append((question.folded, relevant, item.id, among))
    for name, chinese in (("UN gold", True), ("UN gold, English", False)):
        mine = [row for row in rows if is_chinese(row[0]) == chinese]
        asked, relevants, ids, amongs = zip(*mine, strict=True)
        first = tuple(in_first_half(identifier) for identifier in ids)
        yield Trial(name, model, tuple(t.text for t in texts), asked, relevants, first, amongs,
                    chinese)  # fmt: skip
