"""Files into the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path

from assistant.errors import InvalidDocument
from assistant.library.batch import Batch
from assistant.library.library import Library
from assistant.library.sources import Found, listed, survey, walk
from assistant.library.workers import Workers
from assistant.reading import File
from assistant.text.symbols import parse_symbol
from assistant.types import IngestResult, Progress


def ingest(
    library: Library,
    sources: Iterable[Path | File],
    *,
    symbol: str | None = None,
    progress: Progress | None = None,
    told: Callable[[IngestResult], None] | None = None,
    dry_run: bool = False,
    jobs: int = 1,
) -> tuple[IngestResult, ...]:
    """Read files, the files of folders and the entries of archives into the library.

    One result for each resolution of a file, or for a file that was refused, in order; ``told``
    hears of each as it is settled. A file that cannot be read is refused with the reason and the
    others go on. Each file is written in one transaction, the indexes follow when all are read: a
    batch that was interrupted is taken up again by asking for it again. Of two files of the same
    resolution the later wins. With ``dry_run`` nothing is written.

    Files are read in ``jobs`` processes beside this one, so that a hostile file ends none but its
    own; with 0 in this one. ``symbol`` is for one file that does not state it, in any written
    form. Raises InvalidDocument for one that is none or is given with several files.
    """
    listing = listed(sources)
    largest = library.settings.max_upload_bytes
    known = survey(walk(listing, largest))
    batch = Batch(library.records, known, symbol=_checked(symbol, known.total), dry_run=dry_run)
    results: list[IngestResult] = []
    with ExitStack() as held:
        if not dry_run:
            held.enter_context(library.generations.changing())
        workers = held.enter_context(Workers(jobs))
        for found, outcome in workers.map(walk(listing, largest), batch.task_of):
            settled = batch.settle(found, outcome)
            results.extend(settled)
            if not dry_run and any(result.outcome != "refused" for result in settled):
                _keep(library, found)
            if told:
                for result in settled:
                    told(result)
            if progress:
                done = found.position + 1
                progress("reading", done, max(done, known.total))
        if not dry_run:
            library.refresh(progress)
    return tuple(results)


def _keep(library: Library, found: Found) -> None:
    """Keep a file that was read, also one that changed nothing: its bytes may be missing."""
    if isinstance(found.content, File):
        library.source_files.keep(found.sha256, found.content.data)


def _checked(symbol: str | None, files: int) -> str | None:
    if symbol is None:
        return None
    parsed = parse_symbol(symbol)
    if parsed is None:
        raise InvalidDocument(
            f"{symbol} 不是文号，应如 A/RES/75/45",
            f"{symbol} is no symbol; give one such as A/RES/75/45",
        )
    if files != 1:
        raise InvalidDocument(
            f"指定文号 {symbol} 时只能导入一个文件，这里有 {files} 个",
            f"a symbol ({symbol}) goes with one file; there are {files}",
        )
    return parsed
