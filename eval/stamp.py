"""``python -m eval.stamp``: write the fingerprints of gold paragraphs into the gold files.

To be run after the gold or a paragraph changed, and only once the change has been looked at.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from eval.gold import GOLD_FOLDER, read_item
from eval.sample import open_sample
from eval.subject import Truth, read_truth, text_sha


def stamp_line(line: str, truth: Truth) -> str:
    """``line`` with ``text_sha`` filled in for every gold paragraph that the library holds."""
    item = read_item(line)
    raw = json.loads(line)
    raw["text_sha"] = {
        key: text_sha(truth.paragraphs[key].text)
        for key in sorted(item.keys)
        if key in truth.paragraphs
    }
    return json.dumps(raw, ensure_ascii=False)


def stamp(folder: Path, truth: Truth) -> int:
    """Stamp every gold file of ``folder``; how many lines changed."""
    changed = 0
    for path in sorted(folder.glob("*.jsonl")):
        old = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        new = [stamp_line(line, truth) for line in old]
        changed += sum(a != b for a, b in zip(old, new, strict=True))
        path.write_text("".join(f"{line}\n" for line in new), encoding="utf-8")
    return changed


def main() -> int:
    """Stamp the shipped gold against the sample library."""
    with open_sample() as assistant:
        print(f"{stamp(GOLD_FOLDER, read_truth(assistant))} gold lines changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
