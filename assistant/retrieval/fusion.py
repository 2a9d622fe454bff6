"""Rank fusion, as a pure function."""

from __future__ import annotations

from collections.abc import Sequence

Ranking = Sequence[tuple[str, float]]


def blend(*rankings: tuple[float, Ranking]) -> list[tuple[str, float]]:
    """Rankings (weight, [(key, score), …]) as one, best first, scores 0 to 1; ties by key.

    Each ranking's scores are scaled, its best to 1 and its worst to 0, and their weighted mean is
    taken; what a ranking leaves out has 0 of it. An empty ranking counts for nothing: the others
    have its weight.
    """
    present = [(weight, ranking) for weight, ranking in rankings if ranking]
    total = sum(weight for weight, _ in present)
    scores: dict[str, float] = {}
    for weight, ranking in present:
        best = max(score for _, score in ranking)
        span = best - min(score for _, score in ranking)
        for key, score in ranking:
            scaled = 1.0 - (best - score) / span if span > 0 else 1.0
            scores[key] = scores.get(key, 0.0) + weight / total * scaled
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))
