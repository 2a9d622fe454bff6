"""``assistant library``: resolutions found by what is typed and by filters; ``assistant source``:
the file one was read from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import JsonOption, opened, print_json
from assistant.cli.printing import Line
from assistant.errors import AssistantError
from assistant.text.sessions import session_ranges
from assistant.types import (
    Facet,
    Lang,
    ListedResolution,
    Listing,
    ListingQuery,
    ListingSort,
    Span,
)
from assistant.types.bounds import MOST_LISTED

_FACETS_SHOWN = 8


def library(
    typed: Annotated[
        str, typer.Argument(help="文号、标题或正文里的字词，留空则列出全部 · What to look for")
    ] = "",
    *,
    session: Annotated[
        list[str] | None, typer.Option(help="届会，如 75 或 70-75 · Sessions or ranges")
    ] = None,
    committee: Annotated[list[str] | None, typer.Option(help="委员会 · Committees")] = None,
    year: Annotated[list[int] | None, typer.Option(help="通过的年份 · Years of adoption")] = None,
    subject: Annotated[
        list[str] | None, typer.Option(help="议程项目或标题 · Agenda items or titles")
    ] = None,
    held: Annotated[
        Lang | None, typer.Option(help="有这种语言的文本 · Held in this language")
    ] = None,
    sort: Annotated[ListingSort | None, typer.Option(help="次序 · Order")] = None,
    limit: Annotated[int, typer.Option(min=1, max=MOST_LISTED, help="最多几份 · At most")] = 20,
    cursor: Annotated[
        str | None, typer.Option(help="上一页的 next · The next of the page before")
    ] = None,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """在文库中查找决议 · Find resolutions of the library."""
    query = ListingQuery(
        text=typed,
        sessions=session_ranges("--session", session or []),
        committees=tuple(committee or ()),
        years=tuple(year or ()),
        subjects=tuple(subject or ()),
        lang=held,
        sort=sort,
    )
    with opened(lang) as assistant:
        found = assistant.browsing.listing(query, limit=limit, cursor=cursor, lang=lang or "zh")
    if json_:
        print_json(found)
    else:
        printing.show(_lines(found, lang))


def source(
    symbol: Annotated[str, typer.Argument(help="文号 · A/RES/75/45")],
    *,
    to: Annotated[
        Path | None,
        typer.Option(help="写到这个文件，默认按文号命名 · The file to write; default: its symbol"),
    ] = None,
    version: Annotated[Lang | None, typer.Option(help="哪种语言的文本 · Which language's")] = None,
    lang: LangOption = None,
) -> None:
    """取出导入时的原文件 · Get back the file that a resolution was read from."""
    with opened(lang) as assistant:
        file = assistant.browsing.source(symbol, version)
    path = to or Path(file.name)
    try:
        with path.open("xb") as written:
            written.write(file.data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AssistantError(
            f"无法写入 {path}：{reason}。请用 --to 换一个位置。",
            f"{path} cannot be written: {reason}. Choose another place with --to.",
        ) from error
    typer.echo(in_language(lang, f"已写入 {path}。", f"{path} is written."))


def _lines(found: Listing, lang: Lang | None) -> Iterator[Line]:
    for hit in found.hits:
        yield from _hit_lines(hit)
    said = in_language(
        lang,
        f"共 {found.total} 份，文库收有 {found.coverage.resolutions} 份。",
        f"{found.total} of the {found.coverage.resolutions} resolutions held.",
    )
    yield Line(said, style="bold")
    facets = found.facets
    named = (
        (("届会", "Sessions"), facets.sessions.values),
        (("委员会", "Committees"), facets.committees.values),
        (("议题", "Subjects"), facets.subjects.values),
    )
    for names, values in named:
        if len(values) > 1:
            yield Line(f"{in_language(lang, *names)}: {_counted(values)}", indent=4)
    if found.next:
        yield Line(f"--cursor {found.next}", indent=4)


def _hit_lines(hit: ListedResolution) -> Iterator[Line]:
    summary = hit.summary
    for title in hit.titles:
        yield _marked(f"{summary.symbol}  ", title.text, title.spans)
    for one in hit.snippets:
        before, after = "…" * one.cut_before, "…" * one.cut_after
        text = one.text.replace("\n", " ") + after
        yield _marked(f"{one.place}  {before}", text, one.spans, indent=4)


def _marked(before: str, text: str, spans: tuple[Span, ...], indent: int = 0) -> Line:
    at = len(before)
    marked = tuple(Span(at + span.start, at + span.end) for span in spans)
    return Line(before + text, indent, "" if indent else "bold", marked)


def _counted(values: tuple[Facet, ...]) -> str:
    shown = ", ".join(f"{one.label} ({one.count})" for one in values[:_FACETS_SHOWN])
    return f"{shown} …" if len(values) > _FACETS_SHOWN else shown
