"""A reranker behind real HTTP, in every form that servers speak, and with every fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.errors import InvalidSettings, RerankerUnavailable
from assistant.library import rerankers
from assistant.library.checking import reranker_check
from assistant.library.rerankers import Reranker, open_reranker
from assistant.settings import load_settings
from tests.library.serving import Served, serving

TEXTS = ("远", "近", "中")
SCORES = (0.1, 0.9, 0.5)
REVERSED = "tests.library.test_rerankers.Reversing"


class Reversing:
    """In the form of a LlamaIndex postprocessor: the last comes first, the first is left out."""

    def postprocess_nodes(self, nodes: list[Any], query_str: str) -> list[Any]:
        assert query_str
        return nodes[:0:-1]


def reranker_of(served: Served, **more: Any) -> Reranker:
    made = open_reranker(load_settings({}, reranker_url=f"{served.url}/rerank", **more))
    assert made is not None
    return made


def jina(body: dict[str, Any]) -> Any:
    if "documents" not in body:
        return 400
    return {
        "results": [
            {"index": n, "relevance_score": score}
            for n, score in enumerate(SCORES[: len(body["documents"])])
        ]
    }


def tei(body: dict[str, Any]) -> Any:
    if "texts" not in body:
        return 422
    return [{"index": n, "score": score} for n, score in enumerate(SCORES[: len(body["texts"])])]


@pytest.mark.parametrize("replies", [jina, tei])
def test_every_form_of_the_route_gives_the_order(replies: Callable[[dict[str, Any]], Any]) -> None:
    with serving(replies) as served:
        reranker = reranker_of(served, reranker_model="m", reranker_key="sk-secret")
        assert reranker.order("问", TEXTS) == (1, 2, 0)
        before = len(served.asked)
        assert reranker.order("问", TEXTS) == (1, 2, 0)
    assert len(served.asked) == before + 1  # the form that it speaks is remembered
    assert served.keys[0] == "Bearer sk-secret"
    assert served.asked[0]["model"] == "m"


def test_without_a_reranker_there_is_none() -> None:
    assert open_reranker(load_settings({})) is None


def test_any_postprocessor_by_its_dotted_path_will_do() -> None:
    reranker = open_reranker(load_settings({}, reranker_class=REVERSED))
    assert reranker is not None
    assert reranker.order("问", TEXTS) == (2, 1)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"reranker_class": "nowhere.Nothing"}, "ASSISTANT_RERANKER_CLASS"),
        ({"reranker_class": REVERSED, "reranker_options": {"x": 1}}, "ASSISTANT_RERANKER_OPTIONS"),
        (
            {"reranker_class": REVERSED, "reranker_url": "http://127.0.0.1:9/rerank"},
            "ASSISTANT_RERANKER_URL",
        ),
    ],
)
def test_half_a_reranker_is_refused_by_the_setting_to_mend(
    given: dict[str, Any], named: str
) -> None:
    with pytest.raises(InvalidSettings, match=named):
        open_reranker(load_settings({}, **given))


UNUSABLE: dict[str, Callable[[dict[str, Any]], Any]] = {
    "an index that is none": lambda _: [{"index": 3, "score": 1.0}],
    "an index below none": lambda _: [{"index": -1, "score": 1.0}],
    "an index twice": lambda _: [{"index": 0, "score": 1.0}, {"index": 0, "score": 0.5}],
    "no number": lambda _: b'[{"index": 0, "score": NaN}]',
    "nothing": lambda _: [],
    "another form": lambda _: {"scores": [1, 2, 3]},
    "a page": lambda _: b"<html>It works</html>",
    "a refusal": lambda _: 400,
    "a wrong key": lambda _: 401,
    "no such route": lambda _: 404,
    "a quota": lambda _: 429,
    "a failure": lambda _: 500,
}


@pytest.mark.parametrize("replies", UNUSABLE.values(), ids=UNUSABLE)
def test_what_gives_no_order_is_told_without_the_key(
    replies: Callable[[dict[str, Any]], Any],
) -> None:
    with serving(replies) as served:
        reranker = reranker_of(served, reranker_key="sk-secret")
        with pytest.raises(RerankerUnavailable) as raised:
            reranker.order("问", TEXTS)
        assert "sk-secret" not in raised.value.zh + raised.value.en
        assert not reranker_check(reranker).ok


def test_a_slow_server_is_not_waited_for_and_let_be_for_a_while() -> None:
    with serving(jina, pause=0.5) as served:
        reranker = reranker_of(served, reranker_timeout=0.1)
        for _ in range(3):
            with pytest.raises(RerankerUnavailable):
                reranker.order("问", TEXTS)
    assert len(served.asked) == 1


def test_after_a_while_it_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rerankers, "SILENCE", 0.0)
    with serving(jina, status=503, failures=1) as served:
        reranker = reranker_of(served)
        with pytest.raises(RerankerUnavailable):
            reranker.order("问", TEXTS)
        assert reranker.order("问", TEXTS) == (1, 2, 0)


def test_doctor_says_that_it_gives_an_order_and_where_texts_go() -> None:
    with serving(jina) as served:
        check = reranker_check(reranker_of(served, reranker_model="m"), "order.example.org")
    assert check.ok
    assert "order.example.org" in check.zh
    assert "order.example.org" in check.en
