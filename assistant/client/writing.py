"""The library's types as the API takes them: fields of a body, parameters of an address."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.types import ListingQuery, MandateQuery, QuestionOptions


def question(text: str, options: QuestionOptions) -> dict[str, Any]:
    """The body of a question: what is left open is left out."""
    corrected, symbols = options.get("corrected"), options.get("symbols")
    given = {
        **options,
        "question": text,
        "symbols": list(symbols) if symbols else None,
        "corrected": None if corrected is None else _fields(asdict(corrected)),
    }
    return {name: value for name, value in given.items() if value is not None}


def mandate_parameters(query: MandateQuery) -> dict[str, Any]:
    """The filters and the order of mandates."""
    return mandate_filters(query) | {"sort": query.sort}


def mandate_filters(query: MandateQuery) -> dict[str, Any]:
    """The filters of mandates alone."""
    return {
        "symbol": query.symbols,
        "session": _range(query.sessions),
        "committee": query.committees,
        "due_session": _range(query.due_sessions),
        "due_after": query.due_after,
        "due_before": query.due_before,
        "addressee": query.addressees,
        "deliverable": query.deliverables,
        "recurring": query.recurring,
        "timed": query.timed,
    }


def listing_parameters(query: ListingQuery) -> dict[str, Any]:
    """The filters of the library's list."""
    return {
        "q": query.text or None,
        "session": tuple(map(_range, query.sessions)),
        "committee": query.committees,
        "year": query.years,
        "subject": query.subjects,
        "held": query.lang,
        "sort": query.sort,
    }


def parameters(given: dict[str, Any]) -> dict[str, Any]:
    """Those that are set, as an address has them."""
    return {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in given.items()
        if value is not None and value != ()
    }


def _range(sessions: tuple[int, int] | None) -> str | None:
    return None if sessions is None else f"{sessions[0]}-{sessions[1]}"


def _fields(given: dict[str, Any]) -> dict[str, Any]:
    """None means that nothing is said; an empty list says that there is none."""
    return {name: _json(value) for name, value in given.items() if value is not None}


def _json(value: object) -> object:
    if isinstance(value, dict):
        return _fields(value)
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
