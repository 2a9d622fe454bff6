"""What no line may hold: our keys, passwords in addresses, and the secrets of the settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit

from pydantic import SecretStr

from assistant.errors import InvalidSettings
from assistant.settings import Settings, key_of

HIDDEN: Final = "***"
# Less is no secret, and would be found in words that are none.
_SHORTEST: Final = 4
# The form of ``access.secret``: its middle is the key's id, which is no secret.
_OUR_KEY: Final = re.compile(r"\bra_([0-9a-f]{12})_[A-Za-z0-9_-]+")
_BEARER: Final = re.compile(r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}")
# postgresql://name:password@host
_IN_ADDRESS: Final = re.compile(r"(?<=://)([^\s/:@]*):([^\s/@]+)@")
_COOKIE: Final = re.compile(r"(?i)\b(resolution_owner=)[^\s;,\"']+")
# What each of those begins with.
_SUSPECT: Final = re.compile(r"(?i)ra_|://|bearer|basic|resolution_owner")
# C0 and C1 controls, lone surrogates, what ends lines for some readers or turns text around.
_UNPRINTABLE: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def on_one_line(text: str) -> str:
    """The text with everything escaped, as JSON does it, that could end a line or change how it is
    shown."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


@dataclass(frozen=True, slots=True)
class Redaction:
    """A processor of structlog that hides them in every value, however deep."""

    secrets: tuple[str, ...]

    @classmethod
    def of(cls, settings: Settings) -> Redaction:
        """What hides the secrets of these settings, longest first."""
        found = {form for secret in _secrets(settings) for form in (secret, quote(secret, safe=""))}
        kept = (secret for secret in found if len(secret) >= _SHORTEST)
        return cls(tuple(sorted(kept, key=len, reverse=True)))

    def __call__(
        self, _logger: object, _method: str, event: MutableMapping[str, Any]
    ) -> Mapping[str, Any]:
        """The event without them."""
        return {name: self._without(value) for name, value in event.items()}

    def text(self, text: str) -> str:
        """The text without them."""
        for secret in self.secrets:
            text = text.replace(secret, HIDDEN)
        if _SUSPECT.search(text) is None:  # as most are, and this is half of a line's cost
            return text
        text = _OUR_KEY.sub(rf"ra_\1_{HIDDEN}", text)
        text = _BEARER.sub(rf"\1 {HIDDEN}", text)
        text = _COOKIE.sub(rf"\1{HIDDEN}", text)
        return _IN_ADDRESS.sub(rf"\1:{HIDDEN}@", text)

    def _without(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.text(str(name)): self._without(one) for name, one in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._without(one) for one in value]
        if value is None or isinstance(value, bool | int | float):
            return value
        return self.text(repr(value))


def _secrets(settings: Settings) -> Iterator[str]:
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            yield value.get_secret_value()
        elif name.endswith("_key_file") and value is not None:
            yield from _in_file(name, settings)
        elif name.endswith("_options"):
            yield from _in_options(value)
        elif isinstance(value, str) and "://" in value and (password := urlsplit(value).password):
            yield from (password, unquote(password))


def _in_file(name: str, settings: Settings) -> Iterator[str]:
    try:
        key = key_of(name.removesuffix("_key_file").upper(), None, getattr(settings, name))
    except InvalidSettings:  # told where the key is needed
        return
    if key:
        yield key


def _in_options(options: dict[str, Any]) -> Iterator[str]:
    """The values of what an integration is made with, where their names say that they are keys."""
    for name, value in options.items():
        if isinstance(value, dict):
            yield from _in_options(value)
        elif isinstance(value, str) and re.search(r"(?i)key|token|secret|password|auth", name):
            yield value
