"""In what ways a model that replies may fail all the same, said to the reader.

``Generation.failure`` is one of these messages or an error's of ``models``. It is None where the
model did its work, even where nothing of what it wrote passed the checks.
"""

from __future__ import annotations

from assistant.errors import ModelUnavailable


def too_slow(seconds: float) -> ModelUnavailable:
    """What is said when the time is over."""
    return ModelUnavailable(
        f"语言模型在 {seconds:g} 秒内没有写完；可调大 ASSISTANT_LLM_TIMEOUT",
        f"the language model did not finish within {seconds:g} s; "
        "ASSISTANT_LLM_TIMEOUT may be raised",
    )


def ending() -> ModelUnavailable:
    """What is said when the process ends."""
    return ModelUnavailable(
        "程序正在退出，不再等语言模型",
        "the process is ending; the language model is not waited for",
    )


def cut_off() -> ModelUnavailable:
    """The stream ended before the model had finished."""
    return ModelUnavailable(
        "语言模型的答复没有写完就断了；如果经常如此，可调大 ASSISTANT_LLM_MAX_TOKENS",
        "the language model's reply broke off; ASSISTANT_LLM_MAX_TOKENS may be raised "
        "if that happens often",
    )


def endless() -> ModelUnavailable:
    """It repeats a sentence for ever, or writes on and on."""
    return ModelUnavailable(
        "语言模型反复写个不停，已经停止", "the language model wrote on and on, and was stopped"
    )


def speechless() -> ModelUnavailable:
    """It finished without a sentence: nothing, only thoughts, only signs."""
    return ModelUnavailable("语言模型没有写出一句话", "the language model wrote no sentence")
