"""A conversation that its asker keeps, and sends whole with every question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final, Protocol

from assistant.conversing.talks import Talk
from assistant.errors import InvalidQuestion
from assistant.questions.history import LONGEST, Turn
from assistant.types import Answer, Event, Inquiry

# Said to a long list, for want of a button.
_MORE: Final = re.compile(
    r"\s*(?:请?(?:继续|接着)(?:列(?:出|举)?|显示|看)?|(?:看|显示)?(?:更多|下一页)|还有(?:呢|吗)?"
    r"|(?:show )?(?:me )?more|continue|go on|(?:the )?next(?: page)?)(?:please)?\s*[。.!！?？]*\s*",
    re.IGNORECASE,
)


class Passing:
    """Has the manners of ``Talks`` and keeps nothing: its turns go with this object."""

    def __init__(self) -> None:
        self._turns: tuple[Turn, ...] = ()

    def go_on(self, asked: Inquiry) -> Talk:
        """What a question goes on with: those asked before it."""
        return Talk(asked.conversation_id, asked.owner, self._turns)

    def keep(self, talk: Talk, question: str, turn: Turn, answer: Answer) -> Answer:  # noqa: ARG002
        """The answer, which has no name to be found by."""
        if turn.question.intent != "refuse":  # thanks, or a joke, change no subject
            self._turns = (*talk.turns, turn)[-LONGEST:]
        return replace(answer, id=None, conversation_id=None)


class Ask(Protocol):
    """How one question of such a conversation is answered. ``last``: it is the one at hand."""

    def __call__(
        self, question: str, *, talks: Passing, page: str | None, last: bool
    ) -> Iterator[Event]:
        """The steps of its answer, the whole of it last. Raises InvalidQuestion."""


def in_passing(questions: Sequence[str], ask: Ask) -> Iterator[Event]:
    """The steps of the answer to the last of a conversation's questions, the earlier ones, of
    which the last ``LONGEST`` count, answered again for it to refer to.

    One that is nothing but 更多 or "more" shows the next page of the list before it, if there is
    one. Raises what ``ask`` raises of the last question; an earlier one that cannot be answered is
    no turn, as it was none then.
    """
    talks = Passing()
    shown: tuple[str, str] | None = None  # the list spoken of, and its next page
    *earlier, last = questions[-LONGEST - 1 :]
    for question in earlier:
        asked, page = _meant(question, shown)
        with suppress(InvalidQuestion):
            for event in ask(asked, talks=talks, page=page, last=False):
                if isinstance(event.data, Answer):
                    shown = (asked, event.data.page) if event.data.page else None
    asked, page = _meant(last, shown)
    yield from ask(asked, talks=talks, page=page, last=True)


def _meant(question: str, shown: tuple[str, str] | None) -> tuple[str, str | None]:
    return shown if shown and _MORE.fullmatch(question) else (question, None)
