"""What the server keeps of conversations, for the owner that the client speaks for."""

from __future__ import annotations

from typing import Final, TypeVar

from assistant.client.failures import RequestRefused
from assistant.client.files import media_type, saved_as
from assistant.client.transport import Transport, step_of
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

COOKIE: Final = "resolution_owner"
_NOT_THERE: Final = frozenset({"no_such_conversation", "no_such_answer"})

T = TypeVar("T")


class Conversations:
    """As ``Assistant.conversations``, without the owner: that is the client.

    A client with a key owns what it begins. One without is nobody, whose conversations belong to
    who knows their id, until ``keep`` makes it an owner; ``owner`` is then what a later client is
    given to go on as the same. None and False: nothing that this owner may see.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @property
    def owner(self) -> str | None:
        """The token by which an owner without a key is known. Who has it is that owner."""
        return self._transport.http.cookies.get(COOKIE)

    def keep(self) -> str | None:
        """Begin to own conversations, or go on with it; the token."""
        self._transport.send("PUT", "/owner")
        return self.owner

    def search(
        self, *, words: str = "", cursor: str | None = None, limit: int = 30
    ) -> ConversationPage:
        """The owner's conversations with all of the words, the one last gone on with first."""
        params = {"q": words or None, "cursor": cursor, "limit": limit}
        return self._transport.get("/conversations", ConversationPage, params)

    def read(self, name: str) -> Conversation | None:
        """A conversation as a whole."""
        return self._if_there("GET", _conversation(name), Conversation)

    def export(
        self, name: str, form: ConversationForm, *, lang: Lang = "zh"
    ) -> ExportedFile | None:
        """A conversation as a file, what is not its own words in ``lang``."""
        path = f"{_conversation(name)}/export"
        try:
            file = self._transport.send("GET", path, params={"format": form, "lang": lang})
        except RequestRefused as error:
            _check_gone(error)
            return None
        return ExportedFile(saved_as(file), media_type(file), file.content)

    def rename(self, name: str, title: str | None) -> ConversationSummary | None:
        """Give a conversation a title; None: its first question is its title again."""
        return self._if_there("PATCH", _conversation(name), ConversationSummary, {"title": title})

    def forget(self, name: str) -> bool:
        """Forget a conversation with all that was shared and said of it."""
        return self._is_there("DELETE", _conversation(name))

    def forget_all(self) -> int:
        """Forget all that the owner began and said; how many conversations there were."""
        gone = self._transport.send("DELETE", "/conversations")
        return self._transport.read(dict[str, int], gone)["conversations"]

    def answer(self, answer: str) -> KeptAnswer | None:
        """One answer that is the owner's, or shared."""
        return self._if_there("GET", _answer(answer), KeptAnswer)

    def text(self, answer: str, form: AnswerForm) -> str | None:
        """One answer to be pasted elsewhere."""
        path = f"{_answer(answer)}/text"
        try:
            return self._transport.send("GET", path, params={"format": form}).text
        except RequestRefused as error:
            _check_gone(error)
            return None

    def share(self, answer: str, *, shared: bool) -> KeptAnswer | None:
        """Let whoever has the link read one answer, or take that back."""
        path = f"{_answer(answer)}/share"
        if shared:
            return self._if_there("POST", path, KeptAnswer)
        return self.answer(answer) if self._is_there("DELETE", path) else None

    def judge(self, answer: str, verdict: FeedbackVerdict, comment: str = "") -> KeptAnswer | None:
        """Say whether an answer is right, in the place of what was said before."""
        said = {"verdict": verdict, "comment": comment}
        return self._if_there("POST", f"{_answer(answer)}/feedback", KeptAnswer, said)

    def take_back(self, answer: str) -> bool:
        """Forget what was said of an answer."""
        return self._is_there("DELETE", f"{_answer(answer)}/feedback")

    def _if_there(self, method: str, path: str, kind: type[T], json: object = None) -> T | None:
        try:
            return self._transport.read(kind, self._transport.send(method, path, json=json))
        except RequestRefused as error:
            _check_gone(error)
            return None

    def _is_there(self, method: str, path: str) -> bool:
        try:
            self._transport.send(method, path)
        except RequestRefused as error:
            _check_gone(error)
            return False
        return True


def _conversation(name: str) -> str:
    return f"/conversations/{step_of(name)}"


def _answer(name: str) -> str:
    return f"/answers/{step_of(name)}"


def _check_gone(error: RequestRefused) -> None:
    if error.code not in _NOT_THERE:
        raise error
