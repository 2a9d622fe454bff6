"""``assistant settings``: what is set, and what may be."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import JsonOption, print_json
from assistant.cli.printing import Line
from assistant.settings import load_settings


def settings(
    *,
    reference: Annotated[
        bool,
        typer.Option("--reference", help="列出所有可用的设置（Markdown）· List all there are"),
    ] = False,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """显示正在使用的设置，不含秘密 · Show the settings in use, without secrets."""
    from assistant.settings.effective import effective
    from assistant.settings.reference import reference as page

    if reference:
        typer.echo(page(lang or "zh"), nl=False)
        return
    found = tuple(effective(load_settings()))
    if json_:
        print_json(found)
        return
    none = in_language(lang, "（无）", "(none)")
    printing.show(
        Line(
            f"{one.name}={none if one.value is None else one.value}",
            style="bold" if one.is_set else "dim",
        )
        for one in found
    )
