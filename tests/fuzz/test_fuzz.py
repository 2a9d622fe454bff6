"""Reading, parsing, questions and symbols bear anything: the declared errors, and never a second.

Two bounded runs: changed specimens here, and half a minute of coverage-guided fuzzing. Longer ones
by ``python -m tests.fuzz``, see docs/faults.md.
"""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutating import mutated
from tests.fuzz.patience import TooSlow, patience
from tests.fuzz.targets import TARGETS

_EXAMPLES = {"symbols": 1_000, "questions": 400, "parsing": 150, "reading": 150}


@cache
def _stock(name: str) -> tuple[bytes, ...]:
    target = TARGETS[name]
    stock = tuple(target.seeds())
    target.run(stock[0])  # tables and dictionaries are loaded before anybody looks at the clock
    return stock


@pytest.mark.parametrize("name", TARGETS)
def test_real_inputs_are_read_in_time(name: str) -> None:
    for one in _stock(name)[:300]:
        with patience():
            TARGETS[name].run(one)


@pytest.mark.parametrize("name", TARGETS)
def test_changed_specimens_end_in_nothing_but_declared_errors(name: str) -> None:
    target, stock = TARGETS[name], _stock(name)

    @settings(
        max_examples=_EXAMPLES[name],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.sampled_from(stock), st.integers(0, 2**32))
    def bears(specimen: bytes, seed: int) -> None:
        chance = Random(seed)  # noqa: S311 - to be drawn the same again
        with patience():
            target.run(mutated(specimen, stock, chance, target.longest))

    bears()


@pytest.mark.parametrize("name", TARGETS)
@given(data=st.binary(max_size=300))
def test_any_bytes_end_in_nothing_but_declared_errors(name: str, data: bytes) -> None:
    _stock(name)
    with patience():
        TARGETS[name].run(data)


@pytest.mark.skipif(sys.platform != "linux", reason="Atheris is made for Linux")
def test_coverage_guided_fuzzing_finds_nothing_in_half_a_minute() -> None:
    pytest.importorskip("atheris")
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", "7", "--seed", "1"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr[-3_000:]
    assert [line.split(": ") for line in ended.stdout.splitlines()] == [
        [name, "nothing"] for name in TARGETS
    ]


def test_what_takes_longer_than_a_second_is_stopped() -> None:
    def hang() -> None:
        while True:
            pass

    with pytest.raises(TooSlow), patience(0.05):
        hang()
