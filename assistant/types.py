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
    "series",  # the resolutions of one item over the sessions
    "deadlines",  # what is due when
    "overview",  # what a resolution is about
    "phrase",  # where certain words stand
    "library",  # what the library holds
    "compare",
    "precedents",  # who used a phrase, and when first
    "wording",  # what a phrase is called in the other language
    "content",  # what is left: answered by hybrid retrieval
    "refuse",  # off topic, opinion, instruction, small talk, another language
]


@dataclass(frozen=True, slots=True)
class DueWindow:
    """When what a question asks after is due; both ends are included, what is empty is open."""

    first_session: int | None = None
    last_session: int | None = None
    after: Date | None = None
    before: Date | None = None
    recurring: bool = False
    said: str | None = None  # words that had to be understood: 下届会议, 今年

    @property
    def name(self) -> str:
        """The window as one word: ``74-76`` for sessions, ``/2025-01-01`` for days, ``every``."""
        if self.recurring:
            return "every"
        if self.first_session is not None:
            ends = dict.fromkeys((self.first_session, self.last_session))
            return "-".join(str(session) for session in ends)
        after, before = (day.isoformat() if day else "" for day in (self.after, self.before))
        return f"{after}/{before}"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which resolutions are meant, by what their mastheads state; None: whatever it is."""

    first_session: int | None = None
    last_session: int | None = None
    since: Date | None = None  # adopted on that day or later
    until: Date | None = None
    committee: str | None = None  # canonical name
    agenda_item: str | None = None
    title: str | None = None  # words of it


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
    due: DueWindow | None = None  # when that is told in another way than by one session's number
    attribute: str | None = None  # a masthead field, or one few texts carry: votes, sponsors
    target: str | None = None  # the symbol or instrument of a reference question
    terms: tuple[Term, ...] = ()  # content words, for hybrid retrieval
    wants: tuple[Wanted, ...] = ()  # what kind of words would answer: a date, a place …
    missing: tuple[str, ...] = ()  # named by year or title, and not held
    everywhere: bool = False  # says that it means all the resolutions held
    dangling: bool = False  # speaks of "it", and nothing was said before
    carried: tuple[str, ...] = ()  # names of the slots taken from the conversation
    phrase: str | None = None  # whose uses or counterparts are asked after
    selection: Selection | None = None  # of the resolutions asked about, by their mastheads
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
    "selection",  # no resolution held is of that session, date, committee …
    "operative",  # the text held has no operative part: it cannot say what was not asked for
    "field",  # a masthead value that this resolution does not print
    "reference",  # something the resolution does not mention
    "series",  # another resolution of the same item
    "invocation",  # a mention with the verb asked for: the verb and what is mentioned
    "deadline",  # nothing is due at that session
    "footnote",
    "term",  # a word of the question that no paragraph has
    "premise",  # the question states what the text contradicts
    "phrase",  # exact words that no paragraph uses
    "bilingual",  # words that no paragraph held in both languages uses
    "content",  # no paragraph answers the question
    "language",  # a text in the same language as the one it is to be compared with
    "counterpart",  # another resolution of its series, to compare it with
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
    series: Series | None = None  # where the passages are its members and what names them
    inferred: bool = False  # which instrument a short title stands for was inferred
    comparisons: tuple[Comparison, ...] = ()  # of two resolutions, or of the neighbours of a series
    precedents: Precedents | None = None  # the uses that the passages are of, counted
    renderings: Renderings | None = None  # the counterparts that the passages show


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
    selection: Selection | None = None


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
    comparison: Comparison | None = None  # of two resolutions: the whole aligned table
    comparisons: tuple[Comparison, ...] = ()  # of a series: each resolution with the one before


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


# ── two resolutions side by side ─────────────────────────────────────────────────────────────

WordChangeKind = Literal["same", "replaced", "inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of two aligned paragraphs: the same words, or what became of them.

    The changes of a row cover both texts from end to end, in order. ``routine`` is what every
    session renews and nobody negotiates: sessions, years and symbols moved on by as many sessions
    as lie between the two resolutions, the list of resolutions recalled grown by the last ones.
    """

    kind: WordChangeKind
    first: Span  # in the first paragraph's text; empty where words were inserted
    second: Span  # in the second paragraph's text; empty where words were deleted
    routine: bool = False


# stronger, weaker: by the table of verbs, adverbs included. verb: another verb that the table does
# not rank against the first.
VerbChangeKind = Literal[
    "stronger", "weaker", "verb", "addressee", "deadline", "act_added", "act_dropped"
]


@dataclass(frozen=True, slots=True)
class VerbChange:
    """What became of an act between two aligned paragraphs.

    ``before`` and ``after`` are words of the texts: verbs with their adverbs, addressees or
    deadlines (several joined by 、; empty where there are none).
    """

    kind: VerbChangeKind
    before: str
    after: str
    first: int | None  # index of the act in the first paragraph's clauses
    second: int | None
    family: VerbFamily | None = None  # of the act afterwards


@dataclass(frozen=True, slots=True)
class ComparedParagraph:
    """A paragraph of one side of a comparison, verbatim."""

    place: str
    kind: ParagraphKind
    text: str


# same: word for word. renewed: nothing but routine changes. changed: other words as well.
RowKind = Literal["same", "renewed", "changed", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """A paragraph or sub-paragraph of one resolution, beside its counterpart of the other."""

    kind: RowKind
    first: ComparedParagraph | None  # None where the paragraph was added
    second: ComparedParagraph | None  # None where it was dropped
    likeness: float = 0.0  # 0 to 1, of the words, what a session renews aside
    words: tuple[WordChange, ...] = ()
    verbs: tuple[VerbChange, ...] = ()
    moved: bool = False  # stands elsewhere among the paragraphs that both have
    across: bool = False  # moved between the preamble and the operative part


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two resolutions, paragraph by paragraph, in the order of the second.

    The counts are of whole paragraphs: one of which an item was changed is changed. ``shared`` is
    the share of both resolutions' paragraphs that have a counterpart; where it is too small for a
    table to tell anything, ``related`` is false.
    """

    first: str  # symbols
    second: str
    lang: Lang
    rows: tuple[AlignedRow, ...]
    same: int
    renewed: int
    changed: int
    added: int
    dropped: int
    moved: int  # of those that both have
    shared: float
    related: bool


# ── mandates: who is to do what by when ──────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class MandateQuery:
    """Which mandates are wanted. What is empty does not restrict; the rest all has to hold.

    Ranges include both ends. A session is due on the day it opens, which is computed.
    """

    symbols: tuple[str, ...] = ()  # in any written form; a resolution in parts means all of them
    sessions: tuple[int, int] | None = None  # of the resolutions
    committees: tuple[str, ...] = ()  # that reported on the resolution, in any written form
    due_sessions: tuple[int, int] | None = None
    due_after: Date | None = None
    due_before: Date | None = None
    addressees: tuple[str, ...] = ()  # any of them, in any written form
    deliverables: tuple[str, ...] = ()  # any of them: 报告, report, 会议 …
    recurring: bool | None = None
    timed: bool | None = None  # whether it sets any time at all


@dataclass(frozen=True, slots=True)
class MandateDue:
    """When, or for which session, something is due."""

    text: str  # as printed
    session: int | None = None
    opens: Date | None = None  # the day that session opens: computed, never printed
    limit: str | None = None  # a printed limit in ISO 8601, no finer than printed: 2030, 2030-06
    recurring: bool = False


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """The agenda item under which something is taken up, as printed."""

    title: str
    sub_item: str | None
    key: str  # of the paragraph that says so


MandateInference = Literal[
    "number",  # the paragraph's, as ``Inferred``
    "boundary",
    "verb",
    "lead",  # verb and addressees are those of the paragraph above the item
    "agenda_item",  # another paragraph puts it on the agenda of the session this is due at
]


@dataclass(frozen=True, slots=True)
class Mandate:
    """An act that sets a time or asks for something to be made, with its words verbatim.

    The fields are those of the mandate registry of the UN: action verb, assignee (addressee),
    mentioned entity, deliverable.
    """

    key: str  # symbol#place
    position: int  # which act of the paragraph, from 0
    symbol: str
    place: str
    label: str
    title: str  # of the resolution
    session: int | None  # of the resolution
    committee: str | None
    verb: str  # canonical
    verb_text: str  # as printed, with adverbs; of the paragraph above where it leads
    addressees: tuple[Entity, ...]  # canonical name and printed words; likewise
    mentioned: tuple[Entity, ...]
    text: str  # the whole act, verbatim
    span: Span  # of it in the paragraph's text
    asked: str  # what follows verb and addressee, verbatim
    deliverables: tuple[str, ...]  # as printed
    due: tuple[MandateDue, ...]  # in text order; empty where no time is set
    agenda_item: AgendaItem | None
    inferred: tuple[MandateInference, ...]
    lang: Lang
    href: str


@dataclass(frozen=True, slots=True)
class MandatePage:
    """Mandates by the first day they are due, those without a day last; then in document order."""

    mandates: tuple[Mandate, ...]
    total: int  # of all pages
    resolutions: int  # that they come from, on all pages
    coverage: Coverage
    cursor: str | None = None  # gives the next page; None on the last


# ── who mentions whom ────────────────────────────────────────────────────────────────────────

ReferenceDirection = Literal["mentions", "mentioned_by", "both"]


@dataclass(frozen=True, slots=True)
class ReferenceNode:
    """A resolution, decision, document or instrument of a graph of references.

    All spellings of one resolution (with and without its year, the whole and its parts) are one
    node. ``symbol`` is the node's id: the symbol without year or part, or an instrument's title.
    """

    symbol: str
    label: str
    kind: ReferenceKind
    distance: int  # from the centre, in references
    held: tuple[
        str, ...
    ] = ()  # the resolutions of the library that it stands for; empty: cited only
    spellings: tuple[str, ...] = ()  # the symbols or titles by which the graph's texts call it
    title: str | None = None  # of the first that is held
    session: int | None = None
    year: int | None = None  # of adoption, as a text prints it


@dataclass(frozen=True, slots=True)
class ReferenceEdge:
    """A mention: ``text`` stands at ``span`` in the paragraph ``paragraph`` of ``source``."""

    source: str  # symbols of nodes
    target: str
    paragraph: str  # key
    span: Span
    text: str
    invoked: Invocation
    part: str | None = None  # 第二节, 附件 … as printed
    inferred: bool = False  # a short title alone, or 同上: which one is meant was inferred


@dataclass(frozen=True, slots=True)
class ReferenceGraph:
    """What lies around one symbol, nodes by distance and then by kind and session.

    ``nodes_left_out`` and ``edges_left_out`` are what was found and is not shown, for its size.
    """

    center: str
    depth: int
    direction: ReferenceDirection
    nodes: tuple[ReferenceNode, ...]
    edges: tuple[ReferenceEdge, ...]
    nodes_left_out: int
    edges_left_out: int
    coverage: Coverage


# same_title: held, under the same title up to its spelling. named: a member recalls it under that
# title (其关于…的第…号决议, resolution … entitled …). renamed: held, recalled among a member's own
# earlier resolutions, and the titles share most of their words. recalled: not held, and recalled in
# such a list, which names no title.
SeriesReason = Literal["same_title", "named", "renamed", "recalled"]


@dataclass(frozen=True, slots=True)
class SeriesMember:
    """A resolution of a series. ``evidence``: the paragraphs that tell so, by key; its own masthead
    where it is held under the series' title."""

    symbol: str
    label: str
    held: bool
    reason: SeriesReason
    inferred: bool  # renamed, recalled: no text says that it bears this title
    evidence: tuple[str, ...]
    title: str | None = None
    session: int | None = None
    date: str | None = None  # ISO 8601, of its masthead or as printed beside its number


@dataclass(frozen=True, slots=True)
class Series:
    """The resolutions of one item over the sessions, the oldest first."""

    title: str  # of the newest that is held
    members: tuple[SeriesMember, ...]
    coverage: Coverage


# ── wording: who used a phrase before, and what it is called in the other language ───────────

PhraseMatch = Literal[
    "exact",  # the same words, after folding
    "near",  # the same words with others between, or few characters changed
]


@dataclass(frozen=True, slots=True)
class Precedent:
    """A paragraph that uses a phrase, or comes near to it."""

    symbol: str
    paragraph: str
    label: str
    kind: ParagraphKind
    session: int | None
    lang: Lang  # of ``text``
    verb: str | None  # canonical, of the paragraph's first act
    match: PhraseMatch
    changes: int  # characters put in, left out or replaced; 0 for an exact match
    text: str
    spans: tuple[Span, ...]  # of the phrase in ``text``
    href: str


@dataclass(frozen=True, slots=True)
class PhraseTally:
    """How many paragraphs of a session, kind or verb use a phrase. ``name`` is None where the
    session is not known or no act begins the paragraph."""

    name: str | None
    exact: int
    near: int


@dataclass(frozen=True, slots=True)
class Precedents:
    """Every paragraph of the library that uses a phrase, counted; a page of them shown.

    Exact matches come first, in document order, then near ones, those with the fewest changes
    first. Each tally adds up to ``exact`` and ``near``.
    """

    phrase: str  # as it was looked for
    exact: int  # paragraphs
    near: int  # further paragraphs, none of which uses the phrase itself
    resolutions: int  # that use the phrase itself
    by_session: tuple[PhraseTally, ...]  # name: the session's number, the earliest first
    by_kind: tuple[PhraseTally, ...]  # name: a ParagraphKind
    by_verb: tuple[PhraseTally, ...]  # name: a canonical verb, the most frequent first
    earliest: Precedent | None  # exact, in the first session
    latest: Precedent | None
    hits: tuple[Precedent, ...]  # a page
    next: str | None  # cursor of the page after
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class BilingualExample:
    """A paragraph in both languages, each verbatim, with the places of the phrase and of its
    rendering; no span where none is known."""

    symbol: str
    paragraph: str
    label: str
    session: int | None
    zh: str
    en: str
    zh_span: Span | None
    en_span: Span | None
    href: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """Words of the other language that stand where a phrase stands, and not elsewhere."""

    text: str
    paragraphs: int  # that have both, each in its language
    texts: int  # of those, how many differ: formulas are repeated word for word
    elsewhere: int  # different texts that have the rendering without the phrase
    dice: float  # association over different texts, 0 to 1
    log_likelihood: float  # Dunning's G², over different texts; above 10.8: p < .001
    examples: tuple[BilingualExample, ...]


TermTable = Literal[
    "verbs",  # operative verbs
    "bodies",  # offices, organs, groups of states
    "lookup",  # everyday names: what a search also looks for, no translation
]


@dataclass(frozen=True, slots=True)
class TableTerm:
    """A counterpart taken from a term table of ours, not from the texts held."""

    text: str
    table: TermTable


@dataclass(frozen=True, slots=True)
class Renderings:
    """How a phrase is put in the other language.

    ``renderings`` come from paragraphs held in both languages and are empty where too few of them
    have the phrase (``enough`` is false) or nothing stands out; ``examples`` then show the
    paragraphs as they are.
    """

    phrase: str
    lang: Lang  # of the phrase
    table: tuple[TableTerm, ...]
    renderings: tuple[Rendering, ...]
    examples: tuple[BilingualExample, ...]  # paragraphs that no rendering explains
    paragraphs: int  # held in both languages, that have the phrase
    texts: int  # of those, how many differ
    compared: int  # all paragraphs held in both languages
    enough: bool
    coverage: Coverage
