"""``assistant remove``: resolutions out of the library."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import opened
from assistant.cli.printing import Line
from assistant.cli.progress import ProgressBars
from assistant.types import Lang


def remove(
    symbols: Annotated[
        list[str], typer.Argument(help="文号；不带字母的指其全部部分 · Symbols; 51/942: all parts")
    ],
    *,
    only: Annotated[
        Lang | None, typer.Option(help="只移除这种语文的文本 · Only the text in this language")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问 · Do not ask")] = False,
    lang: LangOption = None,
) -> None:
    """从文库移除决议 · Remove resolutions from the library."""
    with opened(lang) as assistant:
        meant = list(dict.fromkeys(one for symbol in symbols for one in assistant.held(symbol)))
        titles = {summary.symbol: summary.title for summary in assistant.resolutions()}
        printing.show(Line(f"{symbol}  {titles.get(symbol, '')}".rstrip()) for symbol in meant)
        question = in_language(lang, f"移除以上 {len(meant)} 份？", f"Remove these {len(meant)}?")
        if not yes and not typer.confirm(question):
            typer.echo(in_language(lang, "没有移除。", "Nothing was removed."))
            raise typer.Exit(1)
        with ProgressBars(lang) as progress:
            assistant.remove(meant, lang=only, progress=progress)
    typer.echo(in_language(lang, f"已移除 {len(meant)} 份。", f"Removed: {len(meant)}."))
