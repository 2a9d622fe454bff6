"""Word files: what Word prints, with every change accepted."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from assistant.errors import InvalidDocument
from assistant.reading import File, read_document
from assistant.reading import docx as docx_module
from tests.reading.tiny_docx import docx, level, numbered, numbering, p, r

SAMPLES = Path(__file__).parent / "samples"


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in read_document(File("a.docx", docx(body, **parts))).lines if line]


def refusal(data: bytes) -> str:
    with pytest.raises(InvalidDocument) as caught:
        read_document(File("a.docx", data))
    assert "a.docx" in caught.value.zh
    return caught.value.en


# ── changes, hidden text, fields ─────────────────────────────────────────────────────────────


def test_what_was_deleted_is_out_and_what_was_inserted_is_in() -> None:
    deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    assert lines(p(r("请"), deleted, f"<w:ins>{r('新')}</w:ins>", r("报告"))) == ["请新报告"]


def test_what_was_moved_stands_where_it_went() -> None:
    moved = p(f"<w:moveFrom>{r('甲')}</w:moveFrom>"), p(f"<w:moveTo>{r('甲')}</w:moveTo>")
    assert lines(p(r("乙")) + "".join(moved)) == ["乙", "甲"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    assert lines(p(r("请秘"), properties="<w:rPr><w:del/></w:rPr>") + p(r("书长"))) == ["请秘书长"]


def test_hidden_text_is_out_whether_by_itself_or_by_its_style() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="k"><w:basedOn w:val="h"/></w:style>'
    )
    runs = [r("甲", "<w:vanish/>"), r("乙", '<w:rStyle w:val="k"/>'), r("丙"), "<w:r/>"]
    shown = r("丁", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    assert lines(p(*runs, shown), styles=styles) == ["丙丁"]


def test_a_field_is_its_result_and_links_and_controls_are_their_words() -> None:
    field = "<w:r><w:instrText>NOTEREF x</w:instrText></w:r>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('第4段')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{r('A/75/96')}</w:hyperlink>"
    simple = f"<w:fldSimple>{r('。')}</w:fldSimple>"
    assert lines(p(field, control, link, simple)) == ["第4段A/75/96。"]


def test_breaks_tabs_and_symbols_are_what_they_print() -> None:
    pieces = (
        "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/>"
        '<w:softHyphen/><w:sym w:font="Symbol" w:char="F0B7"/><w:br w:type="page"/></w:r>'
    )
    assert lines(p(pieces)) == ["甲", "乙 丙-•"]


def test_text_boxes_come_once_and_after_the_paragraph_they_hang_on() -> None:
    box = f"<w:txbxContent>{p(r('框中文字'))}</w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        f'markup-compatibility/2006"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(p(drawing, r("正文"))) == ["正文", "框中文字"]


def test_headers_and_footers_are_set_aside() -> None:
    data = docx(p(r("正文")), header=p(r("A/RES/75/45")), footer=p(r("2/3")))
    assert read_document(File("a.docx", data)).asides == ("A/RES/75/45", "2/3")


# ── type ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "properties",
    ["<w:b/>", '<w:b w:val="1"/>', '<w:rFonts w:eastAsia="楷体"/>', '<w:rStyle w:val="s"/>'],
)
def test_bold_and_kai_verbs_are_marked(properties: str) -> None:
    styles = '<w:style w:styleId="s"><w:rPr><w:b/></w:rPr></w:style>'
    assert lines(p(r("请", properties), r("秘书长")), styles=styles) == ["**请**秘书长"]


def test_bold_that_is_switched_off_is_not_bold() -> None:
    assert lines(p(r("请", '<w:b w:val="false"/>'), r("秘书长"))) == ["请秘书长"]


def test_a_heading_bold_by_its_style_bears_no_marks() -> None:
    styles = '<w:style w:styleId="t"><w:rPr><w:b/></w:rPr></w:style>'
    heading = p(r("75/45. "), r("后续行动"), properties='<w:pStyle w:val="t"/>')
    assert lines(heading, styles=styles) == ["75/45. 后续行动"]


@pytest.mark.parametrize(
    "properties", ['<w:vertAlign w:val="superscript"/>', '<w:position w:val="6"/>']
)
def test_raised_numbers_are_marks(properties: str) -> None:
    assert lines(p(r("条约"), r("4", properties), r("所载"))) == ["条约⁴所载"]


# ── notes ────────────────────────────────────────────────────────────────────────────────────

NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTES = "".join(
    f'<w:footnote w:id="{at}">{p("<w:r><w:footnoteRef/></w:r>", r(text))}</w:footnote>'
    for at, text in ((5, " 第一注。"), (7, "第二注。"), (8, "未用的注。"))
)


def test_notes_are_counted_in_the_order_of_the_text_and_follow_their_paragraph() -> None:
    body = p(r("甲"), NOTE.format(7), r("乙"), NOTE.format(5)) + p(r("丙"))
    assert lines(body, footnotes=NOTES) == ["甲¹乙²", "¹ 第二注。", "² 第一注。", "丙"]


def test_a_deleted_mark_is_not_counted_and_its_note_is_gone() -> None:
    body = p(r("甲"), f"<w:del>{NOTE.format(7)}</w:del>", r("乙"), NOTE.format(5))
    assert lines(body, footnotes=NOTES) == ["甲乙¹", "¹ 第一注。"]


def test_a_note_of_two_paragraphs_is_one_line() -> None:
    notes = f'<w:footnote w:id="1">{p(r("前。"))}{p(r("后。"))}</w:footnote>'
    assert lines(p(r("甲"), NOTE.format(1)), footnotes=notes) == ["甲¹", "¹ 前。 后。"]


def test_a_mark_of_ones_own_is_not_counted() -> None:
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    notes = f'<w:footnote w:id="1">{p(r("* 更正。"))}</w:footnote>{NOTES}'
    body = p(r("甲"), custom) + p(r("乙"), NOTE.format(5))
    assert lines(body, footnotes=notes) == ["甲*", "* 更正。", "乙¹", "¹ 第一注。"]


def test_a_mark_without_its_note_is_passed_over() -> None:
    assert lines(p(r("甲"), NOTE.format(99))) == ["甲"]


# ── automatic numbers ────────────────────────────────────────────────────────────────────────


def test_levels_restart_below_a_higher_one_and_print_what_their_text_says() -> None:
    levels = numbering(
        level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)")
    )
    body = "".join(numbered("文", level=depth) for depth in (0, 1, 1, 2, 2, 1, 0, 1))
    labels = [line.removesuffix("文") for line in lines(body, numbering=levels)]
    assert labels == ["1. ", "(a) ", "(b) ", "(i) ", "(ii) ", "(c) ", "2. ", "(a) "]


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("chineseCountingThousand", "（%1）", "（一） "),
        ("ideographTraditional", "(%1)", "(甲) "),
        ("decimalEnclosedCircle", "%1", "① "),
        ("upperRoman", "%1.", "I. "),
        ("bullet", "\uf0b7", "• "),
        ("none", "%1", ""),
        ("decimal", "", ""),
    ],
)
def test_each_kind_of_number_is_printed(kind: str, text: str, label: str) -> None:
    assert lines(numbered("文"), numbering=numbering(level(0, kind, text))) == [f"{label}文"]


def test_a_number_of_two_levels_and_one_without_a_tab() -> None:
    levels = numbering(
        level(0, "chineseCounting", "第%1条"),
        level(1, "decimal", "%1.%2", more='<w:isLgl/><w:suff w:val="nothing"/>'),
    )
    body = numbered("甲") + numbered("乙", level=1) + numbered("丙", level=1)
    assert lines(body, numbering=levels) == ["第一条 甲", "1.1乙", "1.2丙"]


def test_a_second_list_of_one_definition_goes_on_unless_it_says_where_it_starts() -> None:
    on = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    levels = numbering(level(0, "decimal", "%1.", start=5), more=on + anew)
    body = "".join(numbered("文", number) for number in (1, 2, 3, 3, 1))
    assert lines(body, numbering=levels) == [f"{n}. 文" for n in (5, 6, 1, 2, 3)]


def test_a_list_style_is_followed_to_its_levels() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
    )
    levels = numbering('<w:styleLink w:val="s"/>', level(0, "upperLetter", "%1)"), more=linked)
    assert lines(numbered("甲", 4) + numbered("乙", 4), numbering=levels) == ["A) 甲", "B) 乙"]


def test_a_number_comes_from_the_style_too_and_zero_takes_it_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    with_style = p(r("甲"), properties='<w:pStyle w:val="n"/>')
    without = p(r("乙"), properties='<w:pStyle w:val="n"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    levels = numbering(level(0, "decimal", "%1."))
    assert lines(with_style + without, styles=styles, numbering=levels) == ["1. 甲", "乙"]


# ── tables ───────────────────────────────────────────────────────────────────────────────────


def test_tables_are_read_row_by_row() -> None:
    rows = [("1.", "请秘书长向大会第七十六届会议提出报告并予以公布；"), ("赞成", "106")]
    body = "".join(
        f"<w:tr>{''.join(f'<w:tc>{p(r(cell))}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('删去的行'))}</w:tc></w:tr>"
    assert lines(f"<w:tbl>{body}{gone}</w:tbl>") == [" ".join(rows[0]), "赞成 106"]


# ── refusals ─────────────────────────────────────────────────────────────────────────────────

BILLION_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize("entity", ["c", "d"])
def test_entities_are_neither_expanded_nor_fetched(entity: str) -> None:
    data = docx(p(f"<w:r><w:t>&{entity};</w:t></w:r>"), prolog=BILLION_LAUGHS)
    assert "damaged" in refusal(data)


def test_elements_nested_without_end_are_refused() -> None:
    assert "damaged" in refusal(docx("<w:sdt>" * 5_000 + p(r("深")) + "</w:sdt>" * 5_000))


def test_a_part_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_module, "_LARGEST_PART", 10_000)
    assert "too large" in refusal(docx(p(r("长" * 20_000))))


def test_a_file_without_its_text_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("_rels/.rels", "<Relationships/>")
        package.writestr("word/media/image.png", b"")
    assert "damaged" in refusal(out.getvalue())


def test_a_file_without_words_is_refused_as_empty() -> None:
    assert "empty" in refusal(docx(p()))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_word_file_that_is_cut_short_is_refused(share: float) -> None:
    data = (SAMPLES / "A_RES_75_45.docx").read_bytes()
    assert "cut short" in refusal(data[: int(share * len(data))])


def test_other_office_files_are_refused_as_what_they_are() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("_rels/.rels", "<Relationships/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert "office file" in refusal(out.getvalue())
