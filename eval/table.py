"""The table a run prints."""

from __future__ import annotations

import math

from rich.console import Console
from rich.table import Table

from eval.gates import Gate
from eval.measures import passed_by_kind
from eval.phrased.table import print_model
from eval.report import Run
from eval.slices import SLICES

_SHOWN = 12  # failed ids printed; the page has them all


def print_run(run: Run, console: Console) -> None:
    """Gates, slices and what failed, for a terminal."""
    console.print(_gates(run))
    console.print(_slices(run, "库 Libraries", "library"))
    console.print(_slices(run, "题型 Kinds", "kind"))
    if run.structural:
        apart = passed_by_kind(run.structural.trials, lambda item: item.library)["generated"]
        console.print(f"结构题 structural: {apart.n} asked, {apart.value:.2%} passed")
    if run.model:
        print_model(run.model, console)
    else:
        _selftest(run, console)
    _failed(run, console)
    asked = sum(len(t.attempts) for t in run.trials)
    verdict = "[bold red]未通过 FAILED[/]" if run.failures else "[bold green]通过 passed[/]"
    console.print(
        f"{verdict} · {len(run.trials)} questions, {asked} wordings, {run.seconds:.0f} s, "
        f"p50 {run.milliseconds.get('p50', 0):.1f} ms, p95 {run.milliseconds.get('p95', 0):.1f} ms"
    )
    for failure in run.failures:
        console.print(f"  ✗ {failure}", style="red", markup=False)


def _selftest(run: Run, console: Console) -> None:
    caught = run.caught.measure
    console.print(
        f"变异 mutations: {caught.n} tried, {caught.value:.2%} caught · "
        f"假答者 dummies: " + ", ".join(f"{d.name} {d.score:.2f}" for d in run.dummies)
    )


def _gates(run: Run) -> Table:
    table = Table(title="门槛 Gates")
    for heading in ("measure", "value", "95 %", "n", "wanted", "judged by", ""):
        table.add_column(heading)
    for gate in run.gates:
        table.add_row(*_row(gate))
    return table


def _row(gate: Gate) -> tuple[str, ...]:
    mark = "[green]✓[/]" if gate.passed else "[red]✗[/]"
    if gate.mode == "zero":
        return (gate.name, f"{gate.value:.0f}", "", str(gate.n), "0", "zero", mark)
    relation = "≥" if gate.wants == "high" else "≤"
    value = "–" if math.isnan(gate.value) else f"{gate.value:.3f}"
    wanted = gate.limit if gate.mode == "bound" else gate.target
    missed = "" if gate.target_met else f", target {gate.target:.2f} missed"
    return (
        gate.name,
        value,
        f"{gate.low:.3f} … {gate.high:.3f}",
        str(gate.n),
        f"{relation} {wanted:.2f}",
        gate.mode + missed,
        mark,
    )


def _slices(run: Run, title: str, by: str) -> Table:
    table = Table(title=title)
    for heading in (by, "passed", "95 %", "n"):
        table.add_column(heading)
    for name, measure in passed_by_kind(run.trials, SLICES[by]).items():
        interval = f"{measure.low:.2f} … {measure.high:.2f}"
        table.add_row(name, f"{measure.value:.3f}", interval, str(measure.n))
    return table


def _failed(run: Run, console: Console) -> None:
    failed = [t for t in run.trials if not t.original.passed]
    for trial in failed[:_SHOWN]:
        verdict = trial.original.verdict
        why = "; ".join((*verdict.wrong, *(f.message for f in verdict.findings)))
        console.print(
            f"✗ {trial.item.id}  {' → '.join(trial.item.turns)}\n    {why}",
            markup=False,
            highlight=False,
        )
    if len(failed) > _SHOWN:
        console.print(f"… and {len(failed) - _SHOWN} more, in the report")
    if run.comparison.newly_failed:
        console.print("newly failed: " + ", ".join(run.comparison.newly_failed), style="red")
