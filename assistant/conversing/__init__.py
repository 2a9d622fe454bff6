"""Conversations as their owners see them: gone on with, shown again, shared, judged, exported."""

from assistant.conversing.kept import Conversations
from assistant.conversing.passing import Passing, in_passing
from assistant.conversing.talks import Talk, Talks, turn_of

__all__ = ["Conversations", "Passing", "Talk", "Talks", "in_passing", "turn_of"]
