"""A planned paragraph to its text in one language and form, with everything true of it.

Facts are recorded where their words are written, never looked for afterwards.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from eval.generator.languages import Language, MadeThing, moved, segments
from eval.generator.plan import ActPlan, Noted, ParagraphPlan, Sentence
from eval.generator.truth import TrueAct, TrueDeadline, TrueReference

_STOPS = "，；。：,;.:"


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a paragraph, its number and marks not in it. ``notes``: (offset, note)."""

    text: str
    acts: tuple[TrueAct, ...] = ()
    references: tuple[TrueReference, ...] = ()
    notes: tuple[tuple[int, Sentence], ...] = ()


class Pen:
    """Writes in one language and one form's stops and script."""

    def __init__(self, language: Language, *, traditional: bool = False) -> None:
        self.language = language
        self._script: Callable[[str], str] = _to_traditional if traditional else str

    def plain(self, text: str) -> str:
        """Words that are not of a sentence, a heading or masthead line, in the form's script."""
        return self._script(text)

    def sentence(self, sentence: Sentence, end: str = "") -> Written:
        """A sentence without acts."""
        sheet = _Sheet(self.language)
        sheet.sentence(sentence)
        return sheet.finished(end, self._script)

    def paragraph(self, plan: ParagraphPlan, end: str, *, preambular: bool = False) -> Written:
        """A paragraph with its acts, closed by ``end``."""
        if plan.plain is not None:
            return self.sentence(plan.plain)
        sheet = _Sheet(self.language)
        for at, act in enumerate(plan.acts):
            if at:
                sheet.write(self.language.joint)
            sheet.act(act, preambular=preambular, second=bool(at))
        return sheet.finished(end, self._script)


class _Sheet:
    """Collects text and facts; offsets are into the text so far."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._text = ""
        self._acts: list[TrueAct] = []
        self._made: list[list[tuple[int, int]]] = []
        self._references: list[TrueReference] = []
        self._deadlines: list[TrueDeadline] = []
        self._notes: list[tuple[int, Sentence]] = []
        self._things: list[tuple[int, int]] = []

    def write(self, text: str) -> None:
        self._text += text

    def act(self, plan: ActPlan, *, preambular: bool, second: bool) -> None:
        start = len(self._text)
        head, adverbs = self._language.verb(plan, preambular=preambular, second=second)
        self._deadlines, self._things = [], []
        self.write(head)
        verb_end = len(self._text)
        if plan.offices:
            self.write(self._language.gap + self._language.addressees(plan.offices))
        if self._language.template(plan.body):
            self.write(self._language.gap)
            self.sentence(plan.body)
        addressees = tuple(dict.fromkeys((*(o.name for o in plan.offices), *plan.within)))
        act = TrueAct(start, len(self._text), plan.verb.name, verb_end, adverbs, addressees)
        self._acts.append(replace(act, deadlines=tuple(self._deadlines)))
        self._made.append(self._things)

    def sentence(self, sentence: Sentence) -> None:
        slots = dict(sentence.slots)
        for literal, slot in _parsed(self._language.template(sentence)):
            self.write(literal)
            for text, fact in segments(self._language, slots[slot]) if slot else ():
                start = len(self._text)
                self.write(text)
                if isinstance(fact, Noted):
                    self._notes.append((start, fact.note))
                elif isinstance(fact, MadeThing):
                    self._things.append((start, len(self._text)))
                elif isinstance(fact, TrueReference):
                    self._references.append(moved(fact, start))
                elif isinstance(fact, TrueDeadline):
                    self._deadlines.append(moved(fact, start))

    def finished(self, end: str, script: Callable[[str], str]) -> Written:
        text = script(self._language.stops(self._text + end))
        if len(text) != len(self._text + end):
            raise ValueError(f"the script changes the length of {self._text}")
        acts = tuple(
            replace(act, deliverables=tuple(text[a:b] for a, b in made))
            for act, made in zip(self._acts, self._made, strict=True)
        )
        references = tuple(_as_printed(reference, text) for reference in self._references)
        return Written(text, acts, references, tuple(_after_stops(self._notes, text)))


def _as_printed(reference: TrueReference, text: str) -> TrueReference:
    if reference.kind != "instrument":
        return reference
    return replace(reference, target=text[reference.start : reference.end])


def _after_stops(notes: list[tuple[int, Sentence]], text: str) -> list[tuple[int, Sentence]]:
    """A mark stands after the stop that follows its word: 报告，²."""
    return [(at + (text[at : at + 1] in _STOPS and at < len(text)), note) for at, note in notes]


@cache
def _parsed(template: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, slot) for literal, slot, _, _ in string.Formatter().parse(template))


_AS_THE_UN_WRITES = str.maketrans("祕爲覈佈", "秘為核布")  # s2t has the older forms


@cache
def _converter() -> Callable[[str], str]:
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC("s2t").convert
    return convert


def _to_traditional(text: str) -> str:
    return _converter()(text).translate(_AS_THE_UN_WRITES)
