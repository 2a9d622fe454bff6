"""An exception as text: where in the program it was raised, and what it is.

Its message may repeat what somebody asked: a database's shows the values of a statement, a
``ValueError`` what it could not read. It is left out where that could be, and what the exception
says in words of a closed list stands in its place.
"""

from __future__ import annotations

import errno
import traceback
from collections.abc import Iterator

from assistant.errors import AssistantError

_MOST_IN_A_CHAIN = 8


def told_of(error: BaseException, *, messages: bool) -> str:
    """The traceback of an exception and of those behind it, with or without their messages."""
    if messages:
        return "".join(traceback.format_exception(error)).rstrip()
    return "\n".join(part for one in _chain(error) for part in _without_message(one))


def _chain(error: BaseException) -> list[BaseException]:
    """The exception, last, behind those that led to it."""
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain and len(chain) < _MOST_IN_A_CHAIN:
        chain.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return chain[::-1]


def _without_message(error: BaseException) -> Iterator[str]:
    yield "Traceback (most recent call last):"
    yield from (line.rstrip("\n") for line in traceback.format_tb(error.__traceback__))
    codes = ", ".join(_codes(error))
    kind = type(error)
    name = (
        kind.__qualname__
        if kind.__module__ == "builtins"
        else f"{kind.__module__}.{kind.__qualname__}"
    )
    yield f"{name} ({codes})" if codes else name
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _without_message(one)


def _codes(error: BaseException) -> Iterator[str]:
    """What it says that nobody outside can have worded."""
    if isinstance(error, AssistantError):
        yield error.code
    if isinstance(error, OSError) and error.errno is not None and error.errno in errno.errorcode:
        yield errno.errorcode[error.errno]
    original = getattr(error, "orig", None) or error
    for name in ("sqlite_errorname", "sqlstate"):
        if isinstance(code := getattr(original, name, None), str) and code.isalnum():
            yield code
