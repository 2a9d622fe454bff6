"""What each tool takes, bounded as the REST API bounds it.

Models read these descriptions: they are English, with the Chinese words that matter.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from assistant.text.sessions import sessions_named
from assistant.types import Lang, MandateQuery, MandateSort, ReferenceDirection
from assistant.types.bounds import (
    MOST_DEPTH,
    MOST_EARLIER,
    MOST_EDGES,
    MOST_HITS,
    MOST_MANDATES,
    MOST_NODES,
    MOST_VALUES,
)

_NO_NUL: Final = r"^[^\x00]*$"
_NO_CONTROLS: Final = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$"


def _listed(value: object) -> object:
    """A list that a client sends as the JSON text of one, as some do."""
    if isinstance(value, str) and value.lstrip().startswith("["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


# How long a question may be is a setting: the service says so itself.
Text = Annotated[str, Field(pattern=_NO_NUL)]
Line = Annotated[str, Field(min_length=1, max_length=100, pattern=_NO_CONTROLS)]
Lines = Annotated[list[Line], Field(max_length=MOST_VALUES), BeforeValidator(_listed)]

_SYMBOL: Final = (
    "Symbol of the resolution in any written form: A/RES/75/45, 75/45, 第75/45号决议, "
    "resolution 75/45"
)


class Arguments(BaseModel):
    """An unknown argument is refused: it would change nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AskArguments(Arguments):
    """A question, and those asked before it."""

    question: Text = Field(description="The question, in Chinese or English")
    earlier: Annotated[list[Text], BeforeValidator(_listed)] = Field(
        default_factory=list,
        max_length=MOST_EARLIER,
        description="The questions asked before it in this conversation, oldest first, so that it "
        "may refer to them (“and the second one?”, 那第14段呢). To see more of a long list, "
        "repeat its question here and ask “more” (更多)",
    )
    lang: Lang | None = Field(
        default=None,
        description="Language of the answer; default: the question's. Quotations stay in the "
        "language of the text",
    )


class SearchArguments(Arguments):
    """Words to look for."""

    query: Text = Field(description="Words to look for, in Chinese or English")
    limit: int = Field(default=10, ge=1, le=MOST_HITS, description="Paragraphs at most")
    lang: Lang = Field(default="zh", description="Language of the labels")


class ParagraphArguments(Arguments):
    """A place in a resolution."""

    symbol: Line = Field(description=f"{_SYMBOL}. A/RES/75/45#OP13 names the paragraph as well")
    paragraph: Line | None = Field(
        default=None,
        description="Which paragraph: OP13 (operative), PP2 (preambular), OP3(a) (an item), FN1 "
        "(footnote), ANNEX/3, META (masthead), END (closing lines). Default: the whole resolution",
    )
    version: Lang | None = Field(
        default=None, description="Which language's text; default: the one that leads"
    )


class MandateArguments(Arguments):
    """Which mandates are wanted; what is not given does not restrict."""

    addressee: Lines = Field(
        default_factory=list,
        description="Who is asked, any of these in any form: 秘书长, Secretary-General, 会员国 …",
    )
    deliverable: Lines = Field(
        default_factory=list, description="What is to be made, any of these: 报告, report, 会议 …"
    )
    due_session: Line | None = Field(
        default=None, description="Due at this session of the General Assembly, or these: 76, 76-78"
    )
    due_after: date | None = Field(default=None, description="Due on this day or later")
    due_before: date | None = Field(
        default=None,
        description="Due on this day or earlier; a session counts as the day it opens, which is "
        "computed",
    )
    recurring: bool | None = Field(default=None, description="Whether it recurs")
    timed: bool | None = Field(default=None, description="Whether a time is set at all")
    symbol: Lines = Field(default_factory=list, description="Only of these resolutions")
    session: Line | None = Field(
        default=None, description="The resolutions' own session, or range: 75, 70-75"
    )
    committee: Lines = Field(
        default_factory=list, description="The committee that reported: 第一委员会, First Committee"
    )
    sort: MandateSort = Field(
        default="newest",
        description="newest, oldest: by resolution; due, due_latest: by the first day due",
    )
    limit: int = Field(default=20, ge=1, le=MOST_MANDATES, description="Mandates of a page")
    cursor: Line | None = Field(
        default=None,
        description="The next of the page before, sent with the same filters and sort",
    )

    def query(self) -> MandateQuery:
        """The filters for the service. Raises InvalidFilter for a range that is none."""
        return MandateQuery(
            symbols=tuple(self.symbol),
            sessions=sessions_named("session", self.session),
            committees=tuple(self.committee),
            due_sessions=sessions_named("due_session", self.due_session),
            due_after=self.due_after,
            due_before=self.due_before,
            addressees=tuple(self.addressee),
            deliverables=tuple(self.deliverable),
            recurring=self.recurring,
            timed=self.timed,
            sort=self.sort,
        )


class CompareArguments(Arguments):
    """Two resolutions."""

    a: Line = Field(description=f"{_SYMBOL}; the earlier one, compared against")
    b: Line = Field(description="The later one, compared with it")
    version: Lang | None = Field(
        default=None, description="Compare the texts in this language; default: one that both have"
    )
    lang: Lang = Field(
        default="zh", description="Your language: that of the texts, where both are held in it"
    )


class ReferenceArguments(Arguments):
    """Where the graph begins and how far it goes."""

    symbol: Line = Field(
        description=f"{_SYMBOL}; or the title or everyday name of a treaty: 不扩散核武器条约, NPT"
    )
    depth: int = Field(default=1, ge=1, le=MOST_DEPTH, description="References away")
    direction: ReferenceDirection = Field(
        default="both", description="What it mentions, what mentions it, or both"
    )
    nodes: int = Field(default=50, ge=1, le=MOST_NODES, description="Resolutions at most")
    edges: int = Field(default=100, ge=0, le=MOST_EDGES, description="Single mentions at most")
    lang: Lang = Field(default="zh", description="Language of the labels")
