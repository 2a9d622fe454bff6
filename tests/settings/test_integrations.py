from __future__ import annotations

from typing import Literal

import pytest

from assistant.errors import InvalidSettings
from assistant.settings import integration


def test_a_class_is_made_by_its_path_with_its_options() -> None:
    made = integration("LLM", "llama_index.core.llms.mock.MockLLM", {"max_tokens": 3})
    assert (type(made).__name__, made.max_tokens) == ("MockLLM", 3)


@pytest.mark.parametrize(
    ("what", "package"),
    [
        ("LLM", "llama-index-llms"),
        ("EMBEDDER", "llama-index-embeddings"),
        ("RERANKER", "llama-index-postprocessor"),
    ],
)
@pytest.mark.parametrize("path", ["nothing", "assistant.nothing.Model", "assistant.types.Nothing"])
def test_a_path_that_leads_nowhere_is_refused_with_what_to_install(
    what: Literal["LLM", "EMBEDDER", "RERANKER"], package: str, path: str
) -> None:
    with pytest.raises(InvalidSettings, match=package) as refused:
        integration(what, path, {})
    for said in (refused.value.zh, refused.value.en):
        assert f"ASSISTANT_{what}_CLASS={path}" in said


def test_options_that_the_class_does_not_take_are_refused_without_showing_them() -> None:
    with pytest.raises(InvalidSettings, match="ASSISTANT_LLM_OPTIONS") as refused:
        integration("LLM", "fractions.Fraction", {"api_key": "sk-secret"})
    assert "sk-secret" not in refused.value.zh + refused.value.en
