"""The external figures for a terminal."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table


def print_external(data: dict[str, Any], console: Console) -> None:
    """Both tables of :func:`eval.external.run.as_json`."""
    table = Table(title="外部题集 External sets")
    for heading in ("set", "measure", "value", "95 %", "best known", ""):
        table.add_column(heading)
    for task in data["ranked"]:
        for measure in task["measures"]:
            best = measure["best"]
            mark = "" if best is None else "✗" if measure["name"] in task["missed"] else "✓"
            table.add_row(
                f"{task['name']} (n = {measure['n']})",
                measure["name"],
                f"{measure['value']:.3f}",
                interval(measure),
                "" if best is None else f"{best:.3f}",
                mark,
            )
        table.add_section()
    console.print(table)
    console.print(_refusing(data))


def _refusing(data: dict[str, Any]) -> Table:
    table = Table(title="NoMIRACL-zh · GPT-4 0.564 / 0.956")
    for heading in ("rule", "refused of the unanswerable", "answered of the answerable"):
        table.add_column(heading)
    for each in data["refused"]:
        table.add_row(each["rule"], *(figure(each[name]) for name in ("refused", "answered")))
    return table


def figure(measure: dict[str, Any]) -> str:
    """A figure with its interval and number of questions."""
    return f"{measure['value']:.3f} ({interval(measure)}, n = {measure['n']})"


def interval(measure: dict[str, Any]) -> str:
    """The 95 % interval."""
    return f"{measure['low']:.3f} … {measure['high']:.3f}"
