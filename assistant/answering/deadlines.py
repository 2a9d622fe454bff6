"""What is due when: counted, quoted by resolution, and how a relative time was understood."""

from __future__ import annotations

from assistant.answering.compose import Draft
from assistant.answering.deadline_phrases import when_name
from assistant.answering.listing import cited, grouped, where_of
from assistant.types import Found, Question


def write_deadlines(draft: Draft, question: Question, found: Found) -> None:
    """Every paragraph; over the library also how many resolutions and sessions it covers."""
    passages = found.passages
    if passages[0].found_by != "structure":
        grouped(draft, passages)
        return
    when = due_name(question)
    due = question.due
    if when and due and due.said and due.first_session is None:
        draft.say("due_understood", said=due.said, when=when_name(when, draft.lang))
    across = not question.symbols
    where = where_of(draft, question, passages)
    if when:
        said = when_name(when, draft.lang)
        draft.lead("due", cited(passages), across=across, where=where, when=said)
    else:
        draft.lead("deadlines", cited(passages), across=across, where=where)
    grouped(draft, passages)
    if due and (due.after or due.before):
        draft.say("due_computed")


def due_name(question: Question) -> str:
    """When a question asks after, as one word for ``when_name``; empty for any time."""
    if question.deadline_session is not None:
        return str(question.deadline_session)
    return question.due.name if question.due else ""
