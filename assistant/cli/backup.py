"""``assistant backup`` and ``assistant restore``: a library in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import opened
from assistant.errors import AssistantError
from assistant.settings import load_settings
from assistant.types import Lang

if TYPE_CHECKING:
    from assistant.library.archive import Manifest


def backup(
    file: Annotated[Path, typer.Argument(help="备份写到哪里 · The file to write")],
    lang: LangOption = None,
) -> None:
    """把决议库备份成一个文件，服务可以照常运行 · Back the library up, while it is in use."""
    from assistant.library import archive
    from assistant.library.opening import open_records, open_sources

    settings = load_settings()
    records = open_records(settings)
    try:
        made = archive.write(file, records, open_sources(settings, records))
    except OSError as error:
        reason = error.strerror or str(error)
        raise AssistantError(
            f"无法写入 {file}：{reason}。请换一个位置。",
            f"{file} cannot be written: {reason}. Choose another place.",
        ) from error
    finally:
        records.close()
    typer.echo(_said(lang, made, ("已备份到", "Backed up to"), file))


def restore(
    file: Annotated[Path, typer.Argument(help="备份文件 · The backup")],
    *,
    force: Annotated[
        bool, typer.Option("--force", help="覆盖已有的决议库 · Overwrite the library that is there")
    ] = False,
    lang: LangOption = None,
) -> None:
    """从备份恢复决议库，并重建索引 · Restore the library of a backup, and make its indexes."""
    from assistant.library.restoring import restore as restored

    made = restored(file, load_settings(), force=force)
    typer.echo(_said(lang, made, ("已恢复自", "Restored from"), file))
    with opened(lang, settings=load_settings(sample_library=False)) as assistant:
        # After it: what was noted before is that of another library, and gone with it.
        assistant.access.audit.note("restore", file.name)
        keys = sum(key.state == "active" for key in assistant.access.keys.listed())
        failed = [check for check in assistant.checks() if not check.ok]
    if keys:
        # One that was revoked after the backup was made holds again.
        said = in_language(
            lang,
            f"备份里有 {keys} 个有效的密钥，请用 assistant keys list 核对：之后吊销的又有效了。",
            f"{keys} keys of the backup hold; look at them by assistant keys list: those that were "
            "revoked after it was made hold again.",
        )
        typer.echo(said, err=True)
    for check in failed:
        typer.echo(in_language(lang, check.zh, check.en), err=True)
    raise typer.Exit(1 if failed else 0)


def _said(lang: Lang | None, manifest: Manifest, done: tuple[str, str], file: Path) -> str:
    held = manifest.rows["resolutions"]
    files = sum(part.startswith("sources/") for part in manifest.parts)
    zh = f"{done[0]} {file}：{held} 份决议，{files} 个原文件"
    en = f"{done[1]} {file}: {held} resolutions, {files} source files"
    if manifest.missing:
        zh += f"（另有 {len(manifest.missing)} 个原文件原本就没有保存）"
        en += f" ({len(manifest.missing)} more were not kept)"
    return in_language(lang, f"{zh}。", f"{en}.")
