"""Rank fusion, as a pure function."""

from __future__ import annotations

from collections.abc import Sequence

# Cormack, Clarke and Büttcher (SIGIR 2009): 1 / (k + rank), k = 60.
RRF_K = 60


def fuse(*rankings: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Reciprocal rank fusion of rankings (key, score), best first; ties by key.

    Only ranks count, so scores of different scales can be fused. An empty ranking is left out.
    """
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, (key, _) in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + 1.0 / (RRF_K + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))
