"""Acts that are not read would not have counted: judged among few as among all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.library.library import Library
from assistant.library.lookups import Found
from assistant.retrieval import evidence, speaking
from assistant.retrieval.acts import act_keys, act_texts, any_act
from assistant.retrieval.ask import Ask
from assistant.retrieval.proposing import proposed
from assistant.retrieval.speaking import judged
from assistant.types import Question, Term
from tests.retrieval.test_holding import generated

__all__ = ["generated"]

WORDS = (
    ("协调人",),
    ("协调员", "指定"),
    ("培训", "当地社区"),
    ("潮汐观测", "意见"),
    ("飞碟",),
    ("飞碟", "征求"),
    ("水",),
)


TOGETHER = (
    ("意见", "提出"),
    ("潮汐观测", "意见", "大会"),
    ("报告", "大会", "编写", "提出"),
    ("协调", "方面", "活动"),
)


def asking(library: Library, words: tuple[str, ...], *, naming: bool = False) -> Ask:
    catalogue = library.records.summaries()
    terms = tuple(Term(word, (word,), naming=naming, noun=True) for word in words)
    question = Question(
        "?", "?", "zh", "content", addressees=("秘书长", "会员国"), directive=True, terms=terms
    )
    return Ask(
        question,
        catalogue.symbols,
        library.records,
        library.records.read,
        catalogue,
        having=library.paragraphs_having,
    )


@pytest.mark.parametrize("naming", [False, True])
@pytest.mark.parametrize("words", WORDS)
def test_every_act_with_any_of_the_words_is_judged_as_among_all(
    generated: Library, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], naming: bool
) -> None:
    ask = asking(generated, words, naming=naming)
    keys = act_keys(ask, ask.question)
    monkeypatch.setattr(speaking, "_FEW", 0)
    some = judged(ask, keys, best_alone=False)
    assert some == judged(replace(ask, having=None), keys, best_alone=False)
    assert len(some.acts) < len(keys)


@pytest.mark.parametrize("at_once", [0, 512])
@pytest.mark.parametrize("words", [*WORDS, *TOGETHER])
def test_the_best_acts_are_those_of_all(
    generated: Library, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], at_once: int
) -> None:
    ask = asking(generated, words)
    keys = act_keys(ask, ask.question)
    monkeypatch.setattr(speaking, "_FEW", 0)
    monkeypatch.setattr(speaking, "_AT_ONCE", at_once)
    some = judged(ask, keys, best_alone=True)
    every = judged(replace(ask, having=None), keys, best_alone=True)
    assert (some.acts, some.most) == (every.acts, every.most)
    assert some.best <= every.best
    assert (evidence.CLOSE * some.best > evidence.PARTIAL) == (
        evidence.CLOSE * every.best > evidence.PARTIAL
    )


def read_acts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many acts are read at once, each time."""
    read: list[int] = []

    def counted(ask: Ask, keys: Sequence[Found]) -> list[str]:
        read.append(len(keys))
        return act_texts(ask, keys)

    monkeypatch.setattr(speaking, "_FEW", 0)
    monkeypatch.setattr(speaking, "act_texts", counted)
    return read


def test_acts_that_may_have_one_word_of_several_are_not_read_where_others_have_all(
    generated: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = asking(generated, ("提出", "意见"))
    keys = act_keys(ask, ask.question)
    monkeypatch.setattr(speaking, "_AT_ONCE", 0)
    read = read_acts(monkeypatch)
    told = judged(ask, keys, best_alone=True)
    one = [proposed(ask, keys, (word,)) for word in ("提出", "意见")]
    assert told.acts
    assert read == [len({act.key for act in one[0]} & {act.key for act in one[1]})]
    assert read[0] < len({act.key for act in (*one[0], *one[1])})


def test_of_a_name_that_comes_whole_no_parts_are_looked_for(
    generated: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = asking(generated, ("9063/102",), naming=True)
    keys = act_keys(ask, ask.question)
    read = read_acts(monkeypatch)
    assert judged(ask, keys, best_alone=True).acts == ()
    assert sum(read) == 0


@pytest.mark.parametrize("word", ["50", "205", "/1", "A/", "1/1", "2050"])
def test_numbers_and_latin_words_are_proposed_wherever_they_stand_in_others(
    generated: Library, word: str
) -> None:
    ask = asking(generated, (word,))
    keys = act_keys(ask, ask.question)
    folded = act_texts(ask, keys)
    having = {
        one.key for one, text in zip(keys, folded, strict=True) if word.lower() in text.lower()
    }
    some = {one.key for one in proposed(ask, keys, (word,))}
    assert having <= some
    assert len(some) < len(keys)


def test_the_first_act_with_part_of_a_word_is_found_without_reading_each_by_itself(
    generated: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = asking(generated, ("协调人协",))
    keys = act_keys(ask, ask.question)
    read: list[int] = []

    def without_any(_ask: Ask, some: Sequence[Found]) -> list[str]:
        read.append(len(some))
        return [""] * len(some)

    monkeypatch.setattr(speaking, "proposed", lambda *_, **__: keys)
    monkeypatch.setattr(speaking, "act_texts", without_any)
    (term,) = ask.question.terms
    assert not speaking._first_with_part(ask, keys, term).acts
    assert sum(read) == 2 * len(keys)
    assert len(read) <= 2 * (len(keys).bit_length() + len(keys) // 512)


@pytest.mark.parametrize("body", ["秘书长", "国际法院", "托管理事会"])
@pytest.mark.parametrize("verb", [(), ("促请",), ("回顾",)])
def test_whether_there_is_an_act_is_known_without_reading_any(
    generated: Library, body: str, verb: tuple[str, ...]
) -> None:
    ask = asking(generated, ("水",))
    question = replace(ask.question, addressees=(body,), verbs=verb, directive=not verb)
    assert any_act(ask, question) == bool(act_keys(ask, question))
