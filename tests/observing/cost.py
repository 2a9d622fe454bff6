"""What logs, metrics and traces cost: ``python -m tests.observing.cost [--record]``.

One structural question of the sample library, asked again and again with and without them, in turn,
in one process. Only the ratio of the processor's time is told: milliseconds are of a machine, and
what else it does is not our cost. ``--record`` writes it into
docs/operating*.md.
"""

from __future__ import annotations

import io
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from structlog.contextvars import bound_contextvars

from assistant.observing.logs import logging_to_stderr
from assistant.observing.metrics import Metrics
from assistant.observing.notes import RequestNote
from assistant.observing.observing import Observing
from assistant.observing.traces import Traces
from assistant.service import Assistant
from assistant.settings import load_settings

QUESTION: Final = "第75/45号决议执行部分第14段是什么"
TIMES: Final = 400
_DOCS: Final = Path(__file__).parents[2] / "docs"
PLACE: Final = re.compile(r"(<!-- cost -->\n).*?(<!-- /cost -->)", re.DOTALL)
_SAID: Final = {
    "operating.md": "在同一次运行中交替提问 {n} 次，一个结构性问题所用的处理器时间（中位数）："
    "日志和指标 {a} 倍，再加追踪 {b} 倍（不记录时为 1）。",
    "operating.en.md": "One structural question asked {n} times in turn within one run takes, by "
    "the median, {a} times as much of the processor's time with logs and metrics, and {b} times "
    "with traces too (1: with none of them).",
}


def measured(times: int = TIMES) -> tuple[float, float]:
    """How many times as much of the processor's time an answer takes with logs and metrics, and
    with traces beside."""
    plain = Observing()
    counting = Observing(Metrics())
    tracing = Observing(Metrics(), Traces(SimpleSpanProcessor(InMemorySpanExporter())))
    settings = load_settings({}, data_dir=tempfile.mkdtemp(), embedder="hashing", log_format="json")
    took: dict[str, list[float]] = {"none": [], "some": [], "all": []}
    with Assistant.open(settings) as opened, logging_to_stderr(settings, io.StringIO()):
        library = opened.library
        some = Assistant(library, settings, observer=counting.answered)
        every = Assistant(library, settings, observer=tracing.answered)
        ways: dict[str, Callable[[], None]] = {
            "none": lambda: _ask(opened, plain, log=False),
            "some": lambda: _ask(some, counting),
            "all": lambda: _ask(every, tracing),
        }
        for n in range(times + times // 10):
            for name, ask in ways.items():
                begun = time.thread_time()
                ask()
                if n >= times // 10:  # the first ones load what all need
                    took[name].append(time.thread_time() - begun)
    none, one, both = (statistics.median(took[name]) for name in ("none", "some", "all"))
    return one / none, both / none


def _ask(assistant: Assistant, observing: Observing, *, log: bool = True) -> None:
    if not log:
        assistant.ask(QUESTION)
        return
    with bound_contextvars(request_id="f00d"):
        note = RequestNote("POST", "/api/v1/ask", 200, 0.01, "f00d", "-")
        if observing.traces is None:
            assistant.ask(QUESTION)
        else:
            with observing.traces.request({}) as span:
                assistant.ask(QUESTION)
                span.end(note)
        observing.requested(note)


def main() -> None:
    """Measures, prints, and with ``--record`` writes it down."""
    some, every = measured()
    for name, words in _SAID.items():
        said = words.format(n=TIMES, a=f"{some:.2f}", b=f"{every:.2f}")
        sys.stdout.write(f"{said}\n")
        if "--record" in sys.argv:
            page = _DOCS / name
            text = page.read_text(encoding="utf-8")
            page.write_text(PLACE.sub(rf"\g<1>{said}\n\g<2>", text), encoding="utf-8")


if __name__ == "__main__":
    main()
