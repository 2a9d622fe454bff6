"""What the server asks of conversations; ``assistant.conversing.Conversations`` has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from assistant.types import (
    AnswerForm,
    Conversation,
    ConversationForm,
    ConversationPage,
    ConversationSummary,
    ExportedFile,
    FeedbackVerdict,
    KeptAnswer,
    Lang,
)

Precondition = Callable[[Conversation], None]


class Conversations(Protocol):
    """What is kept, for those that may see it. None and False: nothing that this owner may see."""

    def search(
        self, owner: str | None, *, words: str = "", cursor: str | None = None, limit: int = 30
    ) -> ConversationPage:
        """An owner's own, the last gone on with first. Raises ``InvalidFilter``."""

    def read(self, name: str, owner: str | None) -> Conversation | None:
        """A conversation as a whole."""

    def export(
        self, name: str, owner: str | None, form: ConversationForm, *, lang: Lang = "zh"
    ) -> ExportedFile | None:
        """A conversation as a file, what is not its own words in ``lang``."""

    def rename(
        self, name: str, owner: str | None, title: str | None, *, check: Precondition | None = None
    ) -> ConversationSummary | None:
        """Gives it a title, or takes that away. ``check`` sees it as it is in the moment in which
        it is changed; what it raises is raised, and nothing is done."""

    def forget(self, name: str, owner: str | None, *, check: Precondition | None = None) -> bool:
        """Forgets a conversation with all that was shared and said of it; ``check`` as above."""

    def forget_all(self, owner: str) -> int:
        """Forgets all that an owner began and said; how many conversations there were."""

    def answer(self, answer: str, owner: str | None) -> KeptAnswer | None:
        """One answer that is the reader's own, or shared."""

    def text(self, answer: str, owner: str | None, form: AnswerForm) -> str | None:
        """One answer to be pasted elsewhere."""

    def share(self, answer: str, owner: str | None, *, shared: bool) -> KeptAnswer | None:
        """Lets whoever has the link read one answer, or takes that back."""

    def judge(
        self, answer: str, owner: str, verdict: FeedbackVerdict, comment: str
    ) -> KeptAnswer | None:
        """Keeps what a reader says of an answer, in the place of what they said before."""

    def take_back(self, answer: str, owner: str) -> bool:
        """Forgets what a reader said of an answer."""
