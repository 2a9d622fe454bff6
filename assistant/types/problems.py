"""What a server says is wrong with a request (RFC 9457), as the client reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One thing that is wrong with a request."""

    detail: str
    pointer: str | None = None  # JSON Pointer (RFC 6901) into the body
    parameter: str | None = None  # name of the query parameter


@dataclass(frozen=True, slots=True)
class ProblemDocument:
    """A problem document in the reader's language; ``detail`` says what to do."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: tuple[FieldFault, ...] = ()
