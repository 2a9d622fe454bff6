"""The settings as a reader looks them up: a table made from the settings themselves."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, Union, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from assistant.settings.access import AccessSettings
from assistant.settings.embedding import EmbeddingSettings
from assistant.settings.models import ModelSettings
from assistant.settings.observing import ObservingSettings
from assistant.settings.serving import ServingSettings
from assistant.settings.tree import PREFIX, LibrarySettings, Settings
from assistant.types import Lang

BETWEEN_LANGUAGES: Final = " · "  # in a description: Chinese before it, English after

_Words = tuple[str, str]  # Chinese, English

SECTIONS: Final[tuple[tuple[type[BaseSettings], _Words], ...]] = (
    (LibrarySettings, ("文库", "The library")),
    (EmbeddingSettings, ("嵌入和重排模型", "Embedders and rerankers")),
    (ModelSettings, ("语言模型", "The language model")),
    (ServingSettings, ("服务", "The server")),
    (AccessSettings, ("谁可以做什么", "Who may do what")),
    (ObservingSettings, ("日志、指标、追踪", "Logs, metrics, traces")),
)

_KINDS: Final[dict[object, _Words]] = {
    bool: ("`true`、`false`", "`true`, `false`"),
    int: ("整数", "whole number"),
    float: ("数", "number"),
    str: ("文字", "text"),
    Path: ("路径", "path"),
    SecretStr: ("文字", "text"),
    list: ("JSON 列表", "JSON list"),
    dict: ("JSON 对象", "JSON object"),
}
_BOUNDS: Final = {"ge": "≥ {}", "gt": "> {}", "le": "≤ {}", "lt": "< {}"}

_HEADS: Final[_Words] = (
    "| 变量 | 类型 | 默认 | 用途 |\n|---|---|---|---|",
    "| variable | type | default | what it is for |\n|---|---|---|---|",
)
_INTRODUCTIONS: Final[_Words] = (
    """# 设置

[English](configuration.en.md)

设置取自环境变量，大小写不分，空值等于没有设置；命令行的选项（`assistant serve --port`）优先。\
没有的名称和不成立的值在启动时就被拒绝，并指出最接近的名称。`assistant settings` \
显示正在使用的设置，秘密不显示；本页由 `assistant settings --reference` 生成。

**秘密**：标有“秘密”的都有 `_FILE` 的另一形式，值是只含该秘密的文件（Docker 和 Kubernetes 的 \
secrets）；两者只能设置一个。

在 Kubernetes 里，名为 `assistant` 的 Service 会给每个容器注入 `ASSISTANT_PORT` 等变量：请设置 \
`enableServiceLinks: false`，或换一个名称。
""",
    """# Settings

[中文](configuration.md)

Settings come from environment variables, in capitals or not; an empty one counts as not set, and \
what the command line says (`assistant serve --port`) goes first. A name that is none and a value \
that cannot be are refused at the start, with the nearest name. `assistant settings` shows those \
in use, without secrets; this page is made by `assistant settings --reference --lang en`.

**Secrets**: each that is marked so has a twin `_FILE`, whose value is a file that holds the \
secret alone (secrets of Docker and Kubernetes); set one of the two.

In Kubernetes a Service called `assistant` puts `ASSISTANT_PORT` and the like into every \
container: set `enableServiceLinks: false`, or give it another name.
""",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, in the reader's language."""

    name: str  # of the environment variable
    kind: str
    default: str
    said: str
    is_secret: bool


def sections() -> Iterator[tuple[tuple[str, ...], _Words]]:
    """The names of the settings by section, with its title in both languages."""
    for kind, title in SECTIONS:
        yield tuple(name for name in kind.model_fields if name in kind.__annotations__), title


def described(lang: Lang) -> Iterator[tuple[str, tuple[Setting, ...]]]:
    """The settings by section."""
    for names, title in sections():
        fields = ((name, Settings.model_fields[name]) for name in names)
        yield _in(lang, title), tuple(_setting(name, field, lang) for name, field in fields)


def reference(lang: Lang) -> str:
    """All settings as a page in Markdown."""
    written = (
        "\n".join([f"## {title}\n", _in(lang, _HEADS), *(_row(one, lang) for one in settings)])
        for title, settings in described(lang)
    )
    return "\n".join([_in(lang, _INTRODUCTIONS), "\n\n".join(written)]) + "\n"


def _row(setting: Setting, lang: Lang) -> str:
    secret = _in(lang, ("**秘密**。", "**Secret.** ")) if setting.is_secret else ""
    said = secret + setting.said.replace("|", r"\|")
    return f"| `{setting.name}` | {setting.kind} | {setting.default} | {said} |"


def _setting(name: str, field: FieldInfo, lang: Lang) -> Setting:
    kinds = _kinds_of(field.annotation)
    return Setting(
        PREFIX + name.upper(),
        _kind(kinds, field, lang),
        _default(field, lang),
        _in(lang, _said(field)),
        is_secret=SecretStr in kinds,
    )


def _said(field: FieldInfo) -> _Words:
    zh, _, en = (field.description or "").partition(BETWEEN_LANGUAGES)
    return zh, en


def _kinds_of(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever a type may be
    """The types that a value may have, None left out."""
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(one for one in get_args(annotation) if one is not type(None))
    return (annotation,)


def _kind(kinds: tuple[Any, ...], field: FieldInfo, lang: Lang) -> str:
    (kind,) = kinds
    if get_origin(kind) is Literal:
        return _in(lang, ("、", ", ")).join(f"`{one}`" for one in get_args(kind))
    said = _in(lang, _KINDS[get_origin(kind) or kind])
    bounds = [
        text.format(f"{getattr(rule, bound):g}" if bound else "")
        for rule in field.metadata
        for bound, text in _BOUNDS.items()
        if getattr(rule, bound, None) is not None
    ]
    return _in(lang, ("，", ", ")).join([said, *bounds])


def _default(field: FieldInfo, lang: Lang) -> str:
    value = field.get_default(call_default_factory=True)
    if value is None:
        return _in(lang, ("无", "none"))
    if isinstance(value, Path):  # another one on each machine
        return _in(lang, ("随系统", "by the system"))
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, float):
        return f"`{value:g}`"
    return f"`{value}`" if str(value) else _in(lang, ("空", "empty"))


def _in(lang: Lang, words: _Words) -> str:
    return words[1] if lang == "en" else words[0]
