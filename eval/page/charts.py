"""Small drawings in SVG: a trend over runs, an interval beside its limit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from eval.page.names import meaning_of, name_of

TREND = (
    "passed",
    "exact_set",
    "refusal_recall",
    "over_refusal",
    "false_premise_accepted",
    "wrong_answers",
    "mrr@10",
    "generated:exact_set",
)
_WIDTH, _HEIGHT, _EDGE = 180, 44, 4


def trend(history: Sequence[Mapping[str, Any]], now: Mapping[str, float | None]) -> str:
    """A small line for each measure over the runs recorded, this one last."""
    runs = [*history, {"date": "now", "measures": now}]
    return "".join(_figure(name, runs) for name in TREND)


def note(history: Sequence[Mapping[str, Any]], questions: int) -> str:
    """Over how many runs the lines go, and whether they asked the same number of questions."""
    if not history:
        return "还没有记录过的运行；--record 会记下一次。"
    sizes = [*(run["questions"] for run in history), questions]
    changed = [size for at, size in enumerate(sizes) if at == 0 or size != sizes[at - 1]]
    said = f"记录过 {len(history)} 次运行，最右是这一次。"
    if len(changed) > 1:
        said += f"题数有变（{' → '.join(map(str, changed))}），题目不同，前后不全可比。"
    return said


def _figure(name: str, runs: Sequence[Mapping[str, Any]]) -> str:
    known = [
        (at, value)
        for at, run in enumerate(runs)
        if (value := run["measures"].get(name)) is not None
    ]
    if not known:
        return ""
    first, last = known[0][1], known[-1][1]
    words = f"{name_of(name)}：{len(known)} 次运行，从 {first:.3f} 到 {last:.3f}"
    since = f"{runs[known[0][0]]['date']} {first:.3f} → " if len(known) > 1 else ""
    return (
        f'<figure title="{escape(meaning_of(name))}"><figcaption>{escape(name_of(name))}'
        f"<b>{last:.3f}</b></figcaption>{sparkline(known, len(runs), words)}"
        f"<small>{escape(since)}这一次</small></figure>"
    )


def sparkline(points: Sequence[tuple[int, float]], runs: int, words: str) -> str:
    """A line through ``points`` (number of the run, value), scaled to what they span; ``words`` say
    the same to who cannot see it."""
    values = [value for _, value in points]
    low, high = min(values), max(values)
    span = max(high - low, 0.02)  # two hundredths fill the height: less is noise
    middle = (low + high) / 2
    step = (_WIDTH - 2 * _EDGE) / max(1, runs - 1)

    def place(at: int, value: float) -> str:
        height = (_HEIGHT - 2 * _EDGE) * ((value - middle) / span + 0.5)
        return f"{_EDGE + at * step:.1f},{_HEIGHT - _EDGE - height:.1f}"

    line = " ".join(place(at, value) for at, value in points)
    x, y = place(*points[-1]).split(",")
    return (
        f'<svg class="spark" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(words)}"><polyline points="{line}"/>'
        f'<circle cx="{x}" cy="{y}" r="3.5"/></svg>'
    )


def interval(low: float, high: float, value: float | None, limit: float | None = None) -> str:
    """A share from 0 to 1 with its interval, and the limit that it is held to."""
    if value is None:
        return ""
    left, right = (100 * max(0.0, min(1.0, end)) for end in (low, high))
    point = 100 * max(0.0, min(1.0, value))
    tick = "" if limit is None else f'<line class="limit" x1="{100 * limit:.1f}" y1="0" '
    tick += "" if limit is None else f'x2="{100 * limit:.1f}" y2="16"/>'
    return (
        '<svg class="interval" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">'
        f'<line class="axis" x1="0" y1="8" x2="100" y2="8"/>'
        f'<rect x="{left:.1f}" y="4" width="{max(right - left, 0.6):.1f}" height="8" rx="1"/>{tick}'
        f'<line class="point" x1="{point:.1f}" y1="2" x2="{point:.1f}" y2="14"/></svg>'
    )
