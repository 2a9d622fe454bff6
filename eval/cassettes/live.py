"""The live model that the settings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eval.cassettes.cassette import CassetteError

if TYPE_CHECKING:
    from assistant.answering.generative.models import Model


def live_model(
    *, url: str | None = None, name: str | None = None, seconds: float | None = None
) -> Model:
    """The model of the settings; what is given here goes before them. Connects to nothing yet.

    Raises CassetteError where none is named, and InvalidSettings.
    """
    from assistant.llm import open_phrasing, prompts_of
    from assistant.settings import load_settings

    settings = load_settings(llm_url=url, llm_model=name, llm_timeout=seconds, llm_remembered=0)
    phrasing = open_phrasing(settings, prompts_of(settings))
    if phrasing is None:
        raise CassetteError(
            "没有指明语言模型，请设置 ASSISTANT_LLM_URL 和 ASSISTANT_LLM_MODEL · "
            "no language model is named: set ASSISTANT_LLM_URL and ASSISTANT_LLM_MODEL"
        )
    return phrasing.model
