"""Which of our two languages a reader wants, by what the request says (RFC 9110, 12.5.4)."""

from __future__ import annotations

from assistant.types import Lang


def reader_language(asked: object, accept_language: str | None) -> Lang:
    """The request's own ``lang``, else the best of Accept-Language, else Chinese."""
    if asked == "zh":
        return "zh"
    if asked == "en":
        return "en"
    return _preferred(accept_language or "")


def _preferred(header: str) -> Lang:
    wanted: dict[Lang, float] = {"zh": 0.0, "en": 0.0}
    for item in header.split(","):
        name, _, parameters = item.partition(";")
        primary = name.strip().lower().partition("-")[0]
        quality = _quality(parameters)
        if primary == "zh":
            wanted["zh"] = max(wanted["zh"], quality)
        elif primary == "en":
            wanted["en"] = max(wanted["en"], quality)
    return "en" if wanted["en"] > wanted["zh"] else "zh"


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
