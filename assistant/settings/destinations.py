"""Who beyond this machine is sent what people ask, by the settings."""

from __future__ import annotations

from typing import Literal

from assistant.settings.hosts import leaves_the_machine
from assistant.settings.tree import Settings
from assistant.types import Destination


def destinations(settings: Settings) -> tuple[Destination, ...]:
    """Everyone who is sent questions or paragraphs; empty where all of it stays on this machine.

    Where another integration sends what it is given, only its own options know: it counts as
    beyond this machine, and its dotted path stands for the host.
    """
    sent = (
        _beyond("llm", settings.llm_url, settings.llm_class, settings.llm_model),
        _beyond(
            "embedder", settings.embedder_url, settings.embedder_class, settings.embedder_model
        ),
        _beyond(
            "reranker", settings.reranker_url, settings.reranker_class, settings.reranker_model
        ),
    )
    return tuple(one for one in sent if one is not None)


def _beyond(
    what: Literal["llm", "embedder", "reranker"],
    url: str | None,
    path: str | None,
    model: str | None,
) -> Destination | None:
    host = leaves_the_machine(url) or path
    return Destination(what, host, model or path or "") if host is not None else None
