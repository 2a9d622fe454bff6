"""A chat completion as clients ask for it, and what of it is not done.

What steers a model's dice (temperature, seed, max_tokens …) is taken and changes nothing: answers
are the same each time, and never cut. So is what we do not know, for clients send ever more. Tools
may be offered and are never called, as ``tool_choice: auto`` allows. What would make the reply
another one than the client can use is refused.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.server.clean_text import CleanText
from assistant.server.openai.errors import Unsupported
from assistant.server.refusals import Words

MODEL: Final = "resolution-assistant"
MAX_MESSAGES: Final = 2_000

_LENIENT: Final = ConfigDict(extra="ignore", frozen=True)


class Part(BaseModel):
    """A part of a message: text, or what is none."""

    model_config = _LENIENT

    type: str
    text: CleanText = ""


class Message(BaseModel):
    """What one side said. Only what the user said is read."""

    model_config = _LENIENT

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: CleanText | list[Part] | None = None

    def said(self) -> str:
        """Its text, whatever else it holds."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class StreamOptions(BaseModel):
    """What a stream ends with."""

    model_config = _LENIENT

    include_usage: bool | None = None


class ChatRequest(BaseModel):
    """The body of ``POST /v1/chat/completions``."""

    model_config = _LENIENT

    model: CleanText
    messages: Annotated[list[Message], Field(min_length=1, max_length=MAX_MESSAGES)]
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    n: int | None = None
    stop: str | list[str] | None = None
    logprobs: bool | None = None
    response_format: dict[str, Any] | None = None
    tool_choice: str | dict[str, Any] | None = None
    function_call: str | dict[str, Any] | None = None
    modalities: list[str] | None = None

    def questions(self) -> tuple[str, ...]:
        """What the user asked, in order, the question at hand last. Raises Unsupported."""
        asked = [(at, one) for at, one in enumerate(self.messages) if one.role == "user"]
        if not asked:
            raise _no_question()
        at, last = asked[-1]
        if isinstance(last.content, list):
            for number, part in enumerate(last.content):
                if part.type != "text":
                    raise _not_text(part.type, f"messages.{at}.content.{number}.type")
        return tuple(one.said() for _, one in asked)

    def check(self) -> None:
        """Raise Unsupported for what would have to be done and is not."""
        wanted = self.response_format or {}
        for param, is_asked, (zh, en) in (
            ("n", self.n not in (None, 1), _ONE),
            ("stop", bool(self.stop), _WHOLE),
            ("logprobs", bool(self.logprobs), _NO_PROBABILITIES),
            ("response_format", wanted.get("type", "text") != "text", _TEXT),
            ("tool_choice", self.tool_choice not in (None, "auto", "none"), _NO_TOOLS),
            ("function_call", self.function_call not in (None, "auto", "none"), _NO_TOOLS),
            ("modalities", self.modalities not in (None, [], ["text"]), _TEXT),
        ):
            if is_asked:
                raise Unsupported(param, (zh, en))


_ONE: Final[Words] = (
    "每次只有一个回答：同一问题的回答总是相同的。请去掉 n，或设为 1。",
    "There is one answer: the same question is always answered alike. Leave out n, or set it to 1.",
)
_WHOLE: Final[Words] = (
    "回答不会在中途截断，截断的引文会改变原意。请去掉 stop。",
    "Answers are not cut short: a quotation that is cut says something else. Leave out stop.",
)
_NO_PROBABILITIES: Final[Words] = (
    "回答出自原文，没有概率可言。请去掉 logprobs。",
    "Answers are taken from texts and have no probabilities. Leave out logprobs.",
)
_TEXT: Final[Words] = (
    "回答只能是文本（Markdown）；需要 JSON 请用 /api/v1/ask。请去掉此项，或设为 text。",
    "Answers are text (Markdown); for JSON ask /api/v1/ask. Leave this out, or set it to text.",
)
_NO_TOOLS: Final[Words] = (
    "本服务只根据文库作答，不调用工具。请去掉此项，或设为 auto 或 none。",
    "Answers come from the library alone and call no tools. Leave this out, or set it to auto or "
    "none.",
)


def _no_question() -> Unsupported:
    return Unsupported(
        "messages",
        (
            "没有 role 为 user 的消息。请把问题作为最后一条 user 消息发送。",
            "There is no message of role user. Send the question as the last user message.",
        ),
    )


def _not_text(kind: str, param: str) -> Unsupported:
    return Unsupported(
        param,
        (
            f"问题里含有 {kind[:40]}，这里只读文本。请把问题写成文字；决议文件请由管理者导入文库。",
            f"The question holds {kind[:40]}; only text is read. Write the question in words, and "
            "have files of resolutions taken into the library.",
        ),
    )
