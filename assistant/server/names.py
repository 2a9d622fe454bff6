"""Names that come in over HTTP: of a file, something to show, never a path; of a conversation."""

from __future__ import annotations

import unicodedata
from typing import Final

# File systems take 255 bytes; a name is also printed into lists and messages.
LONGEST_NAME: Final = 200
_LONGEST_SUFFIX: Final = 16
NAMELESS: Final = "upload"

# Controls, format characters (bidirectional overrides make exe.txt of txt.exe), lone surrogates,
# private and unassigned characters, line and paragraph separators.
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Forbidden by some file system, or a separator in one.
_RESERVED: Final = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


def shown_name(sent: str) -> str:
    """The last component of what was sent, on one line, at most ``LONGEST_NAME`` bytes long.

    The suffix survives shortening, because it helps to tell formats apart. A name that has
    nothing to show is ``upload``.
    """
    last = unicodedata.normalize("NFC", sent).replace("\\", "/").rstrip("/").rpartition("/")[2]
    shown = "".join(c for c in last if unicodedata.category(c) not in _UNSHOWN)
    return _shortened(shown.translate(_RESERVED).strip(" ."))


def one_line(sent: str) -> str:
    """What was sent on one line, without controls and what changes the direction of writing."""
    parted = "".join(" " if c.isspace() else c for c in sent)
    shown = (c for c in parted if unicodedata.category(c) not in _UNSHOWN)
    return " ".join("".join(shown).split())


def _shortened(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix.encode()) > _LONGEST_SUFFIX:
        stem, dot, suffix = name, "", ""
    room = LONGEST_NAME - len(f"{dot}{suffix}".encode())
    kept = stem.encode()[:room].decode(errors="ignore").rstrip(" .")
    return f"{kept or NAMELESS}{dot}{suffix}"
