"""Schemathesis against a server that runs: does it do what its OpenAPI document says?

``python -m tests.server.conformance`` takes some minutes and other inputs each time; the test takes
a fixed number of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import httpx

from tests.real_server import BIN, serving

KEY: Final = "a-key-that-nobody-guesses"
HERE: Final = Path(__file__).parent
# What would stop a program that asks as fast as it can, and is tried elsewhere.
UNLIMITED: Final = {
    "ASSISTANT_UPLOAD_KEY": KEY,
    "ASSISTANT_RATE_LIMIT_ADDRESS": "off",
    "ASSISTANT_RATE_LIMIT_KEY": "off",
    "ASSISTANT_RATE_LIMIT_WRITES": "off",
}


def conforms(address: str, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Runs schemathesis, all its checks on, in ``folder``. Ends with 0 where it finds no fault."""
    # It is described at the first request, which takes its time on a machine that is busy.
    httpx.get(f"{address}/api/v1/openapi.json", timeout=60).raise_for_status()
    return subprocess.run(
        [
            str(BIN / "st"),
            f"--config-file={HERE / 'schemathesis.toml'}",
            "run",
            f"{address}/api/v1/openapi.json",
            f"--header=Authorization: Bearer {KEY}",
            "--request-timeout=30",
            "--no-color",
            # A symbol has few characters that an address may hold as they are.
            "--suppress-health-check=filter_too_much,too_slow",
            *args,
        ],
        cwd=folder,
        env={
            **os.environ,
            "SCHEMATHESIS_HOOKS": "tests.server.conformance_checks",
            "PYTHONPATH": str(HERE.parent.parent),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def main() -> int:
    """The long run: as many inputs as fit into ten minutes, each operation's results fed on."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "library"
        with serving(data, **UNLIMITED) as served:
            found = conforms(
                served.address,
                Path(folder),
                "--max-time=600",
                "--continue-on-failure",
                "--generation-database=none",
            )
    print(found.stdout, found.stderr, sep="\n")  # noqa: T201 - a command
    return found.returncode


if __name__ == "__main__":
    sys.exit(main())
