"""Settings from ``ASSISTANT_*`` variables, and what of them decides an answer."""

from __future__ import annotations

import difflib
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from assistant.errors import InvalidSettings
from assistant.settings.keys import KEY_FORM_ZH
from assistant.settings.tree import NOT_IN_ANSWERS, PREFIX, Settings


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
    values = settings.model_dump(mode="json", exclude=set(NOT_IN_ANSWERS))
    if embedder is not None:
        values["embedder"] = embedder
    if settings.llm_gguf is not None:
        values["llm_gguf"] = settings.llm_gguf.name  # which model, wherever it lies
    canonical = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def _known() -> str:
    return ", ".join(sorted(PREFIX + name.upper() for name in Settings.model_fields))


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    names = {PREFIX + name.upper() for name in Settings.model_fields}
    ours = (key for key in environ if key.upper().startswith(PREFIX))
    unknown = sorted(key for key in ours if key.upper() not in names)
    if unknown:
        raise _no_such(unknown)


def _no_such(unknown: Sequence[str]) -> InvalidSettings:
    """Refused and not warned of: a misspelt ASSISTANT_READING would leave a server open."""
    written = (one.lower().removeprefix(PREFIX.lower()) for one in unknown)
    near = (difflib.get_close_matches(one, Settings.model_fields, n=1) for one in written)
    meant = ", ".join(PREFIX + one.upper() for found in near for one in found)
    zh, en = (f"是不是 {meant}？", f" Did you mean {meant}?") if meant else ("", "")
    listed = ", ".join(unknown)
    return InvalidSettings(
        f"没有这样的设置：{listed}。{zh}可用的设置：{_known()}",
        f"no such setting: {listed}.{en} The settings are: {_known()}",
    )


def _invalid(error: ValidationError) -> InvalidSettings:
    first = error.errors(include_input=False, include_url=False)[0]
    key = ".".join(str(part) for part in first["loc"])
    name = PREFIX + key.upper()
    if first["type"] == "extra_forbidden":
        return _no_such((name,))
    zh = KEY_FORM_ZH if first["type"] == "upload_key" else first["msg"]
    return InvalidSettings(
        f"设置 {name} 的值无效：{zh}", f"the value of {name} is not valid: {first['msg']}"
    )
