"""A library whose embedder is on a server, that comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import EmbedderUnavailable
from assistant.library import served_embedder
from assistant.library.embedders import HashingEmbedder
from assistant.library.library import Library
from assistant.service import Assistant
from assistant.settings import Settings, load_settings, settings_hash
from tests.conftest import SAMPLE_LIBRARY
from tests.library.serving import Served, as_embeddings, serving

STRUCTURAL = "第75/45号决议执行部分第13段"
CONTENT = "彻底消除核武器国际日是哪一天"
BY_WORDS = "只按词语查找"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served_embedder, "WAITS", ())


def settings_of(served: Served, folder: Path, **more: Any) -> Settings:
    given = {"embedder_url": f"{served.url}/v1", "embedder_model": "bge-m3", **more}
    return load_settings({}, data_dir=folder, **given)


@contextmanager
def opened(served: Served, folder: Path, **more: Any) -> Iterator[Assistant]:
    with Assistant.open(settings_of(served, folder, **more)) as assistant:
        yield assistant


def test_every_paragraph_is_embedded_once_by_the_server(tmp_path: Path) -> None:
    with serving() as served:
        with opened(served, tmp_path) as assistant:
            assert all(check.ok for check in assistant.doctor())
            assert BY_WORDS not in assistant.ask(CONTENT).answer
        before = len(served.asked)
        with opened(served, tmp_path):
            pass
    assert len(served.asked) == before


def test_a_library_opens_and_answers_while_the_server_is_down(tmp_path: Path) -> None:
    with serving() as served, opened(served, tmp_path):
        pass
    with opened(served, tmp_path) as assistant:  # the server is gone now
        structural, content = assistant.ask(STRUCTURAL), assistant.ask(CONTENT)
        assistant.warm()
        found = assistant.search("核武器国际日")
    assert found.hits
    assert found.by_words_alone
    assert structural.status == "answered"
    assert BY_WORDS not in structural.answer
    assert content.status == "answered"
    assert "9 月 26 日" in content.answer
    assert content.answer.count(BY_WORDS) == 1
    english = content.statements[-1]
    assert (english.kind, english.citations) == ("connective", ())


def test_a_refusal_says_too_that_it_was_looked_up_by_words_alone(tmp_path: Path) -> None:
    with serving() as served, opened(served, tmp_path):
        pass
    with opened(served, tmp_path) as assistant:
        refused = assistant.ask("What do they say about the taxation of bicycles?")
    assert refused.status != "answered"
    assert "by words alone" in refused.answer


def test_structure_never_asks_the_server(tmp_path: Path) -> None:
    with serving() as served, opened(served, tmp_path) as assistant:
        before = len(served.asked)
        for question in (STRUCTURAL, "第75/45号决议请秘书长做什么", "75/45有几段"):
            assert assistant.ask(question).status == "answered"
        assert len(served.asked) == before


def test_a_question_waits_once_for_a_server_that_does_not_reply(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served_embedder, "SILENCE", 3_600.0)
    with serving() as served:
        with opened(served, tmp_path):  # embedded without hurry
            pass
        with opened(served, tmp_path, embedder_timeout=0.3) as assistant:
            before = len(served.asked)
            served.pause = 1.0
            assert BY_WORDS in assistant.ask(CONTENT).answer
            assert BY_WORDS in assistant.ask("哪些段落谈到妇女参与裁军").answer
            assert len(served.asked) == before + 1


def test_a_first_start_with_an_embedder_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with serving() as gone:
        pass
    with pytest.raises(EmbedderUnavailable, match="ASSISTANT_EMBEDDER_URL"), opened(gone, tmp_path):
        pass
    with serving() as served, opened(served, tmp_path) as assistant:  # the folder was let go of
        assert assistant.ask(CONTENT).status == "answered"


def test_an_embedding_that_was_broken_off_is_gone_on_with(tmp_path: Path) -> None:
    with serving() as served:
        with opened(served, tmp_path, sample_library=False) as assistant:
            first, second = _samples()
            assistant.ingest([first])
            served.status = 503
            with pytest.raises(EmbedderUnavailable):
                assistant.ingest([second])
        with opened(served, tmp_path) as behind:
            assert BY_WORDS in behind.ask(CONTENT).answer
            served.status = 200
        with opened(served, tmp_path) as assistant:
            assert BY_WORDS not in assistant.ask(CONTENT).answer
            assert all(check.ok for check in assistant.doctor())


def _samples() -> list[Path]:
    return sorted(SAMPLE_LIBRARY.glob("*.txt"))


def test_another_model_has_the_library_embedded_again(tmp_path: Path) -> None:
    with serving() as served:
        with opened(served, tmp_path):
            before = len(served.asked)
        with opened(served, tmp_path, embedder_model="bge-small") as assistant:
            assert assistant.library.embedder.name != HashingEmbedder.name
            assert len(served.asked) > before
            assert all(check.ok for check in assistant.doctor())
    one, other = (
        settings_hash(settings_of(served, tmp_path), embedder=name) for name in ("a", "b")
    )
    assert one != other


def test_a_model_changed_under_its_name_is_found_by_doctor(tmp_path: Path) -> None:
    with serving() as served:
        with opened(served, tmp_path):
            pass
        for dimension in (HashingEmbedder.dimension, 8):
            made = [1.0] + [0.0] * (dimension - 1)
            served.replies = lambda body, made=made: as_embeddings([made] * len(body["input"]))
            with Library.open(settings_of(served, tmp_path), repair=False) as library:
                wrong = {check.name: check for check in library.checks() if not check.ok}
            assert set(wrong) == {"embedder"}
            assert "ASSISTANT_EMBEDDER_MODEL" in wrong["embedder"].en


def test_doctor_says_what_is_wrong_with_the_server(tmp_path: Path) -> None:
    with serving() as served:
        with opened(served, tmp_path):
            pass
        served.status = 401
        with opened(served, tmp_path, embedder_key="sk-secret") as assistant:
            (check,) = (one for one in assistant.doctor() if one.name == "embedder")
    assert not check.ok
    assert "ASSISTANT_EMBEDDER_KEY" in check.zh
    assert "sk-secret" not in check.zh + check.en
