"""PDF pages: what belongs together, what is a note, and what only stands around the text."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.errors import InvalidDocument
from assistant.reading import Document, File, read_document
from assistant.reading import pdf as pdf_module
from tests.reading.tiny_pdf import Stroke, Words, pdf

SAMPLES = Path(__file__).parent / "samples"
LEADING = 15.0
FULL = "核裁军和彻底消除核武器是防止使用或威胁使用核武器的唯一绝对保障和目标所在"  # one line


def read(*pages: Sequence[Words | Stroke]) -> Document:
    return read_document(File("made.pdf", pdf(*pages)))


def lines(*pages: Sequence[Words | Stroke]) -> list[str]:
    return [line for line in read(*pages).lines if line]


def column(
    *texts: str, top: float = 700.0, left: float = 100.0, indent: float = 21.0
) -> list[Words | Stroke]:
    """Paragraphs of full lines and one last line, first lines indented, no air between them."""
    made: list[Words | Stroke] = []
    at = top
    for text in texts:
        for number, start in enumerate(range(0, len(text), len(FULL))):
            shift = indent if number == 0 else 0.0
            made.append(Words(text[start : start + len(FULL)], left + shift, at))
            at -= LEADING
    return made


def test_wrapped_lines_are_one_line_without_blanks_between_chinese_characters() -> None:
    first, second = f"回顾{FULL}{FULL}，", f"深信{FULL}，"
    assert lines(column(first, second)) == [first, second]


def test_a_paragraph_goes_on_over_the_page_and_its_notes_come_after_it() -> None:
    text = f"回顾{FULL}{FULL}"
    here = [*column(text[:-10], top=130.0)[:2], Words("1", 100 + 37 * 10.5, 119, 6)]
    note: list[Words | Stroke] = [Stroke(100, 200, 90), Words("1", 100, 82, 5)]
    note.append(Words("第55/2号决议。", 104, 79, 8))
    there = column("深信" + FULL + "，", "强调" + FULL + "，", top=650.0)
    tail: list[Words | Stroke] = [Words("所有国家都有权参加，", 100, 665)]
    read_lines = lines(column(*(3 * [f"欢迎{FULL}，"])) + here + note, tail + there)
    joined = next(line for line in read_lines if line.startswith("回顾"))
    assert joined.endswith("所有国家都有权参加，")
    assert read_lines[read_lines.index(joined) + 1] == "¹ 第55/2号决议。"


def test_hanging_items_and_numbered_paragraphs_keep_their_lines_together() -> None:
    body = FULL[:30]
    page: list[Words | Stroke] = []
    for n, top in enumerate((700, 600), 1):
        page += [Words(f"{n}. 请{body}", 121, top), Words(f"{body}：", 100, top - LEADING)]
        for at, label in enumerate("ab", 1):
            low = top - LEADING * (2 * at)
            page += [Words(f"({label})", 121, low), Words(body, 155, low)]
            page += [Words("并予以公布；", 155, low - LEADING)]
    expected = [
        line
        for n in (1, 2)
        for line in (
            f"{n}. 请{body}{body}：",
            f"(a) {body}并予以公布；",
            f"(b) {body}并予以公布；",
        )
    ]
    assert lines(page) == expected


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [Words(f"左栏第{n}行文字一二三四五六七八九", 60, 700 - n * LEADING) for n in range(8)]
    right = [Words(f"右栏第{n}行文字一二三四五六七八九", 310, 693 - n * LEADING) for n in range(8)]
    title = Words("横贯两栏的标题文字一二三四五六七八九十一二三四五六七八九十标题", 60, 740)
    text = "".join(lines([title, *left, *right]))
    assert text.startswith("横贯两栏")
    assert text.index("左栏第7行") < text.index("右栏第0行")
    assert "左栏第0行文字一二三四五六七八九左栏第1行" in text


def test_numbers_before_a_tab_are_no_column_of_their_own() -> None:
    page: list[Words | Stroke] = []
    for n in range(1, 9):
        page += [Words(f"{n}.", 100, 700 - 30 * n), Words("请秘书长提出报告；", 130, 700 - 30 * n)]
    assert lines(page) == [f"{n}. 请秘书长提出报告；" for n in range(1, 9)]


def test_kai_and_bold_words_are_marked() -> None:
    page = [
        Words("13. ", 100, 700),
        Words("请", 121, 700, font="kai"),
        Words("秘书长；", 131.5, 700),
    ]
    more = [
        Words("14. ", 100, 660),
        Words("决定", 121, 660, font="bold"),
        Words("列入；", 142, 660),
    ]
    assert lines([*page, *more]) == ["13. **请**秘书长；", "14. **决定**列入；"]


def test_a_size_given_by_the_matrix_is_a_size_like_any_other() -> None:
    page = [
        Words("秘书长的报告", 100, 700, scaled=True),
        Words("2", 163, 704, 6, scaled=True),
        Words("所载意见，", 166, 700, scaled=True),
    ]
    assert lines([*page]) == ["秘书长的报告²所载意见，"]


def test_text_on_end_in_the_margin_is_set_aside() -> None:
    document = read([*column(f"回顾{FULL}，"), Words("请回收利用", 40, 300, on_end=True)])
    assert [line for line in document.lines if line] == [f"回顾{FULL}，"]
    assert document.asides == ("请回收利用",)


def test_headers_and_footers_are_set_aside_and_the_body_is_not() -> None:
    pages: list[list[Words | Stroke]] = []
    for number in (1, 2, 3):
        page = column(f"第{'一二三'[number - 1]}页{FULL}。")
        page += [Words("A/RES/75/45", 60, 800, 9), Words("第七十五届会议记录汇编", 60, 788, 9)]
        pages.append([*page, Words(f"{number}/3", 60, 40, 9), Words("20-16896", 480, 40, 9)])
    document = read(*pages)
    assert [line for line in document.lines if line] == [f"第{n}页{FULL}。" for n in "一二三"]
    assert len(document.asides) == 9
    assert {"A/RES/75/45", "第七十五届会议记录汇编", "2/3 20-16896"} <= set(document.asides)


def test_a_header_that_repeats_the_title_is_set_aside_whole() -> None:
    title = "2013年核裁军问题大会高级别会议的后续行动"
    first = [Words(f"75/45. {title}", 100, 740), *column(f"回顾{FULL}，")]
    header = [Words("A/RES/75/45", 60, 800), Words(title[:20], 300, 800)]
    header.append(Words(title[20:], 300, 785))
    second = [
        *header,
        *column(f"深信{FULL}，"),
        Words("20-16896", 60, 50),
        Words("请回收", 500, 50),
    ]
    read_lines = lines(first, [*second, Words("*2016896*", 60, 38)])
    assert read_lines == [f"75/45. {title}", f"回顾{FULL}，", f"深信{FULL}，"]


def test_a_line_of_the_text_that_repeats_words_of_the_first_page_is_no_header() -> None:
    first = column(f"回顾{FULL}，", f"{FULL}{FULL}{FULL}，")
    second = [Words("A/RES/75/45", 60, 820, 9), *column(f"{FULL}{FULL}，", top=795, indent=0)]
    assert read(first, second).asides == ("A/RES/75/45",)


def test_a_number_alone_at_the_top_is_a_page_number_only_if_the_pages_bear_it_out() -> None:
    assert lines([Words("53/175", 100, 800), *column(f"回顾{FULL}，")])[0] == "53/175"
    pages: list[list[Words | Stroke]] = [
        [Words(f"{n}/2", 100, 800), *column(f"回顾{FULL}，")] for n in (1, 2)
    ]
    assert read(*pages).asides == ("1/2", "2/2")


def test_the_first_line_of_a_page_is_no_header_even_where_it_stands_as_high() -> None:
    pages = [column(f"第{n}页开头{FULL}{FULL}。", top=800.0) for n in "一二三"]
    document = read(*pages)
    assert document.asides == ()
    assert "".join(document.lines) == "".join(f"第{n}页开头{FULL}{FULL}。" for n in "一二三")


def test_a_letterhead_above_a_rule_is_set_aside() -> None:
    top: list[Words | Stroke] = [
        Words("联合国", 60, 790, 16),
        Words("A/RES/75/45", 400, 790, 16),
        Stroke(60, 530, 780),
    ]
    mid: list[Words | Stroke] = [
        Words("大会", 60, 755, 16),
        Words("Distr.: General", 400, 755),
        Stroke(60, 530, 700),
    ]
    document = read([*top, *mid, *column("第七十五届会议", "大会，", top=670.0, indent=0.0)])
    assert [line for line in document.lines if line] == ["第七十五届会议", "大会，"]
    assert "联合国 A/RES/75/45" in document.asides


def test_notes_in_smaller_type_need_no_rule() -> None:
    body = [*column(f"回顾{FULL}，"), Words("1", 300, 690, 6), Words("深信其报告", 180, 685)]
    notes = [
        Words("1 A/75/96。", 100, 120, 8),
        Words("2 A/75/97，第3段，并见第二卷中的", 100, 108, 8),
    ]
    more = [Words("各项附件。", 100, 96, 8)]
    assert lines([*body, Words("2", 232.5, 689, 6), *notes, *more])[-2:] == [
        "¹ A/75/96。",
        "² A/75/97，第3段，并见第二卷中的各项附件。",
    ]


def test_a_rule_of_underscores_is_a_rule() -> None:
    page = [*column(f"回顾{FULL}，"), Words("_" * 20, 100, 120)]
    page += [Words("7", 100, 103, 6), Words("A/75/96。", 104, 100)]
    assert lines(page) == [f"回顾{FULL}，", "⁷ A/75/96。"]


def test_the_rest_of_a_note_on_the_next_page_goes_to_its_beginning() -> None:
    first = [*column(f"回顾{FULL}，"), Words("1", 300, 690, 6)]
    first += [
        Stroke(100, 200, 120),
        Words("1", 100, 108, 5),
        Words("《条约汇编》，第729卷，", 104, 105, 8),
    ]
    second = [*column(f"深信{FULL}，"), Stroke(100, 200, 120), Words("第10485号。", 104, 105, 8)]
    assert "¹ 《条约汇编》，第729卷，第10485号。" in lines(first, second)


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("General", "Assembly", "General Assembly"),
        ("A/CONF.229/", "2017/8", "A/CONF.229/2017/8"),
        ("non-", "nuclear", "non-nuclear"),
        ("决议", "第55/2号", "决议第55/2号"),
        ("2017", "年", "2017年"),
    ],
)
def test_blanks_where_lines_are_wrapped(above: str, below: str, joined: str) -> None:
    words = f"{FULL[: len(FULL) - len(above)]}{above}"
    assert lines([Words(words, 100, 700), Words(below, 100, 685)]) == [
        words[: -len(above)] + joined
    ]


# ── refusals ─────────────────────────────────────────────────────────────────────────────────


def test_a_scan_is_refused_with_what_to_do() -> None:
    scan: list[Words | Stroke] = [Stroke(100, 500, 400)]
    with pytest.raises(InvalidDocument, match="OCR") as refusal:
        read(scan, [*scan, Words("2/2", 300, 40)])
    assert "文字识别" in refusal.value.zh


def test_text_whose_fonts_do_not_tell_the_characters_is_refused() -> None:
    with pytest.raises(InvalidDocument, match="lack an encoding"):
        read([Words("大会，" + "\ue123" * 30, 100, 700)])


def test_a_character_that_cannot_be_told_leaves_a_trace() -> None:
    (line,) = lines([Words(f"{FULL}\uffff", 100, 700)])
    assert line == f"{FULL}\ufffd"


def test_a_volume_of_500_pages_is_refused_by_its_pages() -> None:
    with pytest.raises(InvalidDocument, match="200 pages"):
        read(*(500 * [[Words("大会，", 100, 700)]]))


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "MOST_SECONDS", -1.0)
    with pytest.raises(InvalidDocument, match="too long"):
        read([Words("大会，", 100, 700)])


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_pdf_that_is_cut_short_is_refused(share: float) -> None:
    data = (SAMPLES / "A_RES_75_45.pdf").read_bytes()
    with pytest.raises(InvalidDocument, match="cut short"):
        read_document(File("cut.pdf", data[: int(share * len(data))]))


def test_several_threads_may_read_at_once() -> None:
    data = (SAMPLES / "A_RES_75_45.pdf").read_bytes()
    alone = read_document(File("a.pdf", data))
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda _: read_document(File("a.pdf", data)), range(8)))
    assert together == [alone] * 8
