"""The language model that phrases answers, behind one Protocol.

Any server that speaks OpenAI's chat completions, by LlamaIndex's ``OpenAILike``; any other
LlamaIndex integration by its dotted path. Nothing is connected to until it is configured.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Protocol

from assistant.answering.generative.failing import too_slow
from assistant.answering.generative.wire import clients
from assistant.errors import ModelUnavailable

_FINISHED = frozenset({"stop", "STOP", "eos", "end_turn", "stop_sequence"})
_NO_KEY = "none"  # the client wants one; local servers want none


@dataclass(frozen=True, slots=True)
class Piece:
    """What a stream brings: text, and at its end whether the model had finished.

    ``whole`` is None while it goes on; at the end True where the model said that it had finished,
    False where it was cut off by a limit of length or a broken connection. ``tokens``: prompt and
    completion, where the server counts them.
    """

    text: str
    whole: bool | None = None
    tokens: tuple[int, int] | None = None


class Model(Protocol):
    """Something that writes a text for a prompt."""

    @property
    def name(self) -> str:
        """As the server knows it; stands on the answers."""

    @property
    def parameters(self) -> str:
        """Everything besides the prompt that changes what it writes, for caches and cassettes."""

    def stream(self, prompt: str) -> Iterator[Piece]:
        """What it writes, as it comes; the last piece says whether it had finished.

        Raises ModelUnavailable, at any time.
        """


class LlamaIndexModel:
    """A model through LlamaIndex: ``connected`` gives any of its chat models for one reply.

    ``seconds`` is how long a whole answer may take; a slower one is broken off. ``tells``: whether
    it says why it ended, so that an end without a reason is a broken connection.
    """

    def __init__(
        self,
        connected: Callable[[], AbstractContextManager[Any]],
        name: str,
        parameters: str,
        seconds: float,
        *,
        tells: bool = True,
    ) -> None:
        self.name = name
        self.parameters = parameters
        self._connected = connected
        self._seconds = seconds
        self._tells = tells

    def stream(self, prompt: str) -> Iterator[Piece]:
        """See Model."""
        from llama_index.core.base.llms.types import ChatMessage, MessageRole

        begun = time.monotonic()
        reason: str | None = None
        tokens: tuple[int, int] | None = None
        try:
            asked = [ChatMessage(role=MessageRole.USER, content=prompt)]
            with self._connected() as llm:
                for part in llm.stream_chat(asked):
                    _in_time(begun, self._seconds)
                    reason = _finish_reason(part) or reason
                    tokens = _tokens(part) or tokens
                    if part.delta:
                        yield Piece(part.delta)
        except ModelUnavailable:
            raise
        except Exception as error:  # every integration has a family of its own
            raise unavailable(error, self._seconds) from None  # its text may show the key
        whole = reason in _FINISHED or (reason is None and not self._tells)
        yield Piece("", whole=whole, tokens=tokens)


def openai_like(
    *, url: str, name: str, key: str | None, seconds: float, context: int, most_tokens: int
) -> Model:
    """A model of a server that speaks OpenAI's chat completions. Connects to nothing yet."""
    from llama_index.llms.openai_like import OpenAILike

    client = clients(seconds)
    options: dict[str, Any] = {
        "model": name,
        "api_base": url,
        "api_key": key or _NO_KEY,
        "is_chat_model": True,
        "context_window": context,
        "max_tokens": most_tokens,
        "temperature": 0,
        "timeout": seconds,
        "max_retries": 0,  # by default one failure becomes twelve requests
        # A stream counts its tokens only when it is asked to.
        "additional_kwargs": {"seed": 1, "stream_options": {"include_usage": True}},
    }

    @contextmanager
    def connected() -> Iterator[Any]:
        with client() as http:
            yield OpenAILike(**{**options, "http_client": http})

    parameters = f"temperature=0 seed=1 max_tokens={most_tokens}"
    return LlamaIndexModel(connected, name, parameters, seconds)


def integrated(llm: Any, name: str, options: dict[str, Any], seconds: float) -> Model:  # noqa: ANN401
    """A chat model of another LlamaIndex integration, made with ``options``; ``name`` is its
    class's, where they name no model."""
    shown = {key: value for key, value in sorted(options.items()) if "key" not in key.lower()}
    return LlamaIndexModel(
        lambda: nullcontext(llm), str(options.get("model", name)), repr(shown), seconds, tells=False
    )


def _finish_reason(part: Any) -> str | None:  # noqa: ANN401 - whatever the integration gives
    raw = part.raw
    choices = getattr(raw, "choices", None) or (raw.get("choices") if isinstance(raw, dict) else ())
    for choice in choices or ():
        reason = getattr(choice, "finish_reason", None)
        if reason is None and isinstance(choice, dict):
            reason = choice.get("finish_reason")
        if reason:
            return str(reason)
    return None


def _tokens(part: Any) -> tuple[int, int] | None:  # noqa: ANN401 - whatever the integration gives
    usage = getattr(part.raw, "usage", None)
    prompt = getattr(usage, "prompt_tokens", None)
    completion = getattr(usage, "completion_tokens", None)
    return (prompt, completion) if prompt is not None and completion is not None else None


def _in_time(begun: float, seconds: float) -> None:
    if time.monotonic() - begun > seconds:
        raise too_slow(seconds)


_GARBLED = (
    "语言模型的答复不是约定的格式，请检查 ASSISTANT_LLM_URL",
    "the language model's reply is not of the form agreed; check ASSISTANT_LLM_URL",
)
# What is wrong, by the names of the OpenAI client's errors; other clients use the same words.
_CAUSES: tuple[tuple[str, str, str], ...] = (
    ("Timeout", "语言模型没有及时答复", "the language model did not reply in time"),
    ("RateLimit", "语言模型的额度或频率已用尽", "the language model's quota is used up"),
    (
        "Authentication",
        "语言模型不接受这个密钥，请检查 ASSISTANT_LLM_KEY",
        "the language model does not accept the key; check ASSISTANT_LLM_KEY",
    ),
    ("PermissionDenied", "这个密钥无权使用该模型", "the key may not use this model"),
    (
        "NotFound",
        "服务器上没有这个模型或地址，请检查 ASSISTANT_LLM_URL 与 ASSISTANT_LLM_MODEL",
        "the server has no such model or address; check ASSISTANT_LLM_URL and ASSISTANT_LLM_MODEL",
    ),
    (
        "BadRequest",
        "语言模型拒绝了请求，可能是上下文太长",
        "the language model refused the request; the context may be too long",
    ),
    ("Connection", "连不上语言模型的服务器", "the language model's server cannot be reached"),
    ("InternalServer", "语言模型的服务器出错", "the language model's server failed"),
    *((name, *_GARBLED) for name in ("Decode", "TypeError", "AttributeError", "Validation")),
)
_TOO_LONG = (
    "段落太长，语言模型的服务器没有接受",
    "the paragraphs are too long; the language model's server did not accept them",
)
# Of the statuses that the client has no error of its own for.
_STATUSES: dict[int, tuple[str, str]] = {
    402: ("语言模型的额度已用尽", "the language model's quota is used up"),
    413: _TOO_LONG,
}
_MOVED = (
    "语言模型的地址指向别处，请把 ASSISTANT_LLM_URL 改成所指的地址",
    "the language model's address points elsewhere; set ASSISTANT_LLM_URL to where it points",
)
_OTHER = (
    "语言模型的服务器拒绝了请求（HTTP {}）",
    "the language model's server refused the request (HTTP {})",
)


def unavailable(error: BaseException, seconds: float) -> ModelUnavailable:
    """What an integration's error means for the user. Its own text is not shown: it may hold the
    key, and it is not in the reader's language."""
    names = " ".join(kind.__name__ for kind in type(error).__mro__[:3])
    status = getattr(error, "status_code", None)
    if isinstance(error, TimeoutError):
        return too_slow(seconds)
    for name, zh, en in _CAUSES:
        if name in names:
            return ModelUnavailable(zh, en)
    if isinstance(status, int):
        zh, en = _STATUSES.get(status, _MOVED if 300 <= status < 400 else _OTHER)
        return ModelUnavailable(zh.format(status), en.format(status))
    return ModelUnavailable(
        f"语言模型出错（{type(error).__name__}）",
        f"the language model failed ({type(error).__name__})",
    )
