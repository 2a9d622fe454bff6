"""From a ``Question`` to the passages that answer it, or to what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.library.library import Library
from assistant.retrieval import combining, hybrid
from assistant.retrieval.acts import acts
from assistant.retrieval.ask import Ask
from assistant.retrieval.bearing import bearing
from assistant.retrieval.common_language import in_language
from assistant.retrieval.comparisons import compared, paired
from assistant.retrieval.masthead import overview
from assistant.retrieval.nearby import with_nearest
from assistant.retrieval.outage import Failing
from assistant.retrieval.paging import Window, page_of
from assistant.retrieval.pointing import marked
from assistant.retrieval.references import mentioned_by
from assistant.retrieval.sayings import precedents_found, wording_found
from assistant.retrieval.scope import asks_yes_or_no, false_premises, held_scope
from assistant.retrieval.structural import LOOK_UPS
from assistant.retrieval.subparagraphs import complete
from assistant.text.catalogue import Catalogue
from assistant.text.symbols import printed_numbers, spellings
from assistant.types import Found, Intent, Missing, Passage, Question, Resolution, Summary, Term

__all__ = ["retrieve"]


def retrieve(
    question: Question,
    library: Library,
    summaries: Iterable[Summary],
    read: Callable[[str], Resolution],
    window: Window | None = None,
) -> Found:
    """Answer a question from the records, and by similarity only where structure cannot.

    ``read`` gives a resolution by symbol and may remember those it gave; ``window`` is what is
    shown of a long list.
    """
    dense = Failing(library.dense)
    found = _retrieved(question, library.asked_through(dense), summaries, read, window)
    return replace(found, by_words_alone=dense.has_failed)


def _retrieved(
    question: Question,
    library: Library,
    summaries: Iterable[Summary],
    read: Callable[[str], Resolution],
    window: Window | None,
) -> Found:
    catalogue = Catalogue.of(summaries)
    everywhere = Ask(
        question,
        catalogue.symbols,
        library.records,
        read,
        catalogue,
        window,
        library.paragraphs_having,
        library.records.leading_items(),
    )
    if question.intent == "refuse":
        return bearing(everywhere, library)
    found = _answering(everywhere, library, catalogue)
    return with_nearest(found, question, library, catalogue)


def _answering(everywhere: Ask, library: Library, catalogue: Catalogue) -> Found:
    question, read = everywhere.question, everywhere.read
    if question.intent == "series":  # of a resolution that need not be held itself
        return LOOK_UPS["series"](everywhere)
    scope = held_scope(question, catalogue, library.records.stated)
    if not scope.symbols and _asks_for_its_date(question):
        return _date_as_cited(everywhere)
    asks = question.intent == "content" and question.terms
    if not scope.symbols and (asks or _MADE_UNDER.search(question.folded)):
        question = _with_cited_symbols(question, library)
        scope = held_scope(question, catalogue, library.records.stated)
    if not scope.symbols:
        return Found((), scope.missing, (), refused=True)
    vague = question.intent == "paragraph" and not _names_scope(question)
    if len(scope.symbols) > 1 and (vague or question.dangling):
        return Found((), (), scope.symbols, ambiguous=True)
    wrong, shown = false_premises(question, scope.symbols, read)
    if wrong and not asks_yes_or_no(question):
        return Found(shown, wrong, scope.symbols, refused=True)
    ask = replace(everywhere, question=question, symbols=scope.symbols)
    found = _paged(_look_up(ask, library), ask)
    if not found.refused:
        found = replace(found, passages=_complete(found, ask))
    # A masthead that was lost is a paragraph without a text: there is nothing to quote of it.
    found = replace(found, passages=tuple(p for p in found.passages if p.paragraph.text))
    if not found.refused:
        found = replace(found, passages=marked(question, found.passages))
    missing = (*scope.missing, *_without_silence(found.missing, question, scope.symbols, read))
    if not found.passages and not missing:
        missing = (Missing("content", "", ask.where),)
    return replace(found, missing=missing)


def _complete(found: Found, ask: Ask) -> tuple[Passage, ...]:
    """The passages with what completes them, in the language that texts were compared in."""
    read = ask.read
    if found.comparisons:
        read = in_language(ask.records, read, found.comparisons[0].lang)
    return complete(ask.question.intent, found.passages, read, ask.leads_items)


# Lists of paragraphs that may be long; acts and the library's own list cut theirs themselves.
_LISTS: frozenset[Intent] = frozenset({"deadlines", "mentioned_by", "phrase"})


def _paged(found: Found, ask: Ask) -> Found:
    """The page of a list that is shown, with the whole it is of."""
    if ask.question.intent not in _LISTS or found.refused or found.whole is not None:
        return found
    shown, whole = page_of(found.passages, lambda passage: passage.paragraph.key, ask.window)
    return replace(found, passages=tuple(shown), whole=whole)


# What only the operative part would say.
_OF_THE_OPERATIVE_PART = frozenset({"acts", "deadlines", "count", "compare", "paragraph"})


def _without_silence(
    missing: tuple[Missing, ...],
    question: Question,
    symbols: tuple[str, ...],
    read: Callable[[str], Resolution],
) -> tuple[Missing, ...]:
    """What is missing, with a text that lost its operative part in place of what it lacks.

    Nothing follows from its silence: that it requests nothing would be made up.
    """
    if question.intent not in _OF_THE_OPERATIVE_PART or not question.symbols:
        return missing
    cut = [symbol for symbol in symbols if "operative" in read(symbol).inferred]
    rest = tuple(gap for gap in missing if gap.where is None or gap.where not in cut)
    return (*rest, *(Missing("operative", "", symbol) for symbol in cut))


def _asks_for_its_date(question: Question) -> bool:
    """Whether all that is asked of the one resolution named is when it was adopted."""
    asks = question.attribute == "date" or (question.attribute is None and "date" in question.wants)
    only = question.intent in ("masthead", "overview", "content") and not question.terms
    return asks and only and len(question.symbols) == 1


# The report made under 74/54, 根据74/54提出的报告: what it asked for, not the resolution.
_MADE_UNDER = re.compile(
    r"(?:\bunder|\bpursuant to|根据|按照?|依照?)\s*(?:第|resolution )?[0-9]{1,3}/[0-9]{1,4}",
    re.IGNORECASE,
)


def _with_cited_symbols(question: Question, library: Library) -> Question:
    """按74/54写的那份报告: a resolution that is not held, but that the texts held speak of."""
    cited = [
        symbol for symbol in question.symbols if library.records.mentions_of(spellings(symbol))
    ]
    if len(cited) < len(question.symbols) or question.missing:
        return question
    numbers = [printed_numbers(symbol) for symbol in cited]
    named = tuple(Term(printed[0], printed, naming=True, noun=True) for printed in numbers)
    made = tuple(Term(name, (name,), noun=True) for name in question.deliverables)
    terms = (*question.terms, *made, *named)
    return replace(question, intent="content", symbols=(), deliverables=(), terms=terms)


def _date_as_cited(ask: Ask) -> Found:
    """The date of a resolution that is not held, as those that mention it print it."""
    symbol = ask.question.symbols[0]
    asked = replace(ask.question, intent="mentioned_by", target=symbol, symbols=())
    found = mentioned_by(replace(ask, question=replace(asked, attribute="date")))
    return replace(found, missing=(Missing("symbol", symbol),), plain=True)


def _names_scope(question: Question) -> bool:
    return bool(question.symbols) or question.session is not None or question.everywhere


def _look_up(ask: Ask, library: Library) -> Found:
    question = ask.question
    if search := _SEARCHES.get(question.intent):
        return search(ask, library)
    found = LOOK_UPS[question.intent](ask)
    timeless = question.deadline_session is None and question.due is None
    if found.refused and question.intent == "deadlines" and timeless:
        return hybrid.content(ask, library)
    return found


def _both_sides(ask: Ask, library: Library) -> Found:
    """What is compared: the texts beside each other, or looked up in each by itself."""
    question = ask.question
    if not question.terms and (found := compared(ask)) is not None:
        return found
    if question.verbs or question.directive or question.addressees:
        return acts(ask)
    if not question.terms:
        return overview(ask)
    found = combining.each_alone(ask, lambda side: hybrid.content(side, library))
    return (paired(ask) or found) if found.refused else found


# What needs the indexes beside the records.
_SEARCHES: dict[Intent, Callable[[Ask, Library], Found]] = {
    "content": hybrid.content,
    "phrase": hybrid.phrase,
    "precedents": precedents_found,
    "wording": wording_found,
    "compare": _both_sides,
}
