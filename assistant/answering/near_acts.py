"""Nearest to acts that a resolution does not have: those that it has."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answering.naming import body_name, verb_name
from assistant.answering.near import MOST_NAMED, Holdings, Near, clauses, nth, session_name
from assistant.text.labels import label
from assistant.text.verbs import verbs_by_name
from assistant.types import Missing, Resolution


def near_bodies(gap: Missing, library: Holdings) -> Iterator[Near]:
    """Whom the resolution really asks."""
    resolution = library.resolution(gap)
    if resolution is None:
        return
    directives = [c for c in clauses(resolution) if c.family == "directive"]
    named = dict.fromkeys(e.name for c in directives for e in c.addressees)
    yield from _asked_bodies(resolution, tuple(named), library)


def _asked_bodies(
    resolution: Resolution, named: tuple[str, ...], library: Holdings
) -> Iterator[Near]:
    if not named:
        return
    lang, name = library.lang, label(resolution.symbol, library.lang)
    shown = library.joined(body_name(one, lang) for one in named[:MOST_NAMED])
    first = body_name(named[0], lang)
    yield Near(
        library.say("near_bodies", where=name, near=shown),
        library.ask(f"{name}对{first}有什么要求？", f"What does {name} ask of {first}?"),
    )


def near_verbs(gap: Missing, library: Holdings) -> Iterator[Near]:
    """The verbs of the same family that the resolution really uses, else those that direct."""
    resolution = library.resolution(gap)
    if resolution is None:
        return
    table = verbs_by_name()
    asked = table.get(gap.name.removeprefix("不"))
    used = dict.fromkeys(c.verb for c in clauses(resolution))
    same = [v for v in used if asked and v in table and table[v].family == asked.family]
    acting = [v for v in used if v in table and table[v].family in ("directive", "decision")]
    yield from _used_verbs(resolution, tuple(same or acting), library)


def _used_verbs(
    resolution: Resolution, verbs: tuple[str, ...], library: Holdings
) -> Iterator[Near]:
    if not verbs:
        return
    lang, name = library.lang, label(resolution.symbol, library.lang)
    shown = library.joined(verb_name(verb, lang) for verb in verbs[:MOST_NAMED])
    stem = verbs_by_name()[verbs[0]].english[0]
    what = "谁做什么" if verbs_by_name()[verbs[0]].family == "directive" else "什么"
    yield Near(
        library.say("near_verbs", where=name, near=shown),
        library.ask(f"{name}{verbs[0]}{what}？", f"What does {name} {stem}?"),
    )


def near_act(gap: Missing, library: Holdings) -> Iterator[Near]:
    """With a body that is asked nothing so: what it is really asked with, else who is asked."""
    resolution = library.resolution(gap)
    if resolution is None:
        return
    asked = set(library.question.addressees)
    directives = [c for c in clauses(resolution) if c.family == "directive"]
    of_them = [c for c in directives if asked & {e.name for e in c.addressees}]
    if not of_them:
        yield from near_bodies(gap, library)
        return
    lang, name = library.lang, label(resolution.symbol, library.lang)
    verbs = dict.fromkeys(c.verb for c in of_them)
    body = next(
        b
        for b in library.question.addressees
        if any(b == e.name for c in of_them for e in c.addressees)
    )
    shown = library.joined(verb_name(verb, lang) for verb in verbs)
    said = body_name(body, lang)
    yield Near(
        library.say("near_verbs_of", where=name, body=said, near=shown),
        library.ask(f"{name}对{said}有什么要求？", f"What does {name} ask of {said}?"),
    )


def near_deadline(gap: Missing, library: Holdings) -> Iterator[Near]:
    """The sessions and days for which the resolution really asks something."""
    resolution = library.resolution(gap)
    if resolution is None:
        return
    dues = [due for clause in clauses(resolution) for due in clause.deadlines]
    sessions = sorted({due.session for due in dues if due.session is not None})
    if not sessions:
        return
    name = label(resolution.symbol, library.lang)
    shown = library.joined(session_name(session, library.lang) for session in sessions[:MOST_NAMED])
    first = session_name(sessions[0], library.lang)
    yield Near(
        library.say("near_deadlines", where=name, near=shown),
        library.ask(
            f"{name}中{first}须办理什么？",
            f"What is due at the {nth(sessions[0])} session under {name}?",
        ),
    )
