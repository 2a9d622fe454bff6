"""``assistant eval``: ask every gold question, judge every answer, say whether the gates hold."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from assistant import __version__
from eval.baseline import (
    BASELINE_FILE,
    compare,
    read_baseline,
    updated,
    write_baseline,
)
from eval.gates import judge_gates
from eval.gold import KINDS, GoldError, GoldItem, load_gold
from eval.leakage import item_leaks
from eval.measures import measure, violations
from eval.page import render_page
from eval.report import Run, as_json
from eval.sample import open_sample
from eval.selftest import spoil, try_dummies
from eval.subject import Subject, Truth, read_truth
from eval.table import print_run
from eval.trial import Tick, try_all

WORKERS = 2  # the embedder lets go of the interpreter while it works; more brought nothing


def main(argv: Sequence[str] | None = None) -> int:
    """Run it; 0 when every gate holds, 1 when one fails, 2 when it cannot be run."""
    options = _options(argv)
    console = Console(stderr=False)
    try:
        items = _chosen(load_gold(), options)
    except GoldError as error:
        print(f"eval: {error}", file=sys.stderr)
        return 2
    partial = bool(options.kinds or options.ids or options.no_variants or options.split != "dev")
    if partial and options.write_baseline:
        print("eval: only a full run writes the baseline", file=sys.stderr)
        return 2
    with open_sample(options.data_dir) as assistant, Progress(console=console) as bar:
        task = bar.add_task("提问 asking", total=len(items))
        truth = read_truth(assistant)
        run = evaluate(
            assistant,
            truth,
            items,
            whole=not partial,
            reword=not options.no_variants,
            tick=lambda done, _: bar.update(task, completed=done),
            workers=WORKERS,
        )
    folder = options.out or default_folder()
    _write(run, folder)
    print_run(run, console)
    console.print(f"报告 report: {folder / 'report.html'}", highlight=False, soft_wrap=True)
    if options.write_baseline:
        write_baseline(updated(run.baseline, run.trials, run.measures, label=__version__))
        console.print(f"基线 baseline: {BASELINE_FILE.name}")
    return 1 if run.failures else 0


def evaluate(
    subject: Subject,
    truth: Truth,
    items: Sequence[GoldItem],
    *,
    whole: bool,
    reword: bool = True,
    tick: Tick = lambda *_: None,
    workers: int = 1,
) -> Run:
    """Everything there is to know about how ``subject`` answers ``items``."""
    start = time.perf_counter()
    trials = try_all(subject, truth, items, reword=reword, tick=tick, workers=workers)
    caught = spoil(trials, truth)
    measures = {**measure(trials), caught.measure.name: caught.measure}
    broken = violations(trials)
    baseline = read_baseline()
    return Run(
        trials=trials,
        truth=truth,
        measures=measures,
        violations=broken,
        gates=judge_gates(measures, broken, whole=whole),
        caught=caught,
        dummies=try_dummies(truth, items) if whole else (),
        leaks=tuple(leak for item in items for leak in item_leaks(item, truth)),
        comparison=compare(baseline, trials),
        baseline=baseline,
        whole=whole,
        seconds=time.perf_counter() - start,
        milliseconds=_percentiles([a.seconds for t in trials for a in t.attempts]),
    )


def default_folder() -> Path:
    """``eval/reports`` in a checkout; a folder of the working directory when installed."""
    package = Path(__file__).parent
    if (package.parent / "pyproject.toml").exists():
        return package / "reports"
    return Path.cwd() / "assistant-eval"


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="assistant eval", description=__doc__)
    parser.add_argument("--kinds", nargs="+", choices=sorted(KINDS), default=())
    parser.add_argument("--ids", nargs="+", default=())
    parser.add_argument(
        "--split",
        choices=("dev", "locked", "all"),
        default="dev",
        help="locked and all are for a release: what is tuned on is no measure any more",
    )
    parser.add_argument("--no-variants", action="store_true", help="ask the original wording only")
    parser.add_argument("--write-baseline", action="store_true", help="after a full run only")
    parser.add_argument(
        "--data-dir", type=Path, help="a library of one's own; default: a fresh one"
    )
    parser.add_argument("--out", type=Path, help="folder of report.json and report.html")
    return parser.parse_args(argv)


def _chosen(items: Sequence[GoldItem], options: argparse.Namespace) -> list[GoldItem]:
    chosen = [
        item
        for item in items
        if (options.split in ("all", item.split) or item.id in options.ids)
        and (not options.kinds or item.kind in options.kinds)
        and (not options.ids or item.id in options.ids)
    ]
    if unknown := set(options.ids) - {item.id for item in items}:
        raise GoldError(f"no such ids: {', '.join(sorted(unknown))}")
    if not chosen:
        raise GoldError("no question is of that kind and id")
    return chosen


def _percentiles(seconds: Sequence[float]) -> dict[str, float]:
    if not seconds:
        return {}
    ranked = sorted(seconds)
    return {
        f"p{p}": round(1000 * ranked[min(len(ranked) - 1, len(ranked) * p // 100)], 2)
        for p in (50, 95)
    }


def _write(run: Run, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    data = as_json(run)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (folder / "report.json").write_text(text + "\n", encoding="utf-8")
    (folder / "report.html").write_text(render_page(data), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
