"""The weights and thresholds of content answers, one at a time, on the development questions.

Judged is the whole answer (cited, refused, complete), as ``assistant eval`` judges it. The
questions are split in two; each half is judged by the value that is best for the other half, so
that a gain is one on questions that the value was not chosen on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING
from unittest.mock import patch

from assistant.errors import AssistantError
from assistant.library.index import Index
from assistant.questions import understand
from assistant.retrieval import evidence, hybrid
from assistant.text.catalogue import Catalogue
from eval.external.halves import in_first_half
from eval.gold import GoldItem, load_gold
from eval.judge import judge
from eval.libraries import open_library
from eval.metrics import mcnemar
from eval.subject import Truth, read_truth

if TYPE_CHECKING:
    from assistant.service import Assistant

_SWEPT: tuple[tuple[ModuleType, str, tuple[float, ...]], ...] = (
    (hybrid, "FUSED_WEIGHT", (0.0, 0.3, 0.6, 0.9, 1.2)),
    (hybrid, "COVERAGE_WEIGHT", (0.5, 1.0, 1.5)),
    (hybrid, "KIND_WEIGHT", (0.0, 0.15, 0.3)),
    (hybrid, "VERB_WEIGHT", (0.0, 0.25, 0.5)),
    (hybrid, "BODY_WEIGHT", (0.0, 0.2, 0.4)),
    (hybrid, "NOTE_WEIGHT", (0.0, 0.3, 0.6)),
    (hybrid, "ENOUGH", (0.24, 0.34, 0.44)),
    (hybrid, "ENOUGH_IF_NAMED", (0.12, 0.22, 0.32)),
    (hybrid, "ENOUGH_IF_AGREED", (0.0, 0.08, 0.16)),
    (hybrid, "ENOUGH_FOR_A_VALUE", (0.5, 0.6, 0.7)),
    (evidence, "CLOSE", (0.9, 0.95, 1.0)),
)
_BY_CHANCE = 0.05  # of McNemar's test, above which a difference may be chance

Hits = list[tuple[str, float]]


@dataclass
class _Remembered:
    """An index that is asked each thing once: weights change nothing of what it finds."""

    index: Index
    found: dict[tuple[object, ...], Hits] = field(default_factory=dict)

    def search(self, query: str, limit: int, keys: Collection[str] | None = None) -> Hits:
        """See Index."""
        asked = (query, limit, None if keys is None else tuple(keys))
        if asked not in self.found:
            self.found[asked] = self.index.search(query, limit, keys)
        return self.found[asked]


@dataclass(frozen=True, slots=True)
class _Sitting:
    assistant: Assistant
    truth: Truth
    items: tuple[GoldItem, ...]

    def passed(self) -> list[bool]:
        """Whether each item's answer is right."""
        return [self._passes(item) for item in self.items]

    def _passes(self, item: GoldItem) -> bool:
        try:
            answer = self.assistant.ask(item.question)
        except AssistantError:
            return False
        return judge(item, answer, self.truth).passed


def sweeps() -> str:
    """A table of every value of every weight, and what was made of it."""
    with ExitStack() as held:
        sittings = tuple(_sittings(held))
        ids = [item.id for sitting in sittings for item in sitting.items]
        base = _passed(sittings)
        lines = [
            f"n = {len(ids)}; right as it is: {sum(base)} ({sum(base) / len(ids):.3f}).",
            "",
            "| constant | value: right of n | by halves | verdict |",
            "|---|---|---|---|",
        ]
        for module, name, values in _SWEPT:
            lines.append(_swept(sittings, ids, base, (module, name, values)))
            print(lines[-1], flush=True)
        return "\n".join(lines)


def _swept(
    sittings: Sequence[_Sitting],
    ids: Sequence[str],
    base: Sequence[bool],
    swept: tuple[ModuleType, str, tuple[float, ...]],
) -> str:
    module, name, values = swept
    kept = float(getattr(module, name))
    outcomes: dict[float, Sequence[bool]] = {}
    for value in sorted({*values, kept}):
        with patch.object(module, name, value):
            outcomes[value] = base if value == kept else _passed(sittings)
    cells = ", ".join(
        f"{'**' if value == kept else ''}{value:g}: {sum(right)}{'**' if value == kept else ''}"
        for value, right in outcomes.items()
    )
    crossed, chosen = _crossed(ids, outcomes, kept)
    gained = sum(new and not old for new, old in zip(crossed, base, strict=True))
    lost = sum(old and not new for new, old in zip(crossed, base, strict=True))
    p = mcnemar(gained, lost)
    halves = f"{chosen[0]:g} / {chosen[1]:g}: +{gained} −{lost}, p {p:.2f}"
    if gained > lost and p < _BY_CHANCE:
        verdict = "changing it would gain"
    else:
        flat = (
            max(map(sum, outcomes.values())) - min(map(sum, outcomes.values())) <= len(ids) // 100
        )
        verdict = "kept: flat" if flat else "kept: no other is better beyond chance"
    return f"| `{name}` | {cells} | {halves} | {verdict} |"


def _crossed(
    ids: Sequence[str], outcomes: dict[float, Sequence[bool]], kept: float
) -> tuple[list[bool], tuple[float, float]]:
    """Each half's outcomes by the value that is best for the other, and those values."""
    in_first = [in_first_half(identifier) for identifier in ids]

    def best_for(first: bool) -> float:
        def right(value: float) -> tuple[int, bool]:
            pairs = zip(outcomes[value], in_first, strict=True)
            return sum(r for r, half in pairs if half is first), value == kept

        return max(outcomes, key=right)

    by_first, by_second = best_for(True), best_for(False)
    crossed = [
        outcomes[by_second if half else by_first][place] for place, half in enumerate(in_first)
    ]
    return crossed, (by_first, by_second)


def _passed(sittings: Sequence[_Sitting]) -> list[bool]:
    return [right for sitting in sittings for right in sitting.passed()]


def _sittings(held: ExitStack) -> Iterator[_Sitting]:
    assistant = held.enter_context(open_library("samples"))
    library = assistant.library
    held.enter_context(patch.object(library, "dense", _Remembered(library.dense)))
    catalogue = Catalogue.of(library.records.summaries())
    mine = tuple(
        item
        for item in load_gold()
        if item.split == "dev"
        and item.library == "samples"
        and len(item.turns) == 1
        and understand(item.question, catalogue=catalogue).intent in ("content", "phrase")
    )
    yield _Sitting(assistant, read_truth(assistant), mine)
