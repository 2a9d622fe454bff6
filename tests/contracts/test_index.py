"""What every index promises, asked of Tantivy, of Chroma, and of a plain list in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.library.embedders import HashingEmbedder
from assistant.library.index import Index, best
from assistant.library.lookups import IndexedText
from tests.servers import running_chroma

TEXTS = {
    "A/RES/75/45#OP1": "请秘书长提出报告；",
    "A/RES/75/45#OP2": "促请会员国采取紧急措施；",
    "A/RES/75/45#OP13": "请秘书长就本决议的执行情况向大会第七十六届会议提出报告；",
    "A/RES/75/45#END": "2020年12月7日第37次全体会议",
    "A/RES/72/31#END": "2020年12月7日第37次全体会议",
    "A/RES/72/31#FN1": "S-10/2 号决议，第二节。",
    "A/RES/72/31#OP1": "The conference (on disarmament) AND/OR negotiations",
}
MANY = {f"A/RES/75/{n}#OP1": "完全相同的一段文字" for n in range(12)}


class ListIndex:
    """The plainest index that keeps the promises: counts characters that are in both texts."""

    def __init__(self, texts: Sequence[IndexedText]) -> None:
        self._texts = texts

    def search(
        self, query: str, limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        if limit <= 0:
            return []
        shared = (
            (t.key, float(len(set(query.lower()) & set(t.text.lower())))) for t in self._texts
        )
        among = [(key, score) for key, score in shared if keys is None or key in keys]
        return best([(key, score) for key, score in among if score], limit)


def _in_memory(_folder: Path, texts: Sequence[IndexedText]) -> Iterator[Index]:
    yield ListIndex(texts)


def _tantivy(folder: Path, texts: Sequence[IndexedText]) -> Iterator[Index]:
    from assistant.library import lexical

    lexical.build(folder, texts)
    index = lexical.LexicalIndex(folder)
    yield index
    index.close()


def _chroma(folder: Path, texts: Sequence[IndexedText]) -> Iterator[Index]:
    from assistant.library import dense

    embedder = HashingEmbedder()
    rows = [([t.key for t in texts], embedder.embed_passages([t.text for t in texts]))]
    dense.build(folder, rows if texts else [])
    index = dense.DenseIndex(folder, embedder)
    yield index
    index.close()


class _Hashes:
    """What the records would say of the texts."""

    def __init__(self, texts: Sequence[IndexedText]) -> None:
        self._texts = texts

    def text_hashes(self, keys: Collection[str]) -> dict[str, str]:
        return {text.key: text.text_hash for text in self._texts if text.key in keys}


def _chroma_server(folder: Path, texts: Sequence[IndexedText]) -> Iterator[Index]:
    from assistant.library import served_dense

    embedder = HashingEmbedder()
    with running_chroma(folder) as running:
        server = served_dense.ChromaServer(running.url, 60)
        served_dense.begin(server, "dense-1")
        ids = [served_dense.row_id(text.key, text.text_hash) for text in texts]
        # What an older generation held, and the next will.
        more = ["A/RES/75/45#OP1@older", "A/RES/75/46#OP1@newer"]
        said = [*(text.text for text in texts), "请秘书长提出报告；", "请秘书长提出报告；"]
        rows = [([*ids, *more], embedder.embed_passages(said))]
        served_dense.change(server, "dense-1", [], rows)
        yield served_dense.ServedDense(server, "dense-1", embedder, _Hashes(texts))
        server.close()


MAKERS: dict[str, Callable[[Path, Sequence[IndexedText]], Iterator[Index]]] = {
    "in memory": _in_memory,
    "tantivy": _tantivy,
    "chroma": _chroma,
    "chroma server": _chroma_server,
}


def _texts(texts: dict[str, str]) -> list[IndexedText]:
    return [IndexedText(key, text, text) for key, text in texts.items()]


@pytest.fixture(scope="module", params=MAKERS)
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def index(kind: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    yield from MAKERS[kind](tmp_path_factory.mktemp("index"), _texts(TEXTS | MANY))


@pytest.fixture(scope="module")
def empty(kind: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    yield from MAKERS[kind](tmp_path_factory.mktemp("empty"), [])


def test_the_text_itself_finds_its_paragraph_first(index: Index) -> None:
    for key in ("A/RES/75/45#OP2", "A/RES/75/45#OP13", "A/RES/72/31#OP1"):
        assert index.search(TEXTS[key], 3)[0][0] == key


def test_scores_fall_and_keys_come_once(index: Index) -> None:
    hits = index.search("请秘书长提出报告", 50)
    scores = [score for _, score in hits]
    assert scores == sorted(scores, reverse=True)
    assert len({key for key, _ in hits}) == len(hits)
    assert {key for key, _ in hits} <= set(TEXTS | MANY)


def test_paragraphs_of_equal_text_have_equal_scores_and_come_by_key(index: Index) -> None:
    hits = index.search("完全相同的一段文字", len(MANY))
    assert [key for key, _ in hits] == sorted(MANY)
    assert len({score for _, score in hits}) == 1


def test_a_limit_cuts_equal_scores_by_key_too(index: Index) -> None:
    assert [key for key, _ in index.search("完全相同的一段文字", 5)] == sorted(MANY)[:5]


def test_a_limit_of_nothing_finds_nothing(index: Index) -> None:
    assert index.search("秘书长", 0) == []


def test_keys_restrict_the_search(index: Index) -> None:
    keys = ["A/RES/75/45#OP13", "A/RES/75/45#OP2"]
    hits = index.search("请秘书长提出报告", 10, keys)
    assert hits[0][0] == "A/RES/75/45#OP13"
    assert {key for key, _ in hits} <= set(keys)


def test_keys_do_not_change_scores(index: Index) -> None:
    everywhere = dict(index.search("请秘书长提出报告", 50))
    among = dict(index.search("请秘书长提出报告", 50, ["A/RES/75/45#OP13"]))
    assert among["A/RES/75/45#OP13"] == pytest.approx(everywhere["A/RES/75/45#OP13"], rel=1e-5)


def test_unknown_keys_are_passed_over(index: Index) -> None:
    keys = {"A/RES/1/1#OP1", "A/RES/75/45#OP1"}
    assert [key for key, _ in index.search("秘书长", 10, keys)] == ["A/RES/75/45#OP1"]
    assert index.search("秘书长", 10, ["A/RES/1/1#OP1"]) == []


def test_the_same_key_twice_is_found_once(index: Index) -> None:
    keys = ["A/RES/75/45#OP1", "A/RES/75/45#OP1"]
    assert [key for key, _ in index.search("秘书长", 10, keys)] == ["A/RES/75/45#OP1"]


def test_no_keys_find_nothing(index: Index) -> None:
    assert index.search("秘书长", 10, []) == []


def test_more_keys_than_an_engine_takes_at_once_are_no_trouble(index: Index) -> None:
    keys = {f"A/RES/1/1#OP{n}" for n in range(70_000)} | {"A/RES/75/45#OP13"}
    assert [key for key, _ in index.search("秘书长", 10, keys)] == ["A/RES/75/45#OP13"]


def test_an_empty_index_finds_nothing(empty: Index) -> None:
    assert empty.search("秘书长", 10) == []
    assert empty.search("秘书长", 10, ["A/RES/75/45#OP1"]) == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "。，",
        'key:"A/RES/75/45#OP1" AND (',
        "报告^9 OR *",
        "秘书长\0报告",
        "\ud800",
        "报" * 3_000,
    ],
    ids=["empty", "blank", "marks", "syntax", "operators", "NUL", "surrogate", "long"],
)
def test_any_text_may_be_asked(index: Index, query: str) -> None:
    assert all(isinstance(key, str) for key, _ in index.search(query, 5))


def test_query_syntax_means_nothing(index: Index) -> None:
    assert dict(index.search("-秘书长", 20)).keys() >= {"A/RES/75/45#OP1", "A/RES/75/45#OP13"}


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40), st.integers(1, 30))
def test_the_same_question_finds_the_same(index: Index, query: str, limit: int) -> None:
    once = index.search(query, limit)
    assert index.search(query, limit) == once
    assert len(once) <= limit


def test_many_threads_find_what_one_finds(index: Index) -> None:
    queries = [*TEXTS.values()] * 5
    alone = [index.search(query, 10) for query in queries]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda query: index.search(query, 10), queries)) == alone
