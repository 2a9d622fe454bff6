"""The settings that are in use, as they may be shown: without secrets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import SecretStr
from pydantic_core import to_jsonable_python

from assistant.settings.reference import sections
from assistant.settings.tree import PREFIX, Settings

_HIDDEN: Final = "***"
# Who asks, and whatever stands behind the question mark, of an address.
_USER: Final = re.compile(r"//[^/@]*@")
_QUERY: Final = re.compile(r"\?.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Effective:
    """A setting in use: ``value`` as its variable would be written, None for none."""

    name: str
    value: str | None
    is_set: bool  # not left to its default


def effective(settings: Settings) -> Iterator[Effective]:
    """Every setting, in the order of the reference."""
    for name in (name for names, _ in sections() for name in names):
        value = getattr(settings, name)
        is_hidden = not Settings.model_fields[name].repr
        shown = _written(_without_secrets(value) if is_hidden else value)
        yield Effective(PREFIX + name.upper(), shown, name in settings.model_fields_set)


def _without_secrets(value: object) -> object:
    """An address without those who ask, options without what they are set to."""
    if isinstance(value, Mapping):
        return dict.fromkeys(value, _HIDDEN)
    if isinstance(value, str):
        return _QUERY.sub(f"?{_HIDDEN}", _USER.sub(f"//{_HIDDEN}@", value))
    return value


def _written(value: Any) -> str | None:  # noqa: ANN401 - of any setting
    if value is None:
        return None
    if isinstance(value, SecretStr):
        return _HIDDEN
    if isinstance(value, (list, dict, bool)):
        return json.dumps(to_jsonable_python(value), ensure_ascii=False)
    return f"{value:g}" if isinstance(value, float) else str(value)
