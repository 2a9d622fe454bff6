"""Near misses: true questions with one slot changed, so that nothing held answers them.

Each comes with its twin, the question as it was, which has to be answered: a system that refuses
whatever looks like a near miss fails on the twins. What is true is taken from the truth of a
library; a changed slot is kept only where the truth shows that nothing has it.
"""

from __future__ import annotations

from collections.abc import Collection

from assistant.types import Resolution
from eval.generator.near_asked import Asked, NearMiss, Slot
from eval.generator.near_premises import PREMISES
from eval.generator.near_slots import SLOTS
from eval.generator.truth import TrueAct, TrueDeadline, TrueParagraph, TrueReference, Truth

__all__ = ["NearMiss", "Slot", "near_misses", "read_truth"]


def near_misses(truth: Truth, held: Collection[str]) -> tuple[NearMiss, ...]:
    """Up to one near miss for every slot of a resolution; ``held`` are the library's symbols."""
    asked = Asked(truth, held)
    return tuple(pair for maker in (*SLOTS, *PREMISES) for pair in maker(asked))


def read_truth(resolution: Resolution) -> Truth:
    """What a resolution says as it was parsed, for texts whose parsing was read line by line."""
    return Truth(
        symbol=resolution.symbol,
        lang=resolution.lang,
        form="modern",
        title=resolution.title,
        masthead={name: fact.value for name, fact in resolution.masthead.items()},
        paragraphs=tuple(
            TrueParagraph(
                p.place,
                p.kind,
                p.text,
                p.printed,
                tuple(
                    TrueAct(
                        c.span.start,
                        c.span.end,
                        c.verb,
                        c.verb_span.end,
                        c.adverbs,
                        tuple(e.name for e in c.addressees),
                        c.deliverables,
                        tuple(
                            TrueDeadline(d.span.start, d.span.end, d.session, d.date, d.recurring)
                            for d in c.deadlines
                        ),
                    )
                    for c in p.clauses
                ),
                tuple(
                    TrueReference(r.kind, r.target, r.invoked, r.span.start, r.span.end, r.date)
                    for r in p.references
                ),
            )
            for p in resolution.paragraphs
        ),
    )
