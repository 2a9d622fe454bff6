"""The road of a phrased answer: asked, read as it comes, checked, put in its place.

The extractive answer is the frame: which paragraphs are cited, in which order and how many they
are is decided before the model is asked. The model may only put other words where a quotation
stands; where its words do not pass, the quotation stays.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from assistant.answering.generative.access import NotAsked
from assistant.answering.generative.checking import Passed, Rejected, check
from assistant.answering.generative.evidence import Evidence, listed
from assistant.answering.generative.failing import cut_off, endless, speechless
from assistant.answering.generative.models import Model, Piece
from assistant.answering.generative.prompts import Prompts
from assistant.answering.generative.reasons import reason
from assistant.answering.generative.sentences import Said, SentenceReader
from assistant.answering.generative.support import supporting
from assistant.text.normalise import fold
from assistant.types import Lang, Statement

_REPEATS = 3  # of one sentence, after which a model is taken to repeat itself for ever
_MORE = 6  # sentences beyond one for each paragraph, after which it is stopped
_LONGEST = 20_000  # characters of one reply, thoughts included
_NOT_MENDED = ("refusal", "orders")
_LONGEST_MENDED = 1_000  # characters; a longer one is no sentence of a resolution's language


@dataclass(slots=True)
class Tally:
    """What became of the sentences of a model's first call; filled while they are written.

    Each has one outcome: said = kept + repaired + replaced + dropped. What a repair brings stands
    for the sentence that it mends; what it says besides is neither shown nor counted.
    """

    said: int = 0
    kept: int = 0  # as the model wrote them
    repaired: int = 0  # after it was told what was wrong, or with other citations
    replaced: int = 0  # by the words of the paragraph
    dropped: int = 0
    tokens: tuple[int, int] = (0, 0)
    calls: int = 0

    def count(self, tokens: tuple[int, int]) -> None:
        """Add the tokens of a call."""
        self.tokens = (self.tokens[0] + tokens[0], self.tokens[1] + tokens[1])


class Writer:
    """Puts a model's sentences in the places of the quotations of ``frame``.

    ``evidence`` are those quotations, in their order. ``repairs``: whether the model is asked once
    more for sentences that failed; not after ``seconds``, so that an answer comes in time.
    """

    def __init__(
        self,
        frame: Sequence[Statement],
        evidence: Sequence[Evidence],
        lang: Lang,
        *,
        repairs: bool = True,
        seconds: float | None = None,
    ) -> None:
        self._repairs = repairs
        self._seconds = seconds
        self._frame = tuple(frame)
        self._evidence = tuple(evidence)
        self._lang = lang
        self._waiting: dict[int, list[Passed]] = {}  # by the first key, in the order they came
        self._covered: set[int] = set()  # keys of which a sentence speaks that waits or was given
        self._at = 0  # statements of the frame that were given or taken the place of
        self._key = 0  # the last quotation among them
        self._seen: Counter[str] = Counter()  # the sentences of one call
        self._begun = 0  # the quotation in whose place sentences were given already
        self._shown: set[str] = set()  # folded
        self._rejected: list[Rejected] = []
        self.tally = Tally()

    def write(self, prompt: str, model: Model, prompts: Prompts) -> Iterator[Statement]:
        """The statements of the answer in their order, each as soon as it is certain.

        Raises ModelUnavailable; what was given before stays true, and :meth:`rest` completes it.
        """
        begun = time.monotonic()
        for said in self._read(model, prompt):
            self._take(said)
            yield from self._ready()
        if not self.tally.said:
            raise speechless()
        took = time.monotonic() - begun
        if self._repairs and (self._seconds is None or took < self._seconds):
            self._repair(model, prompts)
        yield from self.rest()

    def rest(self) -> Iterator[Statement]:
        """What of the answer was not given yet: quotations where no sentence passed."""
        failed = {each.key for each in self._rejected if each.key} - self._covered
        self.tally.replaced += len(failed)
        self.tally.dropped += len(self._rejected) - len(failed)
        self._rejected = []
        yield from self._ready(ended=True)

    def _read(self, model: Model, prompt: str) -> Iterator[Said]:
        """The sentences of one call.

        Raises ModelUnavailable as soon as it repeats itself, goes on and on or breaks off.
        """
        reader = SentenceReader()
        self._seen.clear()
        characters = 0
        with _closing(model.stream(prompt)) as pieces:
            for piece in self._counted(pieces):
                over = piece.whole is not None
                characters += len(piece.text)
                if characters > _LONGEST:
                    raise endless()
                for said in (
                    reader.end(whole=bool(piece.whole)) if over else reader.feed(piece.text)
                ):
                    self._see(said)
                    yield said
                if piece.whole is False:
                    raise cut_off()

    def _see(self, said: Said) -> None:
        words = fold(said.text).text
        self._seen[words] += 1
        too_many = self._seen.total() > len(self._evidence) + _MORE
        if too_many or self._seen[words] >= _REPEATS:
            raise endless()

    def _counted(self, pieces: Iterator[Piece]) -> Iterator[Piece]:
        """``pieces``, their call and its tokens counted; not where the model was not asked."""
        self.tally.calls += 1
        try:
            for piece in pieces:
                if piece.tokens:
                    self.tally.count(piece.tokens)
                yield piece
        except NotAsked:
            self.tally.calls -= 1
            raise

    def _take(self, said: Said) -> None:
        self.tally.said += 1
        if self._seen[fold(said.text).text] > 1:
            self.tally.dropped += 1
            return
        checked = check(said, self._evidence, self._lang)
        if isinstance(checked, Rejected):
            self._rejected.append(checked)
        elif not self._answers(checked) or not self._put(checked):
            self.tally.dropped += 1
        elif checked.statement.verification == "repaired":
            self.tally.repaired += 1
        else:
            self.tally.kept += 1

    def _put(self, passed: Passed) -> bool:
        """Keep a sentence for its place; not where that has been given, and not twice."""
        place = min(passed.keys)
        words = fold(passed.statement.text).text.rstrip("。.")
        if place <= self._key or words in self._shown:
            return False
        self._shown.add(words)
        self._waiting.setdefault(place, []).append(passed)
        self._covered.update(passed.keys)
        return True

    def _answers(self, passed: Passed) -> bool:
        """Whether it says the words that answer, where the quotation knows which they are."""
        said = fold(passed.statement.text).text
        quotations = [s for s in self._frame if s.kind == "quote"]
        return all(
            fold(self._evidence[key - 1].text[mark.start : mark.end]).text in said
            for key in passed.keys
            for mark in quotations[key - 1].answers
        )

    def _repair(self, model: Model, prompts: Prompts) -> None:
        """One more call for all the sentences that failed, each with what is wrong with it."""
        failed = [
            each
            for each in self._rejected
            if each.why not in _NOT_MENDED
            and len(each.said.text) <= _LONGEST_MENDED
            and each.key
            and each.key not in self._covered
        ]
        if not failed:
            return
        keys = {each.key for each in failed}
        prompt = prompts.get("repair", self._lang).fill(
            sentence="\n".join(f"{each.said.text}[{each.key}]" for each in failed),
            reasons="\n".join(reason(each, self._lang) for each in failed),
            evidence=listed([each for each in self._evidence if each.key in keys]),
        )
        for said in self._read(model, prompt):
            checked = check(said, self._evidence, self._lang)
            if not isinstance(checked, Passed) or not self._answers(checked):
                continue
            # What is said besides takes no sentence's place, and was not asked for.
            instead_of = next((each for each in failed if each.key in checked.keys), None)
            mended = Passed(replace(checked.statement, verification="repaired"), checked.keys)
            if instead_of is not None and self._put(mended):
                failed.remove(instead_of)
                self._rejected.remove(instead_of)
                self.tally.repaired += 1

    def _ready(self, *, ended: bool = False) -> Iterator[Statement]:
        """The next statements that are certain.

        Sentences are given as they pass, in the order of the places. The place of a quotation is
        left once sentences stand in it and a later place has begun, or nothing more will come.
        """
        while self._at < len(self._frame):
            statement = self._frame[self._at]
            if statement.kind != "quote":
                self._at += 1
                yield statement
                continue
            key = self._key + 1
            left = key in self._covered and any(k > key for k in self._waiting)
            if not (ended or left or self._stands_alone(key, statement)):
                return
            sentences = self._waiting.pop(key, [])
            if sentences and self._tells_all(key, statement, sentences):
                self._begun = key
                yield from (each.statement for each in sentences)
            elif sentences or key not in self._covered:
                self._replace(sentences)
                yield statement
            if not (ended or left):
                return
            self._at += 1
            self._key = key

    def _stands_alone(self, key: int, quotation: Statement) -> bool:
        """Whether a sentence waits that may be given whatever comes after it."""
        return key in self._waiting and self._tells_all(key, quotation, self._waiting[key])

    def _tells_all(self, key: int, quotation: Statement, sentences: Sequence[Passed]) -> bool:
        """Whether sentences tell every act that the quotation shows, so that a list stays whole;
        or the quotation knows which of its words answer (``_answers``)."""
        acts = self._evidence[key - 1].acts
        if (
            key == self._begun
            or len(acts) == 1
            or quotation.answers
            or any(len(each.keys) > 1 for each in sentences)
        ):
            return True
        told = [each.statement.text for each in sentences]
        return all(any(supporting(text, (act,)) for text in told) for act in acts)

    def _replace(self, sentences: Sequence[Passed]) -> None:
        """Count sentences whose place the quotation takes after all."""
        mended = sum(each.statement.verification == "repaired" for each in sentences)
        self.tally.repaired -= mended
        self.tally.kept -= len(sentences) - mended
        self.tally.replaced += len(sentences)


@contextmanager
def _closing(pieces: Iterator[Piece]) -> Iterator[Iterator[Piece]]:
    """``pieces``, given back however their reading ends: a model waits for its next reader."""
    try:
        yield pieces
    finally:
        if close := getattr(pieces, "close", None):
            close()
