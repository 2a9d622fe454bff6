"""The report as a page a person enjoys reading: one file, no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from eval.page.charts import interval, note, trend
from eval.page.failures import SHOWN, anchor, failures
from eval.page.models import model_section
from eval.page.names import SLICES, in_chinese, meaning_of, name_of, value_of

TEMPLATE_FILE = Path(__file__).parent / "template.html"
_SHOWN_VARIANTS, _SHOWN_STRUCTURAL = 200, 40
_LONG = 8  # a longer table may go on in the next column


def render_page(data: Mapping[str, Any]) -> str:
    """The page for a report's data (``report.as_json``). All text is escaped."""
    there = _anchored(data)
    gates = sorted(data["gates"], key=lambda gate: gate["passed"])
    return Template(TEMPLATE_FILE.read_text(encoding="utf-8")).substitute(
        **_head(data),
        gates="".join(_gate(gate, there) for gate in gates),
        model=model_section(data["model"]) if data["model"] else "",
        slices="".join(_slices(title, data[f"by_{name}"]) for name, title in SLICES.items()),
        trend=trend(data["history"], _values(data)),
        trend_note=escape(note(data["history"], data["questions"])),
        changes=_changes(data["comparison"], there),
        failed_count=len(data["failed"]),
        failed=failures(data["failed"]),
        variant_count=len(data["failed_variants"]),
        variants=_variants(data) or _nothing(),
        structural=_structural(data["structural"]),
        mutations=_mutations(data["mutations"]),
        dummies="".join(map(_dummy, data["dummies"])),
        measures="".join(_measure(name, m) for name, m in data["measures"].items()),
    )


def _anchored(data: Mapping[str, Any]) -> frozenset[str]:
    """The questions that the page shows, so that it can lead to them."""
    shown = (
        *data["failed"][:SHOWN],
        *data["failed_variants"][:_SHOWN_VARIANTS],
        *data["structural"]["failed"][:_SHOWN_STRUCTURAL],
    )
    return frozenset(failed["id"] for failed in shown)


def _links(ids: Iterable[str], there: frozenset[str]) -> str:
    return " ".join(
        f'<a href="#{anchor(i)}">{escape(i)}</a>' if i in there else escape(i) for i in ids
    )


def _head(data: Mapping[str, Any]) -> dict[str, str]:
    broken = [gate for gate in data["gates"] if not gate["passed"]]
    total = len(data["gates"])
    verdict = f"通过：{total} 道门槛全部守住" if data["passed"] else "未通过"
    if broken:
        verdict = f"未通过：{total} 道门槛，{len(broken)} 道没有守住"
    milliseconds = data["milliseconds"]
    summary = (
        f"{data['questions']} 题，{data['asked']} 种问法，{data['seconds']} 秒；"
        f"单次回答（两线并行时）中位 {milliseconds.get('p50', '–')} 毫秒，"
        f"p95 {milliseconds.get('p95', '–')} 毫秒"
    )
    others = [line for line in data["failures"] if not line.startswith("gate ")]
    return {
        "verdict": escape(verdict),
        "verdict_class": "good" if data["passed"] else "bad",
        "summary": escape(summary),
        "reasons": _list((*map(_plainly, broken), *others)),
    }


def _plainly(gate: Mapping[str, Any]) -> str:
    """A broken gate in a sentence."""
    said = f"{name_of(gate['name'])}（{meaning_of(gate['name'])}）："
    if gate["mode"] == "zero":
        return f"{said}{gate['n']} 题中有 {int(gate['value'])} 题违反，一题也不许"
    word = "至少" if gate["wants"] == "high" else "至多"
    wanted = gate["limit"] if gate["mode"] == "bound" else gate["target"]
    bound = gate["low"] if gate["wants"] == "high" else gate["high"]
    judged = f"95 % 界为 {bound:.3f}" if gate["mode"] == "bound" else "按点值判"
    return f"{said}{_number(gate['value'])}，{judged}，要求{word} {wanted}"


def _values(data: Mapping[str, Any]) -> dict[str, float | None]:
    return {name: m["value"] for name, m in data["measures"].items()}


def _cells(*cells: object, css: str = "") -> str:
    row = "".join(f"<td>{escape(str(cell))}</td>" for cell in cells)
    return f'<tr class="{css}">{row}</tr>'


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _gate(gate: Mapping[str, Any], there: frozenset[str]) -> str:
    css, mark = ("good", "✓") if gate["passed"] else ("bad", "✗")
    zero = gate["mode"] == "zero"
    wanted = gate["limit"] if gate["mode"] == "bound" else gate["target"]
    relation = "≥" if gate["wants"] == "high" else "≤"
    value = f"{int(gate['value'])} 题" if zero else _number(gate["value"])
    rule = "一题也不许" if zero else f"{relation} {wanted}"
    judged = {"bound": "按 95 % 界", "point": "按点值", "zero": ""}[gate["mode"]]
    drawn = "" if zero else interval(gate["low"], gate["high"], gate["value"], wanted)
    links = _links(gate["ids"][:8], there)
    more = " …" if len(gate["ids"]) > 8 else ""
    return (
        f'<tr class="{css}"><td>{mark}</td><td><b>{escape(name_of(gate["name"]))}</b>'
        f"<small>{escape(meaning_of(gate['name']))}</small></td>"
        f'<td class="n">{value}</td><td>{rule}<small>{judged}</small></td>'
        f"<td>{drawn}{links}{more}</td><td class='n'>{gate['n']}</td></tr>"
    )


def _slices(title: str, slices: Mapping[str, Mapping[str, Any]]) -> str:
    rows = "".join(
        f"<tr><td>{escape(value_of(name))}</td><td class='n'>{_number(m['value'])}</td>"
        f"<td>{interval(m['low'], m['high'], m['value'])}</td><td class='n'>{m['n']}</td></tr>"
        for name, m in slices.items()
    )
    head = f"<tr><th>{escape(title)}</th><th>通过</th><th>95 % 区间</th><th>题</th></tr>"
    css = "slices long" if len(slices) > _LONG else "slices"
    return f"<table class='{css}'><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _measure(name: str, m: Mapping[str, Any]) -> str:
    known = name_of(name)
    shown = name if known == name else f"{known} {name}"
    return _cells(shown, _number(m["value"]), f"{m['low']:.3f} … {m['high']:.3f}", m["n"])


def _list(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _nothing() -> str:
    return '<p class="quiet">没有。</p>'


def _changes(comparison: Mapping[str, Any], there: frozenset[str]) -> str:
    if not comparison["n"]:
        return '<p class="quiet">还没有基线。</p>'
    line = (
        f"{comparison['n']} 题可比；通过率变化 {comparison['change']:+.3f} "
        f"[{comparison['low']:+.3f}, {comparison['high']:+.3f}]，"
        f"精确 McNemar p = {comparison['p']:.3f}"
    )
    lost, gained = comparison["newly_failed"], comparison["newly_passed"]
    return (
        f"<p>{escape(line)}</p><h3>新失败 <small>{len(lost)}</small></h3>"
        f"<p class='ids'>{_links(lost, there) or '没有。'}</p>"
        f"<h3>新通过 <small>{len(gained)}</small></h3>"
        f"<p class='ids'>{escape(' '.join(gained)) or '没有。'}</p>"
    )


def _variants(data: Mapping[str, Any]) -> str:
    """Wordings that failed where the question itself passed; its first one bears its anchor."""
    shown = data["failed_variants"][:_SHOWN_VARIANTS]
    first = {failed["id"]: at for at, failed in reversed(list(enumerate(shown)))}
    return "".join(_variant(one, is_first=first[one["id"]] == at) for at, one in enumerate(shown))


def _variant(failed: Mapping[str, Any], *, is_first: bool) -> str:
    asked = " → ".join(failed["turns"])
    named = f' id="{anchor(failed["id"])}"' if is_first else ""
    return (
        f"<details{named}><summary><code>{escape(failed['id'])}</code> {escape(asked)}"
        f"<span class='tag'>{escape(failed['variant'])}</span></summary>"
        f"{_list(map(in_chinese, failed['wrong']))}"
        f"<p>{escape(value_of(failed['status']))}：{escape(', '.join(failed['cited']))}</p>"
        f"<p class='quiet'>原问：{escape(', '.join(failed['original']))}</p></details>"
    )


def _structural(structural: Mapping[str, Any]) -> str:
    if not structural["questions"]:
        return '<p class="quiet">这次没有问。</p>'
    said = f"<p>{structural['questions']} 题。生成库与解析器同出一源，只证明完整，不证明理解。</p>"
    return (
        said
        + _slices("题型", structural["by_kind"])
        + failures(structural["failed"], _SHOWN_STRUCTURAL)
    )


def _mutations(mutations: Mapping[str, Any]) -> str:
    rows = "".join(
        _cells(name, mutations["caught"].get(name, 0), tried)
        for name, tried in mutations["tried"].items()
    )
    head = "<tr><th>改坏的办法</th><th>查出</th><th>共</th></tr>"
    return f"<table>{head}{rows}</table>" + _list(mutations["escaped"][:40])


def _dummy(dummy: Mapping[str, Any]) -> str:
    return _cells(dummy["name"], dummy["score"], "、".join(map(name_of, dummy["tripped"])))
