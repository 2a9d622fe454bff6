"""Makes the library that a version of this program writes, to prove that later ones open it.

    python -m tests.library.make_version_specimen NAME [COMMIT]

The program of COMMIT (default: HEAD), from the repository's history, loads the sample library,
answers two questions of one conversation, makes a key where it has such, and stops. Its data folder
goes to versions/NAME.tar.xz, together with what it said. To be run once, at a release and when what
is kept changes (the name begins with the next number), and never again for the same name: the file
is evidence. test_versions wants a specimen of the newest revision of the tables.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Final

VERSIONS: Final = Path(__file__).parent / "versions"
TOLD: Final = "told.json"

# Run by the program of that version: only what every version has.
_FILLING: Final = """
import hashlib, json, sys
from pathlib import Path
from assistant.service import Assistant
from assistant.settings import load_settings

folder = Path(sys.argv[1])
with Assistant.open(load_settings({}, data_dir=folder / "data", embedder="hashing")) as assistant:
    first = assistant.ask("第75/45号决议请秘书长做什么？")
    second = assistant.ask("那72/31呢？", conversation_id=first.conversation_id)
    held = [assistant.read(one.symbol) for one in assistant.resolutions()]
    access = getattr(assistant, "access", None)
    key = access.keys.create("of a specimen", "read").secret if access else None
told = {
    "conversation": first.conversation_id,
    "key": key,
    "answers": [
        {
            "question": question,
            "id": getattr(answer, "id", None),
            "status": answer.status,
            "cited": sorted(f"{one.symbol}#{one.paragraph}" for one in answer.citations),
        }
        for question, answer in (("第75/45号决议请秘书长做什么？", first), ("那72/31呢？", second))
    ],
    "resolutions": {
        one.symbol: {p.place: hashlib.sha256(p.text.encode()).hexdigest() for p in one.paragraphs}
        for one in held
    },
}
(folder / "told.json").write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True))
"""


def make(name: str, commit: str = "HEAD") -> Path:
    """Write ``versions/NAME.tar.xz``. Raises CalledProcessError where that version does not run."""
    root = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as passing:
        tree, folder = Path(passing, "tree"), Path(passing, "library")
        tree.mkdir()
        folder.mkdir()
        archive = subprocess.run(
            ["git", "-C", str(root), "archive", commit],
            capture_output=True,
            check=True,
        )
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as packed:
            packed.extractall(tree, filter="data")
        kept = {k: v for k, v in os.environ.items() if not k.startswith("ASSISTANT_")}
        subprocess.run(
            [sys.executable, "-c", _FILLING, str(folder)],
            cwd=tree,
            env=kept | {"PYTHONPATH": str(tree)},
            check=True,
        )
        VERSIONS.mkdir(exist_ok=True)
        path = VERSIONS / f"{name}.tar.xz"
        with tarfile.open(path, "w:xz", preset=9) as written:
            written.add(folder, arcname=".", filter=_anybodys)
    return path


def unpack(name: str, folder: Path) -> Path:
    """The data folder of a specimen, in ``folder``, with what was said beside it."""
    with tarfile.open(VERSIONS / f"{name}.tar.xz") as packed:
        packed.extractall(folder, filter="data")
    return folder / "data"


def _anybodys(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    if member.name.endswith(".lock"):
        return None
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


if __name__ == "__main__":
    sys.stdout.write(f"{make(*sys.argv[1:])}\n")
