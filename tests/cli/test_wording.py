from __future__ import annotations

from assistant.cli.wording import marked, precedent_lines, rendering_lines
from assistant.types import (
    BilingualExample,
    Coverage,
    PhraseTally,
    Precedent,
    Precedents,
    Rendering,
    Renderings,
    Span,
    TableTerm,
)

HIT = Precedent(
    "A/RES/75/45", "OP1", "第75/45号决议，执行部分第1段", "operative", 75, "zh", "请", "exact", 0,
    "请秘书长报告", (Span(0, 1),), "/",
)  # fmt: skip
NEAR = Precedent(
    "A/RES/72/31", "PP2", "第72/31号决议，序言部分第2段", "preambular", 72, "zh", None, "near", 1,
    "促请各国", (Span(1, 2),), "/",
)  # fmt: skip
FOUND = Precedents(
    phrase="请",
    exact=1,
    near=1,
    resolutions=1,
    by_session=(PhraseTally("72", 0, 1), PhraseTally("75", 1, 0)),
    by_kind=(PhraseTally("operative", 1, 0), PhraseTally("preambular", 0, 1)),
    by_verb=(PhraseTally("请", 1, 0), PhraseTally(None, 0, 1)),
    earliest=HIT,
    latest=HIT,
    hits=(HIT, NEAR),
    next="7-2",
    coverage=Coverage(2, (72, 75)),
)
EXAMPLE = BilingualExample(
    "A/RES/75/45", "OP1", "第75/45号决议", 75, "请秘书长", "Requests him", Span(0, 1), None, "/"
)


def lines(found: Precedents | Renderings, lang: str) -> list[str]:
    made = precedent_lines if isinstance(found, Precedents) else rendering_lines
    return [line.text for line in made(found, lang)]  # type: ignore[operator]


def test_counts_come_first_and_near_uses_stand_apart() -> None:
    printed = lines(FOUND, "zh")
    assert printed[0] == "“请”：原样使用 1 段（1 份决议），近似 1 段。"
    assert printed[1] == "文库：2 份决议，第 72 至 75 届会议。"
    assert "届会: 72 0+1，75 1" in printed
    assert "动词: 请 1，不明 0+1" in printed
    assert printed.index("原样使用") < printed.index("【请】秘书长报告") < printed.index("近似")
    assert printed[-1] == "下一页：--cursor 7-2"


def test_english_readers_get_english() -> None:
    printed = lines(FOUND, "en")
    assert "Parts: operative 1, preambular 0+1" in printed
    assert "Nearly" in printed


def test_renderings_stand_with_both_texts_and_tables_say_that_they_are_tables() -> None:
    rendering = Rendering("请", 3, 3, 0, 1.0, 20.0, (EXAMPLE,))
    table = (TableTerm("请", "verbs"), TableTerm("要求", "lookup"))
    found = Renderings(
        "requests", "en", table, (rendering,), (), 3, 3, 9, True, Coverage(2, (72, 75))
    )
    printed = lines(found, "zh")
    assert "动词表: 请" in printed
    assert "检索用词表，不作译文依据: 要求" in printed
    assert "请  (3 段，别处 0 段, Dice 1.00)" in printed
    assert printed[-2:] == ["【请】秘书长", "Requests him"]


def test_too_few_paragraphs_are_said_to_be_too_few() -> None:
    found = Renderings("requests", "en", (), (), (EXAMPLE,), 1, 1, 9, False, Coverage(0, ()))
    assert any("太少" in line for line in lines(found, "zh"))
    assert any("Too few" in line for line in lines(found, "en"))


def test_several_places_are_marked() -> None:
    assert marked("核武器与核武器", (Span(0, 3), Span(4, 7))) == "【核武器】与【核武器】"
