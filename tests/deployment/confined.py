"""A program as an image runs it: a user without rights, whose files are all read-only but for
two folders. In a mount namespace of its own, which needs root.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

USER: Final = "10001"
# Where the folders appear: these are there on every system, and empty or nearly so.
DATA, CODE = "/media", "/srv"
SCRATCH: Final = "/tmp"  # noqa: S108 - what is under test

# $1 the data, $2 the code, $3 a folder that others may not enter and $4 what they need of it, then
# the command. What is hidden below another mount cannot be remounted, and need not be.
_SCRIPT: Final = f"""
set -e
mount --make-rprivate /
mount --bind "$1" {DATA}
mount --bind "$2" {CODE}
mount -t tmpfs -o mode=1777 tmpfs {SCRATCH}
if [ -n "$3" ]; then
  mkdir {SCRATCH}/needed
  mount --bind "$4" {SCRATCH}/needed
  mount -t tmpfs -o mode=755 tmpfs "$3"
  mkdir -p "$4"
  mount --move {SCRATCH}/needed "$4"
  rmdir {SCRATCH}/needed
fi
awk '{{print $2}}' /proc/self/mounts | while read -r where; do
  case "$where" in
    {DATA}|{SCRATCH}|/proc*|/sys*|/dev*) ;;
    *) if mountpoint -q "$where"; then mount -o remount,bind,ro "$where"; fi ;;
  esac
done
cd /
shift 4
exec setpriv --reuid {USER} --regid {USER} --clear-groups --no-new-privs \\
  --inh-caps=-all --bounding-set=-all "$@"
"""


def confined(data: Path, code: Path, *command: str) -> list[str]:
    """The command that runs ``command`` so, the wheel's ``code`` first of what Python imports."""
    shutil.chown(data, int(USER), int(USER))
    environment = ["env", "-i", "HOME=/nonexistent", "PATH=/usr/bin:/bin", "LANG=C.UTF-8"]
    python = ["PYTHONDONTWRITEBYTECODE=1", f"PYTHONPATH={CODE}", f"ASSISTANT_DATA_DIR={DATA}"]
    script = ["unshare", "--mount", "sh", "-c", _SCRIPT, "sh", str(data), str(code), *_entered()]
    return [*script, *environment, *python, sys.executable, *command]


def _entered() -> tuple[str, str]:
    """The folder that keeps others from the interpreter, and the interpreter's; empty for none."""
    needed = Path(sys.base_prefix).resolve()
    for folder in reversed(needed.parents):
        if not folder.stat().st_mode & 0o001:
            return str(folder), str(needed)
    return "", ""


def why_not(data: Path, code: Path) -> str | None:
    """Why nothing can be run so here; None where it can."""
    if any(Path(sys.prefix).is_relative_to(one) for one in (SCRATCH, DATA, CODE)):
        return f"the virtual environment is below {sys.prefix}, which is hidden"
    command = confined(data, code, "-c", "import assistant")
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        return str(error)
    return done.stderr.strip() or "it failed" if done.returncode else None


def with_settings(command: list[str], settings: Mapping[str, str]) -> list[str]:
    """The command with more variables in its environment."""
    at = command.index(sys.executable)
    return [*command[:at], *(f"{name}={value}" for name, value in settings.items()), *command[at:]]
