"""An index of different texts finds the paragraphs that an index of paragraphs would."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.library.dense_texts import DenseTexts, Places
from assistant.library.embedders import HashingEmbedder, Vector
from assistant.library.index import best
from assistant.library.packed import Packed
from assistant.library.structure import text_hash

EMBEDDER = HashingEmbedder()
TEXTS = ("请秘书长提出报告", "欢迎报告", "决定设立基金", "促请会员国")
LIBRARIES = st.dictionaries(
    st.sampled_from([f"A/RES/75/45#OP{n}" for n in range(30)]), st.sampled_from(TEXTS)
)


class Exact:
    """An index of texts by their digits, that compares with every one."""

    def __init__(self, texts: Collection[str]) -> None:
        self._vectors = {text_hash(text)[:16]: EMBEDDER.embed_question(text) for text in texts}
        self.closed = False

    def probe(self, count: int) -> None:
        assert len(self._vectors) == count

    def near(
        self, vector: Vector, limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        among = self._vectors if keys is None else keys
        return best([(one, float(self._vectors[one] @ vector)) for one in among], limit)

    def close(self) -> None:
        self.closed = True


def _places(library: dict[str, str]) -> Places:
    digits = [int(text_hash(library[key])[:16], 16) for key in sorted(library)]
    return Places(Packed(sorted(library)).sealed(), np.array(digits, dtype=np.uint64))


@given(LIBRARIES, st.integers(1, 40), st.none() | st.sets(st.integers(0, 35)))
def test_every_paragraph_that_says_a_text_is_found_with_it(
    library: dict[str, str], limit: int, among: set[int] | None
) -> None:
    index = DenseTexts(Exact(set(library.values())), _places(library), EMBEDDER)
    index.probe(len(library))
    keys = None if among is None else {f"A/RES/75/45#OP{n}" for n in among}
    asked = EMBEDDER.embed_question("报告")
    exact = [
        (key, float(EMBEDDER.embed_question(text) @ asked))
        for key, text in library.items()
        if keys is None or key in keys
    ]
    found = index.search("报告", limit, keys)
    assert [key for key, _ in found] == [key for key, _ in best(exact, limit)]
    assert np.allclose([score for _, score in found], [score for _, score in best(exact, limit)])


def test_an_index_that_holds_another_number_of_paragraphs_is_refused() -> None:
    index = DenseTexts(Exact(TEXTS[:1]), _places({"A/RES/75/45#OP1": TEXTS[0]}), EMBEDDER)
    with pytest.raises(ValueError, match="1 paragraphs instead of 2"):
        index.probe(2)


def test_closing_lets_go_of_the_index_of_texts() -> None:
    exact = Exact(())
    DenseTexts(exact, _places({}), EMBEDDER).close()
    assert exact.closed
