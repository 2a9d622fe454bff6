"""Questions about content: both indexes asked, fused, and weighed by what the question names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.library.library import Library
from assistant.retrieval import evidence, structural
from assistant.retrieval.fusion import RRF_K, fuse
from assistant.retrieval.structural import Ask
from assistant.text.glossary import established
from assistant.text.normalise import fold
from assistant.types import Found, Missing, Paragraph, Passage, Question, Summary, Term

POOL = 40  # paragraphs taken from each index
COVERAGE_WEIGHT = 1.0
FUSED_WEIGHT = 0.6  # of the fused rank, scaled to 0 … 1
KIND_WEIGHT = 0.15  # of having the kind of words asked for
VERB_WEIGHT = 0.25
BODY_WEIGHT = 0.2
NOTE_PENALTY = 0.3  # of notes and masthead, unless a document number is asked for
ENOUGH = 0.34  # coverage below which nothing is answered
CLOSE = 0.93  # share of the best score from which a further paragraph is cited too
MOST_CITED = 3


@dataclass(frozen=True, slots=True)
class _Candidate:
    paragraph: Paragraph
    folded: str
    fused: float  # 0 … 1


def content(ask: Ask, library: Library) -> Found:
    """The paragraphs that answer a question about content, or why none does."""
    question = ask.question
    if refused := _impossible_act(ask):
        return refused
    acts = structural.find_acts(ask, question) if _directs(question) else ()
    candidates = _candidates(ask, library, acts)
    terms = (*question.terms, *_body_terms(question))
    weighed = evidence.weigh(terms, [c.folded for c in candidates])
    if missing := _absent_names(ask, candidates):
        return Found((), missing, ask.symbols, refused=True)
    ranked = sorted(
        ((_score(question, weighed, c), c) for c in candidates),
        key=lambda scored: (-scored[0], scored[1].paragraph.key),
    )
    ranked = [(score, c) for score, c in ranked if _has_all_names(question, c)]
    if not ranked:
        return Found((), _apart(question, ask), ask.symbols, refused=True)
    top_score, top = ranked[0]
    enough = ENOUGH / 2 if acts else ENOUGH
    if evidence.coverage(weighed, top.folded) < enough and question.lang == "zh":
        return Found((), _nothing(question, weighed, candidates), ask.symbols, refused=True)
    kept = [c for score, c in ranked[:MOST_CITED] if score >= CLOSE * top_score]
    passages = tuple(
        Passage(c.paragraph, score, "hybrid", evidence.best_clauses(question, weighed, c.paragraph))
        for c, (score, _) in zip(kept, ranked, strict=False)
    )
    return Found(passages, (), ask.symbols)


def phrase(ask: Ask, library: Library) -> Found:
    """Every paragraph that has all the words asked about, else what comes nearest."""
    question = ask.question
    wanted = (*question.terms, *_body_terms(question))
    exact = []
    for symbol in ask.symbols:
        for paragraph in ask.records.read(symbol).paragraphs:
            if question.kinds and paragraph.kind not in question.kinds:
                continue
            if paragraph.kind in ("meta", "end"):
                continue
            folded = fold(paragraph.text).text
            if all(evidence.hit(term, folded) == 1.0 for term in wanted):
                exact.append(structural.whole(paragraph))
    if exact:
        return Found(tuple(exact), (), ask.symbols)
    return content(ask, library)


def _directs(question: Question) -> bool:
    return question.directive or (
        bool(question.verbs) and bool(question.addressees) and question.lang == "zh"
    )


def _impossible_act(ask: Ask) -> Found | None:
    """A verb, or a verb with a body, that no act of the resolutions has: a false premise."""
    question = ask.question
    if not _directs(question):
        only = replace(question, addressees=(), directive=False)
        if not question.verbs or structural.find_acts(ask, only):
            return None
        if any(_in_text(ask, verb) for verb in question.verbs):
            return None
        return Found(
            (), structural.why_no_act(replace(ask, question=only)), ask.symbols, refused=True
        )
    if not question.addressees or structural.find_acts(ask, question):
        return None
    return Found((), structural.why_no_act(ask), ask.symbols, refused=True)


def _in_text(ask: Ask, word: str) -> bool:
    return any(
        word in paragraph.text
        for symbol in ask.symbols
        for paragraph in ask.records.read(symbol).paragraphs
    )


def _body_terms(question: Question) -> tuple[Term, ...]:
    return tuple(Term(name, established(name)) for name in question.addressees)


def _candidates(ask: Ask, library: Library, acts: tuple[Passage, ...]) -> tuple[_Candidate, ...]:
    question = ask.question
    if acts:
        return tuple(_Candidate(p.paragraph, fold(p.paragraph.text).text, 1.0) for p in acts)
    keys = _keys(ask, library)
    words = [w for term in (*question.terms, *_body_terms(question)) for w in term.wordings]
    words.extend(question.verbs)
    rankings = [library.dense.search(question.folded, POOL, keys)]
    if words:
        rankings.append(library.lexical.search(" ".join(words), POOL, keys))
    fused = fuse(*rankings)
    best = len(rankings) / (RRF_K + 1)
    scores = dict(fused)
    found = library.records.paragraphs([key for key, _ in fused])
    return tuple(
        _Candidate(p, fold(p.text).text, scores[p.key] / best)
        for p in found
        if p.kind != "end" and (not question.kinds or p.kind in question.kinds)
    )


def _keys(ask: Ask, library: Library) -> list[str] | None:
    if not (ask.question.symbols or ask.question.session is not None):
        return None
    return [f"{s}#{place}" for s in ask.symbols for place in library.records.places(s)]


def _score(question: Question, weighed: evidence.Weighed, candidate: _Candidate) -> float:
    paragraph = candidate.paragraph
    score = COVERAGE_WEIGHT * evidence.coverage(weighed, candidate.folded)
    score += FUSED_WEIGHT * candidate.fused
    score += KIND_WEIGHT * evidence.answers_kind(question.wants, candidate.folded)
    verbs = {clause.verb for clause in paragraph.clauses}
    score += VERB_WEIGHT * bool(verbs & set(question.verbs))
    named = {e.name for c in paragraph.clauses for e in (*c.addressees, *c.mentioned)}
    score += BODY_WEIGHT * bool(named & set(question.addressees))
    if paragraph.kind in ("footnote", "meta") and "symbol" not in question.wants:
        score -= NOTE_PENALTY
    return score


def _names(question: Question) -> tuple[Term, ...]:
    return tuple(term for term in question.terms if term.naming)


def _absent_names(ask: Ask, candidates: tuple[_Candidate, ...]) -> tuple[Missing, ...]:
    where = ask.symbols[0] if len(ask.symbols) == 1 else None
    return tuple(
        Missing("term", term.word, where)
        for term in _names(ask.question)
        if not any(evidence.hit(term, c.folded) for c in candidates)
    )


def _has_all_names(question: Question, candidate: _Candidate) -> bool:
    return all(evidence.hit(term, candidate.folded) for term in _names(question))


def _apart(question: Question, ask: Ask) -> tuple[Missing, ...]:
    """Names that are each there, but in no paragraph together."""
    where = ask.symbols[0] if len(ask.symbols) == 1 else None
    return (Missing("content", "、".join(term.word for term in _names(question)), where),)


def _nothing(
    question: Question, weighed: evidence.Weighed, candidates: tuple[_Candidate, ...]
) -> tuple[Missing, ...]:
    absent = [
        term.word
        for term in weighed.terms
        if not any(evidence.hit(term, c.folded) == 1.0 for c in candidates)
    ]
    if absent:
        return tuple(Missing("term", word) for word in absent[:3])
    return (Missing("content", question.folded),)


def ranked_paragraphs(
    question: Question, library: Library, catalogue: tuple[Summary, ...], *, limit: int
) -> tuple[tuple[Paragraph, float], ...]:
    """Paragraphs for free words, best first: the ranking that content questions use, bare."""
    ask = Ask(question, tuple(s.symbol for s in catalogue), library.records)
    candidates = _candidates(ask, library, ())
    terms = (*question.terms, *_body_terms(question))
    weighed = evidence.weigh(terms, [c.folded for c in candidates])
    scored = sorted(
        ((c.paragraph, round(_score(question, weighed, c), 6)) for c in candidates),
        key=lambda pair: (-pair[1], pair[0].key),
    )
    return tuple(scored[:limit])
