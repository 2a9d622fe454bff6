"""Where what people ask is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Destination:
    """Someone beyond this machine who is sent questions, or paragraphs of the library."""

    what: Literal["llm", "embedder", "reranker"]
    host: str  # where only the integration knows the host: its dotted path
    model: str
