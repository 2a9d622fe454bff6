"""A small service with the real one's manners: same types, same errors, nothing behind it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from assistant.access import Access
from assistant.errors import (
    InvalidCorrection,
    InvalidFilter,
    InvalidQuestion,
    InvalidReplacement,
    LibraryDamaged,
    ModelNotSet,
    NotComparable,
    NotInLibrary,
)
from assistant.retrieval.listed_pages import page_of
from assistant.server.conversation_seam import Precondition
from assistant.text.labels import paragraph_label
from assistant.types import (
    About,
    AlignedRow,
    Answer,
    Answerer,
    AnswerForm,
    Around,
    BilingualExample,
    Check,
    Citation,
    CitedNow,
    CitedSource,
    ComparedParagraph,
    Comparison,
    Conversation,
    ConversationForm,
    ConversationPage,
    ConversationSummary,
    ConversationTurn,
    Coverage,
    Deadline,
    Destination,
    Entity,
    Event,
    ExportedFile,
    Facet,
    FacetGroup,
    Facets,
    Fact,
    Feedback,
    FeedbackVerdict,
    IngestResult,
    KeptAnswer,
    Lang,
    LibrarySize,
    ListedResolution,
    Listing,
    ListingQuery,
    Mandate,
    MandateDue,
    MandateFacets,
    MandatePage,
    MandateQuery,
    Overrides,
    Paragraph,
    PassageNote,
    PhraseTally,
    Precedent,
    Precedents,
    Progress,
    Quote,
    ReferenceDirection,
    ReferenceGraph,
    ReferenceNode,
    Rendering,
    Renderings,
    Resolution,
    ResolutionPage,
    SearchHit,
    SearchResult,
    Series,
    SeriesMember,
    Source,
    SourceFile,
    SourceNote,
    Span,
    Statement,
    Summary,
    TableTerm,
    Understood,
)
from assistant.types.bounds import MOST_SUMMARIES
from tests.server.fake_access import fake_access
from tests.server.fake_replies import RepliesInMemory

TEXT = "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；"
SYMBOL = "A/RES/75/45"
LONGEST = 2_000

CITATION = Citation(
    n=1,
    symbol=SYMBOL,
    paragraph="OP14",
    inferred=False,
    label="第75/45号决议，执行部分第14段",
    text=TEXT,
    source=CitedSource(name="A_RES_75_45.txt", sha256="0" * 64),
    href=f"/resolutions/{SYMBOL}#OP14",
)
STATEMENT = Statement(TEXT, "quote", (1,), (Quote(1, 0, len(TEXT)),), "verbatim")
UNDERSTOOD = Understood("paragraph", (SYMBOL,), ("OP14",))

RESOLUTION = Resolution(
    symbol=SYMBOL,
    lang="zh",
    title="2013年核裁军问题大会高级别会议的后续行动",
    paragraphs=(Paragraph(SYMBOL, "OP14", "operative", TEXT, printed="14"),),
    masthead={"session": Fact("75", "META", Span(0, 8))},
    source=Source("A_RES_75_45.txt", "0" * 64),
)

MANDATE = Mandate(
    key=f"{SYMBOL}#OP14",
    position=0,
    symbol=SYMBOL,
    place="OP14",
    label=CITATION.label,
    title=RESOLUTION.title,
    session=75,
    committee="第一委员会",
    verb="请",
    verb_text="又请",
    addressees=(Entity("秘书长", Span(2, 5), "秘书长"),),
    mentioned=(),
    text=TEXT.rstrip("；"),
    span=Span(0, len(TEXT) - 1),
    asked=TEXT[5:-1],
    deliverables=("报告",),
    due=(MandateDue("大会第七十六届会议", session=76, opens=date(2021, 9, 14)),),
    agenda_item=None,
    inferred=(),
    lang="zh",
    href=CITATION.href,
)

DEADLINE = Deadline(Span(15, 24), "大会第七十六届会议", session=76)


ANSWER = Answer(
    status="answered",
    lang="zh",
    answer=f"{TEXT}[1]",
    statements=(STATEMENT,),
    citations=(CITATION,),
    understood=UNDERSTOOD,
    coverage=Coverage(2, (72, 75)),
    settings_hash="0" * 16,
    conversation_id="c1",
    timings_ms={"total": 1.0},
    id="a1",
)
ASKED = "2026-06-01T12:00:00+00:00"


@dataclass
class FakeConversations:
    """One conversation, c1, with one answer, a1, for whoever asks, and what was done with them."""

    did: list[tuple[object, ...]] = field(default_factory=list)
    read_by: list[str | None] = field(default_factory=list)
    shared: str | None = None
    feedback: Feedback | None = None

    def search(
        self, owner: str | None, *, words: str = "", cursor: str | None = None, limit: int = 30
    ) -> ConversationPage:
        if cursor == "wrong":
            raise InvalidFilter("cursor 不是本列表给出的。", "No cursor of this list.")
        self.did.append(("search", owner, words, cursor, limit))
        found = (self._summary("75/45第14段"),) if owner else ()
        return ConversationPage(found, len(found), None)

    def read(self, name: str, owner: str | None) -> Conversation | None:
        self.read_by.append(owner)
        turn = ConversationTurn("75/45第14段", ANSWER, ASKED, "asked")
        return Conversation(name, "75/45第14段", ASKED, (turn,)) if name == "c1" else None

    def export(
        self, name: str, owner: str | None, form: ConversationForm, *, lang: Lang = "zh"
    ) -> ExportedFile | None:
        self.did.append(("export", owner, form, lang))
        file = ExportedFile(f'裁军/../"a".{form}', "text/markdown", "文".encode())
        return file if name == "c1" else None

    def rename(
        self, name: str, owner: str | None, title: str | None, *, check: Precondition | None = None
    ) -> ConversationSummary | None:
        self._checked(name, owner, check)
        self.did.append(("rename", owner, title))
        return self._summary(title or "75/45第14段") if name == "c1" else None

    def forget(self, name: str, owner: str | None, *, check: Precondition | None = None) -> bool:
        self._checked(name, owner, check)
        self.did.append(("forget", owner, name))
        return name == "c1"

    def _checked(self, name: str, owner: str | None, check: Precondition | None) -> None:
        found = self.read(name, owner) if check else None
        if check and found:
            check(found)

    def forget_all(self, owner: str) -> int:
        self.did.append(("forget_all", owner))
        return 1

    def answer(self, answer: str, owner: str | None) -> KeptAnswer | None:
        self.read_by.append(owner)
        if answer != "a1":
            return None
        cited = (CitedNow(1, "same"),)
        return KeptAnswer(
            "a1", "75/45第14段", ANSWER, ASKED, True, self.shared, cited, self.feedback
        )

    def text(self, answer: str, owner: str | None, form: AnswerForm) -> str | None:
        self.did.append(("text", owner, form))
        return f"{form}：{TEXT}" if answer == "a1" else None

    def share(self, answer: str, owner: str | None, *, shared: bool) -> KeptAnswer | None:
        self.shared = ASKED if shared else None
        return self.answer(answer, owner)

    def judge(
        self, answer: str, owner: str, verdict: FeedbackVerdict, comment: str
    ) -> KeptAnswer | None:
        self.did.append(("judge", owner))
        self.feedback = Feedback(verdict, comment, ASKED)
        return self.answer(answer, owner)

    def take_back(self, answer: str, owner: str) -> bool:
        self.did.append(("take_back", owner))
        return answer == "a1"

    def _summary(self, title: str) -> ConversationSummary:
        return ConversationSummary("c1", title, 1, ASKED)


def _open_gate() -> threading.Event:
    gate = threading.Event()
    gate.set()
    return gate


@dataclass(frozen=True)
class Ingested:
    """A file as it came to the library."""

    name: str
    data: bytes
    symbol: str | None
    dry_run: bool


@dataclass
class FakeAssistant:
    """Answers every proper question with paragraph 14. ``pause`` seconds lie between events.

    It takes in every file that is not empty, one each time that ``gate`` is open.
    """

    pause: float = 0.0
    length: int = 1
    sound: bool = True
    breaks_with: Exception | None = None
    streams_closed: int = 0
    passed: list[tuple[str, ...]] = field(default_factory=list)
    events_sent: int = 0
    gate: threading.Event = field(default_factory=_open_gate)
    model_stopped: bool = False
    ingested: list[Ingested] = field(default_factory=list)
    listed: list[tuple[ListingQuery, int, str | None, Lang]] = field(default_factory=list)
    sizes: list[tuple[int, int]] = field(default_factory=list)
    faceted: list[tuple[MandateQuery, Lang]] = field(default_factory=list)
    removed: list[tuple[str, Lang | None]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    filtered: list[tuple[MandateQuery, int | None, str | None]] = field(default_factory=list)
    asked: list[tuple[str, str | None, tuple[str, ...], Lang | None]] = field(default_factory=list)
    corrected: list[Overrides | None] = field(default_factory=list)
    pages: list[str | None] = field(default_factory=list)
    owners: list[tuple[str | None, str | None]] = field(default_factory=list)
    conversations: FakeConversations = field(default_factory=FakeConversations)
    access: Access = field(default_factory=fake_access)
    changes: int = 0  # of the library
    replies: RepliesInMemory = field(default_factory=RepliesInMemory)

    def ask(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        symbols: tuple[str, ...] = (),
        lang: Lang | None = None,
        corrected: Overrides | None = None,
        page: str | None = None,
        answerer: Answerer | None = None,
        owner: str | None = None,
        replaces: str | None = None,
    ) -> Answer:
        self._check(question)
        if page not in (None, "1-1-0123456789ab"):
            raise InvalidFilter(
                "这个 page 不是这个问题的；请去掉 page。", "No page of this question."
            )
        self.pages.append(page)
        if corrected is not None and corrected.places == ("乱写",):
            raise InvalidCorrection("“乱写”不是段次。", "That is no place.")
        self._refuse_the_model(answerer)
        if replaces == "elsewhere":
            raise InvalidReplacement("要替换的回答不在这个对话里。", "No such answer stands here.")
        self.asked.append((question, conversation_id, symbols, lang))
        self.owners.append((owner, replaces))
        self.corrected.append(corrected)
        if self.breaks_with:
            raise self.breaks_with
        return replace(ANSWER, lang=lang or "zh", conversation_id=conversation_id or "c1")

    def _refuse_the_model(self, answerer: Answerer | None) -> None:
        if answerer == "llm":
            raise ModelNotSet("没有配置语言模型。", "No language model is set.")

    def stream(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        symbols: tuple[str, ...] = (),
        lang: Lang | None = None,
        corrected: Overrides | None = None,
        page: str | None = None,
        answerer: Answerer | None = None,
        owner: str | None = None,
        replaces: str | None = None,
    ) -> Iterator[Event]:
        self._check(question)
        self._refuse_the_model(answerer)
        try:
            yield Event("understood", UNDERSTOOD)
            yield Event("passages", PassageNote(1, (f"{SYMBOL}#OP14",)))
            yield Event("citation", CITATION)
            for _ in range(self.length):
                time.sleep(self.pause)
                self.events_sent += 1
                yield Event("delta", STATEMENT)
            yield Event(
                "answer",
                self.ask(
                    question,
                    conversation_id=conversation_id,
                    symbols=symbols,
                    lang=lang,
                    corrected=corrected,
                    page=page,
                    owner=owner,
                    replaces=replaces,
                ),
            )
        finally:
            self.streams_closed += 1

    def in_passing(self, questions: Sequence[str], *, lang: Lang | None = None) -> Iterator[Event]:
        self.passed.append(tuple(questions))
        return self.stream(questions[-1], lang=lang)

    def search(self, query: str, *, limit: int = 10, lang: Lang = "zh") -> SearchResult:
        self._check(query)
        label = paragraph_label(SYMBOL, "OP14", lang)
        hit = SearchHit(SYMBOL, "OP14", label, TEXT, CITATION.href, 0.5)
        return SearchResult(query, (hit,) * min(limit, 2), by_words_alone=not self.sound)

    def comparison(
        self, a: str, b: str, *, version: Lang | None = None, lang: Lang = "zh"
    ) -> Comparison:
        self.read(a, version)
        if a == b:
            raise NotComparable("不能与它自己对照", "cannot be compared with itself")
        side = ComparedParagraph("OP14", "operative", TEXT)
        row = AlignedRow("added", None, side)
        return Comparison(a, b, version or lang, (row,), 0, 0, 0, 1, 0, 0, 0.0, related=False)

    def precedents(
        self, phrase: str, *, limit: int = 20, cursor: str | None = None, lang: Lang = "zh"
    ) -> Precedents:
        self._check(phrase)
        hit = Precedent(
            symbol=SYMBOL,
            paragraph="OP14",
            label=paragraph_label(SYMBOL, "OP14", lang),
            kind="operative",
            session=75,
            lang="zh",
            verb="请",
            match="exact",
            changes=0,
            text=TEXT,
            spans=(Span(0, 2),),
            href=CITATION.href,
        )
        tally = PhraseTally("75", 2, 0)
        page = (hit,) * (1 if cursor else min(limit, 2))
        after = None if cursor or limit > 1 else "1-1"
        return Precedents(
            phrase, 2, 0, 1, (tally,), (), (), hit, hit, page, after, Coverage(2, (72, 75))
        )

    def wording(self, phrase: str, *, lang: Lang = "zh") -> Renderings:
        self._check(phrase)
        label = paragraph_label(SYMBOL, "OP14", lang)
        example = BilingualExample(
            SYMBOL, "OP14", label, 75, TEXT, "Requests", Span(0, 1), None, CITATION.href
        )
        one = Rendering("请", 3, 3, 0, 1.0, 20.5, (example,))
        table = (TableTerm("请", "verbs"),)
        return Renderings(phrase, "en", table, (one,), (), 3, 3, 9, True, Coverage(2, (72, 75)))

    def mandates(
        self, query: MandateQuery, *, limit: int | None = None, cursor: str | None = None
    ) -> MandatePage:
        if self.breaks_with:
            raise self.breaks_with
        if "国际法院" in query.addressees:
            raise InvalidFilter("没有国际法院；有秘书长。", "There is no such body.")
        self.filtered.append((query, limit, cursor))
        return MandatePage((MANDATE,), 2, 1, Coverage(2, (72, 75)), None if cursor else "1-1")

    def export_mandates(
        self, query: MandateQuery, form: Literal["csv", "ics"], *, lang: Lang = "zh"
    ) -> bytes:
        found = self.mandates(query).mandates
        return f"{form} {lang} {len(found)}".encode()

    def references(
        self,
        symbol: str,
        *,
        depth: int = 1,
        direction: ReferenceDirection = "both",
        lang: Lang = "zh",
        most_nodes: int = 200,
        most_edges: int = 1_000,
    ) -> ReferenceGraph:
        self.read(symbol)
        self.sizes.append((most_nodes, most_edges))
        label = "第75/45号决议" if lang == "zh" else "resolution 75/45"
        node = ReferenceNode(SYMBOL, label, "resolution", 0, (SYMBOL,), (SYMBOL,), "标题", 75, 2020)
        return ReferenceGraph(SYMBOL, depth, direction, (node,), (), 0, 0, Coverage(2, (72, 75)))

    def series(self, symbol: str, *, lang: Lang = "zh") -> Series:
        self.read(symbol)
        label = "第75/45号决议" if lang == "zh" else "resolution 75/45"
        evidence = (f"{SYMBOL}#META",)
        member = SeriesMember(SYMBOL, label, True, "same_title", False, evidence, "标题", 75, None)
        return Series("标题", (member,), Coverage(2, (72, 75)))

    def read(self, symbol: str, version: Lang | None = None) -> Resolution:
        if version == "en" or symbol not in {SYMBOL, "75/45"}:
            raise NotInLibrary(f"文库中没有{symbol}。", f"The library does not hold {symbol}.")
        return RESOLUTION

    @property
    def browsing(self) -> FakeAssistant:
        return self

    def around(self, symbol: str, version: Lang | None = None, *, lang: Lang = "zh") -> Around:
        read = self.read(symbol, version)
        label = "第75/45号决议" if lang == "zh" else "resolution 75/45"
        note = SourceNote(read.source.name, read.source.sha256, None, None)
        return Around(
            SYMBOL, label, "zh", ("zh",), (), (), (), 0, None, None, None, (MANDATE,), 1, note
        )

    def mandate_facets(self, query: MandateQuery, *, lang: Lang = "zh") -> MandateFacets:
        self.faceted.append((query, lang))
        return MandateFacets((Facet("秘书长", "秘书长", 2),), (), (), (), (), 2, 0, 0, 2)

    def source(self, symbol: str, version: Lang | None = None) -> SourceFile:
        self.read(symbol, version)
        return SourceFile("A_RES_75_45.zh.html", "text/html", "0" * 64, b"<p>x</p>")

    def listing(
        self, query: ListingQuery, *, limit: int = 20, cursor: str | None = None, lang: Lang = "zh"
    ) -> Listing:
        self.listed.append((query, limit, cursor, lang))
        summaries = self.resolutions()
        hits = tuple(
            ListedResolution(one, "all", (), None, (), 0, CITATION.href) for one in summaries
        )
        none = FacetGroup((), 0)
        facets = Facets(none, none, none, none)
        return Listing(hits, 1, facets, "newest", (), (), Coverage(2, (72, 75)))

    def edition(self) -> str:
        return f"fake-{self.changes}"

    def resolutions(self) -> tuple[Summary, ...]:
        if not self.sound:
            raise LibraryDamaged("记录无法读取。", "The records cannot be read.")
        return (
            Summary(
                symbol=SYMBOL,
                label="第75/45号决议",
                title=RESOLUTION.title,
                lang="zh",
                session=75,
                date="2020-12-07",
                committee=None,
                preambular=16,
                operative=15,
            ),
        )

    def resolution_page(
        self, *, limit: int = MOST_SUMMARIES, cursor: str | None = None
    ) -> ResolutionPage:
        held = self.resolutions()
        page, after = page_of(held, self.edition(), limit=limit, cursor=cursor)
        return ResolutionPage(tuple(page), len(held), after)

    def ingest(
        self,
        sources: Iterable[Path],
        *,
        symbol: str | None = None,
        progress: Progress | None = None,
        told: Callable[[IngestResult], None] | None = None,
        dry_run: bool = False,
    ) -> tuple[IngestResult, ...]:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        results = []
        try:
            for result in self._taken_in(list(sources), symbol, progress, dry_run):
                results.append(result)
                if told:
                    told(result)
            return tuple(results)
        finally:
            self.at_once -= 1

    def _taken_in(
        self, paths: list[Path], symbol: str | None, progress: Progress | None, dry_run: bool
    ) -> Iterator[IngestResult]:
        for done, path in enumerate(paths, start=1):
            # Every file is a moment at which the caller may stop the work.
            while not self.gate.wait(0.02):
                if progress:
                    progress("reading", done - 1, len(paths))
            if self.breaks_with:
                raise self.breaks_with
            data = path.read_bytes()
            self.ingested.append(Ingested(path.name, data, symbol, dry_run))
            if data:
                yield IngestResult(path.name, "added", symbol or SYMBOL, lang="zh")
            else:
                yield IngestResult(path.name, "refused", reason_zh="是空的", reason_en="is empty")
            if progress:
                progress("reading", done, len(paths))

    def remove(self, symbols: Iterable[str], *, version: Lang | None = None) -> tuple[str, ...]:
        found = tuple(self.read(symbol, version).symbol for symbol in symbols)
        self.gate.wait(10)
        self.removed.extend((symbol, version) for symbol in found)
        return found

    def size(self) -> LibrarySize:
        return LibrarySize(3, {"lexical": 3, "dense": 2}, 2, 31)

    def about(self) -> About:
        return About("m", (Destination("llm", "api.example.org", "m"),), 30)

    def stop_model(self) -> None:
        self.model_stopped = True

    def readiness(self) -> tuple[Check, ...]:
        remedy = None if self.sound else "assistant reindex"
        return (
            Check("lexical", self.sound, "全文索引与记录不符。", "Tantivy does not match.", remedy),
        )

    def _check(self, question: str) -> None:
        if not question.strip():
            raise InvalidQuestion("问题是空的，请写下问题。", "The question is empty: write one.")
        if len(question) > LONGEST:
            raise InvalidQuestion(
                f"问题有{len(question)}个字符，最多{LONGEST}个；请缩短后再问。",
                f"The question has {len(question)} characters, at most {LONGEST} are read.",
            )
