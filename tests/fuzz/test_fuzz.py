"""Reading, parsing, questions and symbols bear anything: the declared errors, and never a second.

Two bounded runs: changed specimens here, and seconds of coverage-guided fuzzing for each target.
Longer ones by ``python -m tests.fuzz``, see docs/faults.md.
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

# About five seconds of the processor each; ``python -m tests.fuzz`` is for longer.
_EXAMPLES = {"symbols": 600, "questions": 250, "answers": 80, "parsing": 150, "reading": 150}
_REAL = {"answers": 40}
_ANY = {"answers": 30}


@cache
def _stock(name: str) -> tuple[bytes, ...]:
    target = TARGETS[name]
    stock = tuple(target.seeds())
    target.run(stock[0])  # tables and dictionaries are loaded before anybody looks at the clock
    return stock


@pytest.mark.parametrize("name", TARGETS)
def test_real_inputs_are_read_in_time(name: str) -> None:
    for one in _stock(name)[: _REAL.get(name, 300)]:
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
def test_any_bytes_end_in_nothing_but_declared_errors(name: str) -> None:
    _stock(name)

    @settings(max_examples=_ANY.get(name, 100))
    @given(st.binary(max_size=300))
    def bears(data: bytes) -> None:
        with patience():
            TARGETS[name].run(data)

    bears()


@pytest.mark.skipif(sys.platform != "linux", reason="Atheris is made for Linux")
@pytest.mark.parametrize("name", TARGETS)
def test_coverage_guided_fuzzing_finds_nothing_in_a_few_seconds(name: str) -> None:
    pytest.importorskip("atheris")
    given = ["--target", name, "--seconds", "3", "--seed", "1"]
    ended = subprocess.run(
        # The limit is for what never ends: an input's own is of the processor's time.
        [sys.executable, "-m", "tests.fuzz", *given],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr[-3_000:]
    assert ended.stdout == f"{name}: nothing\n"


def test_what_takes_longer_than_a_second_is_stopped() -> None:
    def hang() -> None:
        while True:
            pass

    with pytest.raises(TooSlow), patience(0.05):
        hang()
