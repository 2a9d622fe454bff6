"""An embedder behind real HTTP, and everything that a server can do wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from assistant.errors import EmbedderUnavailable
from assistant.library import served_embedder
from assistant.library.embedders import HashingEmbedder
from assistant.library.embedding_clients import open_served
from assistant.library.served_embedder import AT_ONCE, WAITS, ServedEmbedder
from assistant.settings import load_settings
from tests.library.serving import Served, as_embeddings, serving, vectors

KEY = "sk-secret"


@pytest.fixture
def served() -> Iterator[Served]:
    with serving() as running:
        yield running


def embedder_of(served: Served, waited: list[float] | None = None, **more: Any) -> ServedEmbedder:
    """The embedder of a server; its waits between tries are noted, and take no time."""
    settings = load_settings(
        {}, embedder_url=f"{served.url}/v1", embedder_model="bge-m3", embedder_key=KEY, **more
    )
    embedder = open_served(settings)
    embedder._pause = ([] if waited is None else waited).append
    return embedder


def test_vectors_come_from_openais_route_with_the_model_and_the_key(served: Served) -> None:
    made = embedder_of(served).embed_passages(["核裁军", "秘书长的报告"])
    np.testing.assert_allclose(
        made, HashingEmbedder().embed_passages(["核裁军", "秘书长的报告"]), atol=1e-6
    )
    assert served.paths == ["/v1/embeddings"]
    assert served.keys == [f"Bearer {KEY}"]
    assert served.asked[0]["model"] == "bge-m3"
    assert served.asked[0]["encoding_format"] == "float"


def test_the_dimension_is_learned_from_the_server(served: Served) -> None:
    assert embedder_of(served).dimension == HashingEmbedder.dimension


def test_vectors_of_any_length_become_of_length_one() -> None:
    with serving(lambda body: as_embeddings([[3.0, 4.0]] * len(body["input"]))) as served:
        np.testing.assert_allclose(embedder_of(served).embed_question("核"), [0.6, 0.8])


def test_a_huge_batch_goes_in_parts_that_every_server_takes(served: Served) -> None:
    texts = [f"第{n}段" for n in range(AT_ONCE * 2 + 1)]
    assert len(embedder_of(served).embed_passages(texts)) == len(texts)
    assert [len(body["input"]) for body in served.asked] == [AT_ONCE, AT_ONCE, 1]


def test_what_the_model_wants_before_its_texts_is_put_there(served: Served) -> None:
    embedder = embedder_of(
        served, embedder_question_prefix="query: ", embedder_passage_prefix="passage: "
    )
    embedder.embed_question("谁")
    embedder.embed_passages(["大会"])
    assert [body["input"] for body in served.asked] == [["query: 谁"], ["passage: 大会"]]


def test_a_long_passage_is_cut_to_what_the_server_can_take(served: Served) -> None:
    embedder_of(served, embedder_chars=100).embed_passages(["核" * 5_000])
    assert len(served.asked[0]["input"][0]) == 100


def test_a_question_asked_again_is_not_sent_again(served: Served) -> None:
    embedder = embedder_of(served)
    first, second = embedder.embed_question("核裁军"), embedder.embed_question("核裁军")
    assert first.tobytes() == second.tobytes()
    assert len(served.asked) == 1


# ── its name ─────────────────────────────────────────────────────────────────────────────────


def test_the_same_model_at_another_address_keeps_its_vectors(served: Served) -> None:
    here = embedder_of(served)
    there = embedder_of(Served(vectors, url="http://127.0.0.1:1"), embedder_timeout=3)
    assert here.name == there.name
    assert "bge-m3" in here.name
    assert KEY not in here.name


@pytest.mark.parametrize(
    "more",
    [{"embedder_passage_prefix": "passage: "}, {"embedder_chars": 500}],
    ids=["prefix", "length"],
)
def test_what_changes_the_vectors_of_passages_changes_the_name(
    served: Served, more: dict[str, Any]
) -> None:
    assert embedder_of(served).name != embedder_of(served, **more).name


# ── faults ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "ASSISTANT_EMBEDDER_KEY"),
        (403, "ASSISTANT_EMBEDDER_KEY"),
        (404, "ASSISTANT_EMBEDDER_MODEL"),
        (400, "ASSISTANT_EMBEDDER_CHARS"),
        (413, "ASSISTANT_EMBEDDER_CHARS"),
    ],
)
def test_a_refusal_says_which_setting_to_look_at_and_is_not_repeated(
    served: Served, status: int, says: str
) -> None:
    served.status = status
    waited: list[float] = []
    with pytest.raises(EmbedderUnavailable, match=says) as raised:
        embedder_of(served, waited).embed_passages(["核"])
    assert says in raised.value.zh
    assert KEY not in raised.value.zh + raised.value.en
    assert (len(served.asked), waited) == (1, [])


@pytest.mark.parametrize(("status", "says"), [(429, "429"), (500, "500"), (503, "503")])
def test_what_may_pass_is_tried_again_and_then_told(served: Served, status: int, says: str) -> None:
    served.status = status
    waited: list[float] = []
    with pytest.raises(EmbedderUnavailable, match=says):
        embedder_of(served, waited).embed_passages(["核"])
    assert len(served.asked) == 1 + len(WAITS)
    assert tuple(waited) == WAITS


def test_a_batch_goes_on_after_a_moment_of_too_much_to_do(served: Served) -> None:
    served.status, served.failures = 429, 2
    waited: list[float] = []
    assert len(embedder_of(served, waited).embed_passages(["核", "军"])) == 2
    assert tuple(waited) == WAITS


def test_a_server_that_is_not_there_is_said_to_be_out_of_reach() -> None:
    with serving() as gone:
        pass
    with pytest.raises(EmbedderUnavailable, match="ASSISTANT_EMBEDDER_URL"):
        embedder_of(gone).embed_passages(["核"])


def test_a_slow_server_is_not_waited_for(served: Served) -> None:
    served.pause = 0.5
    with pytest.raises(EmbedderUnavailable, match="ASSISTANT_EMBEDDER_TIMEOUT"):
        embedder_of(served, embedder_timeout=0.1).embed_question("核")


UNUSABLE: dict[str, Callable[[dict[str, Any]], Any]] = {
    "too few": lambda _body: as_embeddings([[1.0, 0.0]]),
    "none": lambda _body: as_embeddings([]),
    "not a number": lambda _body: b'{"data": [{"embedding": [NaN, 1]}, {"embedding": [1, 1]}]}',
    "without direction": lambda body: as_embeddings([[0.0, 0.0]] * len(body["input"])),
    "of several lengths": lambda _body: as_embeddings([[1.0], [1.0, 2.0]]),
    "words": lambda _body: as_embeddings([["a", "b"], ["c", "d"]]),
    "no vectors": lambda _body: {"object": "list"},
    "a page": lambda _body: b"<html>It works</html>",
}


@pytest.mark.parametrize("replies", UNUSABLE.values(), ids=UNUSABLE)
def test_a_reply_that_holds_no_sound_vectors_is_refused(
    replies: Callable[[dict[str, Any]], Any],
) -> None:
    with serving(replies) as served, pytest.raises(EmbedderUnavailable):
        embedder_of(served).embed_passages(["核", "军"])


def test_vectors_of_another_dimension_tell_of_another_model(served: Served) -> None:
    embedder = embedder_of(served)
    embedder.expect(1_024)
    assert embedder.dimension == 1_024
    assert served.asked == []
    with pytest.raises(
        EmbedderUnavailable, match=r"256 dimensions.*1024.*ASSISTANT_EMBEDDER_MODEL"
    ):
        embedder.embed_question("核")


def test_a_model_that_changes_between_two_batches_is_noticed(served: Served) -> None:
    embedder = embedder_of(served)
    embedder.embed_passages(["核"])
    served.replies = lambda body: as_embeddings([[1.0, 0.0]] * len(body["input"]))
    with pytest.raises(EmbedderUnavailable, match="2 dimensions"):
        embedder.embed_passages(["军"])


def test_questions_do_not_all_wait_for_a_server_that_is_silent(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedder = embedder_of(served)
    served.status = 503
    for question in ("核", "军"):
        with pytest.raises(EmbedderUnavailable):
            embedder.embed_question(question)
    assert len(served.asked) == 1
    served.status = 200
    monkeypatch.setattr(served_embedder, "SILENCE", 0.0)
    embedder._silent_until = 0.0  # the silence is over
    assert embedder.embed_question("核").shape == (256,)
