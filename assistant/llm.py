"""The language model and the prompts that the settings name. Nothing is connected to yet."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from assistant.answering.generative.access import Fitting, Queued, Remembering
from assistant.answering.generative.local import LocalModel
from assistant.answering.generative.models import Model, integrated, openai_like
from assistant.answering.generative.phrasing import Phrasing
from assistant.answering.generative.prompts import Prompts, load_prompts
from assistant.answering.generative.watching import Watched
from assistant.errors import InvalidSettings
from assistant.settings import (
    PREFIX,
    Settings,
    destinations,
    exclusive,
    integration,
    key_of,
    load_what_openai_looks_for,
)

_UNHURRIED = 0.5  # of the time for one reply: with a repair an answer takes 1.5 times that at most


def open_phrasing(
    settings: Settings, prompts: Prompts, given: Model | None = None
) -> Phrasing | None:
    """The model with its prompts; None where none is set, which is the default.

    A ``given`` model takes the place of the settings' own and is asked as it is: no queue, no
    memory. Raises InvalidSettings: an address without a model's name, two kinds of model, two
    keys, a key file that cannot be read, a class that cannot be made.
    """
    most, repairs = settings.llm_most_paragraphs, settings.llm_repair
    if given is not None:
        return Phrasing(given, prompts, None, most, repairs)
    own = _model(settings)
    if own is None:
        return None
    queued = Queued(
        own,
        most=settings.llm_at_once,
        waiting=settings.llm_waiting,
        seconds=settings.llm_timeout,
    )
    model: Model = Watched(queued)
    if settings.llm_remembered:
        model = Remembering(model, settings.llm_remembered)
    model = Fitting(model, context=settings.llm_context, most_tokens=settings.llm_max_tokens)
    sent_to = next((one.host for one in destinations(settings) if one.what == "llm"), None)
    return Phrasing(
        model,
        prompts,
        sent_to,
        most,
        repairs,
        settings.llm_timeout * _UNHURRIED,
        partial(_stop, queued, own),
    )


def prompts_of(settings: Settings) -> Prompts:
    """The prompts that the settings name. Raises InvalidPrompts."""
    return load_prompts(settings.prompts_dir)


def _model(settings: Settings) -> Model | None:
    if settings.llm_gguf is not None:
        return _local(settings, settings.llm_gguf)
    if settings.llm_class is not None:
        if settings.llm_url is not None:
            raise exclusive("LLM_URL", "LLM_CLASS")
        path, options = settings.llm_class, settings.llm_options
        made = integration("LLM", path, options)
        return integrated(made, path.rpartition(".")[2], options, settings.llm_timeout)
    if settings.llm_url is None:
        return None
    if not settings.llm_model:
        raise InvalidSettings(
            f"设置了 {PREFIX}LLM_URL，还要用 {PREFIX}LLM_MODEL 写明模型的名称",
            f"{PREFIX}LLM_URL is set: name the model too, with {PREFIX}LLM_MODEL",
        )
    load_what_openai_looks_for()
    return openai_like(
        url=settings.llm_url,
        name=settings.llm_model,
        key=key_of("LLM", settings.llm_key, settings.llm_key_file),
        seconds=settings.llm_timeout,
        context=settings.llm_context,
        most_tokens=settings.llm_max_tokens,
    )


def _local(settings: Settings, file: Path) -> Model:
    if settings.llm_url is not None:
        raise exclusive("LLM_GGUF", "LLM_URL")
    if settings.llm_class is not None:
        raise exclusive("LLM_GGUF", "LLM_CLASS")
    return LocalModel(
        file,
        name=settings.llm_model,
        context=settings.llm_context,
        most_tokens=settings.llm_max_tokens,
        threads=settings.llm_threads,
    )


def _stop(queued: Queued, model: Model) -> None:
    queued.stop()
    if isinstance(model, LocalModel):
        model.close()
