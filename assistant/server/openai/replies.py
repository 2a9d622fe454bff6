"""Chat completions, whole and in chunks, as OpenAI's clients read them. Pure: answers in, JSON out.

``usage`` counts the tokens of the language model that phrased the answer, as its server counted
them. Without a model there are none: nothing was read or written in tokens.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.footnotes import Footnotes, Mark, footnoted
from assistant.server.openai.requests import MODEL
from assistant.types import Answer, Citation, Event, Statement

# The library's age is no model's: clients only want a number there.
_CREATED = 0


def model() -> dict[str, Any]:
    """The one model there is."""
    return {"id": MODEL, "object": "model", "created": _CREATED, "owned_by": MODEL}


@dataclass(frozen=True, slots=True)
class Reply:
    """The name and time of one completion. ``address``: where its links lead."""

    name: str
    created: int  # Unix time
    address: str

    def whole(self, answer: Answer) -> dict[str, Any]:
        """An answer as a completion."""
        text, marks = footnoted(answer, self.address)
        return {
            **self.plain(text, [_annotation(mark) for mark in marks]),
            "usage": _usage(answer),
            "system_fingerprint": f"fp_{answer.settings_hash}",
        }

    def plain(self, text: str, annotations: list[dict[str, Any]] | None = None) -> dict[str, Any]:
        """Text as a completion."""
        message = {"role": "assistant", "content": text, "refusal": None}
        choice = {
            "index": 0,
            "message": {**message, "annotations": annotations or []},
            "logprobs": None,
            "finish_reason": "stop",
        }
        return {**self._head("chat.completion"), "choices": [choice], "usage": _usage(None)}

    def chunks(self, events: Iterable[Event], *, usage: bool) -> Iterator[str]:
        """The same as data of server-sent events: who speaks, each sentence as it has passed its
        checks, the notes, the annotations with the end, and ``usage`` where it is wanted."""
        written = Footnotes(self.address)
        yield self._chunk({"role": "assistant", "content": ""}, usage=usage)
        for event in events:
            match event.data:
                case Citation() as citation:
                    written.cite(citation)
                case Statement() as statement:
                    yield self._chunk({"content": written.sentence(statement)}, usage=usage)
                case Answer() as answer:
                    if notes := written.notes(answer):
                        yield self._chunk({"content": notes}, usage=usage)
                    annotations = [_annotation(mark) for mark in written.marks]
                    yield from self._end({"annotations": annotations}, answer, usage=usage)
                case _:
                    pass

    def plain_chunks(self, text: str, *, usage: bool) -> Iterator[str]:
        """Text as data of server-sent events."""
        yield self._chunk({"role": "assistant", "content": text}, usage=usage)
        yield from self._end({}, None, usage=usage)

    def _end(self, delta: dict[str, Any], answer: Answer | None, *, usage: bool) -> Iterator[str]:
        yield self._chunk(delta, usage=usage, finished=True)
        if usage:
            last = {**self._head("chat.completion.chunk"), "choices": [], "usage": _usage(answer)}
            yield json.dumps(last, ensure_ascii=False)
        yield "[DONE]"

    def _chunk(self, delta: dict[str, Any], *, usage: bool, finished: bool = False) -> str:
        reason = "stop" if finished else None
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}
        chunk = {**self._head("chat.completion.chunk"), "choices": [choice]}
        # Where it is wanted at the end, every other chunk says that it is not there yet.
        return json.dumps({**chunk, "usage": None} if usage else chunk, ensure_ascii=False)

    def _head(self, kind: str) -> dict[str, Any]:
        return {"id": self.name, "object": kind, "created": self.created, "model": MODEL}


def _annotation(mark: Mark) -> dict[str, Any]:
    return {
        "type": "url_citation",
        "url_citation": {
            "start_index": mark.start,
            "end_index": mark.end,
            "title": mark.title,
            "url": mark.url,
        },
    }


def _usage(answer: Answer | None) -> dict[str, int]:
    by = answer.generation if answer else None
    read, wrote = (by.prompt_tokens, by.completion_tokens) if by else (0, 0)
    return {"prompt_tokens": read, "completion_tokens": wrote, "total_tokens": read + wrote}
