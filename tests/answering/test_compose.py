"""Statements in order, citations numbered as they are first used."""

from __future__ import annotations

import pytest

from assistant.answering.compose import Draft, Origin, quoted_spans, render
from assistant.answering.verify import faults
from assistant.types import Parallel, Quote, Source, Span, Statement
from tests.answering.specimens import OP6, OP14, draft, paragraph, passage, quotation

ACTS = ("表示注意到秘书长的报告", "请秘书长将报告转递裁军谈判会议")


def test_citations_are_numbered_as_they_are_first_used() -> None:
    written = draft()
    written.quote(passage(paragraph("OP14", OP14)))
    written.quote(passage(paragraph("OP6", OP6)))
    written.quote(passage(paragraph("OP14", OP14)))
    assert [c.paragraph for c in written.citations] == ["OP14", "OP6"]
    assert [s.citations for s in written.statements] == [(1,), (2,), (1,)]


def test_a_citation_holds_the_whole_paragraph_its_label_and_its_source() -> None:
    written = draft()
    written.quote(passage(paragraph("OP6", OP6, *ACTS), 1))
    (cited,) = written.citations
    assert (cited.text, cited.label) == (OP6, "第75/45号决议，执行部分第6段")
    assert cited.href == "/resolutions/A/RES/75/45#OP6"
    assert (cited.source.name, len(cited.source.sha256)) == ("A_RES_75_45.txt", 64)
    assert not cited.inferred


def test_an_inferred_paragraph_is_cited_as_one() -> None:
    written = draft()
    shown = paragraph("OP~4", OP14)
    written.cite(type(shown)("A/RES/75/45", "OP~4", "operative", OP14, inferred=("number",)))
    assert written.citations[0].inferred
    assert "推定" in written.citations[0].label


def test_labels_are_in_the_answers_language_and_quotes_in_the_sources() -> None:
    written = draft("en")
    written.quote(passage(paragraph("OP14", OP14)))
    assert written.citations[0].label == "resolution 75/45, operative paragraph 14"
    assert written.statements[0].text == OP14


def test_each_act_is_a_statement_of_its_own() -> None:
    written = draft()
    written.quote(passage(paragraph("OP6", OP6, *ACTS), 0, 1))
    assert [statement.text for statement in written.statements] == list(ACTS)
    assert all(statement.citations == (1,) for statement in written.statements)


def test_exact_words_are_joined_in_one_statement_after_the_lead() -> None:
    written = draft()
    spans = (Span(1, 5), Span(20, 25))
    written.quote(passage(paragraph("OP14", OP14), spans=spans), lead="会议：")
    (statement,) = written.statements
    assert statement.text == f"会议：{OP14[1:5]}、{OP14[20:25]}"
    assert statement.quotes == (Quote(1, 1, 5), Quote(1, 20, 25))


@pytest.mark.parametrize("clauses", [(), (0,), (1,), (0, 1)])
def test_what_is_written_is_verified(clauses: tuple[int, ...]) -> None:
    written = draft()
    written.quote(passage(paragraph("OP6", OP6, *ACTS), *clauses))
    for statement in written.statements:
        assert faults(statement, written.citations) == ()


def test_a_count_counts_and_cites_what_it_is_given() -> None:
    written = draft()
    shown = [paragraph("OP6", OP6), paragraph("OP14", OP14)]
    written.count("acts_directive", shown, where="第75/45号决议")
    (statement,) = written.statements
    assert "2" in statement.text
    assert (statement.kind, statement.citations) == ("computed", (1, 2))
    assert statement.verification == "recounted"


def test_what_is_said_cites_nothing() -> None:
    written = draft()
    written.say("can_ask")
    assert written.statements[0].kind == "connective"
    assert written.citations == []


def test_spans_go_before_acts_and_acts_before_the_whole() -> None:
    shown = paragraph("OP6", OP6, *ACTS)
    assert quoted_spans(passage(shown, 0, spans=(Span(0, 2),))) == [(Span(0, 2),)]
    assert quoted_spans(passage(shown, 1)) == [(shown.clauses[1].span,)]
    assert quoted_spans(passage(shown)) == [(Span(0, len(OP6)),)]


def test_rendering_puts_a_line_and_its_markers_for_each_statement() -> None:
    lead = Statement("共2段：", "computed", (1, 2), (), "recounted")
    assert render([lead, quotation()]) == f"共2段：[1][2]\n{OP14}[1]"
    assert render([]) == ""


def test_a_citation_has_its_language_and_the_same_paragraph_in_the_other() -> None:
    parallel = Parallel("en", "Requests the Secretary-General to report;")
    draft = Draft("zh", lambda _: Origin(Source("a.txt", "ab" * 32), "zh", parallel))
    draft.cite(paragraph("OP14", OP14))
    (citation,) = draft.citations
    assert (citation.lang, citation.parallel) == ("zh", parallel)
