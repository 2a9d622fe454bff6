"""What a reader puts right in how a question was understood, as it comes in over HTTP."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant.server.clean_text import ONE_LINE, single_line
from assistant.server.parameters import INTEGER, Day
from assistant.text.sessions import LAST_SESSION
from assistant.types import EmptiedSlot, Intent, Overrides, Selection

MAX_NAMES = 50

Name = Annotated[
    str,
    Field(min_length=1, max_length=200, json_schema_extra=ONE_LINE),
    AfterValidator(single_line),
]
Names = Annotated[list[Name], Field(max_length=MAX_NAMES)]
SessionNumber = Annotated[int, Field(ge=1, le=LAST_SESSION), INTEGER]
# Strict in everything else: a day comes as text, and JSON has no other form for it.
JsonDay = Annotated[Day, Field(strict=False)]


class ChosenResolutions(BaseModel):
    """Which resolutions are meant, by what their mastheads state."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    first_session: SessionNumber | None = None
    last_session: SessionNumber | None = None
    since: JsonDay | None = None
    until: JsonDay | None = None
    committee: Name | None = None
    agenda_item: Name | None = None
    title: Name | None = None


class Corrected(BaseModel):
    """Slots that take the place of those the words gave. What is left out stays as it was read;
    an empty list empties a slot, as ``emptied`` does for those of one value."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    intent: Intent | None = Field(default=None, description="问的是什么 · What is asked")
    symbols: Names | None = Field(default=None, description="75/45, A/RES/75/45 …")
    places: Names | None = Field(default=None, description="OP13, 第13段, PP2 …")
    addressees: Names | None = Field(default=None, description="秘书长, Secretary-General …")
    verbs: Names | None = Field(default=None, description="促请, urge …")
    deliverables: Names | None = Field(default=None, description="报告, report …")
    terms: Names | None = Field(default=None, description="要找的词 · Words to look for")
    session: SessionNumber | None = Field(
        default=None, description="所问决议的届会 · Their session"
    )
    deadline_session: SessionNumber | None = Field(
        default=None, description="到期的届会 · The session that something is due at"
    )
    selection: ChosenResolutions | None = Field(
        default=None, description="按题头选取决议 · Resolutions by their mastheads"
    )
    emptied: list[EmptiedSlot] = Field(
        default_factory=list, description="清空的单值项 · Slots of one value to be emptied"
    )

    def overrides(self) -> Overrides:
        """The same as the service takes it."""
        chosen = self.selection
        return Overrides(
            intent=self.intent,
            symbols=_tuple(self.symbols),
            places=_tuple(self.places),
            addressees=_tuple(self.addressees),
            verbs=_tuple(self.verbs),
            deliverables=_tuple(self.deliverables),
            terms=_tuple(self.terms),
            session=self.session,
            deadline_session=self.deadline_session,
            selection=Selection(**chosen.model_dump()) if chosen else None,
            emptied=tuple(self.emptied),
        )


def _tuple(given: list[str] | None) -> tuple[str, ...] | None:
    return None if given is None else tuple(given)
