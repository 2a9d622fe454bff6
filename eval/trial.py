"""Asking everything: each gold question, again, reworded, and written out."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial

from assistant.errors import AssistantError
from assistant.types import Answer
from eval.gold import GoldItem
from eval.judge import Verdict, judge
from eval.lists import joined
from eval.subject import Subject, Truth
from eval.variants import variants_of

# Free search is measured on questions about content; the others name structure.
CONTENT_KINDS = frozenset({"fact"})
SEARCH_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Attempt:
    """One asking of one wording. ``answer`` is None where the subject raised an error."""

    kind: str  # "original", "standalone", or the kind of variant
    turns: tuple[str, ...]
    answer: Answer | None
    verdict: Verdict
    seconds: float  # of the last turn

    @property
    def passed(self) -> bool:
        """Right and clean."""
        return self.verdict.passed


@dataclass(frozen=True, slots=True)
class Trial:
    """All that was asked for one gold item."""

    item: GoldItem
    original: Attempt
    variants: tuple[Attempt, ...] = ()
    standalone: Attempt | None = None
    repeats: bool = True  # the same bytes when asked again
    ranked: tuple[str, ...] | None = None  # keys by free search, for content questions

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every asking, the original first."""
        return (self.original, *self.variants, *((self.standalone,) if self.standalone else ()))

    def same_as_original(self, attempt: Attempt) -> bool:
        """Whether a variant came to the same status and cited the same paragraphs."""
        mine, other = self.original.answer, attempt.answer
        if mine is None or other is None:
            return False
        return mine.status == other.status and self.original.verdict.cited == attempt.verdict.cited


@dataclass(frozen=True, slots=True)
class Sitting:
    """What was asked of one library, and what is true of it."""

    library: str
    truth: Truth
    trials: tuple[Trial, ...]

    @property
    def items(self) -> tuple[GoldItem, ...]:
        """What was asked."""
        return tuple(trial.item for trial in self.trials)


Tick = Callable[[int, int], None]


def try_all(
    subject: Subject,
    truth: Truth,
    items: Iterable[GoldItem],
    *,
    reword: bool,
    tick: Tick,
    workers: int = 1,
) -> tuple[Trial, ...]:
    """A trial of every item, in order. ``tick(done, total)`` is told how far it has come.

    With several ``workers`` items are asked side by side, each in conversations of its own; the
    determinism gate would tell if an answer depended on what else is being asked.
    """
    queue = tuple(items)
    trials: list[Trial] = []
    with ThreadPoolExecutor(workers) as pool:
        for trial in pool.map(partial(try_item, subject, truth, reword=reword), queue):
            trials.append(trial)
            tick(len(trials), len(queue))
    return tuple(trials)


def try_item(subject: Subject, truth: Truth, item: GoldItem, *, reword: bool) -> Trial:
    """Ask ``item`` twice, in every variant if ``reword``, and written out if it is a follow-up."""
    original = attempt(subject, truth, item, "original")
    again = _ask(subject, item.turns)[0]
    variants = [
        attempt(subject, truth, item, kind, turns)
        for kind, turns in (variants_of(item) if reword and item.reword else ())
    ]
    alone = replace(item, turns=(item.standalone,)) if item.standalone else None
    return Trial(
        item=item,
        original=original,
        variants=tuple(variants),
        standalone=attempt(subject, truth, alone, "standalone") if alone else None,
        repeats=_same_bytes(original.answer, again),
        ranked=_ranked(subject, item),
    )


def attempt(
    subject: Subject, truth: Truth, item: GoldItem, kind: str, turns: tuple[str, ...] = ()
) -> Attempt:
    """Ask ``turns``, a rewording of the item's own, or those."""
    answer, seconds, error = _ask(subject, turns or item.turns)
    verdict = (
        judge(item, answer, truth, reworded=turns)
        if answer
        else Verdict((f"raised {error}",), (), (), completeness=0.0, exact=False)
    )
    return Attempt(kind, turns or item.turns, answer, verdict, seconds)


def _ask(subject: Subject, turns: tuple[str, ...]) -> tuple[Answer | None, float, str]:
    """The answer to the last turn of one conversation, its seconds, and the error if it raised."""
    conversation: str | None = None
    answer: Answer | None = None
    seconds = 0.0
    for turn in turns:
        start = time.perf_counter()
        try:
            answer = subject.ask(turn, conversation_id=conversation)
            seconds = time.perf_counter() - start
        except AssistantError as error:
            return None, 0.0, f"{error.code}: {error}"
        except Exception as error:  # a crash fails its item, not the whole run
            return None, 0.0, f"{type(error).__name__}: {error}"
        conversation = answer.conversation_id
    try:
        return (_every_page(subject, turns[-1], answer) if answer else None), seconds, ""
    except AssistantError as error:
        return None, 0.0, f"{error.code} on a further page: {error}"


def _every_page(subject: Subject, question: str, first: Answer) -> Answer:
    """A long list with all its pages: what is judged is the whole of it."""
    pages = [first]
    while pages[-1].page is not None:
        talk = first.conversation_id
        pages.append(subject.ask(question, conversation_id=talk, page=pages[-1].page))
    return joined(pages)


def canonical(answer: Answer) -> str:
    """An answer as bytes-to-be, times and ids aside."""
    kept = replace(answer, timings_ms={}, conversation_id=None, id=None)
    return json.dumps(asdict(kept), ensure_ascii=False, sort_keys=True, default=str)


def _same_bytes(one: Answer | None, other: Answer | None) -> bool:
    if one is None or other is None:
        return one is other
    return canonical(one) == canonical(other)


def _ranked(subject: Subject, item: GoldItem) -> tuple[str, ...] | None:
    if item.kind not in CONTENT_KINDS or not item.expects_answer or len(item.turns) > 1:
        return None
    found = subject.search(item.question, limit=SEARCH_DEPTH)
    return tuple(f"{hit.symbol}#{hit.paragraph}" for hit in found.hits)
