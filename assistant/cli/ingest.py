"""``assistant ingest``: files, folders, archives and standard input into the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import JsonOption, opened, print_json
from assistant.cli.printing import Line
from assistant.cli.progress import ProgressBars
from assistant.errors import InvalidDocument
from assistant.settings import Settings, load_settings
from assistant.types import IngestResult, Lang, Outcome

if TYPE_CHECKING:
    from assistant.service import Assistant, File

_STANDARD_INPUT = Path("-")

# A screen of lines: of more files only those are listed that were refused, or won or lost parts.
_MOST_LISTED = 20


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(help="文件、文件夹、ZIP 或 - · Files, folders, ZIP archives, or -"),
    ],
    *,
    symbol: Annotated[
        str | None, typer.Option(help="文件未写明文号时使用 · For a file that does not state it")
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="标准输入的文件名 · The name of the file on standard input")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=64, help="同时读几个文件 · Files read side by side")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只说会怎样，不写入 · Only say what would happen")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="只说未加入的 · Only what was refused")
    ] = False,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """把文件加入文库 · Add files to the library.

    中断后再运行同一命令即可继续；已有的不再处理。有文件未加入时退出码为 1。

    After an interruption the same command goes on; what is there is not done again. The exit
    status is 1 where files were refused.
    """
    settings = load_settings()
    sources = _sources(paths, name, settings.max_upload_total_bytes)
    opening = _for_dry_run(settings, lang) if dry_run else opened(lang, quiet=quiet)
    named = ", ".join(source.name for source in sources)
    with (
        opening as assistant,
        nullcontext() if dry_run else assistant.access.audit.noting("ingest", named),
        ProgressBars(lang, quiet=quiet) as progress,
        _explained(lang),
    ):
        results = assistant.ingest(
            sources,
            symbol=symbol,
            progress=progress,
            dry_run=dry_run,
            jobs=jobs or os.cpu_count() or 1,
        )
    if json_:
        print_json({"dry_run": dry_run, "summary": summary(results), "results": results})
    elif quiet:
        printing.show(printing.ingest_lines(_refused(results), lang))
    else:
        printing.show(result_lines(results, lang, dry_run=dry_run))
    if _refused(results):
        raise typer.Exit(1)


def _sources(paths: Sequence[Path], name: str | None, largest: int) -> list[Path | File]:
    from assistant.service import File

    if (name is None) == (_STANDARD_INPUT in paths):
        raise typer.BadParameter(
            "- 要与 --name 同用 · - goes with --name, and --name with -", param_hint="--name"
        )
    return [
        File(Path(name or "").name, _standard_input(largest)) if path == _STANDARD_INPUT else path
        for path in paths
    ]


def _standard_input(largest: int) -> bytes:
    data = sys.stdin.buffer.read(largest + 1)
    if len(data) > largest:
        raise typer.BadParameter(
            f"标准输入超过 {largest:,} 字节 · standard input is over {largest:,} bytes",
            param_hint="-",
        )
    return data


@contextmanager
def _for_dry_run(settings: Settings, lang: Lang | None) -> Iterator[Assistant]:
    """The library as it is; where there is none yet, what would be begun, elsewhere."""
    if settings.records_url is not None or (settings.data_dir / "library.sqlite3").exists():
        with opened(lang, settings=settings, repair=False) as assistant:
            yield assistant
        return
    with TemporaryDirectory() as folder:
        elsewhere = settings.model_copy(update={"data_dir": Path(folder)})
        with opened(lang, settings=elsewhere) as assistant:
            yield assistant


@contextmanager
def _explained(lang: Lang | None) -> Iterator[None]:
    try:
        yield
    except InvalidDocument as error:  # of a file it would be a result: this is of --symbol
        raise typer.BadParameter(error.message(lang or "zh"), param_hint="--symbol") from None
    except KeyboardInterrupt:
        typer.echo(
            in_language(
                lang,
                "已停止。已写入的都在；再运行同一命令即可继续。",
                "Stopped. What was written is kept; the same command goes on.",
            ),
            err=True,
        )
        raise


def _refused(results: Sequence[IngestResult]) -> list[IngestResult]:
    return [result for result in results if result.outcome == "refused"]


def summary(results: Sequence[IngestResult]) -> dict[str, int]:
    """How many resolutions, or refused files, came to each end; paragraphs of which something was
    inferred and lines that fit nowhere, of those that were read."""
    counts = {str(outcome): count for outcome, count in _counts(results).items()}
    counts["inferred"] = sum(result.inferred for result in results)
    counts["unplaced"] = sum(result.unplaced for result in results)
    return counts


def _counts(results: Sequence[IngestResult]) -> dict[Outcome, int]:
    return {one: sum(r.outcome == one for r in results) for one in get_args(Outcome)}


def result_lines(
    results: Sequence[IngestResult], lang: Lang | None, *, dry_run: bool = False
) -> Iterator[Line]:
    """Each file, or of many only those with a reason or a note; then the summary."""
    if not results:
        yield Line(in_language(lang, "没有找到文件。", "No files were found."))
        return
    if dry_run:
        announced = in_language(
            lang, "试运行，没有写入任何内容：", "A dry run; nothing is written:"
        )
        yield Line(announced, style="bold")
    listed = results
    if len(results) > _MOST_LISTED:
        listed = [one for one in results if one.reason_zh]
    yield from printing.ingest_lines(listed, lang)
    yield Line("")
    for outcome, count in _counts(results).items():
        yield printing.outcome_line(outcome, count, lang)
    doubts = summary(results)
    yield Line(
        in_language(
            lang,
            "推定的段落 {inferred:,}，未能归入的行 {unplaced:,}",
            "paragraphs inferred {inferred:,}, lines unplaced {unplaced:,}",
        ).format(**doubts)
    )
