"""A model in this process: with a module in the place of xllamacpp, and where both are there, the
real one (RESOLUTIONS_TEST_GGUF names a model's file)."""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
import threading
import types
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.answering.generative import local
from assistant.answering.generative.local import LocalModel
from assistant.errors import InvalidSettings, ModelUnavailable
from assistant.llm import open_phrasing, prompts_of
from assistant.service import Assistant
from assistant.settings import destinations, load_settings, settings_hash

Callback = Callable[[dict[str, Any]], bool]


def chunk(text: str | None = None, reason: str | None = None) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": reason}]}


USAGE = {"choices": [], "usage": {"prompt_tokens": 3, "completion_tokens": 2}}
WHOLE = (chunk(), chunk("请秘书长"), chunk("提出报告。"), chunk(reason="stop"), USAGE)


class _Server:
    """In the place of xllamacpp's: writes the chunks that the test gives."""

    chunks: tuple[Any, ...] = WHOLE
    made: list[_Server] = []  # noqa: RUF012 - renewed by the fixture
    asked: list[dict[str, Any]] = []  # noqa: RUF012
    stopped = threading.Event()

    def __init__(self, params: Any) -> None:
        if not Path(params.model.path).read_bytes()[4:]:
            raise RuntimeError("Failed to init server, please check the input params.")
        self.params = params
        type(self).made.append(self)

    def handle_chat_completions(self, body: dict[str, Any], heard: Callback) -> None:
        type(self).asked.append(body)
        for one in type(self).chunks:
            if isinstance(one, Exception):
                raise one
            if heard(one):
                type(self).stopped.set()
                return


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> type[_Server]:
    module = types.ModuleType("xllamacpp")
    module.__spec__ = importlib.util.spec_from_loader("xllamacpp", None)
    fresh = type("Server", (_Server,), {"made": [], "asked": [], "stopped": threading.Event()})
    module.Server = fresh  # type: ignore[attr-defined]
    module.CommonParams = lambda: types.SimpleNamespace(  # type: ignore[attr-defined]
        model=types.SimpleNamespace(),
        cpuparams=types.SimpleNamespace(),
        cpuparams_batch=types.SimpleNamespace(),
    )
    monkeypatch.setitem(sys.modules, "xllamacpp", module)
    return fresh


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.gguf"
    path.write_bytes(b"GGUF and the rest")
    return path


@pytest.fixture
def model(server: type[_Server], file: Path) -> Iterator[LocalModel]:
    made = LocalModel(file, name=None, context=2_048, most_tokens=64, threads=3)
    yield made
    made.close()


def text_of(model: LocalModel) -> str:
    return "".join(piece.text for piece in model.stream("问"))


def test_its_words_come_as_they_are_written_and_the_end_says_that_it_is_one(
    model: LocalModel, server: type[_Server]
) -> None:
    pieces = list(model.stream("问"))
    assert [piece.text for piece in pieces] == ["请秘书长", "提出报告。", ""]
    assert (pieces[-1].whole, pieces[-1].tokens) == (True, (3, 2))
    (asked,) = server.asked
    assert asked["messages"] == [{"role": "user", "content": "问"}]
    assert (asked["temperature"], asked["max_tokens"], asked["stream"]) == (0, 64, True)


def test_nothing_is_loaded_before_the_first_question_and_only_once(
    model: LocalModel, server: type[_Server]
) -> None:
    assert server.made == []
    assert text_of(model) == text_of(model)
    (loaded,) = server.made
    assert loaded.params.n_ctx == 2_048
    assert loaded.params.cpuparams.n_threads == 3


def test_what_it_listens_on_besides_is_this_machine_and_has_a_key_nobody_knows(
    model: LocalModel, server: type[_Server]
) -> None:
    text_of(model)
    params = server.made[0].params
    assert (params.hostnames, params.port) == (["127.0.0.1"], 0)
    assert all(len(key) > 30 for key in params.api_keys)
    assert params.api_keys


def test_a_reply_cut_off_by_its_length_is_not_whole(
    model: LocalModel, server: type[_Server]
) -> None:
    server.chunks = (chunk("请秘书"), chunk(reason="length"))
    assert list(model.stream("问"))[-1].whole is False


@pytest.mark.parametrize(
    "chunks", [({"error": {"code": 400, "message": "too long"}},), (ValueError("no"),)]
)
def test_a_request_that_is_refused_says_what_to_do(
    model: LocalModel, server: type[_Server], chunks: tuple[Any, ...]
) -> None:
    server.chunks = chunks
    with pytest.raises(ModelUnavailable, match="ASSISTANT_LLM_CONTEXT"):
        text_of(model)


def test_who_stops_reading_stops_the_writing(model: LocalModel, server: type[_Server]) -> None:
    goes_on = threading.Event()

    class _Endless:
        def __iter__(self) -> Iterator[dict[str, Any]]:
            yield chunk("一")
            goes_on.wait(5)
            while True:
                yield chunk("再")

    server.chunks = _Endless()  # type: ignore[assignment]
    pieces = model.stream("问")
    assert next(pieces).text == "一"
    pieces.close()  # type: ignore[attr-defined]
    goes_on.set()
    assert server.stopped.wait(5)


def test_once_closed_nothing_is_written_or_loaded(model: LocalModel, server: type[_Server]) -> None:
    model.close()
    with pytest.raises(ModelUnavailable):
        text_of(model)
    assert server.made == []


def test_a_file_that_cannot_be_loaded_is_named(server: type[_Server], tmp_path: Path) -> None:
    (tmp_path / "half.gguf").write_bytes(b"GGUF")
    model = LocalModel(tmp_path / "half.gguf", name=None, context=1_024, most_tokens=16, threads=1)
    with pytest.raises(ModelUnavailable, match=r"half\.gguf"):
        text_of(model)


# ── by the settings ──────────────────────────────────────────────────────────────────────────


def test_a_file_in_the_settings_is_the_model_and_sends_nothing_anywhere(
    server: type[_Server], file: Path
) -> None:
    settings = load_settings({}, llm_gguf=file)
    phrasing = open_phrasing(settings, prompts_of(settings))
    assert phrasing is not None
    assert (phrasing.model.name, phrasing.sent_to) == ("small", None)
    assert destinations(settings) == ()
    assert "".join(piece.text for piece in phrasing.model.stream("问")) == "请秘书长提出报告。"
    phrasing.stop()


def test_closing_the_assistant_lets_go_of_the_model(server: type[_Server], file: Path) -> None:
    settings = load_settings({}, data_dir=file.parent / "data", embedder="hashing", llm_gguf=file)
    with Assistant.open(settings) as assistant:
        answer = assistant.ask("第75/45号决议请秘书长就什么提出报告")
        assert answer.generation is not None
        (loaded,) = server.made
        gone = weakref.ref(loaded)
        server.made.clear()
        del loaded
    gc.collect()
    assert gone() is None


def test_the_name_of_the_file_counts_for_the_answers_and_not_where_it_lies(tmp_path: Path) -> None:
    here, there = tmp_path / "a.gguf", tmp_path / "elsewhere" / "a.gguf"
    assert settings_hash(load_settings({}, llm_gguf=here)) == settings_hash(
        load_settings({}, llm_gguf=there)
    )
    assert settings_hash(load_settings({}, llm_gguf=tmp_path / "b.gguf")) != settings_hash(
        load_settings({}, llm_gguf=here)
    )


@pytest.mark.parametrize("other", [{"llm_url": "http://127.0.0.1:9/v1"}, {"llm_class": "a.B"}])
def test_a_file_beside_another_model_is_one_too_many(
    server: type[_Server], file: Path, other: dict[str, str]
) -> None:
    settings = load_settings({}, llm_gguf=file, **other)
    with pytest.raises(InvalidSettings, match="ASSISTANT_LLM_GGUF"):
        open_phrasing(settings, prompts_of(settings))


def test_without_the_extra_it_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.setattr(local, "find_spec", lambda _name: None)
    settings = load_settings({}, llm_gguf=file)
    with pytest.raises(InvalidSettings, match=r"pip install .*\[local-llm\]") as refused:
        open_phrasing(settings, prompts_of(settings))
    assert "[local-llm]" in refused.value.zh


@pytest.mark.parametrize("content", [None, b"", b"<html>404</html>"])
def test_a_file_that_is_missing_or_no_model_is_refused_at_the_start(
    server: type[_Server], tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "wrong.gguf"
    if content is not None:
        path.write_bytes(content)
    settings = load_settings({}, llm_gguf=path)
    with pytest.raises(InvalidSettings, match=r"ASSISTANT_LLM_GGUF.*wrong\.gguf"):
        open_phrasing(settings, prompts_of(settings))


@pytest.mark.skipif(
    "RESOLUTIONS_TEST_GGUF" not in os.environ or importlib.util.find_spec("xllamacpp") is None,
    reason="needs the extra local-llm, and RESOLUTIONS_TEST_GGUF to name a model's file",
)
def test_a_real_model_writes_and_lets_go() -> None:
    path = Path(os.environ["RESOLUTIONS_TEST_GGUF"])
    model = LocalModel(path, name=None, context=1_024, most_tokens=8, threads=1)
    pieces = list(model.stream("请只回答一个字：好。"))
    assert "".join(piece.text for piece in pieces).strip()
    assert pieces[-1].tokens is not None
    model.close()
