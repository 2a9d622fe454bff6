"""What a resolution is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field of that name hides the type
from typing import Literal

Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words this span covers in ``text``."""
        return text[self.start : self.end]


ParagraphKind = Literal[
    "meta",
    "preambular",
    "operative",
    "annex",  # anything of an annex: its heading (ANNEX), its articles and paragraphs
    "heading",  # a section's heading between paragraphs
    "footnote",
    "end",
]
VerbFamily = Literal[
    "directive",  # asks somebody to act: 请 促请 敦促 呼吁 邀请 鼓励 要求 建议
    "decision",  # 决定
    "recall",  # 回顾 念及 铭记
    "reaffirm",  # 重申 再次申明
    "note",  # 注意到 意识到
    "welcome",  # 欢迎 欣见 赞赏
    "concern",  # 深为关切 遗憾 谴责
    "emphasis",  # 强调 着重指出
    "recognition",  # 确认 承认 认为
    "support",  # 支持 赞同 核准
    "expectation",  # 期待 希望
    "resolve",  # 决心 深信
]


@dataclass(frozen=True, slots=True)
class Entity:
    """A body, group of states or office named in a text."""

    name: str  # canonical Chinese name, the key of ``text.bodies``: 秘书长, 会员国 …
    span: Span  # where the text names it
    text: str  # the words of the text


@dataclass(frozen=True, slots=True)
class Deadline:
    """When, or for which session, an act asks something to be done."""

    span: Span
    text: str
    session: int | None = None  # 大会第七十六届会议 → 76
    date: Date | None = None
    recurring: bool = False  # 每年 …


@dataclass(frozen=True, slots=True)
class Clause:
    """One act of a paragraph: a verb with its adverbs, whom it addresses, and its object.

    Clauses of a paragraph are in text order and do not overlap. The span starts at the verb
    (with its adverbs) and leaves out the joining 并 and the closing punctuation.
    """

    span: Span
    verb: str  # canonical verb, the key of ``text.verbs``: 请, 决定, 注意到 …
    verb_span: Span  # adverbs and verb as printed: 又请, 并赞赏地注意到 without the 并
    family: VerbFamily
    strength: int  # 1 (weak) … 5 (strong) within its family, from ``text.verbs``
    adverbs: tuple[str, ...] = ()  # 又, 再次, 深为 …
    addressees: tuple[Entity, ...] = ()  # empty where the text addresses nobody
    mentioned: tuple[Entity, ...] = ()  # other bodies named inside the act
    object: Span | None = None  # what follows verb and addressee
    deliverables: tuple[str, ...] = ()  # 报告, 会议, 分项 … as printed
    deadlines: tuple[Deadline, ...] = ()
    inferred: bool = False  # the verb or the boundary was guessed


ReferenceKind = Literal["resolution", "decision", "document", "instrument"]
Invocation = Literal[
    "recalls", "reaffirms", "notes", "welcomes", "pursuant_to", "cites", "same_as_before"
]


@dataclass(frozen=True, slots=True)
class Reference:
    """A resolution, decision, document or instrument (treaty, declaration) a paragraph mentions.

    ``target`` is a symbol (``A/RES/67/56``, ``A/68/514``), or for an instrument its title
    without 《》. ``invoked`` says how: 回顾 → recalls, 根据…号决议 → pursuant_to, a footnote or a
    bare mention → cites, 同上 → same_as_before.
    """

    kind: ReferenceKind
    target: str
    span: Span  # of the number or title in the paragraph's text
    invoked: Invocation
    date: Date | None = None  # the date printed before it
    part: str | None = None  # 第二节, Part I, 附件 … as printed


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark, lifted out of a paragraph's text."""

    footnote: str  # place of the note: FN4; empty where the source lost the note
    printed: str  # ⁴
    offset: int  # where in the paragraph's text it stood


# number: the printed one is lost. boundary: where it begins or ends was guessed. verb: it should
# begin with an operative verb, and the source has none.
Inferred = Literal["number", "boundary", "verb"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A citable paragraph. ``text`` is verbatim: line breaks joined, number and marks lifted."""

    symbol: str
    place: str
    kind: ParagraphKind
    text: str
    printed: str | None = None  # the number or mark as printed: "13", "¹⁰"; None for PPn
    inferred: tuple[Inferred, ...] = ()  # what of it was guessed
    clauses: tuple[Clause, ...] = ()
    references: tuple[Reference, ...] = ()
    marks: tuple[Mark, ...] = ()
    emphasis: tuple[Span, ...] = ()  # bold in the source: usually the operative verb

    @property
    def key(self) -> str:
        """``symbol#place``."""
        return f"{self.symbol}#{self.place}"


@dataclass(frozen=True, slots=True)
class Fact:
    """A masthead value with the place and words that state it."""

    value: str  # normalised: 2020-12-07, 75, 103(hh), A/75/399 …
    place: str  # META or END
    span: Span  # in that place's text


MastheadField = Literal[
    "session",
    "agenda_item",
    "agenda_title",
    "date",
    "committee",
    "report",
    "report_paragraph",
    "number",
    "title",
    "meeting",
    "meeting_date",
    "sponsors",
    "vote",
    "whole_title",  # of the resolution that a part with a title of its own belongs to
]


@dataclass(frozen=True, slots=True)
class Vote:
    """How a resolution was voted on, as its text records it. Countries as printed, in order."""

    in_favour: int
    against: int
    abstaining: int
    countries_in_favour: tuple[str, ...] = ()  # empty where the text lists none
    countries_against: tuple[str, ...] = ()
    countries_abstaining: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a resolution's text came from."""

    name: str  # the file's name, never its path
    sha256: str  # of the file's bytes
    retrieved: str | None = None  # ISO 8601, for what was fetched


@dataclass(frozen=True, slots=True)
class Resolution:
    """A parsed resolution: every paragraph in document order, and what the masthead states."""

    symbol: str
    lang: Lang
    title: str
    paragraphs: tuple[Paragraph, ...]  # META first, END last, notes before END in FN order
    masthead: dict[MastheadField, Fact]  # a field that is not printed is absent
    source: Source
    # symbol: taken from the caller or the file's name. title: from elsewhere than the masthead.
    # operative: the text has no operative paragraph, so that it says nothing of what was decided.
    inferred: tuple[Literal["symbol", "title", "operative"], ...] = ()
    unplaced: tuple[str, ...] = ()  # lines that fit nowhere: kept and reported, never dropped
    vote: Vote | None = None
