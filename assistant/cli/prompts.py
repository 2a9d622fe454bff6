"""``assistant prompts``: what a language model would be sent."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from assistant.cli.language import LangOption
from assistant.cli.opening import opened
from assistant.errors import InvalidQuestion
from assistant.llm import prompts_of
from assistant.settings import load_settings

prompts = typer.Typer(help="提示词 · The prompts for a language model", no_args_is_help=True)

Name = Literal["answer", "repair", "rewrite"]


@prompts.command("list")
def list_() -> None:
    """每个提示词的用途和版本 · What each prompt is for, and its version."""
    loaded = prompts_of(load_settings())
    lines = [
        f"{name}.{lang}  v{prompt.version}  {prompt.purpose}"
        for (name, lang), prompt in sorted(loaded.prompts.items())
    ]
    typer.echo("\n".join([*lines, f"hash {loaded.hash}"]))


@prompts.command()
def show(
    name: Annotated[Name, typer.Argument(help="哪一个 · Which one")],
    question: Annotated[
        str | None, typer.Option(help="填入这个问题和库中的段落 · Fill in this question")
    ] = None,
    lang: LangOption = None,
) -> None:
    """显示提示词；给出问题时，就是会发送的全文 · A prompt; with a question, what would be sent."""
    if question is None or name != "answer":
        prompt = prompts_of(load_settings()).get(name, lang or "zh")
        typer.echo(f"{prompt.text}\n\n变量 variables: {', '.join(sorted(prompt.variables))}")
        return
    with opened(lang) as assistant:
        sent = assistant.prompt(question, lang=lang)
    if sent is None:
        raise InvalidQuestion(
            "这个问题不经语言模型：回答是原文、数值、表格或拒答",
            "no model is asked this: the answer is the text itself, a value, a table or a refusal",
        )
    typer.echo(sent)
