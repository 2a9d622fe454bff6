"""Whole resolutions: the two real texts come out whole, and nothing else gets in."""

from __future__ import annotations

import re
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import parsing
from assistant.errors import InvalidDocument
from assistant.reading import Document, File, read_document
from assistant.types import Clause, Paragraph, Resolution, Span
from tests.conftest import SAMPLE_LIBRARY
from tests.golden import TEXTS, golden_file, golden_form, parsed
from tests.parsing.wholeness import assert_whole

SAMPLES = sorted(SAMPLE_LIBRARY.glob("*.txt"))


def document(text: str, name: str = "text.txt") -> Document:
    return Document(name, "0" * 64, tuple(text.split("\n")))


def parse(source: Document, *, symbol: str | None = None) -> Resolution:
    """The one resolution of a document."""
    (resolution,) = parsing.parse(source, symbol=symbol)
    return resolution


def place(resolution: Resolution, wanted: str) -> Paragraph:
    return next(p for p in resolution.paragraphs if p.place == wanted)


@pytest.fixture(scope="module")
def resolution_72_31() -> Resolution:
    return parse(read_document(File.at(SAMPLE_LIBRARY / "A_RES_72_31.txt")))


@pytest.fixture(scope="module")
def resolution_75_45() -> Resolution:
    return parse(read_document(File.at(SAMPLE_LIBRARY / "A_RES_75_45.txt")))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_the_parsed_form_is_the_reviewed_one(text: Path) -> None:
    assert golden_form(parsed(text)) == golden_file(text).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "preambular", "operative", "notes"),
    [("A_RES_72_31", 21, 16, 13), ("A_RES_75_45", 16, 15, 4)],
)
def test_every_paragraph_and_note_is_there_in_order(
    name: str, preambular: int, operative: int, notes: int
) -> None:
    resolution = parse(read_document(File.at(SAMPLE_LIBRARY / f"{name}.txt")))
    assert [paragraph.place for paragraph in resolution.paragraphs] == [
        "META",
        *(f"PP{n + 1}" for n in range(preambular)),
        *(f"OP{n + 1}" for n in range(operative)),
        *(f"FN{n + 1}" for n in range(notes)),
        "END",
    ]
    assert resolution.inferred == ()
    assert resolution.unplaced == ()


def test_the_masthead_says_what_is_printed(resolution_75_45: Resolution) -> None:
    facts = {name: fact.value for name, fact in resolution_75_45.masthead.items()}
    assert facts == {
        "session": "75",
        "agenda_item": "103(hh)",
        "agenda_title": "全面彻底裁军：2013 年核裁军问题大会高级别会议的后续行动",
        "date": "2020-12-07",
        "committee": "第一委员会",
        "report": "A/75/399",
        "report_paragraph": "96",
        "number": "75/45",
        "title": "2013 年核裁军问题大会高级别会议的后续行动",
        "meeting": "37",
        "meeting_date": "2020-12-07",
    }


def test_what_the_masthead_does_not_print_is_absent(resolution_72_31: Resolution) -> None:
    assert not {"agenda_title", "report_paragraph"} & resolution_72_31.masthead.keys()
    assert resolution_72_31.masthead["meeting"].value == "62"


def test_every_mark_is_tied_to_its_note_also_where_it_is_used_again(
    resolution_72_31: Resolution,
) -> None:
    tied: dict[str, list[str]] = {}
    for paragraph in resolution_72_31.paragraphs:
        for mark in paragraph.marks:
            tied.setdefault(mark.footnote, []).append(paragraph.place)
    assert tied.pop("FN4") == ["PP8", "OP10"]
    assert tied.pop("FN10") == ["PP17", "OP12"]
    assert {note: len(places) for note, places in tied.items()} == {
        f"FN{n}": 1 for n in range(1, 14) if n not in {4, 10}
    }


def test_mistakes_of_the_source_stay(resolution_72_31: Resolution) -> None:
    assert "关系的认识 and 理解的进一步措施" in place(resolution_72_31, "OP12").text
    assert "“全面彻底裁军”" in place(resolution_72_31, "OP15").text
    assert "“全部彻底裁军”" in place(resolution_72_31, "OP16").text


def acts(resolution: Resolution, where: str) -> list[str]:
    return [clause.verb for clause in place(resolution, where).clauses]


@pytest.mark.parametrize(
    ("where", "verbs"),
    [
        ("PP2", ["欢迎", "确认"]),
        ("PP6", ["承认", "支持"]),
        ("PP8", ["重申", "重申"]),
        ("PP10", ["关切", "重申"]),
        ("PP11", ["注意到", "欢迎"]),
        ("PP14", ["关切"]),
        ("OP6", ["注意到", "请"]),
        ("OP11", ["请"]),
        ("OP13", ["请"]),
    ],
)
def test_a_paragraph_of_75_45_holds_its_acts(
    resolution_75_45: Resolution, where: str, verbs: list[str]
) -> None:
    assert acts(resolution_75_45, where) == verbs


@pytest.mark.parametrize(
    ("where", "verbs"),
    [
        ("PP7", ["欣见", "回顾"]),
        ("PP8", ["回顾"]),
        ("PP12", ["重申", "决心"]),
        ("PP15", ["欢迎", "注意到"]),
        ("PP16", ["欢迎", "注意到"]),
        ("PP19", ["强调", "鼓励"]),
        ("OP4", ["促请"]),
        ("OP8", ["重申", "强调"]),
        ("OP10", ["建议", "认为"]),
    ],
)
def test_a_paragraph_of_72_31_holds_its_acts(
    resolution_72_31: Resolution, where: str, verbs: list[str]
) -> None:
    assert acts(resolution_72_31, where) == verbs


def addressed(resolution: Resolution) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for paragraph in resolution.paragraphs:
        names = [body.name for clause in paragraph.clauses for body in clause.addressees]
        if names:
            found[paragraph.place] = names
    return found


def test_each_directive_knows_whom_it_addresses(
    resolution_75_45: Resolution, resolution_72_31: Resolution
) -> None:
    assert addressed(resolution_75_45) == {
        "OP6": ["秘书长"],
        "OP9": ["大会主席"],
        "OP11": ["秘书长"],
        "OP12": [
            *("会员国", "联合国系统", "民间社会"),
            *("非政府组织", "学术界", "议员", "大众媒体", "个人"),  # 包括 …
        ],
        "OP13": ["秘书长"],
        "OP14": ["秘书长"],
    }
    assert addressed(resolution_72_31) == {
        "PP19": ["会员国"],
        "OP4": ["各国"],
        "OP12": ["各国"],
        "OP14": ["秘书长"],
    }


def test_a_reference_carries_its_date_and_how_it_is_invoked(resolution_72_31: Resolution) -> None:
    pursuant, noted = place(resolution_72_31, "PP15").references
    assert (pursuant.target, pursuant.invoked) == ("A/RES/67/39", "pursuant_to")
    assert (noted.target, noted.invoked) == ("A/RES/68/32", "notes")
    assert pursuant.date == date(2012, 12, 3)
    recalled = place(resolution_72_31, "PP1").references
    assert {one.invoked for one in recalled} == {"recalls"}
    assert recalled[-1].date == date(2016, 12, 23)


def test_the_same_as_before_is_what_the_note_before_names(resolution_72_31: Resolution) -> None:
    (ibid,) = place(resolution_72_31, "FN2").references
    assert (ibid.target, ibid.invoked, ibid.part) == ("A/RES/S-10/2", "same_as_before", "第四节")


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_no_character_of_the_source_is_lost_or_added(text: Path) -> None:
    assert_whole(read_document(File.at(text)).lines, parsed(text))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_every_paragraph_stands_in_the_source_word_for_word(sample: Path) -> None:
    bare = re.sub(r"[\s*⁰¹²³⁴-⁹]", "", sample.read_text(encoding="utf-8"))
    for paragraph in parse(read_document(File.at(sample))).paragraphs:
        for line in paragraph.text.split("\n"):
            assert re.sub(r"\s", "", line) in bare


def spans_of(paragraph: Paragraph) -> list[Span]:
    spans = [*paragraph.emphasis, *(reference.span for reference in paragraph.references)]
    for clause in paragraph.clauses:
        spans += [clause.span, clause.verb_span, *([clause.object] if clause.object else [])]
        spans += [entity.span for entity in (*clause.addressees, *clause.mentioned)]
        spans += [deadline.span for deadline in clause.deadlines]
    return spans


def are_apart(clauses: tuple[Clause, ...]) -> bool:
    return all(one.span.end <= other.span.start for one, other in pairwise(clauses))


def check_offsets(resolution: Resolution) -> None:
    places = [paragraph.place for paragraph in resolution.paragraphs]
    assert len(places) == len(set(places))
    texts = {paragraph.place: paragraph.text for paragraph in resolution.paragraphs}
    for paragraph in resolution.paragraphs:
        length = len(paragraph.text)
        assert all(0 <= s.start < s.end <= length for s in spans_of(paragraph))
        assert all(0 <= mark.offset <= length for mark in paragraph.marks)
        assert all(mark.footnote in {*places, ""} for mark in paragraph.marks)
        assert are_apart(paragraph.clauses)
        for clause in paragraph.clauses:
            for entity in (*clause.addressees, *clause.mentioned):
                assert entity.span.of(paragraph.text) == entity.text
    for fact in resolution.masthead.values():
        assert 0 <= fact.span.start < fact.span.end <= len(texts[fact.place])


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_every_offset_lies_in_its_text(sample: Path) -> None:
    check_offsets(parse(read_document(File.at(sample))))


DAMAGE = ["cut", "join", "drop", "double", "swap", "split", "wrap", "noise", "page"]


@st.composite
def mutated(draw: st.DrawFn) -> list[str]:
    """A text with lines cut, joined, dropped, doubled, shuffled, wrapped and made noisy."""
    lines = list(read_document(File.at(draw(st.sampled_from(TEXTS)))).lines)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(lines) - 2)))
        match draw(st.sampled_from(DAMAGE)):
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
            case "join":
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case "drop" if len(lines) > 1:
                del lines[at]
            case "wrap":
                width = draw(st.integers(8, 40))
                line = lines[at]
                lines[at : at + 1] = [line[i : i + width] for i in range(0, len(line), width)] or [
                    ""
                ]
            case "noise":
                middle = draw(st.integers(0, len(lines[at])))
                noise = draw(st.sampled_from("1l|.,;；，。 *¹(㈠、"))
                lines[at] = lines[at][:middle] + noise + lines[at][middle:]
            case "page":
                lines[at:at] = ["A/RES/75/45", "2/3", "", "20-16896"]
            case "double":
                lines.insert(at, lines[at])
            case "split":
                middle = draw(st.integers(0, len(lines[at])))
                lines[at : at + 1] = [lines[at][:middle], lines[at][middle:]]
            case _:
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
    return lines


@given(mutated())
@settings(max_examples=200, deadline=None)
def test_a_damaged_text_loses_nothing_or_is_refused(lines: list[str]) -> None:
    try:
        resolutions = parsing.parse(document("\n".join(lines), "A_RES_75_45.txt"))
    except InvalidDocument:
        return
    for resolution in resolutions:
        check_offsets(resolution)
    assert_whole(lines, resolutions)


@given(st.text(max_size=200))
def test_any_other_text_is_refused_not_crashed_on(text: str) -> None:
    with pytest.raises(InvalidDocument):
        parse(document(text))


BODY = "大会，\n\n回顾其决心，\n\n1. **请**秘书长提出报告。"


def test_the_symbol_is_the_one_the_text_prints() -> None:
    resolution = parse(document(f"75/45. 后续行动\n\n{BODY}", "A_RES_1_1.txt"), symbol="76/1")
    assert (resolution.symbol, resolution.inferred) == ("A/RES/75/45", ())


@pytest.mark.parametrize(
    ("name", "given_symbol", "symbol"),
    [
        ("A_RES_75_45.txt", None, "A/RES/75/45"),
        ("75_45.md", None, "A/RES/75/45"),
        ("notes.txt", "76/54", "A/RES/76/54"),
        ("A_RES_75_45.txt", "第76/54号决议", "A/RES/76/54"),
    ],
)
def test_a_symbol_from_elsewhere_is_marked_inferred(
    name: str, given_symbol: str | None, symbol: str
) -> None:
    resolution = parse(document(BODY, name), symbol=given_symbol)
    assert (resolution.symbol, resolution.inferred) == (symbol, ("symbol",))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (BODY, 1, "--symbol"),
        ("75/45. 后续行动\n\n回顾其决议，\n\n下一届会议。", 1, "大会，"),
        ("\n75/45. 后续行动\n大会，", 3, "no paragraph"),
        ("75/45. 购物清单\n\n1. 苹果\n2. 梨", 1, "大会，"),
        ("\n\nPrintable English only.", 3, "neither Chinese nor"),
    ],
)
def test_a_refusal_names_the_line_and_the_way_out(text: str, line: int, words: str) -> None:
    with pytest.raises(InvalidDocument, match=words) as refusal:
        parse(document(text))
    assert refusal.value.line == line


def test_a_paragraph_cut_by_a_page_break_is_joined_and_says_so() -> None:
    cut_text = "2. 又请秘书长就本决议的\n\n¹ A/75/96。\n\n执行情况提出报告。"
    text = f"75/45. 后续行动\n{BODY}\n{cut_text}"
    resolution = parse(document(text))
    cut = place(resolution, "OP2")
    assert cut.text == "又请秘书长就本决议的执行情况提出报告。"
    assert cut.inferred == ("boundary",)


def test_numbers_that_begin_again_under_a_heading_stand_in_sections() -> None:
    text = (
        f"75/45. 后续行动\n{BODY}\n\n二. 经费\n\n1. 决定批款；\n\n(a) 毛额；\n\n2. 请会员国缴款。"
    )
    resolution = parse(document(text))
    places = [p.place for p in resolution.paragraphs if p.kind in {"operative", "heading"}]
    assert places == ["S1/OP1", "H1", "S2/OP1", "S2/OP1(a)", "S2/OP2"]


def test_a_text_without_an_operative_part_says_so() -> None:
    resolution = parse(document("75/45. 后续行动\n大会，\n回顾其决议，"))
    assert resolution.inferred == ("operative",)


def test_what_fits_nowhere_is_kept_and_reported() -> None:
    resolution = parse(document(f"75/45. 后续行动\n{BODY}\n\n20-16896"))
    assert resolution.unplaced == ("20-16896",)


def test_parsing_forty_paragraphs_takes_milliseconds(sample_files: tuple[Path, Path]) -> None:
    source = read_document(File.at(sample_files[0]))
    parse(source)
    best = min(_seconds(source) for _ in range(3))
    assert best < 0.05  # 5 ms on an idle machine; the machine may be busy


def _seconds(source: Document) -> float:
    start = time.perf_counter()
    parse(source)
    return time.perf_counter() - start


def test_hostile_lines_take_no_more_than_linear_time() -> None:
    for line in (
        "第" * 20_000,
        "《" * 20_000,
        "，并" * 10_000,
        "请会员国、" * 5_000,
        "75/45 " * 4_000,
    ):
        start = time.perf_counter()
        parse(document(f"75/45. 后续行动\n大会，\n{line}，\n1. 请{line}。"))
        assert time.perf_counter() - start < 5
