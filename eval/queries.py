"""What is right over the generated library, computed from its truth and never copied by hand.

A question about it is worded by a person; its gold says what is meant in fields of the truth:

    {"addressee": "秘书长", "deliverable": "报告", "session": 105}

Fields choose resolutions (``symbol``, ``session``, ``since``, ``until``, ``committee``, ``item``,
``title``, ``form``), then paragraphs (``place``, ``part``, ``phrase``, ``names``), then acts, of
which one must have them all (``verb``, ``directive``, ``addressee``, ``deliverable``, ``due``,
``due_since``, ``due_until``, ``recurring``). ``cite`` says what an answer cites: ``paragraphs``
(default), the ``masthead`` of each resolution, or its ``date`` (masthead or closing lines); with
``need`` "any" one of them will do. ``change`` asks for an edit between ``symbol`` and the one
``before`` it in a generated series.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from assistant.text.deliverables import deliverable_name
from assistant.text.normalise import fold
from assistant.text.verbs import DIRECTIVES
from eval.generator.comparison_questions import edited
from eval.generator.questions import Groups, covering
from eval.generator.series import TrueStep
from eval.generator.truth import TrueAct, TrueDeadline, TrueParagraph, Truth
from eval.gold import GoldError, GoldItem

Query = Mapping[str, Any]
_FOUNDED = 1945  # session n opens in 1945 + n


def resolved(
    items: Iterable[GoldItem], truths: Iterable[Truth], steps: Iterable[TrueStep] = ()
) -> tuple[GoldItem, ...]:
    """``items`` with the groups that their queries come to.

    Raises ``GoldError`` where a query has an unknown field, or finds nothing for a question that
    wants an answer: the library changed, and the question with it.
    """
    held, edits = tuple(truths), tuple(steps)
    return tuple(_resolved(item, held, edits) if item.query else item for item in items)


def _resolved(item: GoldItem, truths: tuple[Truth, ...], steps: tuple[TrueStep, ...]) -> GoldItem:
    try:
        groups = groups_of(item.query, truths, steps)
    except GoldError as error:
        raise GoldError(f"{item.id}: {error}") from error
    if item.expects_answer and not groups:
        raise GoldError(f"{item.id}: the query finds nothing")
    return replace(item, groups=groups)


def groups_of(query: Query, truths: Iterable[Truth], steps: Iterable[TrueStep] = ()) -> Groups:
    """The gold groups of a query. Raises ``GoldError`` for an unknown field."""
    known = {*_OF_RESOLUTION, *_OF_PARAGRAPH, *_OF_ACT, "cite", "need", "change", "before"}
    if unknown := sorted(set(query) - known):
        raise GoldError(f"unknown fields of a query: {', '.join(unknown)}")
    if "change" in query:
        return _changes(query, truths, steps)
    found: list[tuple[str, ...]] = []
    for truth in truths:
        if _meets(query, _OF_RESOLUTION, truth):
            found += _cited(query, truth)
    groups = tuple(dict.fromkeys(found))
    if query.get("need") == "any" and groups:
        return (tuple(dict.fromkeys(key for group in groups for key in group)),)
    return groups


def _meets(query: Query, rows: Mapping[str, Callable[[Any, Any], bool]], thing: object) -> bool:
    return all(test(thing, query[name]) for name, test in rows.items() if name in query)


def _cited(query: Query, truth: Truth) -> Iterator[tuple[str, ...]]:
    cite = query.get("cite", "paragraphs")
    paragraphs = tuple(p for p in truth.paragraphs if _says(query, p))
    if cite == "paragraphs":
        yield from covering(truth, paragraphs)
    elif paragraphs or not _asks_of_paragraphs(query):
        meta, end = f"{truth.symbol}#META", f"{truth.symbol}#END"
        yield (meta, end) if cite == "date" else (meta,)


def _asks_of_paragraphs(query: Query) -> bool:
    return bool({*_OF_PARAGRAPH, *_OF_ACT} & set(query))


def _says(query: Query, paragraph: TrueParagraph) -> bool:
    if not _meets(query, _OF_PARAGRAPH, paragraph):
        return False
    return not (set(_OF_ACT) & set(query)) or any(_meets(query, _OF_ACT, a) for a in paragraph.acts)


def _changes(query: Query, truths: Iterable[Truth], steps: Iterable[TrueStep]) -> Groups:
    texts = {truth.key(p) for truth in truths for p in truth.paragraphs}
    for step in steps:
        if (step.first, step.second) == (query.get("before"), query.get("symbol")):
            return edited(step, query["change"], texts)
    raise GoldError(f"no step from {query.get('before')} to {query.get('symbol')}")


def _many(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _adopted(truth: Truth) -> str:
    return truth.masthead.get("date") or truth.masthead.get("meeting_date") or ""


def _same_words(text: str, words: str) -> bool:
    return re.sub(r"\s", "", fold(words).text) in re.sub(r"\s", "", fold(text).text)


def _day(due: TrueDeadline) -> str:
    """A last day, or that in mid-September on which a session opens; none for what recurs."""
    if due.date is not None:
        return due.date.isoformat()
    return f"{due.session + _FOUNDED}-09-15" if due.session else ""


def _session(truth: Truth) -> str:
    printed = re.match(r"A/RES/(\d+)/", truth.symbol)
    return truth.masthead.get("session") or (printed[1] if printed else "")


_OF_RESOLUTION: Mapping[str, Callable[[Any, Any], bool]] = {
    "symbol": lambda truth, value: truth.symbol in _many(value),
    "session": lambda truth, value: _session(truth) in map(str, _many(value)),
    "since": lambda truth, value: _adopted(truth) >= value,
    "until": lambda truth, value: "" < _adopted(truth) <= value,
    "committee": lambda truth, value: truth.masthead.get("committee") == value,
    "item": lambda truth, value: truth.masthead.get("agenda_item") == value,
    "title": lambda truth, value: any(
        _same_words(title, value)
        for title in (truth.title, truth.masthead.get("whole_title", truth.title))
    ),
    "form": lambda truth, value: truth.form in _many(value),
}
_OF_PARAGRAPH: Mapping[str, Callable[[Any, Any], bool]] = {
    "place": lambda paragraph, value: paragraph.place in _many(value),
    "part": lambda paragraph, value: paragraph.kind == value,
    "phrase": lambda paragraph, value: fold(value).text in fold(paragraph.text).text,
    "names": lambda paragraph, value: any(r.target in _many(value) for r in paragraph.references),
}
_OF_ACT: Mapping[str, Callable[[TrueAct, Any], bool]] = {
    "verb": lambda act, value: act.verb in _many(value),
    "directive": lambda act, value: (act.verb in DIRECTIVES) == value,
    "addressee": lambda act, value: any(name in act.addressees for name in _many(value)),
    "deliverable": lambda act, value: value in map(deliverable_name, act.deliverables),
    "recurring": lambda act, value: any(due.recurring == value for due in act.deadlines),
    "due": lambda act, value: any(due.session in _many(value) for due in act.deadlines),
    "due_since": lambda act, value: any(_day(d) >= value for d in act.deadlines),
    "due_until": lambda act, value: any("" < _day(d) <= value for d in act.deadlines),
}
