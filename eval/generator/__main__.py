"""Write a generated library to a folder.

    python -m eval.generator --resolutions 5000 --seed 7 --to FOLDER
        [--forms modern,parts] [--lang zh,en]

Beside the texts, ``truth.jsonl`` holds one truth a line, with the name of its file. One resolution
is in memory at a time, and the same arguments write the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from eval.generator.library import ALL_FORMS, resolutions


def write(to: Path, seed: int, count: int, forms: tuple[str, ...], langs: tuple[str, ...]) -> int:
    """Write the library to the folder ``to``; how many files it has."""
    unknown = set(forms) - set(ALL_FORMS)
    if unknown:
        raise ValueError(f"unknown forms: {', '.join(sorted(unknown))}")
    to.mkdir(parents=True, exist_ok=True)
    wanted = tuple(form for form in ALL_FORMS if form in forms)
    files = 0
    with (to / "truth.jsonl").open("w", encoding="utf-8", newline="\n") as truths:
        for file in resolutions(seed, count, forms=wanted, langs=langs):
            (to / file.name).write_text(file.text, encoding="utf-8", newline="\n")
            files += 1
            for truth in file.truths:
                record = {"name": file.name} | truth.record()
                truths.write(json.dumps(record, ensure_ascii=False, default=str) + "\n")
    return files


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(prog="python -m eval.generator", description=__doc__)
    parser.add_argument("--resolutions", type=int, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--forms", default=",".join(ALL_FORMS))
    parser.add_argument("--lang", default="zh")
    given = parser.parse_args()
    forms, langs = tuple(given.forms.split(",")), tuple(given.lang.split(","))
    try:
        files = write(given.to, given.seed, given.resolutions, forms, langs)
    except ValueError as error:
        sys.exit(str(error))
    print(f"{files} files, {given.to / 'truth.jsonl'}")


if __name__ == "__main__":
    main()
