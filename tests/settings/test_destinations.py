from __future__ import annotations

import pytest

from assistant.errors import InvalidSettings
from assistant.settings import destinations, load_settings
from assistant.types import Destination


def test_by_default_nothing_leaves_the_machine() -> None:
    assert destinations(load_settings({})) == ()


def test_servers_on_this_machine_are_no_destinations() -> None:
    here = "http://127.0.0.1:8080/v1"
    settings = load_settings(
        {}, llm_url=here, embedder_url=here, reranker_url=here, embedder_model="bge-m3"
    )
    assert destinations(settings) == ()


def test_each_server_elsewhere_is_named_with_its_model() -> None:
    settings = load_settings(
        {},
        llm_url="https://api.example.org/v1",
        llm_model="large",
        embedder_url="https://vectors.example.org/v1",
        embedder_model="bge-m3",
        reranker_url="https://order.example.org/rerank",
    )
    assert destinations(settings) == (
        Destination("llm", "api.example.org", "large"),
        Destination("embedder", "vectors.example.org", "bge-m3"),
        Destination("reranker", "order.example.org", ""),
    )


def test_an_integration_whose_host_is_not_known_counts_as_elsewhere() -> None:
    settings = load_settings({}, embedder_class="llama_index.embeddings.x.X")
    assert [one.host for one in destinations(settings)] == ["llama_index.embeddings.x.X"]


@pytest.mark.parametrize("name", ["llm_url", "embedder_url", "reranker_url"])
@pytest.mark.parametrize(
    "address", ["localhost:11434/v1", "api.example.org", "file:///etc", "http://me:pw@host/v1"]
)
def test_an_address_whose_host_could_be_mistaken_is_refused_by_its_name(
    name: str, address: str
) -> None:
    with pytest.raises(InvalidSettings, match=f"ASSISTANT_{name.upper()}") as refused:
        load_settings({}, **{name: address})
    assert "pw" not in refused.value.en
