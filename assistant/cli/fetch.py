"""``assistant fetch``: documents of the United Nations by symbol, into the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, get_args

import typer
from rich.console import Console

from assistant.cli import printing
from assistant.cli.ingest import result_lines
from assistant.cli.language import in_language
from assistant.cli.opening import JsonOption, opened, print_json
from assistant.cli.printing import Line
from assistant.cli.progress import ProgressBars
from assistant.settings import Settings, load_settings
from assistant.types import IngestResult, Lang

if TYPE_CHECKING:
    from assistant.fetching import FetchResult, Outcome

_OUTCOMES: Final[dict[Outcome, tuple[str, str, str]]] = {
    "fetched": ("已取得", "fetched", ""),
    "cached": ("已有", "cached", ""),
    "missing": ("没有", "missing", "yellow"),
    "failed": ("失败", "failed", "red"),
}

# Files in memory at once; the indexes follow after each lot.
_LOT = 50


def _langs(written: str) -> list[Lang]:
    known: tuple[Lang, ...] = get_args(Lang)
    parts = [part.strip().lower() for part in written.replace("，", ",").split(",")]
    if not set(parts) <= set(known):
        raise typer.BadParameter(written)
    return [lang for lang in dict.fromkeys(parts) if lang in known]


def fetch(
    context: typer.Context,
    symbols: Annotated[
        list[str],
        typer.Argument(help="文号、范围或清单 · A/RES/75/45, A/RES/75/1..45, 75/1,75/3"),
    ],
    *,
    langs: Annotated[
        str, typer.Option("--lang", help="文件的语文 · Languages of the documents: zh, en, zh,en")
    ] = "zh",
    to: Annotated[
        Path | None,
        typer.Option("--to", help="只存到这个文件夹 · Only save, to this folder", file_okay=False),
    ] = None,
    ingest: Annotated[
        bool, typer.Option("--ingest/--no-ingest", help="加入文库 · Add to the library")
    ] = True,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="已有的也重新取 · Get anew what is here already")
    ] = False,
    json_: JsonOption = False,
) -> None:
    """按文号从联合国文件系统取决议 · Get resolutions from the UN document system by symbol.

    逐份慢取，取过的不再取；中断后再运行同一命令即可继续。--lang 是文件的语文；输出改用英文：
    assistant --lang en fetch …

    Slowly, one by one, and only once; after an interruption the same command goes on. Here --lang
    means the documents; for messages in English it goes before the command.
    """
    lang: Lang | None = context.meta.get("assistant.lang")
    settings = load_settings()
    results = _fetched(symbols, _langs(langs), settings, lang, refresh=refresh)
    came = [result for result in results if result.path is not None]
    if to is not None:
        for result in came:
            result.save(to)
    if not json_:  # before the library, which may be busy
        printing.show(summary_lines(results, lang))
    ingested = _ingested(came, settings, lang) if ingest and to is None else ()
    if json_:
        print_json({"fetched": results, "ingested": ingested})
    elif ingested:
        printing.show([Line(""), *result_lines(ingested, lang)])
    if len(came) < len(results) or any(one.outcome == "refused" for one in ingested):
        raise typer.Exit(1)


def _fetched(
    symbols: Sequence[str],
    langs: Sequence[Lang],
    settings: Settings,
    lang: Lang | None,
    *,
    refresh: bool,
) -> list[FetchResult]:
    from assistant.fetching import InvalidSymbol, wanted_symbols
    from assistant.fetching import fetch as fetch_documents

    try:
        wanted = wanted_symbols(symbols)
    except InvalidSymbol as error:
        raise typer.BadParameter(error.message(lang or "zh")) from None
    console = Console(stderr=True, highlight=False)
    total = len(wanted) * len(langs)
    results: list[FetchResult] = []
    try:
        for result in fetch_documents(wanted, langs, settings=settings, refresh=refresh):
            results.append(result)
            printing.show([progress_line(result, len(results), total, lang)], console)
    except KeyboardInterrupt:
        go_on = in_language(
            lang, "已停止；再运行同一命令即可继续。", "Stopped; the same command goes on."
        )
        console.print(go_on)
        raise
    return results


def _ingested(
    came: Sequence[FetchResult], settings: Settings, lang: Lang | None
) -> tuple[IngestResult, ...]:
    if not came:
        return ()
    results: list[IngestResult] = []
    with opened(lang, settings=settings) as assistant, ProgressBars(lang) as progress:
        for start in range(0, len(came), _LOT):
            files = [result.file() for result in came[start : start + _LOT]]
            results.extend(assistant.ingest(files, progress=progress))
    return tuple(results)


def progress_line(result: FetchResult, done: int, total: int, lang: Lang | None) -> Line:
    """One document: how many are done, symbol, language, what became of it, bytes and rate."""
    zh, en, style = _OUTCOMES[result.outcome]
    parts = [f"[{done}/{total}]", result.symbol, result.lang, in_language(lang, zh, en)]
    if result.origin is not None:
        parts.append(_amount(result.origin.bytes))
    if result.received and result.seconds > 0:
        parts.append(f"{_amount(result.received / result.seconds)}/s")
    parts.append(in_language(lang, result.reason_zh or "", result.reason_en or ""))
    return Line("  ".join(part for part in parts if part), style=style)


def summary_lines(results: Iterable[FetchResult], lang: Lang | None) -> Iterator[Line]:
    """How many documents came to which end, and each that did not come, with the reason."""
    by_outcome: dict[Outcome, list[FetchResult]] = {outcome: [] for outcome in _OUTCOMES}
    for result in results:
        by_outcome[result.outcome].append(result)
    for outcome, those in by_outcome.items():
        zh, en, style = _OUTCOMES[outcome]
        yield Line(f"{in_language(lang, zh, en)}  {len(those)}", style=style if those else "dim")
        for result in those:
            if result.path is None:
                reason = in_language(lang, result.reason_zh or "", result.reason_en or "")
                yield Line(f"{result.symbol}  {result.lang}  {reason}", indent=4)


def _amount(count: float) -> str:
    return f"{count / 1000:,.1f} kB" if count >= 1000 else f"{count:.0f} B"
