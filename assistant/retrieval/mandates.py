"""Mandates: who is asked what by when, filtered by names in any written form, page by page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from assistant.errors import InvalidFilter
from assistant.library.mandate_rows import AskedAct
from assistant.library.mandate_table import MandateKey, count_resolutions
from assistant.library.mandates import KeptMandate
from assistant.library.records import Records
from assistant.text.agenda import agenda_titles
from assistant.text.bodies import english_name, find_bodies, find_english_bodies
from assistant.text.deliverables import deliverable_name
from assistant.text.labels import paragraph_label
from assistant.text.limits import limit_of
from assistant.text.normalise import fold
from assistant.text.sessions import LAST_SESSION, is_session, opening_day
from assistant.text.symbols import parse_symbol
from assistant.types import (
    AgendaItem,
    Deadline,
    Mandate,
    MandateDue,
    MandateInference,
    MandatePage,
    MandateQuery,
)

_AGENDA = ("分项", "项目")
_REPORT = "报告"


def find_mandates(
    records: Records, query: MandateQuery, *, limit: int | None = None, cursor: str | None = None
) -> MandatePage:
    """One page of the mandates asked for, and how many there are; all of them without ``limit``.

    Raises InvalidFilter for a name that no mandate of the library has, a range that is none, or a
    ``cursor`` that an older state of the library or another query, or order, gave; NotInLibrary for
    an unknown symbol.
    """
    asked = as_kept(records, query)
    made_of = f"{records.generation}-{_digest(asked)}"
    begin = _offset(cursor, made_of)
    keys = records.mandates.find(asked)
    end = len(keys) if limit is None else min(begin + limit, len(keys))
    after = f"{made_of}-{end}" if end < len(keys) else None
    return MandatePage(
        mandates=_mandates(records, keys[begin:end]),
        total=len(keys),
        resolutions=count_resolutions(keys),
        coverage=records.coverage(),
        next=after,
    )


# ── what is asked for ────────────────────────────────────────────────────────────────────────


def as_kept(records: Records, query: MandateQuery) -> MandateQuery:
    """``query`` with symbols and names as the records have them. Raises as find_mandates does."""
    _check_ranges(query)
    mandates = records.mandates
    meant = (records.meant_by(parse_symbol(s) or s) for s in query.symbols)
    named = (
        (query.addressees, body_named, lambda: mandates.names("addressee")),
        (query.deliverables, deliverable_name, lambda: mandates.names("deliverable")),
        (query.committees, body_named, mandates.committees),
    )
    addressees, deliverables, committees = (
        _known(written, name, there) for written, name, there in named
    )
    return replace(
        query,
        symbols=tuple(dict.fromkeys(symbol for symbols in meant for symbol in symbols)),
        addressees=addressees,
        deliverables=deliverables,
        committees=committees,
    )


def body_named(written: str) -> str | None:
    """The canonical name of a body in any written form, None where it is no single body's."""
    folded = fold(written).text.strip()
    bare = folded.removeprefix("the ").removeprefix("The ")
    for text, found in ((folded, find_bodies(folded)), (bare, find_english_bodies(bare))):
        if len(found) == 1 and found[0].span.of(text) == text:
            return found[0].name
    return None


def _known(
    written: Iterable[str], name: Callable[[str], str | None], there: Callable[[], tuple[str, ...]]
) -> tuple[str, ...]:
    asked = tuple(written)
    if not asked:
        return ()
    names = there()
    kept = tuple(name(one) or one.strip() for one in asked)
    unknown = [one for one, found in zip(asked, kept, strict=True) if found not in names]
    if unknown:
        raise InvalidFilter(
            f"库中的任务没有“{'、'.join(unknown)}”；可用的有：{'、'.join(names) or '（无）'}。",
            f"No mandate in the library has “{', '.join(unknown)}”; there are: "
            f"{', '.join(map(_in_both, names)) or 'none'}.",
        )
    return tuple(dict.fromkeys(kept))


def _in_both(name: str) -> str:
    english = english_name(name)
    return name if english == name else f"{name} ({english})"


def _check_ranges(query: MandateQuery) -> None:
    for zh, en, pair in (
        ("届会", "session", query.sessions),
        ("到期届会", "session due", query.due_sessions),
    ):
        if pair is not None and not 1 <= pair[0] <= pair[1] <= LAST_SESSION:
            raise InvalidFilter(
                f"{zh}须为1至{LAST_SESSION}之间的数字，前者不大于后者，例如 76 或 76-78。",
                f"The {en} has to be a number from 1 to {LAST_SESSION} or a range, 76 or 76-78.",
            )
    if query.due_after and query.due_before and query.due_after > query.due_before:
        raise InvalidFilter(
            "起始日期晚于截止日期，请对调。",
            "The first day is after the last day; change them round.",
        )


def _digest(query: MandateQuery) -> str:
    """Of what is asked for and in which order: in another list a place means something else."""
    return hashlib.sha256(repr(query).encode()).hexdigest()[:8]


def _offset(cursor: str | None, made_of: str) -> int:
    if cursor is None:
        return 0
    given, _, offset = cursor.rpartition("-")
    if given == made_of and offset.isascii() and offset.isdecimal():
        return int(offset)
    raise InvalidFilter(
        "这个 cursor 不是当前文库对同样的筛选和排序给出的（文库可能已变更）；"
        "请去掉 cursor，从第一页读起。",
        "This cursor was not given for these filters and this order by the library as it is now, "
        "which may have changed. Leave it out and begin with the first page.",
    )


# ── what is found ────────────────────────────────────────────────────────────────────────────


def _mandates(records: Records, keys: Sequence[MandateKey]) -> tuple[Mandate, ...]:
    kept = records.mandates.read(keys)
    placed = _agenda_items(records, kept)
    return tuple(_mandate(one, placed) for one in kept)


_Placed = dict[tuple[str, int], list[AgendaItem]]


def _agenda_items(records: Records, kept: Sequence[KeptMandate]) -> _Placed:
    """What the resolutions of reports put on the agenda of which session."""
    symbols = tuple({one.act.paragraph.symbol: None for one in kept if _asks_a_report(one.act)})
    placed: _Placed = {}
    if not symbols:
        return placed
    query = MandateQuery(symbols=symbols, deliverables=_AGENDA, timed=True)
    for one in records.mandates.read(records.mandates.find(query)):
        item = _printed_item(one.act)
        for due in one.act.clause.deadlines if item else ():
            if item and due.session is not None:
                placed.setdefault((one.act.paragraph.symbol, due.session), []).append(item)
    return placed


def _asks_a_report(act: AskedAct) -> bool:
    return any(deliverable_name(made) == _REPORT for made in act.clause.deliverables)


def _printed_item(act: AskedAct) -> AgendaItem | None:
    titles = agenda_titles(act.clause.span.of(act.paragraph.text))
    return AgendaItem(*titles, act.paragraph.key) if titles else None


def _item(act: AskedAct, placed: _Placed) -> AgendaItem | None:
    """The item the act names, or the only one put on the agenda of its report's session."""
    printed = _printed_item(act)
    if printed is not None or not _asks_a_report(act):
        return printed
    symbol = act.paragraph.symbol
    items = [
        item for d in act.clause.deadlines for item in placed.get((symbol, d.session or 0), ())
    ]
    return items[0] if len(items) == 1 else None


def _mandate(kept: KeptMandate, placed: _Placed) -> Mandate:
    act = kept.act
    paragraph, clause = act.paragraph, act.clause
    agenda_item = _item(act, placed)
    spoken = (act.lead or paragraph).text
    return Mandate(
        key=paragraph.key,
        position=act.position,
        symbol=paragraph.symbol,
        place=paragraph.place,
        label=paragraph_label(paragraph.symbol, paragraph.place, kept.lang),
        title=kept.title,
        session=kept.session,
        committee=kept.committee,
        verb=clause.verb,
        verb_text=clause.verb_span.of(spoken),
        addressees=clause.addressees,
        mentioned=clause.mentioned,
        text=clause.span.of(paragraph.text),
        span=clause.span,
        asked=clause.object.of(paragraph.text) if clause.object else "",
        deliverables=clause.deliverables,
        due=tuple(map(_due, clause.deadlines)),
        agenda_item=agenda_item,
        inferred=_inferred(act, agenda_item),
        lang=kept.lang,
        href=f"/resolutions/{paragraph.symbol}#{paragraph.place}",
    )


def _due(due: Deadline) -> MandateDue:
    session = due.session if due.session is not None and is_session(due.session) else None
    day = due.date.isoformat() if due.date else None
    limit = None if session or due.recurring else limit_of(due.text)
    return MandateDue(
        text=due.text,
        session=session,
        opens=opening_day(session) if session else None,
        limit=day or limit,
        recurring=due.recurring,
    )


def _inferred(act: AskedAct, agenda_item: AgendaItem | None) -> tuple[MandateInference, ...]:
    found: list[MandateInference] = list(act.paragraph.inferred)
    if act.clause.inferred and "verb" not in found:
        found.append("verb")
    if act.lead is not None:
        found.append("lead")
    if agenda_item is not None and agenda_item.key != act.paragraph.key:
        found.append("agenda_item")
    return tuple(found)
