"""The frozen types that every room shares.

The unit of everything is the *paragraph*, addressed ``symbol#place``::

    place = META | END | FNn | Hn | PPn | [Sn"/"]OPn("("label")")*
          | ANNEX[n] ["/PPn" | "/Hn" | "/ARTn"] ["/"[Sn"/"]n("("label")")*]

(``~`` before a number that was inferred: ``OP~4``; ``Hn`` is a heading; ``Sn`` the section, where
numbers begin again in each.) Labels are normalised:
(甲) and (a) are ``(a)``, ㈠ and (i) are ``(i)``, a bullet is ``(1)``. A paragraph's text leaves
out its printed number, a parent's text its children. All offsets are code points into the text
they belong to, the end exclusive.  Nothing here reads or computes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - a field of that name hides the type
from typing import Literal, Protocol

Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words this span covers in ``text``."""
        return text[self.start : self.end]


# ── what a resolution is made of ─────────────────────────────────────────────────────────────

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


# ── what is asked ────────────────────────────────────────────────────────────────────────────

Intent = Literal[
    "paragraph",  # the text of named paragraphs
    "acts",  # what is requested, decided, welcomed … and of whom
    "masthead",  # date, meeting, committee …
    "count",  # how many paragraphs, notes, acts
    "footnotes",
    "references",  # what a resolution mentions
    "mentioned_by",  # who in the library mentions it
    "deadlines",  # what is due when
    "overview",  # what a resolution is about
    "phrase",  # where certain words stand
    "library",  # what the library holds
    "compare",
    "content",  # what is left: answered by hybrid retrieval
    "refuse",  # off topic, opinion, instruction, small talk, another language
]


Wanted = Literal["date", "place", "number", "who", "symbol"]


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a question."""

    word: str  # as asked
    wordings: tuple[str, ...]  # words of a source that it may stand for, folded
    naming: bool = False  # names something in particular (a country, a treaty, a year)
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """How a question was understood. Everything an answer depends on is here."""

    text: str  # as asked
    folded: str  # normalised, see ``text.normalise``
    lang: Lang  # of the answer
    intent: Intent
    symbols: tuple[str, ...] = ()  # resolutions the question is about
    places: tuple[str, ...] = ()  # OP13, PP-1 (the last preambular one), OP7, OP8, OP9 …
    kinds: tuple[ParagraphKind, ...] = ()  # restricted to preamble or operative part
    addressees: tuple[str, ...] = ()  # canonical names of ``text.bodies``, any of them
    verbs: tuple[
        str, ...
    ] = ()  # canonical verbs, any of them; empty with ``directive`` means any directive
    implied: bool = False  # the directive is only implied: X应该…, X呢
    directive: bool = False  # "请X做什么", "对X的要求": every directive addressed to X
    session: int | None = None  # of the resolutions asked about
    deadline_session: int | None = None
    attribute: str | None = None  # a masthead field, or one few texts carry: votes, sponsors
    target: str | None = None  # the symbol or instrument of a reference question
    terms: tuple[Term, ...] = ()  # content words, for hybrid retrieval
    wants: tuple[Wanted, ...] = ()  # what kind of words would answer: a date, a place …
    missing: tuple[str, ...] = ()  # named by year or title, and not held
    everywhere: bool = False  # says that it means all the resolutions held
    dangling: bool = False  # speaks of "it", and nothing was said before
    carried: tuple[str, ...] = ()  # names of the slots taken from the conversation
    reason: str | None = None  # why it is refused: off_topic, opinion, instruction, language …


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that bears on a question, the acts of it that do, and how it was found."""

    paragraph: Paragraph
    score: float  # of ranking; 1.0 for structural look-ups
    found_by: Literal["structure", "hybrid"]
    clauses: tuple[int, ...] = ()  # indices into ``paragraph.clauses``; empty means all of it
    spans: tuple[Span, ...] = ()  # exactly these words, where neither clauses nor all is meant


MissingKind = Literal[
    "symbol",  # a resolution the library does not hold
    "named",  # a resolution named by title or year
    "session",  # no resolution of that session is held
    "place",  # a paragraph that the resolution does not have
    "addressee",  # a body that no act of the resolution addresses
    "body",  # a body that the resolution does not name
    "verb",  # a verb that the resolution does not use
    "act",  # body and verb are there, but not together
    "attribute",  # a value that the text of this resolution does not carry: votes, sponsors
    "operative",  # the text held has no operative part: it cannot say what was not asked for
    "field",  # a masthead value that this resolution does not print
    "reference",  # something the resolution does not mention
    "deadline",  # nothing is due at that session
    "footnote",
    "term",  # a word of the question that no paragraph has
    "premise",  # the question states what the text contradicts
    "content",  # no paragraph answers the question
]


@dataclass(frozen=True, slots=True)
class Missing:
    """What a question asks for and the library does not hold."""

    kind: MissingKind
    name: str  # the symbol, place, body … that is missing
    where: str | None = None  # the symbol it is missing from; None: from the whole library
    held: str | None = None  # what is there instead: the number of paragraphs, the real date


@dataclass(frozen=True, slots=True)
class Found:
    """What retrieval found for a question."""

    passages: tuple[Passage, ...] = ()
    missing: tuple[Missing, ...] = ()
    symbols: tuple[str, ...] = ()  # the resolutions looked in
    refused: bool = False  # nothing is answered, even where passages show why
    plain: bool = False  # to be shown as bare quotations, whatever was asked
    unrelated: bool = False  # nothing that the question names is in the library
    ambiguous: bool = False  # the question has to say which resolution it means


# ── the answer: public, versioned, the same in REST, CLI, SSE and evaluation ─────────────────

Status = Literal["answered", "not_found", "out_of_scope", "needs_clarification"]
StatementKind = Literal["quote", "fact", "computed", "connective"]
Verification = Literal["verbatim", "checked", "repaired", "recounted"]


@dataclass(frozen=True, slots=True)
class Quote:
    """``citations[n].text[start:end]`` stands in the statement's text, exactly."""

    n: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer.

    ``quote`` is verbatim spans joined by a closed list of connecting words; ``computed`` is a
    count, order or comparison, verified by doing it again; ``connective`` claims nothing.
    """

    text: str
    kind: StatementKind
    citations: tuple[int, ...] = ()
    quotes: tuple[Quote, ...] = ()
    verification: Verification | None = None


@dataclass(frozen=True, slots=True)
class CitedSource:
    """The source of a citation, as the answer shows it."""

    name: str
    sha256: str
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Parallel:
    """A paragraph in another language of the same resolution."""

    lang: Lang
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph that a statement rests on, with its whole text."""

    n: int
    symbol: str
    paragraph: str
    inferred: bool
    label: str
    text: str
    source: CitedSource
    href: str
    inferred_parts: tuple[Inferred, ...] = ()  # what ``inferred`` means
    lang: Lang = "zh"  # of ``text``
    parallel: Parallel | None = None  # the same paragraph in the other language, where it is held


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the library held when the answer was given."""

    resolutions: int
    sessions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """How the question was read, for the reader to check."""

    intent: Intent
    symbols: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    addressee: str | None = None
    verbs: tuple[str, ...] = ()
    session: int | None = None
    attribute: str | None = None
    target: str | None = None
    carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The public answer, version 1. Fields may be added, never changed."""

    status: Status
    lang: Lang
    answer: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    understood: Understood
    coverage: Coverage
    settings_hash: str
    answerer: str = "extractive"
    missing: tuple[str, ...] = ()
    clarify: str | None = None
    suggestions: tuple[str, ...] = ()
    page: str | None = None
    conversation_id: str | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)
    version: Literal[1] = 1


# ── what the service hands to a front end ────────────────────────────────────────────────────

EventName = Literal["understood", "passages", "delta", "citation", "answer"]


@dataclass(frozen=True, slots=True)
class PassageNote:
    """What a stream tells of the passages before the answer is written."""

    total: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a streamed answer.

    ``understood``: Understood; ``passages``: PassageNote; ``citation``: Citation, always before
    the first ``delta`` that uses it; ``delta``: Statement; ``answer``: the whole Answer, last.
    """

    name: EventName
    data: Understood | PassageNote | Statement | Citation | Answer


@dataclass(frozen=True, slots=True)
class Summary:
    """A resolution in a list."""

    symbol: str
    label: str
    title: str
    lang: Lang
    session: int | None
    date: str | None  # ISO 8601
    committee: str | None
    preambular: int
    operative: int
    langs: tuple[Lang, ...] = ("zh",)  # held, the one that answers first


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A paragraph found by free search, best first."""

    symbol: str
    paragraph: str
    label: str
    text: str
    href: str
    score: float


Outcome = Literal["added", "replaced", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of one resolution of a file, or of a file that was refused."""

    name: str
    outcome: Outcome
    symbol: str | None = None
    reason_zh: str | None = None
    reason_en: str | None = None
    line: int | None = None
    lang: Lang | None = None
    inferred: int = 0  # paragraphs of which something was inferred
    unplaced: int = 0  # lines that fit nowhere


@dataclass(frozen=True, slots=True)
class Check:
    """One finding of ``assistant doctor``. ``remedy`` is the command that mends it."""

    name: str
    ok: bool
    zh: str
    en: str
    remedy: str | None = None


class Progress(Protocol):
    """Told how far long work has come; a front end draws it."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """``step`` is ``reading``, ``embedding``, ``lexical``, ``dense`` …; 0 <= done <= total."""
