"""An extractive answer said again by a language model: what it may say, and what it said."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.compose import render
from assistant.answering.generative.evidence import Evidence, evidence_of, listed
from assistant.answering.generative.models import Model
from assistant.answering.generative.prompts import Prompts
from assistant.answering.generative.writer import Tally, Writer
from assistant.answering.phrases import phrase
from assistant.answering.verify import verified
from assistant.errors import ModelUnavailable
from assistant.types import Answer, Generation, Intent, Lang, Paragraph, Statement

# Questions whose answers are sentences. The others ask for the text itself, for a value of the
# masthead or for a table, which no words of another's make better.
_PHRASED: frozenset[Intent] = frozenset({"acts", "content", "deadlines", "overview"})
_FORM: dict[Lang, tuple[str, str]] = {
    "zh": ("只有1段，写1句。", "共{n}段，依次写{n}句。"),
    "en": ("1 paragraph: write 1 sentence.", "{n} paragraphs: write {n} sentences in their order."),
}


def request(prompts: Prompts, question: str, evidence: Sequence[Evidence], lang: Lang) -> str:
    """The prompt for an answer: the question, the evidence with its keys, and the form wanted.

    The question is put on one line, so that it can begin none of the prompt's own.
    """
    form = _FORM[lang][len(evidence) > 1].format(n=len(evidence))
    return prompts.get("answer", lang).fill(
        question=" ".join(question.split()), evidence=listed(evidence), form=form
    )


def is_phrased(answer: Answer, most: int) -> bool:
    """Whether an extractive answer is one of sentences, and of at most ``most`` paragraphs.

    They are in the language of the answer: a sentence about words of another language cannot be
    held against them word for word.
    """
    quoted = [statement for statement in answer.statements if statement.kind == "quote"]
    langs = {answer.citations[n - 1].lang for each in quoted for n in each.citations}
    is_of_sentences = answer.understood.intent in _PHRASED and langs == {answer.lang}
    return answer.status == "answered" and is_of_sentences and 0 < len(quoted) <= most


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A model with its prompts.

    ``most``: paragraphs; a longer list stays as it is. ``repairs``: whether failed sentences are
    asked for once more; not where the first reply took longer than ``unhurried`` seconds.
    ``stop``: lets nobody wait for the model any more.
    """

    model: Model
    prompts: Prompts
    sent_to: str | None
    most: int
    repairs: bool = True
    unhurried: float | None = None
    stop: Callable[[], None] = lambda: None

    def takes(self, answer: Answer) -> bool:
        """Whether there is something to phrase in an extractive answer."""
        return is_phrased(answer, self.most)

    def phrased(
        self,
        answer: Answer,
        question: str,
        paragraphs: Mapping[str, Paragraph],
        leads: Mapping[str, str],
    ) -> Generator[Statement, None, Answer]:
        """The statements as they become certain; at last the whole answer.

        ``question`` stands alone: what a follow-up leaves unsaid is said in it. ``paragraphs`` are
        those that the answer cites, by key; ``leads`` the words above an item.
        """
        evidence = evidence_of(answer.statements, answer.citations, paragraphs, leads)
        writer = Writer(
            answer.statements,
            evidence,
            answer.lang,
            repairs=self.repairs,
            seconds=self.unhurried,
        )
        prompt = request(self.prompts, question, evidence, answer.lang)
        given: list[Statement] = []
        failure = None
        try:
            for statement in writer.write(prompt, self.model, self.prompts):
                given.append(statement)
                yield statement
        except ModelUnavailable as error:
            failure = error.message(answer.lang)
            rest = list(writer.rest())
            given += rest
            yield from rest
        if not _phrased_anything(writer.tally):
            silent = Statement(phrase("model_silent", answer.lang), "connective")
            given.append(silent)
            yield silent
        return self._answer(answer, given, writer.tally, failure)

    def _answer(
        self, answer: Answer, given: list[Statement], tally: Tally, failure: str | None
    ) -> Answer:
        kept = verified(given, answer.citations)
        generation = Generation(
            self.model.name,
            self.prompts.hash,
            self.sent_to,
            tally.said,
            tally.kept,
            tally.repaired,
            tally.replaced,
            tally.dropped,
            tally.calls,
            *tally.tokens,
            failure,
        )
        phrased = _phrased_anything(tally)
        return replace(
            answer,
            statements=kept,
            answer=render(kept),
            answerer=f"llm:{self.model.name}" if phrased else answer.answerer,
            generation=generation,
        )


def _phrased_anything(tally: Tally) -> bool:
    return bool(tally.kept or tally.repaired)
