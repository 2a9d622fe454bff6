"""A question to a library: the steps of its answer, as they come into being."""

from __future__ import annotations

from assistant.asking.asking import Asking

__all__ = ["Asking"]
