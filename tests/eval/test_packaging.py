"""The wheel carries the evaluation: to judge offline is one of the ways to use it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_built_wheel_has_the_gold_the_libraries_and_the_page(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path)]
    done = subprocess.run([*build, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "eval"
    wanted = [
        path.relative_to(ROOT).as_posix()
        for pattern in (
            "*.py", "*.json", "*.jsonl", "sentences.txt", "gold/*.jsonl", "libraries/**/*.txt",
            "generator/*.py", "page/*",
        )
        for path in package.glob(pattern)
        if path.is_file()
    ]  # fmt: skip
    assert len(wanted) > 80
    assert [name for name in wanted if name not in held] == []
    assert not any(name.startswith(("eval/reports", "tests/")) for name in held)
