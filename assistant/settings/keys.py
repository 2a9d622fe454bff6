"""Keys, from their settings or from files. No message shows one."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr

from assistant.errors import InvalidSettings
from assistant.settings.access import KEY_FORM_EN, UPLOAD_KEY
from assistant.settings.tree import PREFIX, Settings

KEY_FORM_ZH = "密钥至少 16 个字符，只用字母、数字和 -._~+/=，可用 openssl rand -hex 32 生成"


def upload_key(settings: Settings) -> SecretStr | None:
    """The key that uploads need, from its setting or its file; None: uploads are off.

    Raises :class:`InvalidSettings`: both are set, or the file holds no key.
    """
    key = key_of("UPLOAD", settings.upload_key, settings.upload_key_file)
    if key is not None and not UPLOAD_KEY.fullmatch(key):
        name = f"{PREFIX}UPLOAD_KEY_FILE"
        raise InvalidSettings(
            f"设置 {name} 所指的文件里没有可用的密钥：{KEY_FORM_ZH}",
            f"the file that {name} names holds no usable key: {KEY_FORM_EN}",
        )
    return SecretStr(key) if key is not None else None


def key_of(what: str, key: SecretStr | None, file: Path | None) -> str | None:
    """The key of ``what`` (``LLM``, ``EMBEDDER`` …), given itself or as a file that holds it alone.

    Raises :class:`InvalidSettings`: both are given, or the file cannot be read.
    """
    if file is None:
        return key.get_secret_value() if key is not None else None
    if key is not None:
        raise exclusive(f"{what}_KEY", f"{what}_KEY_FILE")
    try:
        return file.expanduser().read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        name = f"{PREFIX}{what}_KEY_FILE"
        raise InvalidSettings(
            f"设置 {name} 所指的文件无法读取", f"the file that {name} names cannot be read"
        ) from None


def exclusive(one: str, other: str) -> InvalidSettings:
    """Two settings of which only one may be set, as an error to raise."""
    names = (PREFIX + one, PREFIX + other)
    return InvalidSettings(
        "{} 与 {} 只能设置一个".format(*names), "set either {} or {}, not both".format(*names)
    )
