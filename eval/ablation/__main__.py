"""Run the sections that are named, or all, and put their tables into ``ablations.md``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.errors import AssistantError
from eval.ablation import likeness_tables, weights
from eval.ablation.asked_with import table as asked_with
from eval.ablation.trials import Trial, opened_trials
from eval.ablation.writing import FILE, SECTIONS, replaced
from eval.gold import GoldError, load_gold
from eval.sample import open_sample

_TABLES: dict[str, Callable[[Sequence[Trial]], str]] = {
    "vector": likeness_tables.directions,
    "prefix": likeness_tables.prefixes,
    "windows": likeness_tables.window_table,
    "feedback": likeness_tables.feedback,
    "tokens": likeness_tables.token_table,
    "fusion": likeness_tables.fusions,
    "english": likeness_tables.english,
    "noise": likeness_tables.noise,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run it; 0, or 2 when it cannot be run."""
    parser = argparse.ArgumentParser(prog="python -m eval.ablation", description=__doc__)
    parser.add_argument("sections", nargs="*", help=", ".join(SECTIONS))
    parser.add_argument("--external", type=Path, help="folder of the external sets")
    parser.add_argument("--data-dir", type=Path, help="where vectors are kept")
    options = parser.parse_args(argv)
    sections = options.sections or list(SECTIONS)
    if unknown := set(sections) - set(SECTIONS):
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    wanted = [name for name in sections if name in _TABLES]
    if wanted and not (options.external and options.data_dir):
        parser.error("--external and --data-dir are needed for " + ", ".join(wanted))
    try:
        if "asked" in sections:
            with open_sample() as assistant:
                _put("asked", asked_with(assistant.library, load_gold()))
        if "weights" in sections:
            _put("weights", weights.sweeps())
        if wanted:
            with opened_trials(options.external, options.data_dir) as trials:
                plain = [trial for trial in trials if not trial.mixed]
                for name in wanted:
                    _put(name, _TABLES[name](trials if name == "vector" else plain))
    except (GoldError, AssistantError) as error:
        print(f"ablation: {error}", file=sys.stderr)
        return 2
    return 0


def _put(section: str, table: str) -> None:
    FILE.write_text(replaced(FILE.read_text(encoding="utf-8"), section, table), encoding="utf-8")
    print(f"## {section}\n{table}\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
