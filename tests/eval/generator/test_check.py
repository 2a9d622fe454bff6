"""The check counts truth and reading against each other, and cannot flatter either."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.parsing import parse
from assistant.reading import File, read_document
from eval.generator import ALL_FORMS
from eval.generator.addresses import Form
from eval.generator.check import Tally, check, table
from eval.generator.facts import FIELDS, facts_of_reading, facts_of_truth
from eval.generator.library import Generated
from tests.eval.generator.samples import first, texts_of


def without_last_paragraph(file: Generated) -> Generated:
    (truth,) = file.truths
    operative = [p for p in truth.paragraphs if p.kind == "operative"]
    kept = tuple(p for p in truth.paragraphs if p is not operative[-1])
    return replace(file, truths=(replace(truth, paragraphs=kept),))


@pytest.mark.parametrize("form", ALL_FORMS)
def test_every_form_is_read_rightly_in_what_questions_rest_on(form: Form) -> None:
    tallies = check(texts_of(form))
    for what in ("symbol", "place", "verb", "addressee", "deadline", "reference"):
        tally = tallies[form, what]
        assert min(tally.recall, tally.precision) > 0.95, (what, tally)
    assert tallies[form, "verb"].true > 0


def test_the_modern_form_is_read_rightly_in_marks_and_masthead_too() -> None:
    tallies = check(texts_of("modern"))
    for what in ("masthead", "text", "mark", "sub-paragraph", "adverb"):
        assert min(tallies["modern", what].recall, tallies["modern", what].precision) > 0.99


def test_a_fact_that_is_not_true_lowers_precision() -> None:
    before = check([first("modern")])["modern", "text"]
    after = check([without_last_paragraph(first("modern"))])["modern", "text"]
    assert after.precision < before.precision
    assert after.invented


def test_a_refused_file_misses_everything_and_invents_nothing() -> None:
    file = replace(first("modern"), text="天气很好。\n")
    tallies = check([file])
    for what in ("symbol", "place", "verb"):
        tally = tallies["modern", what]
        assert (tally.recall, tally.read) == (0.0, 0)
        assert tally.missed


def test_another_symbol_misses_everything_and_invents_as_much() -> None:
    file = first("modern")
    (truth,) = file.truths
    tallies = check([replace(file, truths=(replace(truth, symbol="A/RES/130/999"),))])
    assert tallies["modern", "symbol"].recall == 0.0
    assert tallies["modern", "symbol"].precision == 0.0


def test_truth_and_reading_are_counted_in_the_same_fields() -> None:
    file = first("modern")
    (read,) = parse(read_document(File(file.name, file.text.encode())))
    assert set(facts_of_reading(read)) == set(facts_of_truth(file.truths[0])) == set(FIELDS)


def test_the_table_has_a_row_for_each_field_and_a_column_for_each_form() -> None:
    rows = table(check([first("modern")])).splitlines()
    assert rows[0].split() == ["modern"]
    assert [row.split()[0] for row in rows[1:]] == list(FIELDS)


def test_a_tally_of_nothing_is_perfect_and_one_of_misses_is_not() -> None:
    assert Tally().recall == Tally().precision == 1.0
    assert Tally(true=4, read=2, both=1).recall == 0.25
    assert Tally(true=4, read=2, both=1).precision == 0.5
