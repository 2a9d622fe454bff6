"""No regular expression of the program can be made to backtrack without end (ReDoS)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.server.abuse.pumping import attacks

ROOT = Path(__file__).parents[3]
# A pattern here is made of words that only a call knows; a hang of it shows in ``test_long_texts``.
MOST_UNKNOWN = 70


def attacked() -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.server.abuse.patterns"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_every_pattern_ends_soon_on_texts_made_against_it() -> None:
    result = attacked()
    assert result["patterns"] > 1_000, "the patterns were not found"
    assert len(result["unknown"]) < MOST_UNKNOWN
    assert result["slow"] == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(a|aa)+$",
        r"(\d+|\w)*!",
        r"\s*.*?\s*</x>",
        r"(x(?:并且?|且)*)+\Z",
        r"(.*)*=",
        "(一|一)*。",
        "((一|二|一){1,12}){1,12}。",
    ],
)
def test_patterns_that_are_known_to_be_bad_are_found_out(pattern: str) -> None:
    """What the attacks are worth: each of these is caught by one of them."""
    code = (
        "import re, signal, sys\n"
        "from tests.server.abuse import patterns\n"
        "signal.signal(signal.SIGVTALRM, patterns._stop)\n"
        f"patterns.LENGTH = 3000 if 's*' in {pattern!r} else 500\n"
        f"print(patterns.too_slow(re.compile({pattern!r}, re.DOTALL)) is not None)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.strip() == "True", done.stderr


def test_attacks_lead_up_to_the_repeated_part_and_end_in_what_fits_nowhere() -> None:
    made = set(attacks(re.compile(r"第(?P<n>[0-9]+)届(会议)*$"), 6))
    assert "第111111\x00" in made
    assert "第1届会议会议会议\x00" in made
