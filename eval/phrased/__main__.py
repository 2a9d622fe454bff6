"""``python -m eval.phrased``: the published table, from what was recorded; ``--write`` puts it into
the papers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from eval.cassettes.cassette import CassetteError
from eval.gold import load_gold
from eval.phrased.paper import block, publish
from eval.phrased.run import run_with_model


def main(argv: Sequence[str] | None = None) -> int:
    """Print it, or write it; 2 where nothing has been recorded."""
    parser = argparse.ArgumentParser(prog="python -m eval.phrased", description=__doc__)
    parser.add_argument("--write", action="store_true", help="into docs/evaluation*.md")
    options = parser.parse_args(argv)
    try:
        run = run_with_model(load_gold(), recorded=True)
    except CassetteError as error:
        print(f"phrased: {error}", file=sys.stderr)
        return 2
    assert run.model is not None  # noqa: S101 - a run with a model
    if options.write:
        publish(run.model)
    print(block(run.model, "zh"), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
