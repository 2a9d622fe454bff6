"""The report as a page a person enjoys reading: one file, no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

TEMPLATE_FILE = Path(__file__).parent / "report.html"
_TREND = ("passed", "exact_set", "mrr@10", "refusal_recall")
_NAMES = {
    "citation_validity": "引文有效",
    "quote_fidelity": "引语逐字",
    "slots": "数字、日期、机构、动词有据",
    "closed_words": "连接词限于清单",
    "supported": "句句有引文",
    "needed": "引文皆有用",
    "text": "正文与各句一致",
    "recount": "计数复核",
    "lookup": "按编号查找",
    "injection": "不受指令左右",
    "determinism": "同问同答",
    "fresh_gold": "题库未过时",
    "traditional": "繁体",
    "full_width": "全角",
    "exact_set": "清单完整无误",
    "group_recall@10": "检索召回",
    "mrr@10": "检索排序",
    "citation_recall": "引文召回",
    "citation_precision": "引文精度",
    "refusal_recall": "该拒则拒",
    "over_refusal": "误拒",
    "false_premise_accepted": "误信假前提",
    "wrong_answers": "答错",
    "loss:typo": "错字损失",
    "loss:filler": "客套损失",
    "loss:numerals": "数字写法损失",
    "loss:symbol": "文号写法损失",
    "english_loss": "英文损失",
    "follow_up_gap": "追问差距",
    "mutations_caught": "变异查出",
}


def render_page(data: Mapping[str, Any]) -> str:
    """The page for a report's data (``report.as_json``). All text is escaped."""
    return Template(TEMPLATE_FILE.read_text(encoding="utf-8")).substitute(
        verdict="通过" if data["passed"] else "未通过",
        verdict_class="good" if data["passed"] else "bad",
        summary=escape(
            f"{data['questions']} 题，{data['asked']} 种问法，{data['seconds']} 秒；"
            f"单次回答（两线并行时）中位 {data['milliseconds'].get('p50', '–')} 毫秒，"
            f"p95 {data['milliseconds'].get('p95', '–')} 毫秒"
        ),
        reasons=_list(data["failures"]),
        gates="".join(map(_gate, data["gates"])),
        kinds="".join(_slice(name, m) for name, m in data["by_kind"].items()),
        splits="".join(_slice(name, m) for name, m in data["by_split"].items()),
        regressions=_regressions(data["comparison"]),
        trend=_trend([*data["history"], {"label": "now", "measures": _values(data)}]),
        failed_count=len(data["failed"]),
        failed="".join(map(_failure, data["failed"])) or _nothing(),
        variant_count=len(data["failed_variants"]),
        variants="".join(map(_variant, data["failed_variants"])) or _nothing(),
        mutations=_mutations(data["mutations"]),
        dummies="".join(map(_dummy, data["dummies"])),
        measures="".join(_measure(name, m) for name, m in data["measures"].items()),
    )


def _values(data: Mapping[str, Any]) -> dict[str, float | None]:
    return {name: m["value"] for name, m in data["measures"].items()}


def _cells(*cells: object, css: str = "") -> str:
    row = "".join(f"<td>{escape(str(cell))}</td>" for cell in cells)
    return f'<tr class="{css}">{row}</tr>'


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _gate(gate: Mapping[str, Any]) -> str:
    css = "good" if gate["passed"] else "bad"
    name = f"{_NAMES.get(gate['name'], '')} {gate['name']}"
    mark = "✓" if gate["passed"] else "✗"
    if gate["mode"] == "zero":
        broken = ", ".join(gate["ids"][:8]) + (" …" if len(gate["ids"]) > 8 else "")
        return _cells(mark, name, int(gate["value"]), "0", broken, gate["n"], css=css)
    wanted = gate["limit"] if gate["mode"] == "bound" else gate["target"]
    relation = "≥" if gate["wants"] == "high" else "≤"
    interval = f"{gate['low']:.3f} … {gate['high']:.3f}"
    judged = "95 % 界" if gate["mode"] == "bound" else "点值"
    value = _number(gate["value"])
    return _cells(
        mark, name, value, f"{relation} {wanted}（{judged}）", interval, gate["n"], css=css
    )


def _slice(name: str, m: Mapping[str, Any]) -> str:
    share = 0.0 if m["value"] is None else m["value"]
    return (
        f"<tr><td>{escape(name)}</td><td>{share:.3f}</td><td>{m['n']}</td>"
        f'<td class="bar"><i style="width:{100 * share:.1f}%"></i></td></tr>'
    )


def _measure(name: str, m: Mapping[str, Any]) -> str:
    return _cells(name, _number(m["value"]), f"{m['low']:.3f} … {m['high']:.3f}", m["n"])


def _list(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _nothing() -> str:
    return '<p class="quiet">没有。</p>'


def _regressions(comparison: Mapping[str, Any]) -> str:
    if not comparison["n"]:
        return '<p class="quiet">还没有基线。</p>'
    line = (
        f"{comparison['n']} 题可比：新失败 {len(comparison['newly_failed'])}，"
        f"新通过 {len(comparison['newly_passed'])}；通过率变化 {comparison['change']:+.3f} "
        f"[{comparison['low']:+.3f}, {comparison['high']:+.3f}]，"
        f"精确 McNemar p = {comparison['p']:.3f}"
    )
    return f"<p>{escape(line)}</p>" + _list(comparison["newly_failed"])


def _trend(history: Sequence[Mapping[str, Any]]) -> str:
    """A small line for each measure over the baselines ever written, this run last."""
    return "".join(_trend_line(name, [h["measures"].get(name) for h in history]) for name in _TREND)


def _trend_line(name: str, values: Sequence[float | None]) -> str:
    known = [(i, v) for i, v in enumerate(values) if v is not None]
    if not known:
        return ""
    step = 200 / max(1, len(values) - 1)
    points = " ".join(f"{4 + i * step:.1f},{44 - 40 * v:.1f}" for i, v in known)
    last_i, last = known[-1]
    return (
        f'<figure><svg viewBox="0 0 208 48" role="img" aria-label="{escape(name)}">'
        f'<polyline points="{points}"/>'
        f'<circle cx="{4 + last_i * step:.1f}" cy="{44 - 40 * last:.1f}" r="3"/></svg>'
        f"<figcaption>{escape(name)} {last:.3f}</figcaption></figure>"
    )


def _failure(failed: Mapping[str, Any]) -> str:
    gold = "".join(
        f"<dt>{escape(key)}</dt><dd>{escape(text)}</dd>"
        for key, text in failed["gold_texts"].items()
    )
    asked = " → ".join(failed["turns"])
    wanted = " ; ".join(" | ".join(group) for group in failed["groups"])
    return (
        f"<details><summary><b>{escape(failed['id'])}</b> {escape(asked)}</summary>"
        f"{_list(failed['wrong'])}<div class='two'><section><h4>回答（{escape(failed['status'])}，"
        f"{escape(failed['intent'])}）</h4><pre>{escape(failed['answer'])}</pre>"
        f"<p>{escape(', '.join(failed['cited']))}</p></section>"
        f"<section><h4>应为（{escape(failed['expected'])}）</h4><p>{escape(wanted)}</p>"
        f"<dl>{gold}</dl><p class='quiet'>{escape(failed['reason'])}</p></section></div></details>"
    )


def _variant(failed: Mapping[str, Any]) -> str:
    asked = " → ".join(failed["turns"])
    return (
        f"<details><summary><b>{escape(failed['id'])}</b> <i>{escape(failed['variant'])}</i> "
        f"{escape(asked)}</summary>{_list(failed['wrong'])}"
        f"<p>{escape(failed['status'])}：{escape(', '.join(failed['cited']))}</p>"
        f"<p class='quiet'>原问：{escape(', '.join(failed['original']))}</p></details>"
    )


def _mutations(mutations: Mapping[str, Any]) -> str:
    rows = "".join(
        _cells(name, mutations["caught"].get(name, 0), tried)
        for name, tried in mutations["tried"].items()
    )
    return f"<table><tr><th>变异</th><th>查出</th><th>共</th></tr>{rows}</table>" + _list(
        mutations["escaped"][:40]
    )


def _dummy(dummy: Mapping[str, Any]) -> str:
    return _cells(dummy["name"], dummy["score"], ", ".join(dummy["tripped"]))
