"""Questions about content: both indexes asked, fused, and weighed by what the question names.

Each weight and threshold below was tried against others on the development questions, one at a
time (``eval/ablations.md``): none gained beyond chance, and most are flat about their value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from assistant.library.library import Library
from assistant.retrieval import combining, evidence, requests
from assistant.retrieval.ask import Ask, whole
from assistant.retrieval.candidates import Candidate, all_terms, candidates_for
from assistant.retrieval.contradictions import versions
from assistant.retrieval.explaining import explained
from assistant.retrieval.holding import paragraphs_with, stands_in
from assistant.text.bodies import spellings
from assistant.text.catalogue import Catalogue
from assistant.text.normalise import fold
from assistant.types import Found, Missing, Paragraph, Passage, Question, Summary, Term, Wanted

COVERAGE_WEIGHT = 1.0
FUSED_WEIGHT = 0.6  # of the fused rank, scaled to 0 … 1
KIND_WEIGHT = 0.15  # of having the kind of words asked for
VERB_WEIGHT = 0.25
BODY_WEIGHT = 0.2
NOTE_WEIGHT = 0.3  # for notes where a document's number is asked for, against them elsewhere
ENOUGH = 0.34  # share of the question's words without which nothing is answered
ENOUGH_IF_NAMED = 0.22  # the same where the question names the resolutions
ENOUGH_IF_AGREED = 0.08  # the same where both indexes agree, in resolutions that were named
ENOUGH_FOR_A_VALUE = 0.6  # the same where a date, place, number or symbol is asked for
MOST_CITED = 3
POOL = 10  # paragraphs among which a definition or a reason is looked for
# Groups that people name loosely; any other body that is named has to be there.
_LOOSELY_CALLED = frozenset(
    {"各国", "会员国", "缔约国", "国际社会", "国际组织", "工作组", "联合国系统"}
)
_BESIDE = 6  # characters from a name to the 还是 that makes it an alternative
_TITLE_LENGTH = 5  # characters from which a name is a treaty's or a document's


def content(ask: Ask, library: Library) -> Found:
    """The paragraphs that answer a question about content, or why none does."""
    question = ask.question
    if len(question.symbols) > 1 and len(ask.symbols) > 1:
        return combining.each_alone(ask, lambda side: content(side, library))
    if refused := requests.impossible(ask):
        return refused
    if requests.directs(question) or question.verbs:
        everywhere = replace(ask, symbols=ask.catalogue.symbols)
        found = requests.among_acts(
            ask, lambda: [candidate.folded for candidate in candidates_for(everywhere, library)]
        )
        if found is not None:
            return found
    candidates = candidates_for(ask, library, library.reranker)
    found = _among(ask, candidates)
    found = combining.completed(ask, found, lambda part: _among(part, candidates))
    return versions(ask, found)


def _among(ask: Ask, candidates: tuple[Candidate, ...]) -> Found:
    """Those of the candidates that answer, or why none does."""
    question = ask.question
    weighed = evidence.weigh(all_terms(question), [c.folded for c in candidates])
    if missing := (*_absent_bodies(ask), *_absent_names(ask, candidates)):
        unrelated = _unrelated(question, candidates)
        return Found((), missing, ask.symbols, refused=True, unrelated=unrelated)
    ranked = [
        (score, candidate)
        for score, candidate in ranked_candidates(question, weighed, candidates)
        if _has_all_names(question, candidate)
        and evidence.has_all_kinds(_wants_of(question, candidate), candidate.folded)
    ]
    if not ranked:
        unrelated = _unrelated(question, candidates)
        gaps = _apart(question, ask)
        return Found((), gaps, ask.symbols, refused=True, unrelated=unrelated)
    _, top = ranked[0]
    if not _enough(question, weighed, top):
        unrelated = _unrelated(question, candidates)
        missing = _nothing(weighed, candidates, ask)
        return Found((), missing, ask.symbols, refused=True, unrelated=unrelated)
    ordered = _reordered(question, weighed, ranked)
    top_score, top = ordered[0]
    least = evidence.coverage(weighed, top.folded)
    kept = [
        (score, candidate)
        for score, candidate in ordered[:MOST_CITED]
        if score >= evidence.CLOSE * top_score
        and evidence.coverage(weighed, candidate.folded) >= least
    ]
    found = Found(_passages(question, weighed, kept), (), ask.symbols)
    return explained(ask, found, _passages(question, weighed, ranked[:POOL]))


def phrase(ask: Ask, library: Library) -> Found:
    """Every paragraph that has all the words asked about, else what comes nearest."""
    question = ask.question
    wanted = all_terms(question)

    def has_all(text: str) -> bool:
        folded = fold(text).text
        return all(evidence.hit(term, folded) == 1.0 for term in wanted)

    exact = tuple(
        whole(paragraph)
        for paragraph in paragraphs_with(ask, [term.wordings for term in wanted], has_all)
        if paragraph.kind not in ("meta", "end")
        and (not question.kinds or paragraph.kind in question.kinds)
    )
    if exact:
        return Found(exact, (), ask.symbols)
    return content(ask, library)


def ranked_paragraphs(
    question: Question, library: Library, summaries: Iterable[Summary], *, limit: int
) -> tuple[tuple[Paragraph, float], ...]:
    """Paragraphs for free words, best first: the ranking that content questions use, bare."""
    catalogue = Catalogue.of(summaries)
    read = cache(library.records.read)
    ask = Ask(question, catalogue.symbols, library.records, read, catalogue)
    candidates = candidates_for(ask, library)
    weighed = evidence.weigh(all_terms(question), [c.folded for c in candidates])
    ranked = ranked_candidates(question, weighed, candidates)
    return tuple((c.paragraph, round(score, 6)) for score, c in ranked[:limit])


def _wants_of(question: Question, candidate: Candidate) -> tuple[Wanted, ...]:
    """What the text has to have; a note names a source, whatever the source's symbol looks like."""
    is_note = candidate.paragraph.kind == "footnote"
    return tuple(want for want in question.wants if not (is_note and want == "symbol"))


def ranked_candidates(
    question: Question, weighed: evidence.Weighed, candidates: tuple[Candidate, ...]
) -> list[tuple[float, Candidate]]:
    """The candidates with their scores, best first; ties by key."""
    scored = [(_score(question, weighed, candidate), candidate) for candidate in candidates]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].paragraph.key))


def _score(question: Question, weighed: evidence.Weighed, candidate: Candidate) -> float:
    paragraph = candidate.paragraph
    score = COVERAGE_WEIGHT * evidence.coverage(weighed, candidate.folded)
    score += FUSED_WEIGHT * candidate.fused
    score += KIND_WEIGHT * evidence.answers_kind(question.wants, candidate.folded)
    verbs = {clause.verb for clause in paragraph.clauses}
    score += VERB_WEIGHT * bool(verbs & set(question.verbs))
    named = {e.name for c in paragraph.clauses for e in (*c.addressees, *c.mentioned)}
    score += BODY_WEIGHT * bool(named & set(question.addressees))
    if paragraph.kind == "footnote" and "symbol" in question.wants:
        score += NOTE_WEIGHT
    elif paragraph.kind in ("footnote", "meta"):
        score -= NOTE_WEIGHT
    return score


def _reordered(
    question: Question, weighed: evidence.Weighed, ranked: list[tuple[float, Candidate]]
) -> list[tuple[float, Candidate]]:
    """What was ranked in the order of a reranker, where there is one.

    It has no say in whether anything is answered, and chooses among those that have enough.
    """
    if all(candidate.reranked is None for _, candidate in ranked):
        return ranked
    able = tuple(
        candidate if candidate.reranked is None else replace(candidate, fused=candidate.reranked)
        for _, candidate in ranked
        if _enough(question, weighed, candidate)
    )
    return ranked_candidates(question, weighed, able)


def _passages(
    question: Question, weighed: evidence.Weighed, kept: list[tuple[float, Candidate]]
) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            paragraph=candidate.paragraph,
            score=score,
            found_by="hybrid",
            clauses=evidence.best_clauses(question, weighed, candidate.paragraph),
        )
        for score, candidate in kept
    )


def _names(question: Question) -> tuple[Term, ...]:
    """What has to stand in a paragraph that answers; of 纽约还是日内瓦 either will do."""
    either = question.folded.find("还是")
    return tuple(
        term
        for term in question.terms
        if term.naming and not (0 <= either <= question.folded.find(term.word) + _BESIDE)
    )


def _absent_names(ask: Ask, candidates: tuple[Candidate, ...]) -> tuple[Missing, ...]:
    return tuple(
        Missing("term", term.word, ask.where)
        for term in _names(ask.question)
        if not any(evidence.hit(term, c.folded) for c in candidates)
    )


def _enough(question: Question, weighed: evidence.Weighed, top: Candidate) -> bool:
    """Whether the best paragraph has enough of what is asked about. Names alone are not enough."""
    others = [term for term in weighed.terms if not term.naming]
    if others and not any(evidence.hit(term, top.folded) for term in others):
        return False
    if evidence.asks_why(question) and not evidence.supported(weighed.terms, top.folded):
        return False
    wants_value = any(want != "who" for want in question.wants)
    enough = ENOUGH_FOR_A_VALUE if wants_value else ENOUGH
    if question.symbols and not wants_value:
        enough = ENOUGH_IF_AGREED if top.agreed else ENOUGH_IF_NAMED
    return evidence.coverage(weighed, top.folded) >= enough


def _unrelated(question: Question, candidates: tuple[Candidate, ...]) -> bool:
    """Whether nothing that the question speaks of is in the library, short names aside.

    A city that the texts happen to name does not make a question about hotels one about them.
    """
    others = [t for t in question.terms if not t.naming or len(t.wordings[-1]) >= _TITLE_LENGTH]
    return not any(evidence.hit(t, c.folded) == 1.0 for t in others for c in candidates)


def _absent_bodies(ask: Ask) -> tuple[Missing, ...]:
    """Bodies of their own that the question names and no paragraph looked in does."""
    named = [name for name in ask.question.addressees if name not in _LOOSELY_CALLED]
    if not named:
        return ()
    return tuple(
        Missing("body", name, ask.where) for name in named if not stands_in(ask, spellings(name))
    )


def _has_all_names(question: Question, candidate: Candidate) -> bool:
    return all(evidence.hit(term, candidate.folded) for term in _names(question))


def _apart(question: Question, ask: Ask) -> tuple[Missing, ...]:
    """Names that are each there, but in no paragraph together with what is asked."""
    return (Missing("content", "、".join(t.word for t in _names(question)), ask.where),)


def _nothing(
    weighed: evidence.Weighed, candidates: tuple[Candidate, ...], ask: Ask
) -> tuple[Missing, ...]:
    absent = [
        term.word
        for term in weighed.terms
        if not any(evidence.hit(term, c.folded) == 1.0 for c in candidates)
    ]
    if absent:
        return tuple(Missing("term", word, ask.where) for word in absent[:3])
    return (Missing("content", "", ask.where),)
