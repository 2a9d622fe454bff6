"""What a reader has to know of an assistant before asking."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.types.destinations import Destination


@dataclass(frozen=True, slots=True)
class About:
    """Who answers, who is sent what is asked, and how long it is kept."""

    model: str | None  # the language model that phrases answers; None: they are quotations alone
    destinations: tuple[Destination, ...]  # beyond this machine; empty: questions stay on it
    conversation_days: int  # that an untouched conversation is kept; 0: for ever
