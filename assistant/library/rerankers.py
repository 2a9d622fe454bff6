"""A model that puts paragraphs in the order in which they answer a question.

A server with a rerank route (text-embeddings-inference, vLLM, llama.cpp, Infinity, Jina, Cohere) by
its address, or any LlamaIndex postprocessor by its dotted path. There is none unless one is set.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Protocol

from assistant.errors import RerankerUnavailable
from assistant.library.trouble import trouble_with
from assistant.settings import PREFIX, Settings, exclusive, integration, key_of
from assistant.settings.hosts import leaves_the_machine

_log = logging.getLogger(__name__)

# Of a paragraph: what rerankers with 512 tokens read at most, and more.
_CHARS = 1_000

# Seconds during which nothing is asked after one question had no order.
SILENCE = 15.0

_SETTING = f"{PREFIX}RERANKER"


class Reranker(Protocol):
    """Orders texts by how well they answer."""

    @property
    def name(self) -> str:
        """Of the model."""

    def order(self, question: str, texts: Sequence[str]) -> tuple[int, ...]:
        """Indices into ``texts``, best first, each once; those it says nothing of are left out.

        Raises RerankerUnavailable.
        """


class Scores(Protocol):
    """Who is asked: pairs of an index and its score, in no order."""

    def __call__(self, question: str, texts: Sequence[str]) -> list[tuple[int, float]]:
        """Raises whatever its client does."""


class ServedReranker:
    """See Reranker. What ``scores`` gives is checked; after a failure it is let be for a while."""

    def __init__(self, name: str, scores: Scores) -> None:
        self.name = name
        self._scores = scores
        self._silent_until = 0.0

    def order(self, question: str, texts: Sequence[str]) -> tuple[int, ...]:
        """See Reranker."""
        if time.monotonic() < self._silent_until:
            raise RerankerUnavailable(
                "重排模型刚才没有答复，稍后再问", "the reranker did not reply just now"
            )
        try:
            found = self._scores(question, [text[:_CHARS] for text in texts])
            _check(found, len(texts))
        except Exception as error:  # every integration has a family of its own
            self._silent_until = time.monotonic() + SILENCE
            trouble = trouble_with(error, _SETTING)
            _log.warning("nothing is reranked: %s", trouble.en)
            raise RerankerUnavailable(
                f"重排模型：{trouble.zh}", f"the reranker: {trouble.en}"
            ) from None  # its text may show the key
        return tuple(index for index, _ in sorted(found, key=lambda pair: (-pair[1], pair[0])))


def _check(found: list[tuple[int, float]], texts: int) -> None:
    indices = [index for index, _ in found]
    if len(set(indices)) < len(indices) or not set(indices) <= set(range(texts)) or not found:
        raise ValueError("an index that is none, or is there twice")
    if not all(math.isfinite(score) for _, score in found):
        raise ValueError("a score that is no number")


class _Route:
    """A server's rerank route. Jina, Cohere, vLLM, llama.cpp and Infinity call the texts
    ``documents``; text-embeddings-inference calls them ``texts`` and refuses the other."""

    def __init__(self, url: str, model: str | None, key: str | None, seconds: float) -> None:
        self._url = url
        self._model = {"model": model} if model else {}
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._seconds = seconds
        self._named = "documents"

    def __call__(self, question: str, texts: Sequence[str]) -> list[tuple[int, float]]:
        import httpx

        reply = self._post(question, texts)
        if reply.status_code in (400, httpx.codes.UNPROCESSABLE_ENTITY):
            self._named = "texts" if self._named == "documents" else "documents"
            reply = self._post(question, texts)
        reply.raise_for_status()
        read = reply.json()
        rows = read if isinstance(read, list) else read["results"]
        return [(int(row["index"]), float(_score(row))) for row in rows]

    def _post(self, question: str, texts: Sequence[str]) -> Any:  # noqa: ANN401 - httpx's reply
        body = {"query": question, self._named: list(texts), **self._model}
        return self._client.post(self._url, json=body)

    @cached_property
    def _client(self) -> Any:  # noqa: ANN401 - httpx is imported where it is needed
        import httpx

        # What stays on this machine goes through no proxy of the environment.
        beyond = leaves_the_machine(self._url) is not None
        return httpx.Client(headers=self._headers, timeout=self._seconds, trust_env=beyond)


def _score(row: dict[str, Any]) -> Any:  # noqa: ANN401 - a number, if it is one
    return row["relevance_score"] if "relevance_score" in row else row["score"]


class _Postprocessor:
    """A node postprocessor of LlamaIndex; the order of what it gives back is what counts."""

    def __init__(self, made: Any) -> None:  # noqa: ANN401 - of any integration
        self._made = made

    def __call__(self, question: str, texts: Sequence[str]) -> list[tuple[int, float]]:
        from llama_index.core.schema import NodeWithScore, TextNode

        nodes = [
            NodeWithScore(node=TextNode(id_=str(n), text=text), score=0.0)
            for n, text in enumerate(texts)
        ]
        ordered = self._made.postprocess_nodes(nodes, query_str=question)
        return [(int(one.node.node_id), -float(rank)) for rank, one in enumerate(ordered)]


def open_reranker(settings: Settings) -> Reranker | None:
    """The reranker that the settings name; None where they name none. Connects to nothing yet.

    Raises InvalidSettings: two rerankers, two keys, a class that cannot be made.
    """
    if settings.reranker_class is not None:
        if settings.reranker_url is not None:
            raise exclusive("RERANKER_URL", "RERANKER_CLASS")
        made = _Postprocessor(
            integration("RERANKER", settings.reranker_class, settings.reranker_options)
        )
        return ServedReranker(settings.reranker_model or settings.reranker_class, made)
    if settings.reranker_url is None:
        return None
    key = key_of("RERANKER", settings.reranker_key, settings.reranker_key_file)
    route = _Route(settings.reranker_url, settings.reranker_model, key, settings.reranker_timeout)
    return ServedReranker(settings.reranker_model or "reranker", route)
