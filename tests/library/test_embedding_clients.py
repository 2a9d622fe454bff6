from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.errors import InvalidSettings
from assistant.library.embedders import open_embedder
from assistant.library.embedding_clients import open_served
from assistant.library.served_embedder import ServedEmbedder
from assistant.settings import load_settings
from tests.library.serving import serving

URL = "http://127.0.0.1:9/v1"


def test_an_address_with_a_models_name_is_an_embedder_and_connects_to_nothing() -> None:
    settings = load_settings({}, embedder_url=URL, embedder_model="bge-m3")
    assert isinstance(open_embedder(settings), ServedEmbedder)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"embedder_url": URL}, "ASSISTANT_EMBEDDER_MODEL"),
        ({"embedder_url": URL, "embedder_model": "m", "embedder": "use"}, "ASSISTANT_EMBEDDER "),
        ({"embedder_url": URL, "embedder_class": "a.B"}, "ASSISTANT_EMBEDDER_CLASS"),
        ({"embedder_class": "nowhere.Nothing"}, "ASSISTANT_EMBEDDER_CLASS"),
        ({"embedder_class": "Nothing"}, "ASSISTANT_EMBEDDER_CLASS"),
        (
            {
                "embedder_class": "llama_index.core.embeddings.MockEmbedding",
                "embedder_options": {"size": 3},
            },
            "ASSISTANT_EMBEDDER_OPTIONS",
        ),
    ],
)
def test_half_an_embedder_is_refused_by_the_setting_to_mend(
    given: dict[str, Any], named: str
) -> None:
    with pytest.raises(InvalidSettings, match=named):
        open_served(load_settings({}, **given))


def test_any_embedding_class_of_llama_index_will_do() -> None:
    settings = load_settings(
        {},
        embedder_class="llama_index.core.embeddings.MockEmbedding",
        embedder_options={"embed_dim": 4},
    )
    embedder = open_served(settings)
    np.testing.assert_allclose(embedder.embed_question("核"), [0.5] * 4)
    assert embedder.embed_passages(["核", "军"]).shape == (2, 4)
    other = load_settings(
        {},
        embedder_class="llama_index.core.embeddings.MockEmbedding",
        embedder_options={"embed_dim": 8},
    )
    assert open_served(other).name != embedder.name


def test_a_key_among_the_options_changes_no_vectors_and_no_name() -> None:
    path = "llama_index.core.embeddings.MockEmbedding"
    names = {
        open_served(
            load_settings({}, embedder_class=path, embedder_options={"embed_dim": 4, **more})
        ).name
        for more in ({}, {"api_key": "sk-secret"})
    }
    assert len(names) == 1
    assert "sk-secret" not in names.pop()


def test_the_key_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("sk-from-file\n")
    with serving() as served:
        settings = load_settings(
            {},
            embedder_url=f"{served.url}/v1",
            embedder_model="m",
            embedder_key_file=tmp_path / "key",
        )
        open_served(settings).embed_question("核")
    assert served.keys == ["Bearer sk-from-file"]


def test_without_a_key_openais_own_is_not_sent_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-openai")
    with serving() as served:
        settings = load_settings({}, embedder_url=f"{served.url}/v1", embedder_model="m")
        open_served(settings).embed_question("核")
    assert "sk-of-openai" not in served.keys[0]


def test_what_stays_on_this_machine_goes_through_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as proxy, serving() as served:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        settings = load_settings({}, embedder_url=f"{served.url}/v1", embedder_model="m")
        open_served(settings).embed_question("核")
    assert (len(served.asked), proxy.asked) == (1, [])
