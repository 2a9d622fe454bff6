"""Which gold questions a model is asked for, in which order, over which libraries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import AssistantError
from eval.cassettes.models import Exchange, Listening, Silent
from eval.gold import GoldItem
from eval.libraries import open_library

if TYPE_CHECKING:
    from assistant.answering.generative.models import Model
    from assistant.service import Assistant


def in_order(items: Iterable[GoldItem]) -> tuple[GoldItem, ...]:
    """By the SHA-256 of their names: any beginning of it is a fair sample of all of them."""
    return tuple(sorted(items, key=lambda item: hashlib.sha256(item.id.encode()).hexdigest()))


@contextmanager
def opened(
    names: Iterable[str], model: Model, data_dir: Path | None = None
) -> Iterator[Mapping[str, Assistant]]:
    """The libraries of these names side by side, each fresh or the one in ``data_dir``, phrased by
    ``model``."""
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(open_library(name, data_dir, model=model))
            for name in dict.fromkeys(names)
        }


def ask(assistant: Assistant, item: GoldItem, heard: Listening) -> tuple[tuple[Exchange, ...], ...]:
    """Ask an item in a conversation of its own; what the model was asked for each of its turns.

    For a question that is refused as none, nothing. Raises CassetteError.
    """
    conversation: str | None = None
    turns: list[tuple[Exchange, ...]] = []
    heard.take()
    for turn in item.turns:
        try:
            conversation = assistant.ask(turn, conversation_id=conversation).conversation_id
        except AssistantError:
            return (*turns, heard.take(), ())
        turns.append(heard.take())
    return tuple(turns)


def phrased_items(items: Sequence[GoldItem]) -> tuple[GoldItem, ...]:
    """Those of which a model is asked something in the turn that is judged, in order."""
    silent = Listening(Silent())
    with opened((item.library for item in items), silent) as libraries:
        return tuple(i for i in in_order(items) if ask(libraries[i.library], i, silent)[-1])
