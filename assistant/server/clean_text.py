"""Text as requests may bring it: whole, without NUL."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


def whole_text(text: str) -> str:
    """The text, if it is text. Raises pydantic's custom errors ``nul`` and ``surrogate``."""
    if "\0" in text:
        raise PydanticCustomError("nul", "The text contains a NUL character")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise PydanticCustomError("surrogate", "The text contains a lone surrogate")
    return text


CleanText = Annotated[str, AfterValidator(whole_text)]
