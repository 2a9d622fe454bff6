"""What the indexes are asked with, for questions about content.

Asked are the development questions in Chinese that the product answers by content (those without
Chinese ask the dense index alone); judged is where the first gold group stands in the ranking
alone, as the evidence weighs it, before anything is decided about answering.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.library.library import Library
from assistant.questions import understand
from assistant.retrieval import candidates, evidence, hybrid
from assistant.retrieval.ask import Ask
from assistant.retrieval.fusion import blend
from assistant.retrieval.likeness import DENSE, POOL, is_chinese
from assistant.retrieval.scope import held_scope
from assistant.types import Question
from eval.gold import GoldItem

Ranking = Sequence[tuple[str, float]]
PRODUCT = "dense+question"
MIXES = ("dense", "question", "terms", "dense+question", "dense+terms", "dense+question+terms")


@dataclass(frozen=True, slots=True)
class Trial:
    """A content question with its rankings by each index."""

    ask: Ask
    gold: frozenset[str]
    rankings: dict[str, Ranking]


def trials(library: Library, items: Sequence[GoldItem]) -> list[Trial]:
    """The development questions about content, each index asked once."""
    catalogue = library.records.summaries()
    read = cache(library.records.read)
    found = []
    for item in items:
        if item.split != "dev" or len(item.turns) != 1 or not (item.answerable and item.groups):
            continue
        question = understand(item.turns[-1], catalogue=catalogue)
        scope = held_scope(question, catalogue, library.records.stated)
        if question.intent not in ("content", "phrase") or not scope.symbols:
            continue
        if not is_chinese(question.folded):
            continue
        ask = Ask(question, scope.symbols, library.records, read, catalogue)
        found.append(Trial(ask, frozenset(item.groups[0]), _rankings(ask.question, ask, library)))
    return found


def _rankings(question: Question, ask: Ask, library: Library) -> dict[str, Ranking]:
    keys = candidates.keys_of(ask, library)
    words = [wording for term in candidates.all_terms(question) for wording in term.wordings]
    return {
        "dense": library.dense.search(question.folded, POOL, keys),
        "question": library.lexical.search(question.folded, POOL, keys),
        "terms": library.lexical.search(" ".join(words), POOL, keys),
    }


def place_of_gold(trial: Trial, mix: str, library: Library) -> int:
    """The rank of the first gold paragraph when ``mix`` is fused and weighed; 0: missing."""
    names = mix.split("+")
    fused = dict(blend(*((_weight(name, names), trial.rankings[name]) for name in names)))
    found = tuple(
        candidates.Candidate(p, candidates.folded_text(p, trial.ask), fused[p.key], agreed=False)
        for p in library.records.paragraphs(list(fused))
        if p.kind != "end"
    )
    weighed = evidence.weigh(
        candidates.all_terms(trial.ask.question), [candidate.folded for candidate in found]
    )
    ranked = hybrid.ranked_candidates(trial.ask.question, weighed, found)
    for place, (_, candidate) in enumerate(ranked, start=1):
        if candidate.paragraph.key in trial.gold:
            return place
    return 0


def _weight(name: str, names: Sequence[str]) -> float:
    """The dense ranking's own; the lexical ones share the rest."""
    return DENSE if name == "dense" else (1 - DENSE) / max(1, len(names) - 1)


def table(library: Library, items: Sequence[GoldItem]) -> str:
    """The figures of every mix, as a Markdown table."""
    asked = trials(library, items)
    rows = [f"| rankings fused (n = {len(asked)}) | R@1 | R@3 | MRR |", "|---|---|---|---|"]
    for mix in MIXES:
        places = [place_of_gold(trial, mix, library) for trial in asked]
        first = sum(place == 1 for place in places) / len(places)
        third = sum(0 < place <= 3 for place in places) / len(places)
        mrr = sum(1 / place for place in places if place) / len(places)
        mark = "**" if mix == PRODUCT else ""
        rows.append(f"| {mark}{mix}{mark} | {first:.3f} | {third:.3f} | {mrr:.3f} |")
    return "\n".join(rows)
