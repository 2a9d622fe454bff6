"""``assistant eval``: ask every gold question, judge every answer, say whether the gates hold."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, TaskID

from assistant import __version__
from eval.baseline import (
    HISTORY_FILE,
    Baseline,
    compare,
    entry,
    read_baseline,
    read_history,
    record,
    updated,
    write_baseline,
)
from eval.cassettes.cassette import CassetteError
from eval.external.run import main as external
from eval.gates import judge_gates
from eval.gold import GOLD_FOLDER, GoldError, GoldItem, load_gold
from eval.leakage import item_leaks
from eval.libraries import generated_steps, generated_truths, open_library
from eval.measures import measure, violations
from eval.options import check_options, chosen, is_whole, read_options
from eval.page import render_page
from eval.phrased.run import run_with_model
from eval.queries import resolved
from eval.report import Run, as_json
from eval.selftest import spoil_all, try_dummies
from eval.structural import (
    SAMPLE,
    structural_items,
    structural_measures,
    structural_violations,
)
from eval.subject import Subject, Truth, read_truth
from eval.table import print_run
from eval.trial import Sitting, Tick, try_all

WORKERS = 2  # the embedder lets go of the interpreter while it works; more brought nothing


def main(argv: Sequence[str] | None = None) -> int:
    """Run it; 0 when every gate holds, 1 when one fails, 2 when it cannot be run."""
    options = read_options(argv)
    if options.external:
        return external(
            options.external, data_dir=options.data_dir, out=options.out or default_folder()
        )
    console = Console(stderr=False)
    try:
        check_options(options)
        items = chosen(load_gold(options.gold or GOLD_FOLDER), options)
        if options.answerer != "extractive":
            return _with_model(items, options, console)
        start = time.perf_counter()
        with Progress(console=console) as bar:
            sittings, structural = sit_all(items, options, bar)
    except (GoldError, CassetteError) as error:
        print(f"eval: {error}", file=sys.stderr)
        return 2
    run = evaluate(
        sittings,
        structural=structural,
        whole=is_whole(options),
        own=options.gold is not None,
        baseline=read_baseline(options.baseline) if options.baseline else Baseline(),
        started=start,
    )
    code = _report(run, options, console)
    _keep(run, options, console)
    return code


def _with_model(items: Sequence[GoldItem], options: argparse.Namespace, console: Console) -> int:
    """The questions that a model is asked for, answered by it and judged beside the quotations."""
    with Progress(console=console) as bar:
        task = bar.add_task(options.answerer, total=None)
        run = run_with_model(
            items,
            recorded=options.answerer == "recorded",
            cassette=options.cassette,
            data_dir=options.data_dir,
            tick=lambda done, total: bar.update(task, completed=done, total=total),
        )
    return _report(run, options, console)


def _report(run: Run, options: argparse.Namespace, console: Console) -> int:
    folder = options.out or default_folder()
    _write(run, folder)
    print_run(run, console)
    console.print(f"报告 report: {folder / 'report.html'}", highlight=False, soft_wrap=True)
    return 1 if run.failures else 0


def sit_all(
    items: Sequence[GoldItem], options: argparse.Namespace, bar: Progress
) -> tuple[tuple[Sitting, ...], Sitting | None]:
    """Ask everything, one library after the other; the structural questions apart."""
    asked_of: dict[str, list[GoldItem]] = {}
    for item in items:
        asked_of.setdefault(item.library, []).append(item)
    structural = _structural_of(options)
    if structural:
        asked_of.setdefault("generated", [])
    sittings: list[Sitting] = []
    apart: Sitting | None = None
    for library, mine in asked_of.items():
        with open_library(library, options.data_dir) as assistant:
            truth = read_truth(assistant)
            asked: Sequence[GoldItem] = mine
            if library == "generated":
                asked = resolved(mine, generated_truths(), generated_steps())
                task = bar.add_task("结构题 structural", total=len(structural))
                apart = sit(assistant, truth, library, structural, tick=_ticking(bar, task))
            task = bar.add_task(f"提问 {library}", total=len(asked))
            reword = not options.no_variants
            tick = _ticking(bar, task)
            sittings.append(sit(assistant, truth, library, asked, reword=reword, tick=tick))
    return tuple(s for s in sittings if s.trials), apart if structural else None


def _ticking(bar: Progress, task: TaskID) -> Tick:
    return lambda done, _: bar.update(task, completed=done)


def _structural_of(options: argparse.Namespace) -> tuple[GoldItem, ...]:
    partial = options.kinds or options.ids or options.gold or options.data_dir
    if options.generated == "none" or partial or "generated" not in options.libraries:
        return ()
    return structural_items(None if options.generated == "all" else SAMPLE)


def sit(
    subject: Subject,
    truth: Truth,
    library: str,
    items: Sequence[GoldItem],
    *,
    reword: bool = True,
    tick: Tick = lambda *_: None,
    workers: int = WORKERS,
) -> Sitting:
    """What ``subject`` says to ``items`` about one library."""
    trials = try_all(subject, truth, items, reword=reword, tick=tick, workers=workers)
    return Sitting(library, truth, trials)


def evaluate(
    sittings: tuple[Sitting, ...],
    *,
    whole: bool,
    structural: Sitting | None = None,
    own: bool = False,
    baseline: Baseline | None = None,
    started: float | None = None,
) -> Run:
    """Everything there is to know about what was answered."""
    start = time.perf_counter() if started is None else started
    trials = tuple(trial for sitting in sittings for trial in sitting.trials)
    apart = structural.trials if structural else ()
    caught = spoil_all(sittings)
    measures = {**measure(trials), caught.measure.name: caught.measure}
    measures |= structural_measures(apart)
    broken = violations(trials) | structural_violations(apart)
    return Run(
        sittings=sittings,
        measures=measures,
        violations=broken,
        gates=judge_gates(measures, broken, whole=whole),
        caught=caught,
        dummies=try_dummies([(s.truth, s.items) for s in sittings]) if whole else (),
        leaks=tuple(
            leak for s in sittings for trial in s.trials for leak in item_leaks(trial.item, s.truth)
        ),
        comparison=compare(baseline or Baseline(), trials),
        whole=whole,
        own=own,
        structural=structural,
        history=() if own else read_history(),
        seconds=time.perf_counter() - start,
        milliseconds=_percentiles([a.seconds for t in trials for a in t.attempts]),
    )


def default_folder() -> Path:
    """``eval/reports`` in a checkout; a folder of the working directory when installed."""
    package = Path(__file__).parent
    if (package.parent / "pyproject.toml").exists():
        return package / "reports"
    return Path.cwd() / "assistant-eval"


def _keep(run: Run, options: argparse.Namespace, console: Console) -> None:
    """Write the baseline and the trend, where that was asked for."""
    if options.write_baseline:
        write_baseline(updated(run.trials), options.baseline)
        console.print(f"基线 baseline: {options.baseline.name}")
    if (options.write_baseline or options.record) and not run.own:
        day = datetime.now(UTC).date().isoformat()
        failed = sum(not gate.passed for gate in run.gates)
        made = entry(len(run.trials), run.measures, label=__version__, day=day, failed=failed)
        record(made)
        console.print(f"趋势 trend: {HISTORY_FILE.name}")


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
