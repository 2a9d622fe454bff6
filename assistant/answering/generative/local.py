"""A language model in this process: a GGUF file, run by llama.cpp through ``xllamacpp``.

Nothing of a question leaves the process. The package is an extra (``local-llm``), the file the
user's; both are looked for when the settings name a file, and loaded by the first question.

Measured (xllamacpp 2026.10, llama.cpp b11549): writing leaves Python's other threads alone; what a
callback raises is lost, and True from it stops the writing; a refusal comes as a piece with an
``error``; a server always listens on the loopback too.
"""

from __future__ import annotations

import os
import queue
import secrets
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assistant.answering.generative.failing import ending
from assistant.answering.generative.models import Piece
from assistant.errors import InvalidSettings, ModelUnavailable

_MAGIC = b"GGUF"  # the first four bytes of every such file
_LOOK = 0.2  # seconds between two looks whether the model is being closed


class LocalModel:
    """See Model. One reply is written at a time; more wait in llama.cpp's own queue."""

    def __init__(
        self, path: Path, *, name: str | None, context: int, most_tokens: int, threads: int
    ) -> None:
        """``context`` and ``most_tokens`` in tokens; ``threads`` 0: one for each processor.

        Loads nothing. Raises InvalidSettings: the extra or the file is missing.
        """
        self.name = name or path.stem
        self.parameters = f"temperature=0 seed=1 max_tokens={most_tokens}"
        self._path = _usable(path)
        self._context = context
        self._most_tokens = most_tokens
        self._threads = threads or os.cpu_count() or 1
        self._loading = threading.Lock()
        self._server: Any = None
        self._closed = threading.Event()

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model. The first call loads the file: seconds, and as much memory as it is large."""
        server = self._loaded()
        came: queue.Queue[dict[str, Any] | Exception | None] = queue.Queue()
        left = threading.Event()

        def heard(chunk: dict[str, Any]) -> bool:
            came.put(chunk)
            return left.is_set() or self._closed.is_set()

        def write() -> None:
            try:
                server.handle_chat_completions(self._request(prompt), heard)
            except Exception as error:  # raised again where it is waited for
                came.put(error)
            came.put(None)

        threading.Thread(target=write, name="local model", daemon=True).start()
        try:
            yield from self._pieces(came)
        finally:
            left.set()

    def close(self) -> None:
        """Stop writing and let go of the file. What is being written breaks off."""
        self._closed.set()
        with self._loading:
            self._server = None

    def _pieces(self, came: queue.Queue[dict[str, Any] | Exception | None]) -> Iterator[Piece]:
        reason: str | None = None
        tokens: tuple[int, int] | None = None
        while (chunk := self._next(came)) is not None:
            if isinstance(chunk, Exception) or "error" in chunk:
                raise _failed()
            for choice in chunk.get("choices", ()):
                reason = choice.get("finish_reason") or reason
                if text := choice["delta"].get("content"):
                    yield Piece(text)
            if usage := chunk.get("usage"):
                tokens = (usage["prompt_tokens"], usage["completion_tokens"])
        yield Piece("", whole=reason == "stop", tokens=tokens)

    def _next(
        self, came: queue.Queue[dict[str, Any] | Exception | None]
    ) -> dict[str, Any] | Exception | None:
        while not self._closed.is_set():
            try:
                return came.get(timeout=_LOOK)
            except queue.Empty:
                continue
        raise ending()

    def _request(self, prompt: str) -> dict[str, Any]:
        return {
            "messages": [{"role": "user", "content": prompt}],
            "max_tokens": self._most_tokens,
            "temperature": 0,
            "seed": 1,
            "stream": True,
            "stream_options": {"include_usage": True},
            # What a model thinks aloud is thrown away, and takes minutes on a processor. A
            # template that has no such switch passes it over.
            "chat_template_kwargs": {"enable_thinking": False},
        }

    def _loaded(self) -> Any:  # noqa: ANN401 - xllamacpp has no types
        with self._loading:
            if self._closed.is_set():
                raise ending()
            if self._server is None:
                self._server = self._load()
            return self._server

    def _load(self) -> Any:  # noqa: ANN401 - xllamacpp has no types
        import xllamacpp

        params = xllamacpp.CommonParams()
        params.model.path = str(self._path)
        params.n_ctx = self._context
        params.n_parallel = 1  # more would share the context among them
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = self._threads
        params.verbosity = 0
        params.warmup = False
        # It listens on the loopback whether wanted or not: nobody knows the key.
        params.hostnames, params.port = ["127.0.0.1"], 0
        params.api_keys = [secrets.token_urlsafe(32)]
        params.endpoint_slots = False
        params.ui = False
        try:
            return xllamacpp.Server(params)
        except Exception as error:  # a RuntimeError without a reason
            raise ModelUnavailable(
                f"无法载入本机模型 {self._path.name}：文件可能不完整，或内存不足",
                f"the local model {self._path.name} cannot be loaded: its file may be "
                "incomplete, or there is too little memory",
            ) from error


def _usable(path: Path) -> Path:
    if find_spec("xllamacpp") is None:
        raise InvalidSettings(
            "设置了 ASSISTANT_LLM_GGUF，但没有安装 xllamacpp；"
            "请运行 pip install 'resolution-assistant[local-llm]'"
            "（在源码目录里是 pip install '.[local-llm]'）",
            "ASSISTANT_LLM_GGUF is set, but xllamacpp is not installed; run "
            "pip install 'resolution-assistant[local-llm]' "
            "(in a folder with the source: pip install '.[local-llm]')",
        )
    path = path.expanduser()
    try:
        with path.open("rb") as file:
            is_model = file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        raise InvalidSettings(
            f"ASSISTANT_LLM_GGUF 所指的文件无法读取：{path.name}",
            f"the file that ASSISTANT_LLM_GGUF names cannot be read: {path.name}",
        ) from None
    if not is_model:
        raise InvalidSettings(
            f"ASSISTANT_LLM_GGUF 所指的文件不是 GGUF 模型：{path.name}",
            f"the file that ASSISTANT_LLM_GGUF names is no GGUF model: {path.name}",
        )
    return path


def _failed() -> ModelUnavailable:
    return ModelUnavailable(
        "本机模型没有接受这次请求，可能是上下文太长；可调大 ASSISTANT_LLM_CONTEXT",
        "the local model did not take the request; the context may be too long: "
        "ASSISTANT_LLM_CONTEXT may be raised",
    )
