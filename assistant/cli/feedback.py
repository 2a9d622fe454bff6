"""``assistant feedback``: what readers said of answers, for those who run the library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import JsonOption, opened, print_json
from assistant.cli.printing import Line
from assistant.errors import AssistantError
from assistant.types import FeedbackVerdict

feedback = typer.Typer(help="读者的评价 · What readers said of answers", no_args_is_help=True)

VerdictOption = Annotated[
    FeedbackVerdict | None, typer.Option(help="只要这种评价 · Only those of this verdict")
]
_VERDICTS: Final[dict[FeedbackVerdict, tuple[str, str]]] = {
    "right": ("正确", "right"),
    "wrong": ("有误", "wrong"),
    "incomplete": ("不完整", "incomplete"),
}


@feedback.command("list")
def list_(
    verdict: VerdictOption = None, json_: JsonOption = False, lang: LangOption = None
) -> None:
    """列出评价 · List it."""
    with opened(lang) as assistant:
        every = assistant.conversations.judged()
    judged = [one for one in every if verdict in (None, one.feedback.verdict)]
    if json_:
        print_json(judged)
        return
    for one in judged:
        said = in_language(lang, *_VERDICTS[one.feedback.verdict])
        day = one.feedback.updated[:10]
        printing.show([Line(f"{day}  {said}  {_one_line(one.question)}", style="bold")])
        printing.show(
            [Line(_one_line(one.feedback.comment), indent=4)] * bool(one.feedback.comment)
        )
    total = in_language(lang, f"共 {len(judged)} 条评价。", f"{len(judged)} judgements.")
    printing.show([Line(total, style="dim")])


@feedback.command("export")
def export(
    out: Annotated[
        Path, typer.Option(dir_okay=False, help="写入的文件（JSONL）· The file to write")
    ],
    verdict: VerdictOption = None,
    lang: LangOption = None,
) -> None:
    """导出为待审核的评测题 · Write questions for the evaluation, to be reviewed."""
    with opened(lang) as assistant:
        lines = assistant.conversations.candidates(verdict)
    try:
        out.write_text(lines, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise AssistantError(
            f"无法写入 {out}：{reason}。请换一个位置。",
            f"{out} cannot be written: {reason}. Choose another place.",
        ) from error
    count = lines.count("\n")
    typer.echo(
        in_language(
            lang,
            f"已写入 {out}：{count} 道待审核的题。改正并去掉 review 后，即可用于 assistant eval。",
            f"{out}: {count} questions to be reviewed. Put each right and take its review out, "
            "then assistant eval reads it.",
        )
    )


def _one_line(text: str) -> str:
    """What a reader wrote, without what would steer the terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
