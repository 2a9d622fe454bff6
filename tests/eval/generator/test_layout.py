"""What a text says and what its truth says are the same, in every form and language."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from assistant.text.bodies import find_bodies
from assistant.text.normalise import fold
from assistant.text.verbs import match_verb, verbs_by_name
from eval.generator import ALL_FORMS, Generated, resolutions
from eval.generator.addresses import Form
from eval.generator.compose import plan_of
from eval.generator.layout import IN_ENGLISH, rendered
from eval.generator.offices import COMMITTEES, OFFICES
from eval.generator.truth import TrueParagraph
from eval.generator.verbs import VERBS
from tests.eval.generator.samples import first, texts_of

KINDS = [(form, "zh") for form in ALL_FORMS] + [(form, "en") for form in sorted(IN_ENGLISH)]


def every_paragraph(files: list[Generated]) -> list[TrueParagraph]:
    return [p for file in files for truth in file.truths for p in truth.paragraphs]


def bare(text: str) -> str:
    """Without blanks, line breaks and bold markup."""
    return re.sub(r"\s|\*\*", "", text)


@pytest.mark.parametrize(("form", "lang"), [kind for kind in KINDS if kind[0] != "wrapped"])
def test_every_paragraph_stands_in_the_text_and_all_but_notes_in_order(
    form: Form, lang: str
) -> None:
    for file in texts_of(form, lang, 12):
        text, at = bare(file.text), 0
        for paragraph in (p for truth in file.truths for p in truth.paragraphs):
            for piece in cut_at_marks(paragraph):
                start = 0 if paragraph.kind == "footnote" else at
                found = text.find(piece, start)
                assert found >= 0, paragraph.text
                at = max(at, found)


def cut_at_marks(paragraph: TrueParagraph) -> list[str]:
    """The paragraph's text between its marks, as the file prints it."""
    cuts = [0, *(at for at, _ in paragraph.marks), len(paragraph.text)]
    return [bare(paragraph.text[a:b]) for a, b in pairwise(cuts) if b > a]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_wrapped_texts_joined_again_hold_every_paragraph(lang: str) -> None:
    for file in texts_of("wrapped", lang, 12):
        lines = [line.strip() for line in file.text.split("\n")]
        furniture = set(file.truths[0].furniture)
        joined = bare("".join(line for line in lines if line not in furniture))
        for paragraph in file.truths[0].paragraphs:
            pieces = cut_at_marks(paragraph)
            missing = [p for p in pieces if p not in joined]
            # A note printed at a page's end stands inside the paragraph that runs over it.
            assert len(missing) <= 1, (paragraph.text, missing)


@pytest.mark.parametrize(("form", "lang"), KINDS)
def test_every_fact_is_a_stretch_of_its_paragraph(form: Form, lang: str) -> None:
    for paragraph in every_paragraph(texts_of(form, lang, 12)):
        text = paragraph.text
        for act in paragraph.acts:
            assert 0 <= act.start < act.verb_end <= act.end <= len(text)
            assert all(made in text[act.start : act.end] for made in act.deliverables)
            for due in act.deadlines:
                assert act.start <= due.start < due.end <= act.end
        for reference in paragraph.references:
            assert 0 <= reference.start < reference.end <= len(text)
            if reference.kind == "instrument":
                assert text[reference.start : reference.end] == reference.target
        assert all(0 <= at <= len(text) for at, _ in paragraph.marks)


@pytest.mark.parametrize("form", ALL_FORMS)
def test_every_act_begins_with_its_verb_and_names_its_addressees(form: Form) -> None:
    for paragraph in every_paragraph(texts_of(form, "zh", 12)):
        for act in paragraph.acts:
            words = fold(paragraph.text[act.start : act.end]).text
            found = match_verb(words)
            assert found is not None, words
            assert found.verb == act.verb, words
            named = {entity.name for entity in find_bodies(words)}
            if "最近一届会议的主席" not in words:
                assert set(act.addressees) <= named, words


@pytest.mark.parametrize("form", ALL_FORMS)
def test_marks_and_notes_belong_together(form: Form) -> None:
    for file in texts_of(form, "zh", 12):
        for truth in file.truths:
            notes = [p.place for p in truth.paragraphs if p.kind == "footnote"]
            marked = [note for p in truth.paragraphs for _, note in p.marks if note]
            assert set(notes) == set(marked)
            assert len(set(notes)) == len(notes)


def test_a_note_that_is_cited_again_is_marked_again_and_printed_once() -> None:
    again = 0
    for file in texts_of("modern", "zh", 60):
        (truth,) = file.truths
        marked = [note for p in truth.paragraphs for _, note in p.marks]
        notes = [p.text for p in truth.paragraphs if p.kind == "footnote"]
        assert len(set(notes)) == len(notes)
        again += len(marked) - len(notes)
    assert again >= 3


@pytest.mark.parametrize("form", ALL_FORMS)
def test_no_place_comes_twice(form: Form) -> None:
    for file in texts_of(form, "zh", 12):
        for truth in file.truths:
            places = [paragraph.place for paragraph in truth.paragraphs]
            assert len(set(places)) == len(places)


def test_both_languages_of_a_plan_have_the_same_places_verbs_addressees_and_dates() -> None:
    for index in range(80):
        plan = plan_of(7, index, tuple(sorted(IN_ENGLISH)))  # type: ignore[arg-type]
        zh, en = (rendered(plan, lang).truths for lang in ("zh", "en"))
        for one, other in zip(zh, en, strict=True):
            assert one.symbol == other.symbol
            assert sorted(skeleton(p) for p in one.paragraphs) == sorted(
                skeleton(p) for p in other.paragraphs
            )


def skeleton(paragraph: TrueParagraph) -> tuple[object, ...]:
    acts = tuple(
        (act.verb, act.addressees, tuple((d.session, d.date) for d in act.deadlines))
        for act in paragraph.acts
    )
    targets = sorted(r.target for r in paragraph.references if r.kind != "instrument")
    return (paragraph.place, acts, targets)


def test_a_form_that_is_chinese_by_nature_has_no_english() -> None:
    with pytest.raises(ValueError, match="sixties"):
        rendered(plan_of(7, 0, ("sixties",)), "en")


def test_verbs_and_offices_are_those_of_the_product() -> None:
    assert {verb.name for verb in VERBS.values()} <= set(verbs_by_name())
    for office in (*OFFICES.values(), *COMMITTEES):
        assert office.name in {entity.name for entity in find_bodies(office.zh)}


# ── each form looks as its real texts do ─────────────────────────────────────────────────────


def test_modern_texts_look_like_the_two_real_ones() -> None:
    text = first("modern").text
    assert re.search(r"^\d+/\d+\. ", text, re.MULTILINE)
    assert re.search(r"^1\. \*\*\S+\*\*", text, re.MULTILINE)
    assert re.search(r"^¹ \S", text, re.MULTILINE)
    assert re.search(r"\n20\d\d 年 \d+ 月 \d+ 日\n第 \d+ 次全体会议\n", text)


def test_the_closing_request_is_worded_as_real_ones_are() -> None:
    wording = re.compile(
        r"请秘书长就本决议的执行情况向大会第[一二三四五六七八九十百零]+届会议提出报告[；。]"
    )
    found = [p for p in every_paragraph(texts_of("modern", "zh", 30)) if wording.search(p.text)]
    assert len(found) >= 10


def test_nineties_texts_have_half_width_stops_and_slash_marks() -> None:
    for file in texts_of("nineties", "zh", 5):
        assert not re.search("[，；：]", file.text)
        assert re.search(r"^1/ ", file.text, re.MULTILINE)
        assert "\n注\n" in file.text


def test_wrapped_texts_have_short_lines_and_page_furniture() -> None:
    files = texts_of("wrapped", "zh", 20)
    assert all(len(line) <= 40 for file in files for line in file.text.split("\n"))
    assert any("\f" in file.text for file in files)
    assert all(file.truths[0].furniture for file in files)


def test_traditional_texts_read_the_same_in_simplified_script() -> None:
    text = first("traditional").text
    assert "決議" in text
    assert "秘書長" in text
    assert "决议" in fold(text).text


def test_sixties_texts_spell_numbers_in_chinese() -> None:
    text = first("sixties").text
    assert re.match(r"[〇一二三四五六七八九]{4}\([一二三四五六七八九十]+\)、", text)
    assert not re.search(r"\d", text)


def test_council_texts_have_lost_numbers_and_marks_and_say_so() -> None:
    for file in texts_of("ecosoc", "zh", 8):
        assert not re.search(r"^\d+\.", file.text, re.MULTILINE)
        places = [p.place for p in file.truths[0].paragraphs if p.kind == "operative"]
        assert places == [f"OP~{n}" for n in range(1, len(places) + 1)]


def test_official_records_count_the_countries_they_list() -> None:
    for file in texts_of("records", "zh", 8):
        vote = file.truths[0].vote
        assert vote is not None
        assert f"以{len(vote.in_favour)}票赞成，{len(vote.against)}票反对" in file.text
        assert f"赞成：{'、'.join(vote.in_favour)}\n" in file.text


def test_parts_have_their_own_symbols_titles_and_numbers() -> None:
    file = first("parts")
    symbols = [truth.symbol for truth in file.truths]
    assert len({truth.title for truth in file.truths}) == len(file.truths)
    assert [symbol[-1] for symbol in symbols] == list("ABCDEFGHIJKLMNOPQ")[: len(symbols)]
    for truth in file.truths:
        assert any(p.place == "OP1" for p in truth.paragraphs)
        assert f"{truth.symbol[-1]}. {truth.title}" in file.text


def test_a_collapsed_page_is_one_line() -> None:
    assert first("collapsed").text.count("\n") == 1


def test_a_convention_has_articles_with_numbered_paragraphs() -> None:
    places = {p.place for p in first("convention").truths[0].paragraphs}
    assert {"ANNEX", "ANNEX/PP1", "ANNEX/ART2", "ANNEX/ART1/1", "ANNEX/ART1/2(a)"} <= places


def test_a_declaration_speaks_in_the_first_person_under_headings() -> None:
    truth = first("declaration").truths[0]
    operative = [p.text for p in truth.paragraphs if re.fullmatch(r"OP\d+", p.place)]
    assert truth.paragraphs[0].text == "通过以下宣言："
    assert operative
    assert all(text.startswith("我们") for text in operative)
    assert any(p.kind == "heading" for p in truth.paragraphs)


def test_an_emergency_session_has_a_symbol_and_masthead_of_its_own() -> None:
    file = first("emergency")
    assert re.match(r"第[一二三四五六七八九十]+届紧急特别会议\n", file.text)
    assert file.truths[0].symbol.startswith("A/RES/ES-")


def test_a_generated_text_is_never_empty_of_acts() -> None:
    for file in resolutions(7, 200):
        for truth in file.truths:
            has_acts = any(paragraph.acts for paragraph in truth.paragraphs)
            assert has_acts
