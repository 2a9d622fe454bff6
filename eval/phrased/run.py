"""``assistant eval --answerer llm`` and ``recorded``: what a model writes, judged."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eval.baseline import Baseline, compare
from eval.cassettes.cassette import Cassette, CassetteError, read_cassette, the_cassette
from eval.cassettes.live import live_model
from eval.cassettes.models import Recorded
from eval.gold import GoldItem
from eval.measures import measure
from eval.phrased.figures import Figures, figures, gates
from eval.phrased.sitting import Phrased, sit_with
from eval.report import Run
from eval.selftest import Caught
from eval.trial import Sitting, Tick, Trial

if TYPE_CHECKING:
    from assistant.answering.generative.prompts import Prompts


def run_with_model(
    items: Sequence[GoldItem],
    *,
    recorded: bool,
    cassette: Path | None = None,
    data_dir: Path | None = None,
    tick: Tick = lambda *_: None,
) -> Run:
    """Ask the model of the settings, or play back what was ``recorded``: then of ``items`` those
    that are in the cassette, by default the shipped one.

    Raises CassetteError where there is none, or none of its questions, or no model is set.
    """
    begun = time.perf_counter()
    if recorded:
        tape = read_cassette(cassette or the_cassette())
        phrased = sit_with(on_tape(items, tape), Recorded(tape), _prompts(), tick=tick)
        found = figures(
            phrased, model=tape.model, parameters=tape.parameters, recorded=tape.replies
        )
    else:
        model = live_model()
        phrased = sit_with(items, model, _prompts(), tick=tick, data_dir=data_dir)
        found = figures(phrased, model=model.name, parameters=model.parameters)
    if not phrased:
        raise CassetteError("no answer to any of these questions is phrased by a model")
    return _run(phrased, found, time.perf_counter() - begun)


def on_tape(items: Sequence[GoldItem], tape: Cassette) -> tuple[GoldItem, ...]:
    """Those that were recorded, in the order of the recording. Raises CassetteError."""
    by_id = {item.id: item for item in items}
    found = tuple(by_id[one] for one in tape.items if one in by_id)
    if not found:
        raise CassetteError("none of these questions has been recorded")
    return found


def _run(phrased: Sequence[Phrased], found: Figures, seconds: float) -> Run:
    sittings = _sittings(phrased)
    trials = [trial for sitting in sittings for trial in sitting.trials]
    return Run(
        sittings=sittings,
        measures=measure(trials),
        violations={},
        gates=gates(phrased, found),
        caught=Caught({}, {}, (), ()),
        dummies=(),
        leaks=(),
        comparison=compare(Baseline(), trials),
        whole=False,
        seconds=seconds,
        model=found,
    )


def _sittings(phrased: Sequence[Phrased]) -> tuple[Sitting, ...]:
    by_library: dict[str, list[Phrased]] = {}
    for one in phrased:
        by_library.setdefault(one.item.library, []).append(one)
    return tuple(
        Sitting(library, mine[0].truth, tuple(Trial(one.item, one.verified) for one in mine))
        for library, mine in by_library.items()
    )


def _prompts() -> Prompts:
    from assistant.llm import prompts_of
    from assistant.settings import load_settings

    return prompts_of(load_settings())
