"""The filters of mandates as they are written in an address."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant.server.clean_text import ONE_LINE, single_line
from assistant.server.paging import Cursor
from assistant.server.parameters import DIGITS, Day, Flag
from assistant.text.sessions import sessions_named
from assistant.types import Lang, MandateQuery, MandateSort
from assistant.types.bounds import MOST_MANDATES, MOST_VALUES

Name = Annotated[
    str,
    Field(min_length=1, max_length=100, json_schema_extra=ONE_LINE),
    AfterValidator(single_line),
]
Names = Annotated[list[Name], Field(max_length=MOST_VALUES)]


class MandateFilters(BaseModel):
    """Which mandates are wanted."""

    model_config = ConfigDict(frozen=True)

    due_session: Name | None = Field(
        default=None, description="到期的届会，如 76 或 76-78 · Due at this session, or these"
    )
    due_after: Day | None = Field(default=None, description="此日或以后到期 · Due on or after")
    due_before: Day | None = Field(
        default=None,
        description="此日或以前到期；届会按推算的开幕日 · Due on or before; a session counts as "
        "the day it opens, which is computed",
    )
    addressee: Names = Field(
        default_factory=list, description="对象，任何写法，任一即可 · Who is asked, in any form"
    )
    deliverable: Names = Field(
        default_factory=list, description="应交付：报告、会议…… · What is to be made: report …"
    )
    recurring: Flag | None = Field(default=None, description="是否定期 · Whether it recurs")
    timed: Flag | None = Field(default=None, description="是否写明时限 · Whether a time is set")
    symbol: Names = Field(default_factory=list, description="决议 · Of these resolutions")
    session: Name | None = Field(
        default=None, description="决议的届会，如 75 或 70-75 · The resolutions' session, or range"
    )
    committee: Names = Field(
        default_factory=list, description="决议的委员会 · The committee that reported"
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
        )


class FacetParameters(MandateFilters):
    """The filters, and the language of what they can be narrowed by."""

    lang: Lang | None = Field(default=None, description="名称的语言 · Language of the labels")


class MandateParameters(MandateFilters):
    """The filters, in which order, which page of what they find, and in what form."""

    sort: MandateSort = Field(
        default="newest",
        description="newest、oldest 按决议新旧，due、due_latest 按到期先后，无日期的在后 · newest, "
        "oldest: by resolution; due, due_latest: by the first day due, those of no day last",
    )
    limit: Annotated[int | None, DIGITS] = Field(
        default=None,
        ge=1,
        le=MOST_MANDATES,
        description="每页条数，JSON 默认 100；表格和日历不分页 · Of a page; default 100; CSV and "
        "iCalendar are not paged",
    )
    cursor: Cursor | None = Field(
        default=None, description="上一页的 next · The ``next`` of the page before"
    )
    format: Literal["json", "csv", "ics"] | None = Field(
        default=None, description="默认按 Accept 标头 · Default: by the Accept header"
    )
    lang: Lang | None = Field(
        default=None, description="表头和名称的语言 · Of column heads and names"
    )

    def query(self) -> MandateQuery:
        """The filters and the order for the service. Raises InvalidFilter for a range that is
        none."""
        return replace(super().query(), sort=self.sort)
