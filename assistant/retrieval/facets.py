"""What a list of resolutions can be narrowed by, counted: session, committee, year, subject."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.library.records import Records
from assistant.retrieval.mandates import body_named
from assistant.text.bodies import english_heading
from assistant.text.catalogue import Catalogue
from assistant.text.titles import renewed_key
from assistant.types import Facet, FacetGroup, Facets, Lang, ListingQuery

FacetName = Literal["session", "committee", "year", "subject"]

MOST_SUBJECTS = 50  # shown; typing narrows them

# An agenda title prints its sub-item behind a colon: 全面彻底裁军：核裁军问题……
_BEFORE_SUB_ITEM = re.compile("[：:]")


@dataclass(frozen=True)
class FacetTable:
    """The values of each resolution of a catalogue, at its position there."""

    values: Mapping[FacetName, tuple[str | None, ...]]
    subjects: Mapping[str, str]  # how each is called: as the newest resolution prints it

    @classmethod
    def of(cls, records: Records, catalogue: Catalogue) -> FacetTable:
        """The table of what ``records`` hold."""
        subject_of = _subjects(records)
        printed = [subject_of(one.symbol, one.title) for one in catalogue]
        keys = tuple(renewed_key(one) or None if one else None for one in printed)
        values: dict[FacetName, tuple[str | None, ...]] = {
            "session": tuple(None if s.session is None else str(s.session) for s in catalogue),
            "committee": tuple(summary.committee for summary in catalogue),
            "year": tuple(summary.date[:4] if summary.date else None for summary in catalogue),
            "subject": keys,
        }
        called = {k: p for k, p in zip(keys, printed, strict=True) if k is not None and p}
        return cls(values, called)

    def facets(
        self, at: Collection[int], wanted: Mapping[FacetName, Callable[[str | None], bool]]
    ) -> tuple[list[int], dict[FacetName, Counter[str | None]]]:
        """Which of the positions ``at`` all filters leave, in order; and each filter's values,
        counted over what the others leave."""
        left: list[int] = []
        counts: dict[FacetName, Counter[str | None]] = defaultdict(Counter)
        filters = tuple((self.values[name], name, test) for name, test in wanted.items())
        alone: dict[FacetName, list[int]] = defaultdict(list)
        for position in at:
            failed = [name for values, name, test in filters if not test(values[position])]
            if not failed:
                left.append(position)
            elif len(failed) == 1:  # the others leave it
                alone[failed[0]].append(position)
        for name, values in self.values.items():
            counts[name].update(values[position] for position in left)
            counts[name].update(values[position] for position in alone[name])
        return left, counts


def tests_of(query: ListingQuery) -> dict[FacetName, Callable[[str | None], bool]]:
    """What each filter of a query asks of a value."""
    tests: dict[FacetName, Callable[[str | None], bool]] = {}
    if query.sessions:
        ranges = query.sessions
        tests["session"] = lambda value: (
            value is not None and any(first <= int(value) <= last for first, last in ranges)
        )
    one_of: tuple[tuple[FacetName, frozenset[str]], ...] = (
        ("committee", frozenset(body_named(one) or one.strip() for one in query.committees)),
        ("year", frozenset(map(str, query.years))),
        ("subject", frozenset(map(renewed_key, query.subjects))),
    )
    for name, wanted in one_of:
        if wanted:
            tests[name] = wanted.__contains__
    return tests


def shown(
    table: FacetTable,
    counts: Mapping[FacetName, Counter[str | None]],
    query: ListingQuery,
    lang: Lang,
) -> Facets:
    """The facets as a list shows them; what a filter asks for is always among them."""
    subjects = frozenset(map(renewed_key, query.subjects))
    numbered = {name: _latest_first(counts[name]) for name in ("session", "year")}
    return Facets(
        sessions=_group(counts["session"], numbered["session"], str),
        committees=_group(
            counts["committee"],
            _frequent_first(counts["committee"]),
            english_heading if lang == "en" else str,
        ),
        years=_group(counts["year"], numbered["year"], str),
        subjects=_group(
            counts["subject"],
            _frequent_first(counts["subject"]),
            lambda key: table.subjects.get(key, key),
            MOST_SUBJECTS,
            subjects,
        ),
    )


def _group(
    counts: Counter[str | None],
    order: list[str],
    label: Callable[[str], str],
    most: int | None = None,
    always: frozenset[str] = frozenset(),
) -> FacetGroup:
    first = order if most is None else order[:most]
    kept = [*first, *(value for value in order[len(first) :] if value in always)]
    return FacetGroup(
        values=tuple(Facet(value, label(value), counts[value]) for value in kept),
        unstated=counts[None],
        left_out=len(order) - len(kept),
    )


def _latest_first(counts: Counter[str | None]) -> list[str]:
    return sorted((value for value in counts if value is not None), key=int, reverse=True)


def _frequent_first(counts: Counter[str | None]) -> list[str]:
    values = (value for value in counts if value is not None)
    return sorted(values, key=lambda value: (-counts[value], value))


def _subjects(records: Records) -> Callable[[str, str], str | None]:
    """What gives the words that tell a resolution's subject, as printed, by symbol and title."""
    titles, items = records.stated("agenda_title"), records.stated("agenda_item")
    wholes = records.stated("whole_title")

    def subject_of(symbol: str, title: str) -> str | None:
        item = titles.get(symbol)
        if item is None:
            return wholes.get(symbol, title) or None
        # Only the item of which a part is taken up: 103(hh), not 103.
        if "(" in items.get(symbol, ""):
            return _BEFORE_SUB_ITEM.split(item, maxsplit=1)[0].strip() or item
        return item

    return subject_of
