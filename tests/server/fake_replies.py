"""Replies in memory; tests/library/test_kept_replies.py tries them beside the real ones."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.types import ReplyState


@dataclass
class RepliesInMemory:
    """No time passes here, and no conversation is forgotten."""

    held: dict[tuple[str, str], tuple[str, bytes | None]] = field(default_factory=dict)

    def begin(self, owner: str, key: str, request: str) -> ReplyState | bytes:
        if (owner, key) not in self.held:
            self.held[owner, key] = (request, None)
            return "begun"
        of, reply = self.held[owner, key]
        if of != request:
            return "another"
        return "under_way" if reply is None else reply

    def finish(self, owner: str, key: str, reply: bytes, conversation: str | None = None) -> None:  # noqa: ARG002
        self.held[owner, key] = (self.held[owner, key][0], reply)

    def give_up(self, owner: str, key: str) -> None:
        if self.held[owner, key][1] is None:
            del self.held[owner, key]
