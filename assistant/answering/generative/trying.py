"""Whether the model answers, for ``assistant doctor``."""

from __future__ import annotations

import time

from assistant.answering.generative.phrasing import Phrasing
from assistant.errors import ModelUnavailable
from assistant.types import Check

# Numbered, so that no reply comes from memory.
_ASKED = "请只回答一个字：好。 Reply with one word: fine. (#{})"


def try_model(phrasing: Phrasing | None) -> Check:
    """One short request, and where requests go. Without a model that is said, and is no fault."""
    if phrasing is None:
        return Check(
            "llm",
            ok=True,
            zh="没有配置语言模型：回答是原文摘录，问题不离开这台机器",
            en="no language model is set: answers are quotations, and questions stay here",
        )
    goes_zh, goes_en = _where(phrasing.sent_to)
    begun = time.monotonic()
    try:
        text = "".join(piece.text for piece in phrasing.model.stream(_ASKED.format(time.time_ns())))
    except ModelUnavailable as error:
        return Check("llm", ok=False, zh=f"{error.zh}。{goes_zh}", en=f"{error.en}. {goes_en}")
    seconds = time.monotonic() - begun
    if not text.strip():
        return Check(
            "llm", ok=False, zh=f"模型答复为空。{goes_zh}", en=f"the model says nothing. {goes_en}"
        )
    name = phrasing.model.name
    return Check(
        "llm",
        ok=True,
        zh=f"模型 {name} 在 {seconds:.1f} 秒内答复。{goes_zh}",
        en=f"the model {name} replied within {seconds:.1f} s. {goes_en}",
    )


def _where(sent_to: str | None) -> tuple[str, str]:
    if sent_to is None:
        return "问题不离开这台机器", "questions stay on this machine"
    return (
        f"问题和所引的段落会送到 {sent_to}",
        f"questions and the paragraphs cited are sent to {sent_to}",
    )
