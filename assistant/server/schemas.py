"""What comes in over HTTP, and the few documents that only HTTP knows.

Answers, resolutions and summaries go out as the dataclasses of ``assistant.types``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant.server.clean_text import ONE_LINE, CleanText, single_line
from assistant.server.corrections import Corrected
from assistant.server.job import JobState, UploadProgress
from assistant.server.parameters import Flag
from assistant.types import Answerer, AskOptions, Check, IngestResult, Lang, Overrides

MAX_SYMBOLS = 50
MAX_SYMBOL = 100  # characters

ConversationId = Annotated[
    str,
    Field(min_length=1, max_length=200, json_schema_extra=ONE_LINE),
    AfterValidator(single_line),
]
Page = Annotated[
    str,
    Field(min_length=1, max_length=100, json_schema_extra=ONE_LINE),
    AfterValidator(single_line),
]
Symbol = Annotated[
    str,
    Field(min_length=1, max_length=MAX_SYMBOL, json_schema_extra=ONE_LINE),
    AfterValidator(single_line),
]


# In an address: a symbol, or an instrument's title or everyday name.
SymbolPath = Annotated[
    str,
    Path(
        min_length=1,
        max_length=300,
        json_schema_extra=ONE_LINE,
        description="文号，任何写法 · A symbol in any form",
        openapi_examples={"symbol": {"value": "A/RES/75/45"}},
    ),
    AfterValidator(single_line),
]


class AskRequest(BaseModel):
    """A question, and what to know about it."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    question: CleanText = Field(
        description="用中文或英文提出的问题 · The question, in Chinese or English"
    )
    conversation_id: ConversationId | None = Field(
        default=None,
        description="上一个回答的 conversation_id，用于追问 · That of the answer before, to go on",
    )
    answerer: Answerer | None = Field(
        default=None,
        description="由谁作答；默认在配置了语言模型时为 llm，否则为 extractive（原文摘录） · Who "
        "answers; by default llm where a language model is set, else extractive",
    )
    symbols: list[Symbol] = Field(
        default_factory=list,
        max_length=MAX_SYMBOLS,
        description="只在这些决议中查找 · Look only at these resolutions",
    )
    lang: Lang | None = Field(
        default=None,
        description="回答的语言，默认与问题相同 · Of the answer; default: the question's",
    )
    page: Page | None = Field(
        default=None,
        description="上一个回答的 page，与同一问题（和 conversation_id）一起发回，取下一页 · "
        "That of the answer before, sent with the same question (and conversation_id): its next "
        "page",
    )
    corrected: Corrected | None = Field(
        default=None,
        description="更正对问题的理解；问题与对话的上一问相同时，取而代之 · Puts right how it was "
        "understood; where the question is the conversation's last, it takes that one's place",
    )

    replaces: (
        Annotated[
            str,
            Field(min_length=1, max_length=64, json_schema_extra=ONE_LINE),
            AfterValidator(single_line),
        ]
        | None
    ) = Field(
        default=None,
        description="本对话中一个回答的 id：重试或改问，取代它和其后的全部问答 · The ``id`` of an "
        "answer of this conversation: asked again, or otherwise, in its place and all after it",
    )

    def overrides(self) -> Overrides | None:
        """What is put right, as the service takes it."""
        return None if self.corrected is None else self.corrected.overrides()

    def options(self, owner: str | None) -> AskOptions:
        """All but the question, as the service takes it."""
        return AskOptions(
            conversation_id=self.conversation_id,
            symbols=tuple(self.symbols),
            lang=self.lang,
            corrected=self.overrides(),
            page=self.page,
            answerer=self.answerer,
            owner=owner,
            replaces=self.replaces,
        )


class FieldProblem(BaseModel):
    """One thing that is wrong with a request."""

    detail: str
    pointer: str | None = Field(default=None, description="JSON Pointer (RFC 6901) into the body")
    parameter: str | None = Field(default=None, description="Name of the query parameter")


class Problem(BaseModel):
    """A problem document, RFC 9457, in the reader's language. ``code`` is stable."""

    type: str = Field(description="urn:resolution-assistant:problem: and the code")
    title: str
    status: int
    detail: str
    code: str
    errors: list[FieldProblem] = Field(default_factory=list)


class Health(BaseModel):
    """The process is alive."""

    status: Literal["ok"] = "ok"
    version: str


class Readiness(BaseModel):
    """A question would be answered fully now."""

    status: Literal["ready"] = "ready"
    checks: tuple[Check, ...]


class UploadFields(BaseModel):
    """What may stand in an upload's form beside its files."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    symbol: Symbol | None = None
    dry_run: Flag = False


class UploadJob(BaseModel):
    """An upload on its way into the library."""

    id: str
    state: JobState
    files: int = Field(description="上传的文件数 · How many files were sent")
    done: int = Field(description="已读完的文件数 · How many of them are read")
    dry_run: bool
    progress: UploadProgress | None = Field(description="正在做的一步 · The step at hand")
    results: tuple[IngestResult, ...] = Field(
        description="每份决议或被拒文件一项；state 为 done 时即可检索 · One for each resolution or "
        "refused file so far; they can be asked about when state is done"
    )
    error: Problem | None = Field(description="state 为 failed 时的原因 · Why it failed")
    href: str


class Removed(BaseModel):
    """What is no longer in the library."""

    symbols: tuple[str, ...] = Field(description="已移除的决议 · The resolutions taken out")
