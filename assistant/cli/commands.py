"""The commands. Each opens the assistant, asks it one thing and prints what comes back."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Annotated, Literal

import typer

from assistant import __version__
from assistant.cli import printing
from assistant.cli.backup import backup, restore
from assistant.cli.compare import compare
from assistant.cli.correcting import overrides
from assistant.cli.feedback import feedback
from assistant.cli.fetch import fetch
from assistant.cli.ingest import ingest
from assistant.cli.keys import audit, keys
from assistant.cli.language import LangOption, SpokenGroup, in_language
from assistant.cli.library import library, source
from assistant.cli.mandates import mandates
from assistant.cli.mcp import mcp
from assistant.cli.mending import mended_lines
from assistant.cli.opening import JsonOption, opened, print_json
from assistant.cli.progress import ProgressBars
from assistant.cli.prompts import prompts
from assistant.cli.references import references
from assistant.cli.remove import remove
from assistant.cli.settings import settings
from assistant.cli.telling import told_lines
from assistant.cli.wording import precedents, wording
from assistant.errors import NotInLibrary
from assistant.settings import load_settings
from assistant.types import Paragraph, Resolution, ResolutionPage
from assistant.types.bounds import MOST_HITS

app = typer.Typer(
    cls=SpokenGroup,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="决议问答：用中文询问联合国大会决议，回答逐句可对照原文。\n\n"
    "Resolution Assistant: answers about UN resolutions that can be checked word for word.",
)

PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


@app.callback()
def _start(
    _lang: LangOption = None,
    version: Annotated[bool, typer.Option("--version", help="版本 · Version")] = False,
) -> None:
    if version:
        typer.echo(f"resolution-assistant {__version__}")
        raise typer.Exit


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="监听的地址 · Address to listen on")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="端口，0 为任意 · Port; 0: any")
    ] = None,
    lang: LangOption = None,
) -> None:
    """启动网页和接口 · Serve the page and the API."""
    from assistant.cli.serving import serve as serve_until_stopped

    serve_until_stopped(load_settings(host=host, port=port), lang)


app.command()(ingest)
app.command()(remove)
app.command()(backup)
app.command()(restore)
app.command()(fetch)
app.command()(precedents)
app.command()(wording)
app.command()(compare)
app.command()(mandates)
app.command()(references)
app.command()(library)
app.command()(source)
app.add_typer(prompts, name="prompts")
app.add_typer(feedback, name="feedback")
app.add_typer(keys, name="keys")
app.command()(audit)
app.command()(mcp)
app.command()(settings)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="问题 · The question")],
    *,
    json_: JsonOption = False,
    conversation: Annotated[
        str | None, typer.Option(help="继续这个对话 · Go on with this conversation")
    ] = None,
    correct: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SLOT=VALUE",
            help="更正理解，可重复：symbols=72/31、addressees=会员国，留空则清空 · "
            "Put right how it was understood; an empty value empties the slot",
        ),
    ] = None,
    answerer: Annotated[
        Literal["extractive", "llm"] | None, typer.Option(help="由谁作答 · Who answers")
    ] = None,
    page: Annotated[
        str | None, typer.Option(help="同一问题的下一页 · The next page of the same question")
    ] = None,
    lang: LangOption = None,
) -> None:
    """提问 · Ask a question."""
    corrected = overrides(correct or ())
    with opened(lang) as assistant:
        events = assistant.stream(
            question,
            conversation_id=conversation,
            lang=lang,
            corrected=corrected,
            page=page,
            answerer=answerer,
        )
        if json_:
            *_, last = events
            print_json(last.data)
        else:
            printing.show(told_lines(events))


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="检索词 · What to look for")],
    limit: Annotated[int, typer.Option(min=1, max=MOST_HITS, help="最多几段 · At most")] = 10,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """检索段落 · Search paragraphs."""
    with opened(lang) as assistant:
        found = assistant.search(query, limit=limit, lang=lang or "zh")
    if json_:
        print_json(found)
    else:
        printing.show(printing.hit_lines(found, lang))


@app.command("show")
def show_(
    place: Annotated[str, typer.Argument(help="文号，可加段次 · A/RES/75/45 or A/RES/75/45#OP13")],
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """显示决议或其中一段 · Show a resolution, or one paragraph of it."""
    symbol, _, wanted = place.partition("#")
    with opened(lang) as assistant:
        held = [assistant.read(one) for one in assistant.held(symbol)]
    if not wanted:
        if json_:
            print_json(held[0] if len(held) == 1 else held)
        else:
            for resolution in held:
                printing.show(printing.resolution_lines(resolution, lang))
        return
    paragraphs = _at(held[0], wanted)
    if json_:
        print_json(paragraphs)
    else:
        printing.show(printing.paragraph_lines(paragraphs))


def _at(resolution: Resolution, wanted: str) -> tuple[Paragraph, ...]:
    """The paragraph at a place with its children, which citing a parent covers."""
    folded = wanted.casefold()
    found = tuple(
        paragraph
        for paragraph in resolution.paragraphs
        if paragraph.place.casefold() == folded
        or paragraph.place.casefold().startswith(f"{folded}(")
    )
    if not found:
        raise NotInLibrary(
            f"{resolution.symbol} 中没有 {wanted}，全部段次见 assistant show {resolution.symbol}。",
            f"{resolution.symbol} has no {wanted}; assistant show {resolution.symbol} lists all.",
        )
    return found


@app.command("list")
def list_(json_: JsonOption = False, lang: LangOption = None) -> None:
    """列出文库中的决议 · List the resolutions of the library."""
    with opened(lang) as assistant:
        summaries = assistant.resolutions()
    if json_:
        print_json(ResolutionPage(tuple(summaries), len(summaries)))
    else:
        printing.show(printing.summary_lines(summaries, lang))


@app.command()
def doctor(
    *,
    mend: Annotated[
        bool, typer.Option("--mend", help="先修复损坏的部分 · Mend what is damaged first")
    ] = False,
    lang: LangOption = None,
) -> None:
    """检查文库和索引 · Examine the library and its indexes."""
    if mend:
        from assistant.access import open_access
        from assistant.service import Assistant

        with ProgressBars(lang) as progress:
            done = Assistant.mend(load_settings(), progress)
        printing.show(mended_lines(done, lang))
        with open_access(load_settings()) as access:
            access.audit.note("doctor --mend", "")
    # Opening would mend what the doctor is asked to find.
    with opened(lang, repair=False) as assistant:
        checks = assistant.doctor()
    printing.show(printing.check_lines(checks, lang))
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


@app.command()
def reindex(lang: LangOption = None) -> None:
    """由记录重建索引 · Rebuild the indexes from the records."""
    with (
        opened(lang) as assistant,
        assistant.access.audit.noting("reindex", ""),
        ProgressBars(lang) as progress,
    ):
        assistant.reindex(progress)
    typer.echo(in_language(lang, "索引已重建。", "The indexes have been rebuilt."))


@app.command("eval", context_settings=PASS_ON, add_help_option=False)
def eval_(context: typer.Context) -> None:
    """运行评测 · Run the evaluation."""
    _run("eval.run", context)


@app.command(context_settings=PASS_ON, add_help_option=False)
def bench(context: typer.Context) -> None:
    """测量速度 · Measure the speed."""
    _run("eval.bench", context)


def _run(module: str, context: typer.Context) -> None:
    # Imported when it is asked for: the judge and its generator are nothing to who asks.
    raise typer.Exit(import_module(module).main(context.args) or 0)


@app.command()
def openapi() -> None:
    """输出接口说明 · Print the OpenAPI document."""
    from assistant.server.app import openapi_document

    typer.echo(json.dumps(openapi_document(), ensure_ascii=False, indent=2))
