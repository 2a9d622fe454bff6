"""``python -m eval.cassettes``: record what a real model writes, keep the cassette tidy."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import AssistantError
from eval.cassettes.cassette import FOLDER, CassetteError, the_cassette
from eval.cassettes.live import live_model
from eval.cassettes.record import prune, record, worn

_PATIENCE = 1800.0  # seconds for one reply: a model on a small machine writes ten tokens in one


def main(argv: Sequence[str] | None = None) -> int:
    """Run it; 0 when it is done, 1 when a cassette is worn, 2 when it cannot be done."""
    options = _options(argv)
    try:
        return int(_DO[options.do](options))
    except (CassetteError, AssistantError) as error:
        print(f"cassettes: {error}", file=sys.stderr)
        return 2


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.cassettes", description=__doc__)
    parser.add_argument("do", choices=sorted(_DO))
    parser.add_argument("--url", help="of a server that speaks OpenAI's chat completions")
    parser.add_argument("--model", help="the model's name on that server")
    parser.add_argument("--timeout", type=float, default=_PATIENCE, help="seconds for one reply")
    parser.add_argument("--most", type=int, help="questions; default: all")
    parser.add_argument(
        "--mend", action="store_true", help="only questions that the cassette has already"
    )
    parser.add_argument("--cassette", type=Path, help="default: the one in eval/cassettes")
    return parser.parse_args(argv)


def _record(options: argparse.Namespace) -> int:
    model = live_model(url=options.url, name=options.model, seconds=options.timeout)
    path = options.cassette or FOLDER / f"{_file_name(model.name)}.jsonl"
    new = record(
        model,
        path,
        most=options.most,
        mend=options.mend,
        tell=lambda line: print(line, flush=True),
    )
    print(f"{new} new replies in {path.name}")
    return 0


def _stale(options: argparse.Namespace) -> int:
    found = worn(options.cassette or the_cassette())
    for name, what in (("stale", found.stale), ("missing", found.missing), ("gone", found.gone)):
        for one in what:
            print(f"{name}  {one}")
    print(f"{len(found.stale)} stale, {len(found.missing)} missing, {len(found.gone)} gone")
    return 1 if found.stale or found.missing or found.gone else 0


def _prune(options: argparse.Namespace) -> int:
    found = prune(options.cassette or the_cassette())
    print(f"{len(found.stale)} replies and {len(found.gone)} questions removed")
    return 0


def _file_name(model: str) -> str:
    """A model's name as a file's: the last part of a path, in small letters."""
    return re.sub(r"[^a-z0-9.]+", "-", model.lower().rpartition("/")[2]).strip("-.") or "model"


_DO = {"record": _record, "stale": _stale, "prune": _prune}


if __name__ == "__main__":
    sys.exit(main())
