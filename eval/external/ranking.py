"""Each question of a task ranked by the product, and how well.

112 passages of lecoqa are copies of others under another id: their scores are equal, and only the
order of the file, where those that answer stand first, tells them apart. The figures that came
with the sets follow that order (ours of plain dense ranking agree with theirs within .002 so), and
so does the task; ``copies as one`` counts equal texts as one passage, which no order can change.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.likeness import likeness
from assistant.text.normalise import fold
from eval.external.sets import Question, Task
from eval.external.shelf import Shelf
from eval.measures import Measure

DEPTH = 10
MEASURES = ("R@1", "R@5", "R@10", "MRR@10", "nDCG@10")
_WORKERS = 2  # the embedder lets go of the interpreter while it works
_RESAMPLES = 1_000
_SEED = 20170707

Scores = NDArray[np.float64]  # questions × MEASURES


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a task came to: its measures beside the best figures known."""

    task: Task
    measures: tuple[Measure, ...]

    @property
    def missed(self) -> tuple[str, ...]:
        """The measures that are below the best figure, to the three digits it is given in."""
        return tuple(
            each.name
            for each in self.measures
            if round(each.value, 3) < self.task.best.get(each.name, -math.inf)
        )


def rank(task: Task, shelf: Shelf, tick: Callable[[], None] = lambda: None) -> tuple[Ranked, ...]:
    """Ask every question of ``task``; ``tick`` is told of each. Twice where there are copies."""

    def asked(question: Question) -> tuple[str, ...]:
        tick()
        return likest(question, shelf)

    with ThreadPoolExecutor(_WORKERS) as pool:
        rankings = list(pool.map(asked, task.questions))
    pairs = list(zip(rankings, task.questions, strict=True))
    as_given = Ranked(task, measured(np.array([score(r, q.relevant) for r, q in pairs])))
    original = shelf.original_of
    if all(passage == first for passage, first in original.items()):
        return (as_given,)
    merged = [
        score(
            tuple(dict.fromkeys(original[passage] for passage in ranking)),
            frozenset(original[passage] for passage in question.relevant),
        )
        for ranking, question in pairs
    ]
    as_one = Task(f"{task.name}, copies as one", task.questions, {})
    return (as_given, Ranked(as_one, measured(np.array(merged))))


def likest(question: Question, shelf: Shelf) -> tuple[str, ...]:
    """All passages that the product finds like a question, best first."""
    scores = likeness(fold(question.text).text, shelf.library).scores
    return tuple(shelf.passage_of[key] for key in scores)


def score(ranked: Sequence[str], relevant: frozenset[str]) -> tuple[float, ...]:
    """Recall among the first 1, 5 and 10; reciprocal rank and normalised discounted gain at 10."""
    hits = [float(passage in relevant) for passage in ranked[:DEPTH]]
    first = next((place for place, hit in enumerate(hits, start=1) if hit), 0)
    gain = sum(hit / math.log2(place + 1) for place, hit in enumerate(hits, start=1))
    ideal = sum(1 / math.log2(place + 1) for place in range(1, min(DEPTH, len(relevant)) + 1))
    recalls = (sum(hits[:k]) / len(relevant) for k in (1, 5, 10))
    return (*recalls, 1 / first if first else 0.0, gain / ideal)


def measured(scores: Scores) -> tuple[Measure, ...]:
    """The mean of each measure with its 95 % interval, resampled by question."""
    draw = np.random.default_rng(_SEED)
    count = len(scores)
    means = np.stack(
        [scores[draw.integers(count, size=count)].mean(axis=0) for _ in range(_RESAMPLES)]
    )
    low, high = np.quantile(means, (0.025, 0.975), axis=0)
    return tuple(
        Measure(name, float(scores[:, at].mean()), float(low[at]), float(high[at]), count)
        for at, name in enumerate(MEASURES)
    )
