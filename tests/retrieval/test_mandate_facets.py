from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.errors import InvalidFilter
from assistant.library.library import Library
from assistant.retrieval.mandate_facets import mandate_facets
from assistant.retrieval.mandates import find_mandates
from assistant.types import MandateQuery

EVERYTHING = MandateQuery()


def test_each_value_counts_what_filtering_by_it_finds(sample_library: Library) -> None:
    records = sample_library.records
    facets = mandate_facets(records, EVERYTHING)
    assert facets.addressees
    assert facets.deliverables
    for field, group in (
        ("addressees", facets.addressees),
        ("deliverables", facets.deliverables),
        ("committees", facets.committees),
    ):
        for one in group:
            query = replace(EVERYTHING, **{field: (one.value,)})  # type: ignore[arg-type]
            assert find_mandates(records, query).total == one.count, (field, one)
    for one in facets.sessions:
        sessions = (int(one.value), int(one.value))
        assert find_mandates(records, MandateQuery(sessions=sessions)).total == one.count
    for one in facets.due_sessions:
        due = (int(one.value), int(one.value))
        assert find_mandates(records, MandateQuery(due_sessions=due)).total == one.count
    total = find_mandates(records, EVERYTHING).total
    assert facets.timed + facets.untimed == facets.recurring + facets.once == total


def test_a_facet_is_counted_under_the_other_filters_and_not_its_own(
    sample_library: Library,
) -> None:
    records = sample_library.records
    before = mandate_facets(records, EVERYTHING)
    query = MandateQuery(addressees=("秘书长",), sessions=(75, 75))
    after = mandate_facets(records, query)
    of_75 = mandate_facets(records, MandateQuery(sessions=(75, 75)))
    assert after.addressees == of_75.addressees
    asked = mandate_facets(records, MandateQuery(addressees=("秘书长",)))
    assert after.sessions == asked.sessions
    assert len(after.deliverables) <= len(before.deliverables)


def test_labels_are_english_for_an_english_reader(sample_library: Library) -> None:
    facets = mandate_facets(sample_library.records, EVERYTHING, lang="en")
    labels = {one.value: one.label for one in (*facets.addressees, *facets.deliverables)}
    assert (labels["秘书长"], labels["报告"]) == ("Secretary-General", "report")


def test_the_most_frequent_come_first_and_sessions_the_latest(sample_library: Library) -> None:
    facets = mandate_facets(sample_library.records, EVERYTHING)
    counts = [one.count for one in facets.addressees]
    assert counts == sorted(counts, reverse=True)
    assert [one.value for one in facets.sessions] == ["75", "72"]


def test_a_name_that_no_mandate_has_is_refused(sample_library: Library) -> None:
    with pytest.raises(InvalidFilter):
        mandate_facets(sample_library.records, MandateQuery(addressees=("国际法院",)))
