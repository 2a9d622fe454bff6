"""Conversations and answers that are not there, or not for whoever asks."""

from __future__ import annotations

from assistant.server.refusals import Refused


def no_such_conversation() -> Refused:
    """A conversation that never was, or is forgotten."""
    return Refused(
        404,
        "no_such_conversation",
        ("没有这个对话", "No such conversation"),
        (
            "没有这个对话的记录：编号有误，或久未继续，已被忘记。",
            "There is no record of this conversation: the id is another one, or nobody went on "
            "with it for so long that it is forgotten.",
        ),
    )


def no_such_answer() -> Refused:
    """An answer that never was, is forgotten, or is neither the reader's own nor shared."""
    return Refused(
        404,
        "no_such_answer",
        ("没有这个回答", "No such answer"),
        (
            "没有这个回答，或它没有分享给你：链接有误，分享已取消，或所在的对话已删除。"
            "请向给你链接的人再要一次，或重新提问。",
            "There is no such answer, or it is not shared with you: the link is another one, it is "
            "shared no more, or its conversation is deleted. Ask for the link again, or ask anew.",
        ),
    )
