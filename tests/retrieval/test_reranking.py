from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import RerankerUnavailable
from assistant.library.library import Library
from assistant.retrieval.reranking import reranked
from assistant.service import Assistant
from assistant.types import Answer

SCORES = {"a": 1.0, "b": 0.7, "c": 0.4, "d": 0.1}

# Questions of content over the two sample resolutions: answered, and held by nothing.
QUESTIONS = (
    "彻底消除核武器国际日是哪一天",
    "哪一段说要动员国际社会努力实现无核武器世界",
    "第75/45号决议怎么谈核武器的人道主义后果",
    "第72/31号决议里关于裁军谈判会议的内容",
    "他们怎么说自行车的税率",
    "第75/45号决议怎么规定渔业补贴",
    "谁负责珊瑚礁的保护",
)


class _Ordering:
    name = "scripted"

    def __init__(self, order: Callable[[Sequence[str]], Sequence[int]]) -> None:
        self._order = order

    def order(self, question: str, texts: Sequence[str]) -> tuple[int, ...]:
        assert question
        return tuple(self._order(texts))


def _silent(_texts: Sequence[str]) -> Sequence[int]:
    raise RerankerUnavailable("不答复", "silent")


def _as_they_are(texts: Sequence[str]) -> Sequence[int]:
    return range(len(texts))


@given(st.permutations(range(4)), st.integers(2, 4), st.integers(1, 4))
def test_scores_change_hands_within_the_top_and_nothing_else(
    order: list[int], top: int, told: int
) -> None:
    wanted = [n for n in order if n < top][:told]
    got = reranked("问", SCORES, {k: k for k in SCORES}, _Ordering(lambda _: wanted), top)
    assert sorted(got.values()) == sorted(SCORES.values())
    below = list(SCORES)[top:]
    assert {key: got[key] for key in below} == {key: SCORES[key] for key in below}
    best = sorted(list(SCORES)[:top], key=lambda key: -got[key])
    left = [n for n in range(top) if n not in wanted]
    assert best == [list(SCORES)[n] for n in (*wanted, *left)]


def test_a_reranker_that_is_silent_leaves_the_ranking_as_it_is() -> None:
    assert reranked("问", SCORES, {k: k for k in SCORES}, _Ordering(_silent), 4) == SCORES


def test_one_paragraph_needs_no_order() -> None:
    assert reranked("问", {"a": 1.0}, {"a": "a"}, _Ordering(_silent), 4) == {"a": 1.0}


# ── over a library ───────────────────────────────────────────────────────────────────────────


@pytest.fixture
def library(sample_library: Library) -> Iterator[Library]:
    yield sample_library
    sample_library.reranker = None


def _asked(
    library: Library, order: Callable[[Sequence[str]], Sequence[int]], questions: Sequence[str]
) -> list[Answer]:
    library.reranker = _Ordering(order)
    assistant = Assistant(library, library.settings)
    return [assistant.ask(question) for question in questions]


def test_an_order_that_knows_the_answer_puts_it_first_among_those_that_have_enough(
    library: Library,
) -> None:
    question = QUESTIONS[0]
    (plain,) = _asked(library, _as_they_are, [question])
    second = plain.citations[1].text
    (knowing,) = _asked(
        library,
        lambda texts: sorted(range(len(texts)), key=lambda n: texts[n] != second),
        [question],
    )
    assert plain.citations[0].text != second
    assert knowing.citations[0].text == second


@pytest.mark.parametrize("seed", range(5))
def test_no_order_whatever_changes_what_is_refused_and_what_answered(
    library: Library, seed: int
) -> None:
    def at_random(texts: Sequence[str]) -> Sequence[int]:
        return random.Random(seed).sample(range(len(texts)), len(texts))  # noqa: S311

    plain = [answer.status for answer in _asked(library, _as_they_are, QUESTIONS)]
    assert [answer.status for answer in _asked(library, at_random, QUESTIONS)] == plain
    assert {"answered", "not_found"} <= set(plain)


def test_a_reranker_that_is_silent_changes_no_byte_of_an_answer(library: Library) -> None:
    silent = [answer.answer for answer in _asked(library, _silent, QUESTIONS)]
    library.reranker = None
    assistant = Assistant(library, library.settings)
    assert silent == [assistant.ask(question).answer for question in QUESTIONS]


def test_structure_is_never_put_in_another_order(library: Library) -> None:
    def refusing(_texts: Sequence[str]) -> Sequence[int]:
        raise AssertionError("a structural question was reranked")

    (answer,) = _asked(library, refusing, ["第75/45号决议请秘书长做什么"])
    assert answer.status == "answered"
