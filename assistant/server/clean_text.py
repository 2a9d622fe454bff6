"""Text as requests may bring it: whole, without NUL; or a line of it.

The patterns say the same in the OpenAPI document; what they cannot say, a lone surrogate, no JSON
or address in UTF-8 can hold.
"""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import AfterValidator, Field
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

# Controls, line and paragraph separators: a name or a token has none, and is printed into lines.
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def whole_text(text: str) -> str:
    """The text, if it is text. Raises pydantic's custom errors ``nul`` and ``surrogate``."""
    if "\0" in text:
        raise PydanticCustomError("nul", "The text contains a NUL character")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise PydanticCustomError("surrogate", "The text contains a lone surrogate")
    return text


def single_line(text: str) -> str:
    """The text, if it is text on one line. Raises as ``whole_text`` does, and ``controls``."""
    if _CONTROL.search(whole_text(text)):
        raise PydanticCustomError("controls", "The text contains a line break or a control")
    return text


# For fields whose length is bounded too. The bound has to stand before the validator: behind one
# pydantic takes the text for a list and says so.
WHOLE: Final[JsonDict] = {"pattern": r"^[^\x00]*$"}
ONE_LINE: Final[JsonDict] = {"pattern": r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$"}

CleanText = Annotated[str, Field(json_schema_extra=WHOLE), AfterValidator(whole_text)]
