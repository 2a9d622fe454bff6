"""What ``retrieval.likeness`` is made of, each part against its alternatives."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from assistant.library.bare_questions import FORM, GENERAL_QUESTIONS, LANGUAGE
from assistant.library.embedders import Vectors
from assistant.library.lexical import Tokens
from assistant.retrieval.fusion import Ranking, blend
from assistant.retrieval.likeness import COUNTERPARTS, DENSE, POOL
from assistant.text.normalise import fold
from assistant.text.tokens import index_tokens, words
from eval.ablation.tables import Row, table
from eval.ablation.trials import Trial

_WORD = re.compile("[㐀-鿿A-Za-z0-9]")
Trials = Sequence[Trial]


# ── the question's vector ────────────────────────────────────────────────────────────────────


def bare(trial: Trial, form: float = FORM, language: float = LANGUAGE) -> Vectors:
    """The questions' vectors laid bare, see ``library.bare_questions``."""
    chinese, english = (
        np.stack([trial.model.embed_question(pair[at]) for pair in GENERAL_QUESTIONS]).mean(axis=0)
        for at in (0, 1)
    )
    shared = form * chinese
    if not trial.chinese:
        shared = shared + language * (english - chinese)
    vectors: Vectors = trial.asked - shared
    return vectors


def of_product(trial: Trial, dense: Sequence[Ranking] | None = None) -> list[Ranking]:
    """What the product ranks; with another dense ranking in the place of its own."""
    near = trial.dense(bare(trial)) if dense is None else dense
    lexical = trial.lexical if trial.chinese else trial.by_counterparts
    weight = DENSE if trial.chinese else 1 - COUNTERPARTS
    return [blended(weight, POOL, a, b) for a, b in zip(near, lexical, strict=True)]


def directions(trials: Trials) -> str:
    """How much of the shared directions is taken off a question."""
    shares = [(0.0, 0.0), (0.3, 0.0), (0.5, 0.0), (0.0, 0.5), (0.0, 0.8), (0.0, 1.0)]
    shares += [(0.2, 0.8), (0.3, 0.5), (0.3, 0.8), (0.3, 1.0), (0.4, 0.8), (0.5, 0.8)]
    rows = [
        Row(
            f"form {form}, language {language}",
            [of_product(t, t.dense(bare(t, form, language))) for t in trials],
            chosen=(form, language) == (FORM, LANGUAGE),
        )
        for form, language in shares
    ]
    return table(trials, rows)


def prefixes(trials: Trials) -> str:
    """The prefix by which the model is told that a text is a question."""

    def with_prefix(trial: Trial, kind: str) -> list[Ranking]:
        asked = bare(trial)
        if kind != "query":
            as_passages = trial.model.embed_passages(trial.questions)
            asked = as_passages if kind == "passage" else asked + as_passages
        return of_product(trial, trial.dense(asked))

    return table(
        trials,
        [
            Row(kind, [with_prefix(t, kind) for t in trials], chosen=kind == "query")
            for kind in ("query", "passage", "mean of both")
        ],
    )


def feedback(trials: Trials) -> str:
    """Pseudo relevance feedback: the question moved towards the passages found first."""

    def fed_back(trial: Trial, first: int, share: float) -> list[Ranking]:
        asked = bare(trial)
        found = of_product(trial)
        at = [[int(key) for key, _ in ranking[:first]] for ranking in found]
        middle = trial.passages.mean(axis=0)
        moved: Vectors = np.stack([trial.passages[each].mean(axis=0) - middle for each in at])
        return of_product(trial, trial.dense((asked + share * moved).astype(np.float32)))

    rows = [Row("none", [of_product(t) for t in trials], chosen=True)]
    for first, share in ((1, 0.2), (3, 0.1), (3, 0.2), (3, 0.4), (5, 0.2)):
        rows.append(Row(f"first {first}, {share}", [fed_back(t, first, share) for t in trials]))
    return table(trials, rows)


# ── windows of long texts ────────────────────────────────────────────────────────────────────

_WINDOW, _STEP = 220, 110  # characters


def windows(text: str) -> list[str]:
    """A text in overlapping windows; a short one is its own."""
    last = max(0, len(text) - _WINDOW)
    starts = range(0, last + _STEP, _STEP) if last else (0,)
    return [text[start : start + _WINDOW] for start in starts]


def window_table(trials: Trials) -> str:
    """Long texts embedded whole, or the best of their windows taken."""

    def by_windows(trial: Trial, whole: bool) -> list[Ranking]:
        cut = [windows(text) for text in trial.texts]
        vectors = trial.model.embed_passages([each for some in cut for each in some])
        cosines = bare(trial) @ vectors.T
        starts = np.cumsum([0, *(len(some) for some in cut)])[:-1]
        best = np.maximum.reduceat(cosines, starts, axis=1)
        if whole:
            best = best + bare(trial) @ trial.passages.T
        return of_product(trial, trial.dense(trial.asked, best))

    long = [t for t in trials if sum(len(x) > _WINDOW for x in t.texts) > len(t.texts) // 10]
    rows = [
        Row("whole", [of_product(t) for t in long], chosen=True),
        Row("best window", [by_windows(t, False) for t in long]),
        Row("best window and whole", [by_windows(t, True) for t in long]),
    ]
    return table(long, rows)


# ── fusion ───────────────────────────────────────────────────────────────────────────────────


def reciprocal(k: int, dense: Ranking, lexical: Ranking, weight: float = 0.5) -> Ranking:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""
    scores: dict[str, float] = {}
    for share, ranking in ((weight, dense), (1 - weight, lexical)):
        for rank, (key, _) in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + share / (k + rank)
    return sorted(scores.items(), key=lambda hit: (-hit[1], hit[0]))


def blended(weight: float, pool: int, dense: Ranking, lexical: Ranking) -> Ranking:
    """Scores scaled and weighed."""
    return blend((weight, dense[:pool]), (1 - weight, lexical[:pool]))


def from_zero(weight: float, dense: Ranking, lexical: Ranking) -> Ranking:
    """The same, with no lexical score as the lexical 0."""
    return blend((weight, dense), (1 - weight, [*lexical, ("", 0.0)] if lexical else []))


def fusions(trials: Trials) -> str:
    """How the two rankings are made one, for questions in Chinese."""
    ways: dict[str, Callable[[Ranking, Ranking], Ranking]] = {
        "dense alone": lambda dense, _: dense,
        "lexical alone": lambda _, lexical: lexical,
    }
    ways |= {f"reciprocal ranks, k {k}": partial(reciprocal, k) for k in (10, 30, 60, 100)}
    ways |= {
        f"reciprocal ranks, k 60, dense {w}": partial(reciprocal, 60, weight=w) for w in (0.6, 0.7)
    }
    for pool in (40, 60, POOL):
        for weight in (0.4, 0.5, 0.6, 0.7, 0.8) if pool == POOL else (DENSE,):
            ways[f"scores, dense {weight}, pool {pool}"] = partial(blended, weight, pool)
    ways["scores, dense 0.6, lexical from 0"] = partial(from_zero, DENSE)
    chinese = [t for t in trials if t.chinese]
    near = [t.dense(bare(t)) for t in chinese]
    product = f"scores, dense {DENSE}, pool {POOL}"
    rows = [
        Row(
            name,
            [
                [way(a, b) for a, b in zip(dense, t.lexical, strict=True)]
                for t, dense in zip(chinese, near, strict=True)
            ],
            chosen=name == product,
        )
        for name, way in ways.items()
    ]
    return table(chinese, rows)


# ── the lexical side ─────────────────────────────────────────────────────────────────────────


def _words(text: str) -> list[str]:
    return [word for word in words(fold(text).text.lower()) if _WORD.search(word)]


def _single(token: str) -> bool:
    return len(token) == 1 and bool(re.match("[㐀-鿿]", token))


TOKENS: dict[str, Tokens] = {
    "characters and pairs": index_tokens,
    "characters": lambda text: [
        t for t in index_tokens(text) if _single(t) or not re.match("[㐀-鿿]", t)
    ],
    "pairs": lambda text: [t for t in index_tokens(text) if not _single(t)],
    "words (jieba)": _words,
    "characters and words": lambda text: [
        *TOKENS["characters"](text), *(w for w in _words(text) if re.match("[㐀-鿿]{2}", w))
    ],
    "characters, pairs and words": lambda text: [
        *index_tokens(text), *(w for w in _words(text) if re.match("[㐀-鿿]{3}", w))
    ],
}  # fmt: skip


def token_table(trials: Trials) -> str:
    """What the lexical index is made of, alone and blended."""
    chinese = [t for t in trials if t.chinese]
    near = [t.dense(bare(t)) for t in chinese]
    rows = []
    for name, tokens in TOKENS.items():
        alone = [t.by_tokens(tokens) for t in chinese]
        both = [
            [blended(DENSE, POOL, a, b) for a, b in zip(dense, lexical, strict=True)]
            for dense, lexical in zip(near, alone, strict=True)
        ]
        rows.append(Row(f"{name}, alone", alone))
        rows.append(Row(name, both, chosen=tokens is index_tokens))
    return table(chinese, rows)


# ── questions in English ─────────────────────────────────────────────────────────────────────


def english(trials: Trials) -> str:
    """The lexical index asked with the counterparts of an English question's terms."""
    asked = [t for t in trials if not t.chinese]
    near = [t.dense(bare(t)) for t in asked]
    rows = [Row("dense alone", near)]
    for weight in (0.05, 0.1, 0.2, COUNTERPARTS, 0.4):
        mixed = [
            [
                blended(1 - weight, POOL, a, b)
                for a, b in zip(dense, trial.by_counterparts, strict=True)
            ]
            for dense, trial in zip(near, asked, strict=True)
        ]
        rows.append(Row(f"counterparts {weight}", mixed, chosen=weight == COUNTERPARTS))
    return table(asked, rows)


def noise(trials: Trials) -> str:
    """How far two choices may differ by chance: the standard error of each set's mean."""
    cells = []
    for trial in trials:
        figures = trial.figures(of_product(trial))
        at = 0 if trial.name == "un_zh_en" else 3
        half = np.array(trial.first_half)
        error = float(figures[half, at].std() / math.sqrt(half.sum()))
        cells.append(f"{trial.name} {error:.3f}")
    return "Standard error of a figure of the first half: " + ", ".join(cells) + "."
