"""``assistant remove``: resolutions out of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import opened
from assistant.cli.printing import Line
from assistant.cli.progress import ProgressBars
from assistant.errors import NotInLibrary
from assistant.types import Lang

if TYPE_CHECKING:
    from assistant.service import Assistant


def remove(
    symbols: Annotated[list[str], typer.Argument(help="文号，任何写法 · Symbols, in any form")],
    *,
    only: Annotated[
        Lang | None, typer.Option(help="只移除这种语文的文本 · Only the text in this language")
    ] = None,
    parts: Annotated[
        bool,
        typer.Option(
            "--all-parts",
            help="决议分为几份时（51/942），全部移除 · Of a resolution in parts, all of them",
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问 · Do not ask")] = False,
    lang: LangOption = None,
) -> None:
    """从文库移除决议 · Remove resolutions from the library."""
    with opened(lang) as assistant:
        named = (_named(assistant, symbol, all_parts=parts or not yes) for symbol in symbols)
        meant = list(dict.fromkeys(one for several in named for one in several))
        titles = {summary.symbol: summary.title for summary in assistant.resolutions()}
        printing.show(Line(f"{symbol}  {titles.get(symbol, '')}".rstrip()) for symbol in meant)
        question = in_language(lang, f"移除以上 {len(meant)} 份？", f"Remove these {len(meant)}?")
        if not yes and not typer.confirm(question):
            typer.echo(in_language(lang, "没有移除。", "Nothing was removed."))
            raise typer.Exit(1)
        noting = assistant.access.audit.noting("remove", " ".join(meant))
        with noting, ProgressBars(lang) as progress:
            assistant.remove(meant, version=only, progress=progress)
    typer.echo(in_language(lang, f"已移除 {len(meant)} 份。", f"Removed: {len(meant)}."))


def _named(assistant: Assistant, symbol: str, *, all_parts: bool) -> tuple[str, ...]:
    """What is to go: all parts only where that was said, or is asked next."""
    held = assistant.held(symbol)
    if len(held) > 1 and not all_parts:
        raise NotInLibrary(
            f"{symbol} 有多个部分：{'、'.join(held)}。请指明其中一份，或加 --all-parts。",
            f"{symbol} has several parts: {', '.join(held)}. Name one of them, or add --all-parts.",
        )
    return held
