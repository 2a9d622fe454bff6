"""From a question's words to a ``Question``."""

from assistant.questions.understand import understand

__all__ = ["understand"]
