"""Resolutions made up for the library's tests: small, and with every kind of structure in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.types import (
    Clause,
    Deadline,
    Entity,
    Fact,
    Mark,
    Paragraph,
    Reference,
    Resolution,
    Source,
    Span,
)


def operative(symbol: str, number: int, text: str, *clauses: Clause) -> Paragraph:
    return Paragraph(symbol, f"OP{number}", "operative", text, printed=str(number), clauses=clauses)


def act(
    verb: str, *addressees: str, family: str = "directive", session: int | None = None
) -> Clause:
    """An act whose spans point at the beginning of its paragraph."""
    due = Deadline(Span(0, 1), "大会", session=session, date=date(2021, 9, 1), recurring=False)
    return Clause(
        span=Span(0, 4),
        verb=verb,
        verb_span=Span(0, len(verb)),
        family=family,  # type: ignore[arg-type]
        strength=3,
        adverbs=("又",),
        addressees=tuple(Entity(name, Span(1, 4), name) for name in addressees),
        deadlines=(due,) if session else (),
    )


def resolution(
    symbol: str = "A/RES/75/45", session: int = 75, *paragraphs: Paragraph
) -> Resolution:
    """A resolution of one masthead, the given paragraphs (or four of its own) and an end."""
    own = (
        replace(
            Paragraph(symbol, "PP1", "preambular", "回顾其第74/54号决议和《不扩散核武器条约》，"),
            references=(
                Reference("resolution", "A/RES/74/54", Span(3, 11), "recalls", date(2019, 12, 12)),
                Reference("instrument", "不扩散核武器条约", Span(13, 21), "cites", part="第六条"),
            ),
            marks=(Mark("FN1", "¹", 12),),
            emphasis=(Span(0, 2),),
        ),
        operative(symbol, 1, "请秘书长向大会提出报告；", act("请", "秘书长", session=76)),
        operative(
            symbol,
            2,
            "促请会员国采取措施，并请秘书长协助；",
            act("促请", "会员国"),
            act("请", "秘书长"),
        ),
        operative(symbol, 3, "决定纪念彻底消除核武器国际日。", act("决定", family="decision")),
        Paragraph(symbol, "FN1", "footnote", "见第67/39号决议。", printed="¹"),
    )
    return Resolution(
        symbol=symbol,
        lang="zh",
        title=f"{symbol} 的标题",
        paragraphs=(
            Paragraph(symbol, "META", "meta", f"第{session}届会议 第一委员会"),
            *(paragraphs or own),
            Paragraph(symbol, "END", "end", "2020年12月7日第37次全体会议"),
        ),
        masthead={
            "session": Fact(str(session), "META", Span(1, 3)),
            "date": Fact("2020-12-07", "END", Span(0, 10)),
            "committee": Fact("第一委员会", "META", Span(6, 11)),
        },
        source=Source("specimen.txt", "0" * 64),
        inferred=(),
        unplaced=("一行放不下的文字",),
    )
