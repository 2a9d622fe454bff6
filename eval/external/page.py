"""The external figures as a page."""

from __future__ import annotations

from html import escape
from typing import Any

from eval.external.table import figure, interval

_STYLE = """
body { font: 16px/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 56rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ccc }
td.number { font-variant-numeric: tabular-nums }
tr.missed { background: #fde8e8 }
@media (prefers-color-scheme: dark) {
  body { background: #16181d; color: #e6e6e6 } tr.missed { background: #4a2020 }
}
"""


def render_page(data: dict[str, Any]) -> str:
    """A whole page of :func:`eval.external.run.as_json`."""
    return (
        '<!doctype html><html lang="zh"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>外部题集 External sets</title><style>{_STYLE}</style>"
        f"<h1>外部题集 <small>External sets</small></h1>{section(data)}</html>\n"
    )


def section(data: dict[str, Any]) -> str:
    """The figures alone, for a page that shows others too."""
    rows = "".join(_rows(task) for task in data["ranked"])
    refusals = "".join(
        f"<tr><td>{escape(each['rule'])}<td class=number>{figure(each['refused'])}"
        f"<td class=number>{figure(each['answered'])}"
        for each in data["refused"]
    )
    return (
        f"<p>{escape(data['embedder'])} · {data['seconds']:.0f} s</p>"
        "<table><thead><tr><th>题集 set<th>指标 measure<th>结果 value<th>95 %<th>n"
        f"<th>已知最好 best known</thead><tbody>{rows}</tbody></table>"
        "<h2>拒答 Refusing (NoMIRACL-zh)</h2><p>GPT-4: .564 / .956</p>"
        "<table><thead><tr><th>规则 rule<th>无答案而拒答 refused<th>有答案而作答 answered</thead>"
        f"<tbody>{refusals}</tbody></table>"
    )


def _rows(task: dict[str, Any]) -> str:
    return "".join(
        f"<tr{' class=missed' if each['name'] in task['missed'] else ''}>"
        f"<td>{escape(task['name'])}<td>{escape(each['name'])}"
        f"<td class=number>{each['value']:.3f}<td class=number>{interval(each)}"
        f"<td class=number>{each['n']}"
        f"<td class=number>{'–' if each['best'] is None else format(each['best'], '.3f')}"
        for each in task["measures"]
    )
