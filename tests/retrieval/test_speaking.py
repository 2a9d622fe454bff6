"""Acts that are not read would not have counted: judged among few as among all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.library.library import Library
from assistant.retrieval import evidence, speaking
from assistant.retrieval.acts import act_keys, any_act
from assistant.retrieval.ask import Ask
from assistant.retrieval.speaking import Judged, judged
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


def kept(told: Judged, least: float) -> list[tuple[str, tuple[int, ...], float]]:
    return [
        (act.paragraph.key, act.clauses, score)
        for act, score in zip(told.acts, told.scores, strict=True)
        if score > 0 and score >= least
    ]


@pytest.mark.parametrize("naming", [False, True])
@pytest.mark.parametrize("words", WORDS)
def test_every_act_with_any_of_the_words_is_judged_as_among_all(
    generated: Library, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], naming: bool
) -> None:
    ask = asking(generated, words, naming=naming)
    keys = act_keys(ask, ask.question)
    monkeypatch.setattr(speaking, "_FEW", 0)
    some = judged(ask, keys, best_alone=False)
    every = judged(replace(ask, having=None), keys, best_alone=False)
    assert kept(some, 0) == kept(every, 0)
    assert len(some.acts) < len(every.acts) == len(keys)


@pytest.mark.parametrize("words", WORDS)
def test_the_best_acts_are_those_of_all(
    generated: Library, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    ask = asking(generated, words)
    keys = act_keys(ask, ask.question)
    monkeypatch.setattr(speaking, "_FEW", 0)
    some = judged(ask, keys, best_alone=True)
    every = judged(replace(ask, having=None), keys, best_alone=True)
    assert some.best == every.best
    near = evidence.CLOSE * every.best
    assert kept(some, near) == kept(every, near)


@pytest.mark.parametrize("body", ["秘书长", "国际法院", "托管理事会"])
@pytest.mark.parametrize("verb", [(), ("促请",), ("回顾",)])
def test_whether_there_is_an_act_is_known_without_reading_any(
    generated: Library, body: str, verb: tuple[str, ...]
) -> None:
    ask = asking(generated, ("水",))
    question = replace(ask.question, addressees=(body,), verbs=verb, directive=not verb)
    assert any_act(ask, question) == bool(act_keys(ask, question))
