"""What the service tells of itself: lines, counts and spans, and never a word of what was asked.

Nothing here decides anything. Who answers reports to :mod:`assistant.observing.watch`; where nobody
observes, that costs nothing.
"""

from assistant.observing.notes import AnswerNote, AnswerOutcome, Observer, RequestNote, StepName
from assistant.observing.watch import noted, step, watched

__all__ = [
    "AnswerNote",
    "AnswerOutcome",
    "Observer",
    "RequestNote",
    "StepName",
    "noted",
    "step",
    "watched",
]
