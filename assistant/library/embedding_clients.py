"""Who is asked for vectors, by the settings; through LlamaIndex.

Any server that speaks OpenAI's ``/v1/embeddings`` (bge-m3 on vLLM, Ollama, llama.cpp, Infinity;
text-embeddings-inference has that route too) by ``OpenAILikeEmbedding``; any other integration by
its dotted path. Nothing is connected to before the first text.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from assistant.errors import InvalidSettings
from assistant.library.served_embedder import (
    AT_ONCE,
    QUESTION_SECONDS,
    SETTING,
    ServedEmbedder,
)
from assistant.settings import (
    Settings,
    exclusive,
    integration,
    key_of,
    load_what_openai_looks_for,
)
from assistant.settings.hosts import leaves_the_machine

_NO_KEY = "none"  # the client wants one, and would else take OpenAI's from the environment


def is_served(settings: Settings) -> bool:
    """Whether the settings name an embedder elsewhere than in this process."""
    return settings.embedder_url is not None or settings.embedder_class is not None


def open_served(settings: Settings) -> ServedEmbedder:
    """The embedder that the settings name by address or by class. Connects to nothing yet.

    Raises InvalidSettings: two embedders, no model's name, a class that cannot be made.
    """
    if settings.embedder != "auto":
        raise exclusive("EMBEDDER", "EMBEDDER_URL" if settings.embedder_url else "EMBEDDER_CLASS")
    made: _OpenAILike | _Integration
    if settings.embedder_class is None:
        load_what_openai_looks_for()
        made = _openai_like(settings)
    elif settings.embedder_url is not None:
        raise exclusive("EMBEDDER_URL", "EMBEDDER_CLASS")
    else:
        made = _Integration(
            integration("EMBEDDER", settings.embedder_class, settings.embedder_options)
        )
    return ServedEmbedder(
        _name(settings),
        made.passages,
        made.questions,
        prefixes=(settings.embedder_question_prefix, settings.embedder_passage_prefix),
        chars=settings.embedder_chars,
    )


def _name(settings: Settings) -> str:
    """What decides the vectors of passages: the model, what is put before a text and cut of it,
    the options of a class. Not the address: the same model elsewhere gives the same vectors."""
    model = settings.embedder_model or settings.embedder_class
    options = {
        key: value for key, value in settings.embedder_options.items() if "key" not in key.lower()
    }
    decides = [
        settings.embedder_class,
        settings.embedder_passage_prefix,
        settings.embedder_chars,
        options,
    ]
    digest = hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()[:8]
    return f"served:{model}:{digest}"


class _OpenAILike:
    """Two clients of one server, since a question may wait less long than passages."""

    def __init__(self, settings: Settings, key: str | None) -> None:
        self._settings = settings
        self._key = key
        self._making = threading.Lock()

    def passages(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - judged where it is used
        with self._making:
            client = self._patient
        return client.get_text_embedding_batch(list(texts))

    def questions(self, texts: Sequence[str]) -> Any:  # noqa: ANN401
        with self._making:
            client = self._hasty
        return client.get_text_embedding_batch(list(texts))

    @cached_property
    def _patient(self) -> Any:  # noqa: ANN401 - LlamaIndex is imported where it is needed
        return self._client(self._settings.embedder_timeout)

    @cached_property
    def _hasty(self) -> Any:  # noqa: ANN401
        return self._client(min(QUESTION_SECONDS, self._settings.embedder_timeout))

    def _client(self, seconds: float) -> Any:  # noqa: ANN401
        import httpx
        from llama_index.embeddings.openai_like import OpenAILikeEmbedding

        here = leaves_the_machine(self._settings.embedder_url) is None
        return OpenAILikeEmbedding(
            model_name=self._settings.embedder_model or "",
            api_base=self._settings.embedder_url,
            api_key=self._key or _NO_KEY,
            embed_batch_size=AT_ONCE,
            timeout=seconds,
            max_retries=0,  # it would be multiplied: the integration's and its client's
            additional_kwargs={"encoding_format": "float"},  # not every server has base64
            # What stays on this machine goes through no proxy of the environment.
            http_client=httpx.Client(trust_env=False) if here else None,
        )


def _openai_like(settings: Settings) -> _OpenAILike:
    if not settings.embedder_model:
        raise InvalidSettings(
            f"设置了 {SETTING}_URL，还要用 {SETTING}_MODEL 写明模型的名称",
            f"{SETTING}_URL is set: name the model too, with {SETTING}_MODEL",
        )
    key = key_of("EMBEDDER", settings.embedder_key, settings.embedder_key_file)
    return _OpenAILike(settings, key)


class _Integration:
    """Any embedding class of LlamaIndex."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - of any integration
        self._model = model

    def passages(self, texts: Sequence[str]) -> Any:  # noqa: ANN401
        return self._model.get_text_embedding_batch(list(texts))

    def questions(self, texts: Sequence[str]) -> Any:  # noqa: ANN401
        return [self._model.get_query_embedding(text) for text in texts]
