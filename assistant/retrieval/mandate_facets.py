"""What a list of mandates can be narrowed by, counted under the filters that hold already."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from assistant.library.records import Records
from assistant.retrieval.mandates import as_kept
from assistant.text.bodies import english_heading
from assistant.text.deliverables import english_deliverable
from assistant.types import Facet, Lang, MandateFacets, MandateQuery


def mandate_facets(records: Records, query: MandateQuery, *, lang: Lang = "zh") -> MandateFacets:
    """The values of every filter of ``query``, labelled in ``lang``.

    Raises InvalidFilter and NotInLibrary, see ``retrieval.mandates``.
    """
    counts = records.mandates.counts(as_kept(records, query))
    body = english_heading if lang == "en" else str
    made = english_deliverable if lang == "en" else str
    return MandateFacets(
        addressees=_frequent_first(counts["addressee"], body),
        deliverables=_frequent_first(counts["deliverable"], made),
        committees=_frequent_first(counts["committee"], body),
        sessions=_latest_first(counts["session"]),
        due_sessions=_latest_first(counts["due_session"]),
        timed=counts["timed"].get(True, 0),
        untimed=counts["timed"].get(False, 0),
        recurring=counts["recurring"].get(True, 0),
        once=counts["recurring"].get(False, 0),
    )


def _frequent_first(
    counts: Mapping[Hashable, int], label: Callable[[str], str]
) -> tuple[Facet, ...]:
    named = {str(value): count for value, count in counts.items() if value is not None}
    ordered = sorted(named, key=lambda value: (-named[value], value))
    return tuple(Facet(value, label(value), named[value]) for value in ordered)


def _latest_first(counts: Mapping[Hashable, int]) -> tuple[Facet, ...]:
    numbered = {int(str(value)): count for value, count in counts.items() if value is not None}
    return tuple(
        Facet(str(number), str(number), numbered[number])
        for number in sorted(numbered, reverse=True)
    )
