"""The assistant in a terminal. Chinese unless ``--lang en`` asks otherwise."""

from __future__ import annotations

import io
import sys


def main() -> None:
    """Runs the command of ``sys.argv`` and exits: 0 done, 1 failed, 2 wrongly asked, 130 Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character must not end the command.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    from assistant.cli.allocating import keep_little
    from assistant.cli.collecting import collect_later

    keep_little()
    collect_later()
    from assistant.cli.commands import app

    app()
