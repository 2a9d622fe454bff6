from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.access.secret import new_id, new_secret
from assistant.observing.redaction import HIDDEN, Redaction, on_one_line
from assistant.settings import load_settings

NONE = Redaction(())


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "key ra_0123456789ab_" + "w" * 43 + " is wrong",
            f"key ra_0123456789ab_{HIDDEN} is wrong",
        ),
        ("Authorization: Bearer abc.DEF-1=", f"Authorization: Bearer {HIDDEN}"),
        ("Basic dXNlcjpwdw==", f"Basic {HIDDEN}"),
        ("postgresql://me:pass@db/x", f"postgresql://me:{HIDDEN}@db/x"),
        ("redis://:pass@db", f"redis://:{HIDDEN}@db"),
        ("Cookie: a=1; resolution_owner=abcdef; b=2", f"resolution_owner={HIDDEN}; b=2"),
    ],
)
def test_what_looks_like_a_secret_is_hidden_wherever_it_stands(said: str, written: str) -> None:
    assert written in NONE.text(said)


@pytest.mark.parametrize(
    "said", ["第75/45号决议", "http://127.0.0.1:8000/v1", "a bearer of", "ra_"]
)
def test_what_does_not_is_left(said: str) -> None:
    assert NONE.text(said) == said


def test_a_key_as_the_service_makes_it_is_hidden_and_its_id_is_not() -> None:
    key = new_id()
    secret = new_secret(key)
    assert secret.removeprefix(f"ra_{key}_") not in NONE.text(f"<{secret}>")
    assert key in NONE.text(f"<{secret}>")


def test_every_secret_of_the_settings_is_known(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("from-a-file\n", encoding="utf-8")
    settings = load_settings(
        {},
        upload_key="uploads-0123456789",
        llm_key_file=file,
        embedder_key="of-the-embedder",
        reranker_key="of-the-reranker",
        llm_options={"model": "m", "api_key": "of-options", "headers": {"x-auth": "deep-inside"}},
        records_url="postgresql://u:p%40ss-word@h/d",
        rate_limit_storage="redis://:in-memory@h",
    )
    secrets = (
        *("uploads-0123456789", "from-a-file", "of-the-embedder", "of-the-reranker"),
        *("of-options", "deep-inside", "p@ss-word", "p%40ss-word", "in-memory"),
    )
    hides = Redaction.of(settings)
    event = {"event": "x", "list": [{"deep": secret} for secret in secrets], "number": 1}
    written = json.dumps(hides(None, "", event))
    for secret in secrets:
        assert secret not in written
        assert secret not in hides.text(f"a{secret}b")


def test_a_key_file_that_cannot_be_read_hides_nothing_and_fails_nothing(tmp_path: Path) -> None:
    assert Redaction.of(load_settings({}, llm_key_file=tmp_path / "none")).secrets == ()


@given(st.recursive(st.text() | st.integers() | st.binary(), st.lists))
def test_no_secret_is_left_however_deep_it_stands(around: Any) -> None:
    hides = Redaction(("s3cr3t-w0rd",))
    written = repr(hides(None, "", {"event": [around, {"s3cr3t-w0rd": ("s3cr3t-w0rd", around)}]}))
    assert "s3cr3t-w0rd" not in written


@given(st.text())
def test_a_text_on_one_line_is_one_line_for_everybody(text: str) -> None:
    line = on_one_line(text)
    assert len(line.splitlines()) <= 1
    assert "\x1b" not in line
    line.encode()
    assert on_one_line(line) == line
