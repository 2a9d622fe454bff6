"""``assistant mandates``: who is asked what by when, in a table, a file or a calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import JsonOption, opened, print_json
from assistant.cli.printing import Line
from assistant.errors import AssistantError
from assistant.text.bodies import english_name
from assistant.text.sessions import sessions_named
from assistant.types import (
    Lang,
    Mandate,
    MandateDue,
    MandateForm,
    MandatePage,
    MandateQuery,
    MandateSort,
)

_NARROW = 100  # columns: below, words in a table would stand one below the other


# The command's options.
_DueSession = Annotated[
    str | None, typer.Option(help="到期的届会：76 或 76-78 · Due at this session, or these")
]
_DueAfter = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="此日或以后到期 · Due on or after"),
]
_DueBefore = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="此日或以前到期 · Due on or before"),
]
_Addressees = Annotated[
    list[str] | None, typer.Option(help="对象，任何写法 · Who is asked, in any form")
]
_Deliverables = Annotated[
    list[str] | None, typer.Option(help="应交付：报告…… · What is to be made: report …")
]
_Recurring = Annotated[
    bool | None, typer.Option("--recurring/--once", help="是否定期 · Whether it recurs")
]
_Timed = Annotated[
    bool | None, typer.Option("--timed/--untimed", help="是否写明时限 · Whether a time is set")
]
_Symbols = Annotated[list[str] | None, typer.Option(help="决议 · Of these resolutions")]
_Session = Annotated[
    str | None, typer.Option(help="决议的届会：75 或 70-75 · The resolutions' session")
]
_Committees = Annotated[
    list[str] | None, typer.Option(help="决议的委员会 · The committee that reported")
]
_Sort = Annotated[
    MandateSort,
    typer.Option(
        help="newest、oldest 按决议新旧，due、due_latest 按到期先后 · By resolution, or by the "
        "day due"
    ),
]
_TableFile = Annotated[
    Path | None, typer.Option(dir_okay=False, help="写入表格（CSV）· Write a table to a file")
]
_CalendarFile = Annotated[
    Path | None,
    typer.Option(dir_okay=False, help="写入日历（iCalendar）· Write a calendar to a file"),
]


def mandates(
    *,
    due_session: _DueSession = None,
    due_after: _DueAfter = None,
    due_before: _DueBefore = None,
    addressee: _Addressees = None,
    deliverable: _Deliverables = None,
    recurring: _Recurring = None,
    timed: _Timed = None,
    symbol: _Symbols = None,
    session: _Session = None,
    committee: _Committees = None,
    sort: _Sort = "newest",
    csv: _TableFile = None,
    ics: _CalendarFile = None,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """列出任务和时限 · List mandates and deadlines."""
    query = MandateQuery(
        symbols=tuple(symbol or ()),
        sessions=sessions_named("--session", session),
        committees=tuple(committee or ()),
        due_sessions=sessions_named("--due-session", due_session),
        due_after=due_after.date() if due_after else None,
        due_before=due_before.date() if due_before else None,
        addressees=tuple(addressee or ()),
        deliverables=tuple(deliverable or ()),
        recurring=recurring,
        timed=timed,
        sort=sort,
    )
    forms: tuple[tuple[MandateForm, Path | None], ...] = (("csv", csv), ("ics", ics))
    wanted = [(form, path) for form, path in forms if path is not None]
    page = _exported(query, wanted, lang, beside_json=json_)
    if json_:
        print_json(page)
    elif not wanted:
        _show(page, lang or "zh")


def _exported(
    query: MandateQuery,
    wanted: Sequence[tuple[MandateForm, Path]],
    lang: Lang | None,
    *,
    beside_json: bool,
) -> MandatePage:
    """What is asked for, written to the files that are wanted too."""
    with opened(lang) as assistant:
        page = assistant.mandates(query)
        files = [
            (path, assistant.export_mandates(query, form, lang=lang or "zh"))
            for form, path in wanted
        ]
    for path, data in files:
        _write(path, data)
        said = in_language(lang, f"已写入 {path}：{page.total} 项。", f"{path}: {page.total}.")
        typer.echo(said, err=beside_json)
    return page


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AssistantError(
            f"无法写入 {path}：{reason}。请换一个位置。",
            f"{path} cannot be written: {reason}. Choose another place.",
        ) from error


def _show(page: MandatePage, lang: Lang) -> None:
    console = Console(highlight=False)
    if console.is_terminal and console.width >= _NARROW:
        console.print(_table(page, lang))
    else:
        printing.show(_lines(page, lang), console)
    printing.show([Line(_summary(page, lang), style="bold")], console)


def _table(page: MandatePage, lang: Lang) -> Table:
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    heads = (
        ("到期", "Due"),
        ("对象", "Who"),
        ("应交付", "What"),
        ("段落", "Where"),
        ("原文", "Text"),
    )
    for zh, en in heads:
        table.add_column(in_language(lang, zh, en), overflow="fold")
    for mandate in page.mandates:
        # Text: what a resolution prints in brackets is no markup.
        table.add_row(*(Text(cell) for cell in (*_cells(mandate, lang), mandate.text)))
    return table


def _lines(page: MandatePage, lang: Lang) -> Iterator[Line]:
    for mandate in page.mandates:
        yield Line("  ".join(filter(None, _cells(mandate, lang))), style="bold")
        yield Line(mandate.text, indent=4)


def _cells(mandate: Mandate, lang: Lang) -> tuple[str, str, str, str]:
    who = [e.name if lang == "zh" else english_name(e.name) for e in mandate.addressees]
    due = ", ".join(_due(one, lang) for one in mandate.due)
    return due, ", ".join(who), ", ".join(mandate.deliverables), mandate.key


def _due(due: MandateDue, lang: Lang) -> str:
    if due.session is None:
        return due.limit or due.text
    day = due.opens.isoformat() if due.opens else ""
    return in_language(
        lang,
        f"第{due.session}届（{day}，推算）",
        f"session {due.session} ({day}, computed)",
    )


def _summary(page: MandatePage, lang: Lang) -> str:
    covered = ", ".join(map(str, page.coverage.sessions))
    total, of, held = page.total, page.resolutions, page.coverage.resolutions
    return in_language(
        lang,
        f"共 {total} 项，出自 {of} 份决议；文库收有 {held} 份（第 {covered} 届）。",
        f"{total} from {of} resolutions; the library holds {held} (sessions {covered}).",
    )
