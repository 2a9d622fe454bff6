"""One verdict on one answer to one gold question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.types import Answer, Statement
from eval.findings import Finding, examine
from eval.gold import GoldItem
from eval.lexicon import plain
from eval.metrics import completeness, group_hit, outside
from eval.slots import Exhibit
from eval.subject import Truth

REFUSALS = frozenset({"not_found", "out_of_scope", "needs_clarification"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an answer did. ``passed`` means right, and nothing wrong with its form."""

    wrong: tuple[str, ...]  # where it differs from the gold
    findings: tuple[Finding, ...]  # where it differs from the library
    cited: tuple[str, ...]  # keys, sorted
    completeness: float
    exact: bool

    @property
    def passed(self) -> bool:
        """Right, and every check of its form came out clean."""
        return not self.wrong and not self.findings


def judge(
    item: GoldItem, answer: Answer, truth: Truth, *, reworded: tuple[str, ...] = ()
) -> Verdict:
    """``answer`` to the last turn of ``item``, or of its ``reworded`` turns."""
    cited = cited_keys(answer)
    return Verdict(
        wrong=tuple(_wrong(item, answer, truth, cited)),
        findings=examine(Exhibit(answer, (*item.turns, *reworded), truth)),
        cited=cited,
        completeness=completeness(item.groups, cited),
        exact=completeness(item.groups, cited) == 1 and not outside(item.groups, cited),
    )


def cited_keys(answer: Answer) -> tuple[str, ...]:
    """Every paragraph an answer cites, sorted."""
    return tuple(sorted({f"{c.symbol}#{c.paragraph}" for c in answer.citations}))


def refused(answer: Answer) -> bool:
    """Whether nothing was answered: missing, out of scope, or asked back."""
    return answer.status in REFUSALS


def _wrong(item: GoldItem, answer: Answer, truth: Truth, cited: tuple[str, ...]) -> Iterator[str]:
    if stale := truth.stale(item):
        yield f"stale gold: {', '.join(stale)}"
    yield from _wrong_status(item, answer)
    if item.expects_answer or not refused(answer):
        yield from _wrong_citations(item, answer, cited)
    said = plain(_everything_said(answer))
    if item.premise_ok or not refused(answer):
        for words in item.must_contain:
            if plain(words) not in said:
                yield f"does not say {words}"
    for words in item.forbidden:
        if plain(words).lower() in said.lower():
            yield f"says {words}"


def _wrong_status(item: GoldItem, answer: Answer) -> Iterator[str]:
    if item.expects_answer:
        if answer.status != "answered":
            yield f"refused: {answer.status}"
    elif not item.premise_ok:
        if answer.status == "needs_clarification":
            yield "asked back instead of saying that the premise is false"
        elif answer.status == "answered" and not item.groups:
            yield "accepted a false premise"
    elif item.status:
        if answer.status not in item.status:
            yield f"status {answer.status}, not {' or '.join(item.status)}"
    elif not refused(answer):
        yield "answered what cannot be answered"


def _wrong_citations(item: GoldItem, answer: Answer, cited: tuple[str, ...]) -> Iterator[str]:
    for group in item.groups:
        if not group_hit(group, cited):
            yield f"does not cite {' or '.join(group)}"
    if item.ordered and (late := _out_of_order(item, answer)):
        yield f"cites {late} too early or too late"
    if item.exact and (extra := outside(item.groups, cited)):
        yield f"cites beside the point {', '.join(extra)}"


def _out_of_order(item: GoldItem, answer: Answer) -> str | None:
    """The first gold group that is told before one that has to come before it."""
    by_n = {c.n: f"{c.symbol}#{c.paragraph}" for c in answer.citations}
    told = (n for s in answer.statements for n in _told(s))
    quoted = [by_n[n] for n in told if n in by_n]
    firsts = [next((at for at, k in enumerate(quoted) if k in group), -1) for group in item.groups]
    for at, (one, other) in enumerate(pairwise(firsts), 1):
        if -1 < other < one:
            return item.groups[at][0]
    return None


def _told(statement: Statement) -> tuple[int, ...]:
    """The citations whose words a sentence gives: a model's gives those of all that it cites."""
    if statement.kind == "fact":
        return statement.citations
    return tuple(quote.n for quote in statement.quotes)


def _everything_said(answer: Answer) -> str:
    sentences = "".join(s.text for s in answer.statements)
    return "\n".join((answer.answer, sentences, *answer.missing, answer.clarify or ""))
