"""Questions about content: what is found, and what is not pretended to be."""

from __future__ import annotations

import pytest

from assistant.library.library import Library
from assistant.questions import understand
from assistant.retrieval.hybrid import ranked_paragraphs
from assistant.types import Summary
from tests.retrieval.conftest import Find, gaps, keys, quoted


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("彻底消除核武器国际日是哪一天", "75/45#OP7"),
        ("《禁止核武器条约》何时何地开放签署", "72/31#OP3"),
        ("防止使用核武器的唯一绝对保障是什么", "75/45#PP5"),
        ("75/45对消极安全保证有什么说法", "75/45#PP14"),
        ("联合国日内瓦办事处开展什么活动", "75/45#OP11"),
    ],
)
def test_the_paragraph_that_says_it_is_found_even_without_a_model(
    find: Find, text: str, key: str
) -> None:
    found = find(text)
    assert key in keys(found)
    assert all(passage.found_by == "hybrid" for passage in found.passages)


def test_at_most_three_paragraphs_are_cited_the_best_first(find: Find) -> None:
    scores = [passage.score for passage in find("彻底消除核武器").passages]
    assert 1 <= len(scores) <= 3
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("哪些段落提到网播", ["75/45#OP11"]),
        ("哪些段落提到中东", ["75/45#PP6"]),
        ("哪些段落提到裁军审议委员会", ["72/31#PP5", "75/45#OP6"]),
    ],
)
def test_every_paragraph_with_the_words_is_found(find: Find, text: str, found: list[str]) -> None:
    assert keys(find(text)) == found


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("75/45对朝鲜说了什么", ("term", "朝鲜")),
        ("为什么75/45谴责朝鲜进行核试验", ("verb", "谴责")),
        ("《巴黎协定》何时生效", ("term", "巴黎协定")),
    ],
)
def test_a_name_or_verb_that_is_not_there_is_missing(
    find: Find, text: str, missing: tuple[str, str]
) -> None:
    found = find(text)
    assert (found.refused, found.passages) == (True, ())
    assert missing in gaps(found)


@pytest.mark.parametrize("text", ["地铁末班车几点", "世界杯冠军是谁", "怎么做红烧肉"])
def test_what_has_nothing_to_do_with_the_library_is_unrelated(find: Find, text: str) -> None:
    found = find(text)
    assert found.refused
    assert found.unrelated


def test_what_has_something_to_do_with_the_library_is_not_unrelated(find: Find) -> None:
    assert not find("核武器有多少枚").unrelated


def test_a_content_question_of_one_resolution_stays_in_it(find: Find) -> None:
    assert all(key.startswith("72/31") for key in keys(find("72/31对《禁止核武器条约》说了什么")))


def test_of_a_paragraph_with_two_acts_the_one_that_answers_is_quoted(find: Find) -> None:
    (words,) = quoted(find("75/45对中东无核武器区说了什么"))
    assert words.startswith("大力支持迅速建立中东无核武器区")


def test_bare_search_ranks_paragraphs_and_keeps_the_limit(
    sample_library: Library, catalogue: tuple[Summary, ...]
) -> None:
    question = understand("网播", catalogue=catalogue)
    ranked = ranked_paragraphs(question, sample_library, catalogue, limit=4)
    assert ranked[0][0].key == "A/RES/75/45#OP11"
    assert len(ranked) == 4
    assert [score for _, score in ranked] == sorted((s for _, s in ranked), reverse=True)


def test_comparing_words_looks_on_both_sides(find: Find) -> None:
    found = find("比较72/31和75/45对《不扩散核武器条约》的说法")
    assert {key.partition("#")[0] for key in keys(found)} == {"72/31", "75/45"}


def test_of_two_names_that_are_alternatives_either_will_do(find: Find) -> None:
    assert keys(find("禁核条约是在纽约还是日内瓦开放签署的")) == ["72/31#OP3"]
    assert keys(find("禁核条约是在日内瓦还是纽约开放签署的")) == ["72/31#OP3"]


def test_as_soon_as_possible_is_a_time(find: Find) -> None:
    assert keys(find("没签字的国家该在何时签《禁止核武器条约》")) == ["72/31#OP4"]
