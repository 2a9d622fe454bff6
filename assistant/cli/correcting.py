"""``--correct SLOT=VALUE``: what was misunderstood, as the terminal gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, get_args

from assistant.errors import InvalidCorrection
from assistant.types import EmptiedSlot, Overrides, Selection, Understood

_LISTS = ("symbols", "places", "addressees", "verbs", "deliverables", "terms")
_NUMBERS = ("session", "deadline_session")
# Of a selection, each by itself; how its value is written.
_SELECTED: dict[str, Callable[[str], object]] = {
    "committee": str,
    "agenda_item": str,
    "title": str,
    "first_session": int,
    "last_session": int,
    "since": date.fromisoformat,
    "until": date.fromisoformat,
}


def overrides(written: Iterable[str]) -> Overrides | None:
    """``symbols=75/45,72/31``, ``session=75``, ``committee=一委``; ``verbs=`` empties the slot.

    Raises InvalidCorrection for a slot that is none and a value that no such slot has.
    """
    given: dict[str, Any] = {}
    chosen: dict[str, Any] = {}
    emptied: list[str] = []
    for one in written:
        slot, is_given, value = (part.strip() for part in one.partition("="))
        if not is_given or slot not in _SLOTS:
            raise InvalidCorrection(
                f"“{one}”不是更正；请写成 项=值，项为：{'、'.join(_SLOTS)}。",
                f"“{one}” corrects nothing; write SLOT=VALUE with one of: {', '.join(_SLOTS)}.",
            )
        if slot in _LISTS:
            given[slot] = tuple(v.strip() for v in value.replace("，", ",").split(",") if v.strip())
        elif not value and slot in get_args(EmptiedSlot):
            emptied.append(slot)
        elif slot in _SELECTED:
            chosen[slot] = _read(slot, value)
        else:
            given[slot] = _read(slot, value)
    if chosen:
        given["selection"] = Selection(**chosen)
    if not (given or emptied):
        return None
    return Overrides(**given, emptied=tuple(emptied))  # type: ignore[arg-type]


_SLOTS = ("intent", *_LISTS, *_NUMBERS, *_SELECTED, "selection", "attribute", "target")


def _read(slot: str, value: str) -> object:
    read: Callable[[str], object] = int if slot in _NUMBERS else _SELECTED.get(slot, str)
    only_emptied = slot in get_args(EmptiedSlot) and slot not in _NUMBERS
    try:
        if value and not only_emptied:
            return read(value)
    except ValueError:
        pass
    zh, en = ("数字", "a number") if read is int else ("一个值", "a value")
    if slot in ("since", "until"):
        zh, en = "日期，例如 2018-01-01", "a date such as 2018-01-01"
    elif only_emptied:
        zh, en = "空值：只能清空", "nothing: it can only be emptied"
    raise InvalidCorrection(f"{slot} 须为{zh}。", f"{slot} has to be {en}.")


def as_corrections(read: Understood) -> str:
    """How a question was understood, as it would be put right."""
    slots = {
        "intent": read.intent,
        "symbols": ",".join(read.symbols),
        "places": ",".join(read.places),
        "addressees": (read.addressee or "").replace("、", ","),
        "verbs": ",".join(read.verbs),
        "deliverables": ",".join(read.deliverables),
        "session": "" if read.session is None else str(read.session),
        "deadline_session": "" if read.deadline_session is None else str(read.deadline_session),
        "terms": ",".join(read.terms),
    }
    return " ".join(f"{slot}={value}" for slot, value in slots.items() if value)
