"""How far long work has come, drawn on stderr."""

from __future__ import annotations

from types import TracebackType
from typing import Final, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from assistant.cli.language import in_language
from assistant.types import Lang

_STEPS: Final[dict[str, tuple[str, str]]] = {
    "reading": ("读取文件", "Reading files"),
    "embedding": ("计算向量", "Embedding"),
    "lexical": ("建立全文索引", "Building the lexical index"),
    "dense": ("建立向量索引", "Building the dense index"),
}


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        """The rate of the last seconds, or in the end of all of it."""
        rate = task.finished_speed or task.speed
        return Text("" if rate is None else f"{rate:,.1f}/s")


class ProgressBars:
    """One bar for each step with its rate and the time left, shown only once there is something
    to tell; none where it is to be ``quiet``."""

    def __init__(self, lang: Lang | None = None, *, quiet: bool = False) -> None:
        self._lang = lang
        self._quiet = quiet
        self._bars: dict[str, TaskID] = {}
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bars:
            self._progress.stop()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Moves the bar of ``step``, the first call starting it."""
        if self._quiet:
            return
        if not self._bars:
            self._progress.start()
        if step not in self._bars:
            name = in_language(self._lang, *_STEPS.get(step, (step, step)))
            self._bars[step] = self._progress.add_task(name, total=total)
        self._progress.update(self._bars[step], completed=done, total=total)
