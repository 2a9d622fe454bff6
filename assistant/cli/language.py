"""Which language the terminal speaks, and errors as one line of it."""

from __future__ import annotations

from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from assistant.errors import AssistantError, InvalidQuestion, InvalidSettings
from assistant.types import Lang

_KEY: Final = "assistant.lang"

# The command was wrongly asked, as with a missing argument.
_USAGE_ERRORS: Final = (InvalidQuestion, InvalidSettings)


def _remember(context: typer.Context, lang: Lang | None) -> Lang | None:
    if lang is not None:
        context.meta[_KEY] = lang
    return lang if lang is not None else context.meta.get(_KEY)


LangOption = Annotated[
    Lang | None,
    typer.Option("--lang", callback=_remember, help="输出语言 · Language: zh, en", is_eager=True),
]


def in_language(lang: Lang | None, zh: str, en: str) -> str:
    """The message for a reader who asked for ``lang``; Chinese for one who did not."""
    return en if lang == "en" else zh


class SpokenGroup(TyperGroup):
    """Commands whose expected errors are one line on stderr in the reader's language."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - the parent's signature
        """Runs a command; exits with 2 where it was wrongly asked and with 1 where it failed."""
        try:
            return super().invoke(ctx)
        except AssistantError as error:
            message = error.message(ctx.meta.get(_KEY, "zh"))
            typer.echo(" ".join(message.split()), err=True)
            raise typer.Exit(2 if isinstance(error, _USAGE_ERRORS) else 1) from None
