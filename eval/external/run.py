"""``assistant eval --external FOLDER``: every set ranked and judged, beside the best known."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import TaskID

from assistant.errors import AssistantError
from eval.external.page import render_page
from eval.external.ranking import Ranked, rank
from eval.external.refusing import Refused, refuse
from eval.external.sets import ExternalSet, read_sets
from eval.external.shelf import shelved
from eval.external.table import print_external
from eval.gold import GoldError

REPORT = "external"


@dataclass(frozen=True, slots=True)
class External:
    """All that the sets came to."""

    embedder: str
    ranked: tuple[Ranked, ...]
    refused: tuple[Refused, ...]
    seconds: float


def main(folder: Path, *, data_dir: Path | None, out: Path) -> int:
    """Run it and write ``external.json`` and ``external.html`` into ``out``.

    Libraries and vectors are kept in ``data_dir``; without it they are thrown away. 0 where every
    figure is at least the best known, 1 where one is not, 2 where it cannot be run.
    """
    console = Console(stderr=False)
    try:
        sets = read_sets(folder)
        with ExitStack() as held:
            kept = data_dir or Path(
                held.enter_context(tempfile.TemporaryDirectory(prefix="assistant-external-"))
            )
            found = held.enter_context(Bar(console=console))
            external = judge_sets(sets, kept, found)
    except (GoldError, AssistantError) as error:
        print(f"eval: {error}", file=sys.stderr)
        return 2
    data = as_json(external)
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    (out / f"{REPORT}.json").write_text(text, encoding="utf-8")
    (out / f"{REPORT}.html").write_text(render_page(data), encoding="utf-8")
    print_external(data, console)
    console.print(f"报告 report: {out / f'{REPORT}.html'}", highlight=False, soft_wrap=True)
    return 1 if any(each.missed for each in external.ranked) else 0


def judge_sets(sets: tuple[ExternalSet, ...], folder: Path, bar: Bar) -> External:
    """Every task of every set, one library after the other."""
    start = time.perf_counter()
    ranked: list[Ranked] = []
    refused: list[Refused] = []
    embedder = ""
    for one in sets:
        making = bar.add_task(f"索引 {one.name}", total=None)
        with shelved(one, folder, partial(_told, bar, making)) as shelf:
            bar.update(making, visible=False)
            embedder = shelf.library.embedder.name
            for task in one.tasks:
                tick = _ticking(bar, f"提问 {task.name}", len(task.questions))
                if shelf.asked:
                    refused.extend(refuse(task, shelf, tick))
                else:
                    ranked.extend(rank(task, shelf, tick))
    return External(embedder, tuple(ranked), tuple(refused), time.perf_counter() - start)


def as_json(external: External) -> dict[str, Any]:
    """The figures as the report and its page have them."""
    return {
        "version": 1,
        "embedder": external.embedder,
        "seconds": round(external.seconds, 1),
        "ranked": [
            {
                "name": each.task.name,
                "measures": [
                    {**asdict(m), "best": each.task.best.get(m.name)} for m in each.measures
                ],
                "missed": list(each.missed),
            }
            for each in external.ranked
        ],
        "refused": [asdict(each) for each in external.refused],
    }


def _told(bar: Bar, task: TaskID, _step: str, done: int, total: int) -> None:
    bar.update(task, completed=done, total=total)


def _ticking(bar: Bar, name: str, total: int) -> Callable[[], None]:
    task = bar.add_task(name, total=total)
    return lambda: bar.advance(task)
