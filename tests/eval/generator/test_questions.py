"""Questions of generated resolutions: exact answers, and gold items like the written ones."""

from __future__ import annotations

import hashlib

from assistant.text.verbs import DIRECTIVES
from eval.generator import Truth, resolutions
from eval.generator.questions import library_questions, questions_of, reports_due
from eval.gold import KINDS, GoldItem
from tests.eval.generator.samples import first, texts_of


def by_kind(items: tuple[GoldItem, ...], kind: str) -> list[GoldItem]:
    return [item for item in items if item.kind == kind]


def truths(count: int) -> list[Truth]:
    return [truth for file in resolutions(7, count) for truth in file.truths]


def test_every_answer_is_a_paragraph_of_the_resolution_or_its_frame() -> None:
    for truth in truths(40):
        keys = {truth.key(p) for p in truth.paragraphs}
        keys |= {f"{truth.symbol}#META", f"{truth.symbol}#END"}
        for item in questions_of(truth):
            assert item.keys <= keys, item
            assert item.kind in KINDS
            assert item.expects_answer == bool(item.groups)


def test_who_is_asked_what_names_every_directive_to_that_body_and_nothing_else() -> None:
    truth = first("modern").truths[0]
    asked = {i.id.rsplit(":", 1)[1]: i for i in by_kind(questions_of(truth), "actor")}
    assert asked
    for name, item in asked.items():
        expected = {
            truth.key(paragraph)
            for paragraph in truth.paragraphs
            for act in paragraph.acts
            if act.verb in DIRECTIVES and name in act.addressees
        }
        assert {key.split("(")[0] for key in item.keys} == expected
        assert name in item.question


def test_a_paragraph_answers_with_its_sub_paragraphs_or_for_them() -> None:
    listed = [
        (item, truth)
        for truth in truths(60)
        for item in by_kind(questions_of(truth), "lookup")
        if len(item.groups) > 1
    ]
    assert listed
    for item, truth in listed:
        whole = item.groups[0][0]
        below = {k for p in truth.paragraphs if (k := truth.key(p)).startswith(f"{whole}(")}
        assert item.keys == {whole} | below
        assert all(whole in group for group in item.groups), "citing the whole is enough"


def test_a_verb_is_asked_of_the_operative_part_only() -> None:
    truth = first("modern").truths[0]
    for item in by_kind(questions_of(truth), "verb"):
        assert all("#OP" in key for key in item.keys)


def test_what_is_due_at_a_session_is_asked_by_that_session() -> None:
    found = 0
    for file in texts_of("modern"):
        for item in by_kind(questions_of(file.truths[0]), "deadline"):
            session = int(item.id.rsplit(":", 1)[1])
            texts = {file.truths[0].key(p): p for p in file.truths[0].paragraphs}
            for key in item.keys:
                if "(" in key:
                    continue
                due = [d.session for act in texts[key].acts for d in act.deadlines]
                assert session in due
                found += 1
    assert found > 5


def test_a_body_that_is_asked_nothing_is_a_question_to_be_refused() -> None:
    for truth in truths(30):
        (item,) = by_kind(questions_of(truth), "refusal")
        body = item.id.rsplit(":", 1)[1]
        assert not any(body in act.addressees for p in truth.paragraphs for act in p.acts)
        assert not item.expects_answer


def test_answers_go_stale_with_their_texts() -> None:
    truth = first("modern").truths[0]
    texts = {truth.key(p): p.text for p in truth.paragraphs}
    for item in questions_of(truth):
        for key, sha in item.text_sha.items():
            assert sha == hashlib.sha256(texts[key].encode()).hexdigest()


def test_ids_are_different_over_a_library_and_both_languages() -> None:
    items = [i for truth in truths(30) for lang in ("zh", "en") for i in questions_of(truth, lang)]
    assert len({item.id for item in items}) == len(items) > 500


def test_english_questions_name_bodies_with_their_articles() -> None:
    asked = [i.question for t in truths(30) for i in by_kind(questions_of(t, "en"), "actor")]
    assert any(question.endswith(" ask of the Secretary-General?") for question in asked)
    assert any(question.endswith(" ask of Member States?") for question in asked)


def test_english_questions_avoid_verbs_that_stand_for_several_chinese_ones() -> None:
    for truth in truths(30):
        for item in by_kind(questions_of(truth, "en"), "verb"):
            assert item.id.rsplit(":", 1)[1] not in {"呼吁", "吁请", "促请"}
            assert item.question.isascii()


def test_who_names_a_resolution_is_found_over_the_whole_library() -> None:
    library = truths(60)
    items = library_questions(library, most=10)
    assert len(items) == 10
    for item in items:
        target = item.id.removeprefix("generated:library:mentioned_by:")
        printed = {
            truth.key(paragraph)
            for truth in library
            for paragraph in truth.paragraphs
            for r in paragraph.references
            if r.target == target and r.invoked != "same_as_before"
        }
        assert printed <= item.keys
        assert all(set(group) & printed for group in item.groups)


def test_a_note_and_the_paragraph_that_marks_it_answer_alike() -> None:
    items = library_questions(truths(60), most=50)
    groups = [group for item in items for group in item.groups if "#FN" in group[0]]
    assert groups
    assert all("#PP" in group[1] or "#OP" in group[1] for group in groups)


def test_reports_due_at_a_session_are_asked_of_the_whole_library() -> None:
    library = truths(60)
    items = reports_due(library)
    assert len(items) > 5
    for item in items:
        session = int(item.id.rsplit(":", 1)[1])
        expected = {
            truth.key(paragraph)
            for truth in library
            for paragraph in truth.paragraphs
            for act in paragraph.acts
            if "报告" in act.deliverables or "報告" in act.deliverables
            if any(due.session == session for due in act.deadlines)
        }
        assert item.keys == expected
        assert item.exact
