"""What is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field of that name hides the type
from typing import Literal

from assistant.types.resolution import Lang, ParagraphKind, Span

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


AskedKind = Literal[
    "date",
    "session",
    "duration",
    "place",
    "number",
    "who",
    "body",  # an organ or office: 哪两个机构
    "resolution",
    "document",
    "instrument",  # a treaty, a declaration
    "article",  # of a treaty: 第几条
    "reason",
    "stance",  # 持什么态度: the verb
    "whether",
    "definition",  # 什么是X, X指什么
    "what",
]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a question asks for: 什么时候, 在哪里, 多少个国家."""

    kind: AskedKind
    words: str  # the words that ask
    span: Span  # of them in ``Question.folded``
    noun: str | None = None  # what is asked for, where it is named: 国家 in 多少个国家
    several: bool = False  # 哪些, 哪几年


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a question."""

    word: str  # as asked
    wordings: tuple[str, ...]  # words of a source that it may stand for, folded
    naming: bool = False  # names something in particular (a country, a treaty, a year)
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """Words of a question that were read as others, for the reader to check."""

    typed: str  # as asked
    read: str
    how: Literal["spelling", "pinyin", "date"]  # date: 去年 for the year that it is


# Slots that no value of an override empties.
EmptiedSlot = Literal["session", "deadline_session", "selection", "attribute", "target"]


# What a relative session is counted from: the resolution named, the one that the conversation is
# about, the newest session held; or the year in which it opened.
SessionBase = Literal["resolution", "conversation", "newest", "year"]


@dataclass(frozen=True, slots=True)
class SaidSession:
    """A session, or several, that a question calls by what they are relative to: 上届会议."""

    said: str
    first: int
    last: int
    counted_from: SessionBase
    base: int  # the session counted from; of a year, the session that opened in it
    span: Span  # in the folded question, of the numbered session that stands for the words


@dataclass(frozen=True, slots=True)
class Overrides:
    """Slots that the reader puts right in how a question was understood.

    None leaves what the words say; an empty tuple empties the slot, as ``emptied`` does for slots
    of one value. Names may be in any written form that a question may use.
    """

    intent: Intent | None = None
    symbols: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    addressees: tuple[str, ...] | None = None
    verbs: tuple[str, ...] | None = None
    deliverables: tuple[str, ...] | None = None
    terms: tuple[str, ...] | None = None
    session: int | None = None  # of the resolutions asked about
    deadline_session: int | None = None
    selection: Selection | None = None
    emptied: tuple[EmptiedSlot, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherReading:
    """Another way in which the question may be meant, and the slots that ask it that way."""

    text: str  # what is asked then, in the question's language
    overrides: Overrides


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
    deliverables: tuple[str, ...] = ()  # what is asked for, any of them: 报告, 会议, 工作组 …
    corrections: tuple[Correction, ...] = ()
    others: tuple[OtherReading, ...] = ()  # further readings, the likeliest first
    asked: tuple[Asked, ...] = ()  # what it asks for, in the order of its words
    said_sessions: tuple[SaidSession, ...] = ()  # 上届会议, and what it was taken for
    attributes: tuple[str, ...] = ()  # where several are asked for; ``attribute`` is the first
    rewritten: str | None = None  # the words that a model put in the place of a follow-up
