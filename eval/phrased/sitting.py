"""Every question answered three times: by quotations, by the model, and by the model unchecked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.types import Answer, Answerer, Lang, SearchResult
from eval.cassettes.asking import opened
from eval.cassettes.models import Exchange, Listening
from eval.gold import GoldItem
from eval.judge import judge
from eval.libraries import generated_steps, generated_truths
from eval.phrased.raw import as_written
from eval.queries import resolved
from eval.subject import Truth, read_truth
from eval.trial import Attempt, Tick, attempt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answering.generative.models import Model
    from assistant.answering.generative.prompts import Prompts
    from assistant.service import Assistant


class By:
    """The assistant as it answers by one answerer, whatever is configured."""

    def __init__(self, assistant: Assistant, answerer: Answerer | None) -> None:
        self._assistant = assistant
        self._answerer = answerer

    def ask(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        symbols: tuple[str, ...] = (),
        lang: Lang | None = None,
        page: str | None = None,
    ) -> Answer:
        """See Subject."""
        return self._assistant.ask(
            question,
            conversation_id=conversation_id,
            symbols=symbols,
            lang=lang,
            page=page,
            answerer=self._answerer,
        )

    def search(self, query: str, *, limit: int = 10) -> SearchResult:
        """See Subject."""
        return self._assistant.search(query, limit=limit)


@dataclass(frozen=True, slots=True)
class Phrased:
    """One question that a model was asked for. ``raw`` is None where the model was given other
    paragraphs than the quotations are of, so that the two cannot be held together."""

    item: GoldItem
    truth: Truth
    extractive: Attempt
    verified: Attempt
    raw: Attempt | None
    keys: tuple[str, ...]  # of every request, of the turns before as well


def sit_with(
    items: Iterable[GoldItem],
    model: Model,
    prompts: Prompts,
    *,
    tick: Tick = lambda *_: None,
    data_dir: Path | None = None,
) -> tuple[Phrased, ...]:
    """Ask everything, as it stands, one question after the other; those that ``model`` was asked
    for in the turn that is judged. ``tick(done, total)`` is told how far it has come."""
    listed = tuple(items)
    heard = Listening(model)
    found: list[Phrased] = []
    with opened((item.library for item in listed), heard, data_dir) as libraries:
        truths = {name: read_truth(assistant) for name, assistant in libraries.items()}
        for done, item in enumerate(_computed(listed), 1):
            one = _one(libraries[item.library], truths[item.library], item, heard, prompts)
            found += [one] if one else []
            tick(done, len(listed))
    return tuple(found)


def _computed(items: tuple[GoldItem, ...]) -> tuple[GoldItem, ...]:
    if any(item.library == "generated" for item in items):
        return resolved(items, generated_truths(), generated_steps())
    return items


def _one(
    assistant: Assistant, truth: Truth, item: GoldItem, heard: Listening, prompts: Prompts
) -> Phrased | None:
    extractive = attempt(By(assistant, "extractive"), truth, item, "extractive")
    heard.take()
    verified = attempt(By(assistant, None), truth, item, "verified")
    exchanges = heard.take()
    if not exchanges or (verified.answer is not None and verified.answer.generation is None):
        return None
    text = _answer_text(verified, exchanges, prompts)
    raw = _raw(item, truth, extractive, verified, text) if text is not None else None
    keys = tuple(exchange.key for exchange in exchanges)
    return Phrased(item, truth, extractive, verified, raw, keys)


def _answer_text(verified: Attempt, exchanges: Sequence[Exchange], prompts: Prompts) -> str | None:
    """What the model first wrote for an answer: not the question that it put anew, nor what it
    mended. The last turn's, of a conversation."""
    if verified.answer is None:
        return None
    head = prompts.get("answer", verified.answer.lang).text.partition("${")[0]
    texts = [exchange.text for exchange in exchanges if exchange.prompt.startswith(head)]
    return texts[-1] if texts else None


def _raw(
    item: GoldItem, truth: Truth, extractive: Attempt, verified: Attempt, text: str
) -> Attempt | None:
    frame, answer = extractive.answer, verified.answer
    if frame is None or answer is None or frame.citations != answer.citations:
        return None
    written = as_written(text, frame)
    return Attempt("raw", item.turns, written, judge(item, written, truth), verified.seconds)
