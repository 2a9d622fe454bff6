"""Classes that the settings name by their dotted path."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import Any, Literal

from assistant.errors import InvalidSettings
from assistant.settings.tree import PREFIX

# What is made of it, in Chinese and English, and whose packages bring such classes.
_KINDS: dict[str, tuple[str, str, str]] = {
    "LLM": ("语言模型", "model", "llama-index-llms-*"),
    "EMBEDDER": ("嵌入模型", "embedder", "llama-index-embeddings-*"),
    "RERANKER": ("重排模型", "reranker", "llama-index-postprocessor-*"),
}


def load_what_openai_looks_for() -> None:
    """To be called before a client of openai's package is made, by us or by an integration.

    At each request it looks for httpx2 among the modules that are loaded. While another thread
    imports MCP's SDK it found half of that in 4 of 44 tries, and the request failed.
    """
    with suppress(ImportError):
        import_module("httpx2")


def integration(
    what: Literal["LLM", "EMBEDDER", "RERANKER"], path: str, options: dict[str, Any]
) -> Any:  # noqa: ANN401 - of any integration
    """An object of the class at ``path`` (``llama_index.llms.anthropic.Anthropic``), made with
    ``options``.

    Raises :class:`InvalidSettings`: there is no such class, or it does not take these options.
    """
    module, _, name = path.rpartition(".")
    load_what_openai_looks_for()
    try:
        return getattr(import_module(module), name)(**options)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        zh, en, package = _KINDS[what]
        kind = type(error).__name__  # its text may show a key
        raise InvalidSettings(
            f"无法按 {PREFIX}{what}_CLASS={path} 建立{zh}（{kind}）；"
            f"请确认已安装相应的 {package} 包，且 {PREFIX}{what}_OPTIONS 的键名正确",
            f"no {en} can be made from {PREFIX}{what}_CLASS={path} ({kind}); "
            f"install its {package} package and check the keys of {PREFIX}{what}_OPTIONS",
        ) from None
