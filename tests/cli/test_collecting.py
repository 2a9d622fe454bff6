from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from assistant.cli.collecting import collect_from_now_on, collect_later


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    usual = gc.get_threshold()
    yield
    gc.set_threshold(*usual)
    gc.unfreeze()


def test_garbage_is_looked_for_again_among_what_is_made_since() -> None:
    usual = gc.get_threshold()
    kept = [[] for _ in range(1_000)]
    collect_later()
    assert gc.get_threshold()[0] > 100 * usual[0]
    collect_from_now_on()
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() > len(kept)
    loop: list[object] = []
    loop.append(loop)
    del loop
    assert gc.collect() >= 1
