"""Invented resolutions with what the two sample texts lack: parts, items, annexes, votes."""

from __future__ import annotations

from collections.abc import Callable

from assistant.questions import understand
from assistant.retrieval.ask import Ask
from assistant.text.symbols import session_of
from assistant.types import (
    Clause,
    Entity,
    Fact,
    Found,
    Inferred,
    MastheadField,
    Paragraph,
    ParagraphKind,
    Question,
    Resolution,
    Source,
    Span,
    Summary,
    Vote,
)

_KINDS: tuple[tuple[str, ParagraphKind], ...] = (
    ("META", "meta"), ("END", "end"), ("FN", "footnote"), ("PP", "preambular"),
    ("OP", "operative"), ("H", "heading"), ("ANNEX", "annex"), ("S", "operative"),
)  # fmt: skip


def paragraph(
    symbol: str, place: str, text: str, *verbs: str, inferred: tuple[Inferred, ...] = ()
) -> Paragraph:
    """A paragraph; each of ``verbs`` begins an act that runs to the next one, or to the end."""
    kind = next(kind for start, kind in _KINDS if place.startswith(start))
    starts = [text.index(verb) for verb in verbs]
    ends = [*starts, len(text)][1:]
    clauses = tuple(
        _act(text, verb, Span(start, end))
        for verb, start, end in zip(verbs, starts, ends, strict=True)
    )
    return Paragraph(symbol, place, kind, text, inferred=inferred, clauses=clauses)


def _act(text: str, verb: str, span: Span) -> Clause:
    at = text.find("秘书长", span.start, span.end)
    addressees = (Entity("秘书长", Span(at, at + 3), "秘书长"),) if at >= 0 else ()
    family = "decision" if verb == "决定" else "directive"
    verb_span = Span(span.start, span.start + len(verb))
    return Clause(span, verb, verb_span, family, 3, addressees=addressees)  # type: ignore[arg-type]


def resolution(
    symbol: str,
    title: str,
    *paragraphs: Paragraph,
    meta: str = "大会决议",
    vote: Vote | None = None,
    facts: dict[MastheadField, str] | None = None,
) -> Resolution:
    """A resolution; each of ``facts`` is words of ``meta`` that state a masthead value."""
    at = {name: meta.index(words) for name, words in (facts or {}).items()}
    return Resolution(
        symbol=symbol,
        lang="zh",
        title=title,
        paragraphs=(
            Paragraph(symbol, "META", "meta", meta),
            *paragraphs,
            Paragraph(symbol, "END", "end", "2050年12月4日"),
        ),
        masthead={
            name: Fact(words, "META", Span(at[name], at[name] + len(words)))
            for name, words in (facts or {}).items()
        },
        source=Source("invented.txt", "0" * 64),
        vote=vote,
    )


def summaries(*held: Resolution) -> tuple[Summary, ...]:
    return tuple(
        Summary(r.symbol, r.symbol, r.title, r.lang, session_of(r.symbol), None, None, 0, 0)
        for r in held
    )


def look_up(find: Callable[[Ask], Found], text: str, *held: Resolution) -> Found:
    """What a look-up that needs no records finds for a question about all of ``held``."""
    by_symbol = {r.symbol: r for r in held}
    question: Question = understand(text, catalogue=summaries(*held))
    return find(Ask(question, tuple(by_symbol), None, by_symbol.__getitem__))  # type: ignore[arg-type]


def in_parts() -> tuple[Resolution, Resolution]:
    """A/RES/51/942 in two parts; only A has a second paragraph."""
    a, b = "A/RES/51/942A", "A/RES/51/942B"
    return (
        resolution(
            a,
            "样例会议的报告",
            paragraph(a, "OP1", "重申样例会议的作用；"),
            paragraph(a, "OP2", "请秘书长继续提供服务；", "请"),
        ),
        resolution(b, "样例周", paragraph(b, "OP1", "赞扬各国参与样例周；")),
    )


def with_items() -> Resolution:
    """Items under an act, under an act that is not the only one, and under a guessed number."""
    s = "A/RES/60/5"
    return resolution(
        s,
        "样例事项",
        paragraph(s, "H1", "一. 总则"),
        paragraph(s, "OP1", "回顾各项决定；"),
        paragraph(s, "OP2", "请秘书长：", "请"),
        paragraph(s, "OP2(a)", "编写清单；"),
        paragraph(s, "OP2(b)", "召开会议，目的是："),
        paragraph(s, "OP2(b)(i)", "审查进展；"),
        paragraph(s, "OP2(b)(ii)", "提出建议；"),
        paragraph(s, "OP3", "请秘书长提出报告，并决定：", "请", "决定"),
        paragraph(s, "OP3(a)", "设立样例基金；"),
        paragraph(s, "OP~4", "各国应合作；", inferred=("number", "verb")),
        paragraph(s, "OP~4(a)", "交换资料。", inferred=("number",)),
        paragraph(s, "ANNEX", "附件"),
        paragraph(s, "ANNEX/1", "样例准则适用于各国。"),
    )


def in_sections() -> Resolution:
    """Numbers begin again in each section."""
    s = "A/RES/70/248"
    return resolution(
        s,
        "与样例预算有关的问题",
        paragraph(s, "S1/OP1", "注意到样例报告；"),
        paragraph(s, "H1", "二. 样例周转基金"),
        paragraph(s, "S2/OP1", "决定设立基金；", "决定"),
        paragraph(s, "S2/OP2", "请秘书长提出报告。", "请"),
    )


def convention() -> Resolution:
    """A resolution that annexes a treaty."""
    s = "A/RES/92/164"
    return resolution(
        s,
        "制止样例行为的国际公约",
        paragraph(s, "OP1", "通过本决议所附的公约；"),
        paragraph(s, "ANNEX", "制止样例行为的国际公约"),
        paragraph(s, "ANNEX/PP1", "铭记样例宗旨，"),
        paragraph(s, "ANNEX/ART1", "第一条"),
        paragraph(s, "ANNEX/ART1/1", "“国家设施”包括任何样例设施。"),
        paragraph(s, "ANNEX/ART1/2", "“装置”是指："),
        paragraph(s, "ANNEX/ART1/2(a)", "任何样例装置；或"),
        paragraph(s, "ANNEX/ART1/2(b)", "任何其他装置。"),
        paragraph(s, "ANNEX/ART2", "第二条"),
        paragraph(s, "ANNEX/ART2/1", "本公约所称犯罪，是指样例行为。"),
    )


def voted(*, lists: bool = True) -> Resolution:
    """A resolution adopted by a recorded vote, with or without the lists of countries."""
    s = "A/RES/95/100"
    sentence = "经记录表决，以3票赞成，1票反对，2票弃权通过"
    listed = "赞成：几内亚比绍、俄罗斯联邦、丙国(共和国) 反对：几内亚 弃权：戊国、己国"
    return resolution(
        s,
        "样例权利",
        paragraph(s, "OP1", "呼吁保证样例自由；"),
        meta=f"由下列提案国提出：甲国、乙国。 {sentence}，其结果如下： {listed} 95/100. 样例权利"
        if lists
        else f"由下列提案国提出：甲国、乙国。 {sentence} 95/100. 样例权利",
        vote=Vote(
            3, 1, 2, ("几内亚比绍", "俄罗斯联邦", "丙国(共和国)"), ("几内亚",), ("戊国", "己国")
        )
        if lists
        else Vote(3, 1, 2),
        facts={"vote": sentence, "sponsors": "甲国、乙国"},
    )
