"""The assistant: everything that can be asked of a library. Knows no HTTP and no terminal."""

from __future__ import annotations

from assistant.reading import File
from assistant.service.assistant import Assistant

__all__ = ["Assistant", "File"]
