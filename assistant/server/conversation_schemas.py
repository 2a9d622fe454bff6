"""What comes in of conversations and answers over HTTP."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant.server.clean_text import ONE_LINE, WHOLE, single_line, whole_text
from assistant.types import FeedbackVerdict

AnswerId = Annotated[
    str, Field(min_length=1, max_length=64, json_schema_extra=ONE_LINE), AfterValidator(single_line)
]

MAX_TITLE = 200
MAX_COMMENT = 2_000


class Renaming(BaseModel):
    """A conversation's new title."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: (
        Annotated[
            str, Field(max_length=MAX_TITLE, json_schema_extra=WHOLE), AfterValidator(whole_text)
        ]
        | None
    ) = Field(
        description="新标题；null 或空白则用第一个问题 · null or blank: its first question again"
    )


class Judgement(BaseModel):
    """What a reader says of an answer."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    verdict: FeedbackVerdict = Field(
        description="right 正确、wrong 有误、incomplete 不完整 · Whether it is right"
    )
    comment: Annotated[
        str, Field(max_length=MAX_COMMENT, json_schema_extra=WHOLE), AfterValidator(whole_text)
    ] = Field(
        default="", description="哪里不对，应当是什么 · What is wrong, and what would be right"
    )


class Forgotten(BaseModel):
    """What is no longer kept."""

    conversations: int = Field(description="已删除的对话数 · How many conversations there were")
