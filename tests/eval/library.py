"""A library of a few real paragraphs, made by hand, and answers about it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from assistant.types import (
    Answer,
    Fact,
    MastheadField,
    Paragraph,
    ParagraphKind,
    Quote,
    Resolution,
    Source,
    Span,
    Statement,
)
from eval.dummies import quoting
from eval.subject import Truth

META = (
    "第七十五届会议 议程项目 103(hh) 2020 年 12 月 7 日大会决议 "
    "[根据第一委员会的报告(A/75/399, 第 96 段)通过]"
)
OP6 = (
    "表示注意到秘书长根据第 74/54 号决议提出的报告所反映的会员国就实现彻底消除核武器目标，"
    "特别是就一项全面的核武器公约的内容提出的看法，并请秘书长将报告转递裁军谈判会议和裁军审议委员会，"
    "供其及早审议；"
)
OP7 = "欢迎纪念和宣传 9 月 26 日彻底消除核武器国际日，以此专门致力于推进这一目标；"
OP9 = (
    "再次请大会主席于每年 9 月 26 日安排一次为期一天的大会高级别全体会议，"
    "纪念和宣传彻底消除核武器国际日；"
)
OP13 = (
    "请秘书长就实现彻底销毁核武器的目标，特别是关于有效的核裁军措施，包括一项全面的核武器公约的内容，"
    "征求会员国的意见，就此向大会第七十六届会议提出报告，并将报告转递裁军谈判会议；"
)
OP14 = "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；"
PP15 = "表示深为关切裁军谈判会议缔结一项全面的核武器公约的谈判工作尚未开始，"
FN4 = "联合国，《条约汇编》，第 729 卷，第 10485 号。"
OP4_72 = "促请所有尚未签署《禁止核武器条约》的国家尽早签署并在其后批准、接受或核准《条约》；"
OP14_72 = "请秘书长为完成《禁止核武器条约》委托其开展的工作提供必要支助和必要服务；"


def resolution(symbol: str, title: str, texts: dict[str, str]) -> Resolution:
    kinds: dict[str, ParagraphKind] = {
        "ME": "meta", "PP": "preambular", "OP": "operative", "FN": "footnote", "EN": "end",
        "AN": "annex",
    }  # fmt: skip
    facts: dict[MastheadField, Fact] = {"title": Fact(title, "META", Span(0, 1))}
    return Resolution(
        symbol=symbol,
        lang="zh",
        title=title,
        paragraphs=tuple(
            Paragraph(symbol, place, kinds[place[:2]], text) for place, text in texts.items()
        ),
        masthead=facts,
        source=Source(f"{symbol}.txt", hashlib.sha256(symbol.encode()).hexdigest()),
    )


def make_truth() -> Truth:
    later = resolution(
        "A/RES/75/45",
        "2013年核裁军问题大会高级别会议的后续行动",
        {
            "META": META, "PP15": PP15, "OP6": OP6, "OP7": OP7, "OP9": OP9, "OP13": OP13,
            "OP14": OP14, "FN4": FN4,
        },
    )  # fmt: skip
    earlier = resolution("A/RES/72/31", "推进多边核裁军谈判", {"OP4": OP4_72, "OP14": OP14_72})
    return Truth.of((earlier, later))


def quoted(truth: Truth, *keys: str) -> Answer:
    """An answer that quotes these paragraphs whole."""
    return quoting([truth.paragraphs[key] for key in keys], truth)


def with_span(answer: Answer, words: str) -> Answer:
    """``answer`` with its only statement quoting just ``words``."""
    start = answer.citations[0].text.index(words)
    statement = replace(
        answer.statements[0], text=words, quotes=(Quote(1, start, start + len(words)),)
    )
    return replace(answer, statements=(statement,), answer=f"{words}[1]")


def with_computed(answer: Answer, text: str) -> Answer:
    """``answer`` opened by a computed sentence that cites everything."""
    numbers = tuple(c.n for c in answer.citations)
    opening = Statement(text, "computed", numbers, (), "recounted")
    return replace(
        answer, statements=(opening, *answer.statements), answer=f"{text}\n{answer.answer}"
    )
