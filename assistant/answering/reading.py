"""How a question was read, where that is not plain: slips, relative sessions, other readings."""

from __future__ import annotations

from assistant.answering.compose import Draft
from assistant.answering.deadline_phrases import when_name
from assistant.answering.naming import where
from assistant.text.sessions import FIRST_YEAR
from assistant.types import Question


def say_reading(draft: Draft, question: Question) -> None:
    """What was read as what, before anything else is said."""
    if question.rewritten:
        plain = question.rewritten.replace("“", "‘").replace("”", "’")
        draft.say("completed", completed=plain)
    for one in question.corrections:
        draft.say("read_as", typed=one.typed, read=one.read)
    for said in question.said_sessions:
        ends = dict.fromkeys((said.first, said.last))
        when = when_name("-".join(map(str, ends)), draft.lang).removeprefix("at ")
        base = when_name(str(said.base), draft.lang).removeprefix("at ")
        draft.say(
            f"session_{said.counted_from}",
            words=said.said,
            when=when,
            base=base,
            year=said.base + FIRST_YEAR,
        )


def say_other_reading(draft: Draft, question: Question) -> None:
    """The other reading of a question, where there is one."""
    for other in question.others[:1]:
        due = other.overrides.deadline_session
        if other.overrides.deliverables:
            draft.say("other_report", where=where(question.symbols, draft.lang))
        elif due is not None:
            draft.say("other_due", when=when_name(str(due), draft.lang))
        elif other.overrides.places:
            draft.say("other_place", place=other.text)
        else:
            draft.say("other_resolution", other=other.text)
