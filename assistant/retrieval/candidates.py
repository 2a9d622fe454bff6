"""The paragraphs that may answer a question about content: those most like it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from assistant.library.library import Library
from assistant.library.rerankers import Reranker
from assistant.retrieval import evidence
from assistant.retrieval.ask import Ask
from assistant.retrieval.likeness import likeness
from assistant.retrieval.reranking import reranked
from assistant.text.glossary import established
from assistant.text.normalise import fold
from assistant.types import Paragraph, Question, Term

# Paragraphs that the evidence is weighed of. Those after come too late to be cited, and weighing
# all that both indexes propose takes three times as long.
CONSIDERED = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that may answer, with what its order is made of."""

    paragraph: Paragraph
    folded: str  # of a note: with the words of the paragraph that marks it
    fused: float  # 0 … 1
    agreed: bool  # among the best three of every index asked
    reranked: float | None = None  # in the place of ``fused``, by a reranker


def all_terms(question: Question) -> tuple[Term, ...]:
    """The content words of a question and the bodies it names."""
    return (*question.terms, *(Term(n, established(n), noun=True) for n in question.addressees))


def candidates_for(
    ask: Ask, library: Library, reranker: Reranker | None = None
) -> tuple[Candidate, ...]:
    """The paragraphs most like a question; with the notes they mark where a symbol is asked for."""
    question = ask.question
    # The question itself, not its content words, which count through the evidence: MRR .857
    # against .847 (eval/ablations.md).
    like = likeness(question.folded, library, keys_of(ask, library))
    fused = dict(islice(like.scores.items(), CONSIDERED))
    found = library.records.paragraphs(list(fused))
    anew: dict[str, float] = {}
    if reranker is not None:
        texts = {paragraph.key: paragraph.text for paragraph in found if paragraph.text}
        anew = reranked(question.text, fused, texts, reranker, library.settings.reranker_top)
    if "symbol" in question.wants:
        found = _with_notes(found, fused, library)
    return tuple(
        Candidate(
            paragraph,
            folded_text(paragraph, ask),
            fused[paragraph.key],
            paragraph.key in like.agreed,
            anew.get(paragraph.key),
        )
        for paragraph in found
        if _speaks_for_itself(question, paragraph)
        and paragraph.kind != "end"
        and (not question.kinds or paragraph.kind in question.kinds)
    )


def _speaks_for_itself(question: Question, paragraph: Paragraph) -> bool:
    """Whether a note answers by words of its own, not only by those of the act that marks it."""
    if paragraph.kind != "footnote" or "symbol" in question.wants:
        return True
    own = fold(paragraph.text).text
    return any(evidence.hit(term, own) == 1.0 for term in question.terms)


def _with_notes(
    found: tuple[Paragraph, ...], fused: dict[str, float], library: Library
) -> tuple[Paragraph, ...]:
    """``found`` with the notes it marks: a bare A/71/371 has no words to be found by."""
    notes = {
        f"{paragraph.symbol}#{mark.footnote}": fused[paragraph.key]
        for paragraph in found
        for mark in paragraph.marks
    }
    for key, score in notes.items():
        fused[key] = max(score, fused.get(key, 0.0))
    known = {paragraph.key for paragraph in found}
    return (*found, *library.records.paragraphs([key for key in notes if key not in known]))


def folded_text(paragraph: Paragraph, ask: Ask) -> str:
    """A paragraph's folded text; a note is about what the act that marks it says."""
    text = fold(paragraph.text).text
    if paragraph.kind != "footnote":
        return text
    marking = [
        clause.span.of(other.text)
        for other in ask.read(paragraph.symbol).paragraphs
        for mark in other.marks
        if mark.footnote == paragraph.place
        for clause in other.clauses
        if clause.span.start <= mark.offset <= clause.span.end
    ]
    return text + fold(" ".join(marking)).text


def keys_of(ask: Ask, library: Library) -> list[str] | None:
    """The paragraphs of the resolutions that are looked in; None where they are all that are."""
    return None if ask.everywhere else library.records.keys_of(ask.symbols)
