"""Answers, resolutions and findings as lines for people. Pure but for :func:`show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from assistant.cli.correcting import as_corrections
from assistant.cli.language import in_language
from assistant.types import (
    Answer,
    Check,
    Citation,
    IngestResult,
    Lang,
    MastheadField,
    Outcome,
    Paragraph,
    Resolution,
    SearchResult,
    Span,
    Statement,
    Summary,
)

_MASTHEAD: Final[dict[MastheadField, tuple[str, str]]] = {
    "session": ("届会", "Session"),
    "agenda_item": ("议程项目", "Agenda item"),
    "agenda_title": ("议程项目名称", "Agenda title"),
    "date": ("通过日期", "Adopted"),
    "committee": ("委员会", "Committee"),
    "report": ("报告", "Report"),
    "report_paragraph": ("报告段次", "Paragraph of the report"),
    "number": ("决议编号", "Number"),
    "title": ("标题", "Title"),
    "whole_title": ("总标题", "Title of the whole"),
    "meeting": ("会议", "Meeting"),
    "meeting_date": ("会议日期", "Date of the meeting"),
    "sponsors": ("提案国", "Sponsors"),
    "vote": ("表决", "Vote"),
}
_OUTCOMES: Final[dict[Outcome, tuple[str, str]]] = {
    "added": ("已加入", "added"),
    "replaced": ("已更新", "replaced"),
    "unchanged": ("无变化", "unchanged"),
    "refused": ("未加入", "refused"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line, its indent in columns and its look (a rich style); ``marked`` are the words of it
    that answer."""

    text: str
    indent: int = 0
    style: str = ""
    marked: tuple[Span, ...] = ()


def show(lines: Iterable[Line], console: Console | None = None) -> None:
    """Prints the lines, folded to the width of a terminal and unfolded to a file or pipe."""
    console = console or Console(highlight=False)
    for line in lines:
        text = Text(line.text, style=line.style)
        for span in line.marked:
            text.stylize("bold underline", span.start, span.end)
        if console.is_terminal:
            console.print(Padding(text, (0, 0, 0, line.indent)))
        else:
            console.print(Text(" " * line.indent) + text, soft_wrap=True)


def below_lines(answer: Answer) -> Iterator[Line]:
    """What stands below the sentences of an answer: its citations, and how to go on."""
    for citation in answer.citations:
        yield Line("")
        yield Line(f"[{citation.n}] {citation.label}", style="bold")
        yield from (Line(line, indent=4) for line in citation.text.splitlines())
    if answer.page:
        yield Line("")
        more = in_language(answer.lang, "下一页，问题不变：", "Next page of the same question: ")
        yield Line(f"{more}--page {answer.page}", style="dim")
    if answer.suggestions:
        yield Line("")
        yield Line(in_language(answer.lang, "可以这样问：", "You can ask:"), style="bold")
        yield from (Line(suggestion, indent=4) for suggestion in answer.suggestions)
    yield Line("")
    read_as = in_language(answer.lang, "理解为（--correct 可更正）：", "Read as (--correct): ")
    yield Line(f"{read_as}{as_corrections(answer.understood)}", style="dim")
    if answer.conversation_id:
        ask_on = in_language(answer.lang, "继续追问：", "To go on: ")
        yield Line(f"{ask_on}--conversation {answer.conversation_id}", style="dim")


def statement_lines(statement: Statement, citations: Sequence[Citation]) -> Iterator[Line]:
    """A sentence with its markers, the words that answer marked."""
    marked = tuple(_marked(statement, citations))
    text = statement.text + "".join(f"[{n}]" for n in statement.citations)
    begin = 0
    for line in text.splitlines(keepends=True):
        shown = line.rstrip("\r\n")
        end = begin + len(shown)
        cut = (Span(max(s.start, begin) - begin, min(s.end, end) - begin) for s in marked)
        yield Line(shown, marked=tuple(span for span in cut if span.start < span.end))
        begin += len(line)


def _marked(statement: Statement, citations: Sequence[Citation]) -> Iterator[Span]:
    """Where the words that answer stand in a sentence. Quotations stand in it in their order."""
    texts = {citation.n: citation.text for citation in citations}
    at = 0
    for quote in statement.quotes:
        words = texts[quote.n][quote.start : quote.end]
        is_last = quote is statement.quotes[-1]
        at = statement.text.rfind(words) if is_last else statement.text.index(words, at)
        for mark in statement.answers:
            if mark.n == quote.n and quote.start <= mark.start < mark.end <= quote.end:
                yield Span(at + mark.start - quote.start, at + mark.end - quote.start)
        at += len(words)


def hit_lines(found: SearchResult, lang: Lang | None) -> Iterator[Line]:
    """Each paragraph found, best first."""
    for hit in found.hits:
        yield Line(f"{hit.symbol}#{hit.paragraph}  {hit.label}", style="bold")
        yield Line(hit.text, indent=4)
    if found.by_words_alone:
        said = in_language(
            lang,
            "按意思查找现在用不了，这次只按词语查找，用词不同的段落可能没有找到。",
            "Searching by meaning does not work now; this was searched by words alone, and "
            "paragraphs that say it in other words may not have been found.",
        )
        yield Line(said, style="yellow")


def summary_lines(summaries: Iterable[Summary], lang: Lang | None) -> Iterator[Line]:
    """Each resolution of the library."""
    for summary in summaries:
        yield Line(f"{summary.symbol}  {summary.title}", style="bold")
        counts = in_language(
            lang,
            f"序言部分 {summary.preambular} 段，执行部分 {summary.operative} 段",
            f"{summary.preambular} preambular and {summary.operative} operative paragraphs",
        )
        both = in_language(lang, "中文、英文", "Chinese and English")
        langs = both if len(summary.langs) > 1 else None
        yield Line("  ".join(filter(None, (summary.date, counts, langs))), indent=4)


def resolution_lines(resolution: Resolution, lang: Lang | None) -> Iterator[Line]:
    """The masthead as understood, then every paragraph with the place to cite it by."""
    yield Line(f"{resolution.symbol}  {resolution.title}", style="bold")
    for field, fact in resolution.masthead.items():
        yield Line(f"{in_language(lang, *_MASTHEAD[field])}: {fact.value}", indent=4)
    yield from paragraph_lines(resolution.paragraphs)


def paragraph_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    """Paragraphs, each under its place."""
    for paragraph in paragraphs:
        yield Line("")
        yield Line(paragraph.key, style="bold")
        yield from (Line(line, indent=4) for line in paragraph.text.splitlines())


def ingest_lines(results: Iterable[IngestResult], lang: Lang | None) -> Iterator[Line]:
    """What became of each file."""
    for result in results:
        outcome = in_language(lang, *_OUTCOMES[result.outcome])
        reason = in_language(lang, result.reason_zh or "", result.reason_en or "")
        where = f":{result.line}" if result.line is not None else ""
        parts = (f"{result.name}{where}", outcome, result.symbol, _doubts(result, lang), reason)
        style = "red" if result.outcome == "refused" else ""
        yield Line("  ".join(part for part in parts if part), style=style)


def outcome_line(outcome: Outcome, count: int, lang: Lang | None) -> Line:
    """How many came to an end, in one column of numbers."""
    style = ("red" if outcome == "refused" else "bold") if count else "dim"
    return Line(f"{count:>7,}  {in_language(lang, *_OUTCOMES[outcome])}", style=style)


def _doubts(result: IngestResult, lang: Lang | None) -> str:
    inferred = in_language(lang, f"推定 {result.inferred} 段", f"{result.inferred} inferred")
    unplaced = in_language(lang, f"未归入 {result.unplaced} 行", f"{result.unplaced} unplaced")
    return ", ".join(
        text for text, n in ((inferred, result.inferred), (unplaced, result.unplaced)) if n
    )


def check_lines(checks: Iterable[Check], lang: Lang | None) -> Iterator[Line]:
    """What the doctor found, with the command that mends what is wrong."""
    for check in checks:
        mark, style = ("✓", "green") if check.ok else ("✗", "red")
        yield Line(f"{mark} {in_language(lang, check.zh, check.en)}", style=style)
        if check.remedy and not check.ok:
            yield Line(f"→ {check.remedy}", indent=4)
