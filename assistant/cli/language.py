"""Which language the terminal speaks, and errors as one line of it."""

from __future__ import annotations

from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from assistant.errors import (
    AssistantError,
    InvalidFilter,
    InvalidQuestion,
    InvalidSettings,
    NotComparable,
)
from assistant.types import Lang

_KEY: Final = "assistant.lang"

_WRONG_USAGE: Final = 2
_INTERRUPTED: Final = 130  # as shells have it: 128 and the number of SIGINT

# The command was wrongly asked, as with a missing argument.
_USAGE_ERRORS: Final = (InvalidQuestion, InvalidSettings, InvalidFilter, NotComparable)


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
        """Runs a command; exits with 2 where it was wrongly asked, with 1 where it failed and
        with 130 after Ctrl-C."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            typer.echo(in_language(ctx.meta.get(_KEY), "已中断", "Interrupted"), err=True)
            raise typer.Exit(_INTERRUPTED) from None
        except AssistantError as error:
            message = error.message(ctx.meta.get(_KEY, "zh"))
            typer.echo(" ".join(message.split()), err=True)
            raise typer.Exit(_WRONG_USAGE if isinstance(error, _USAGE_ERRORS) else 1) from None
        except TyperException as error:
            if error.exit_code != _WRONG_USAGE or ctx.meta.get(_KEY) == "en":
                raise
            typer.echo(_usage_in_chinese(error), err=True)
            raise typer.Exit(_WRONG_USAGE) from None


def _usage_in_chinese(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    where = f"{context.command_path} --help" if context else "assistant --help"
    return f"{_what_is_wrong(error)}。用法见 {where}"


def _what_is_wrong(error: TyperException) -> str:
    if isinstance(error, typer.BadParameter) and error.param is not None:
        name = error.param.get_error_hint()
        return f"{name} 的值无效：{error.message.rstrip('.')}" if error.message else f"缺少 {name}"
    option = getattr(error, "option_name", None)
    if option is None:
        return f"没有这个命令（{error.message.rstrip('.')}）"
    return f"没有选项 {option}" if "No such" in error.message else f"选项 {option} 缺少值"
