"""Numbers, days and yes-or-no as an address brings them, and nothing that only looks like one.

Left to itself pydantic takes ``4 ``, ``4.0``, ``on`` and, for a day, the seconds since 1970: what
the OpenAPI document calls wrong would be answered as something that nobody asked.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticKnownError

_WHOLE: Final = re.compile(r"-?[0-9]+")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _whole(sent: object) -> object:
    if isinstance(sent, str) and not _WHOLE.fullmatch(sent):
        raise PydanticKnownError("int_parsing")
    return sent


def _integer(sent: object) -> object:
    """JSON has one kind of number: 5.0 is 5 (RFC 8259, 6), and JSON Schema says so too."""
    return int(sent) if isinstance(sent, float) and sent.is_integer() else sent


def _day(sent: object) -> object:
    if isinstance(sent, date) or (isinstance(sent, str) and _DAY.fullmatch(sent)):
        return sent
    raise PydanticKnownError("date_from_datetime_parsing", {"error": "no day"})


def _flag(sent: object) -> object:
    if isinstance(sent, str) and sent not in {"true", "false"}:
        raise PydanticKnownError("bool_parsing")
    return sent


# Behind the bounds of a number: before them it would hide them from the OpenAPI document.
DIGITS: Final = BeforeValidator(_whole)
INTEGER: Final = BeforeValidator(_integer)
Day = Annotated[date, BeforeValidator(_day)]
Flag = Annotated[bool, BeforeValidator(_flag)]
