"""``python -m eval.stamp``: write the fingerprints of gold paragraphs into the gold files.

To be run after the gold or a paragraph changed, and only once the change has been looked at.
``--gold FILE --data-dir DIR`` stamps questions of one's own against a library of one's own.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from eval.gold import GOLD_FOLDER, read_items
from eval.libraries import open_library
from eval.subject import Truth, read_truth, text_sha

_STAMPED = ("samples", "forms")  # what a query finds in the generated library is never written down


def stamp_line(line: str, truth: Truth, library: str | None = None) -> str:
    """``line`` with ``text_sha`` filled in for every gold paragraph that the library holds.

    Left as it is where its question is of another ``library``.
    """
    items = read_items(line)
    if library is not None and items[0].library != library:
        return line
    raw = json.loads(line)
    raw["text_sha"] = {
        key: text_sha(truth.paragraphs[key].text)
        for key in sorted({key for item in items for key in item.keys})
        if key in truth.paragraphs
    }
    return json.dumps(raw, ensure_ascii=False)


def stamp(source: Path, truth: Truth, library: str | None = None) -> int:
    """Stamp a gold file, or every one of a folder; how many lines changed."""
    changed = 0
    for path in sorted(source.glob("*.jsonl")) if source.is_dir() else [source]:
        old = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        new = [stamp_line(line, truth, library) for line in old]
        changed += sum(a != b for a, b in zip(old, new, strict=True))
        path.write_text("".join(f"{line}\n" for line in new), encoding="utf-8")
    return changed


def main(argv: Sequence[str] | None = None) -> int:
    """Stamp the shipped gold against its libraries, or one's own against one's own."""
    parser = argparse.ArgumentParser(prog="python -m eval.stamp", description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD_FOLDER)
    parser.add_argument("--data-dir", type=Path)
    options = parser.parse_args(argv)
    changed = 0
    for library in _STAMPED if options.data_dir is None else ("own",):
        with open_library(library, options.data_dir) as assistant:
            of = None if options.data_dir else library
            changed += stamp(options.gold, read_truth(assistant), of)
    print(f"{changed} gold lines changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
