"""No sentence reaches the reader that cannot be checked. Pure functions, run on every answer.

A quotation is compared letter for letter with its source, a count is made again from what it
cites, and every other word has to be in the closed list of ``answering.phrases``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assistant.answering.comparison_phrases import change_faults, says_a_change
from assistant.answering.generative.claims import claims_of
from assistant.answering.listing_phrases import shown_by
from assistant.answering.phrases import own_words
from assistant.answering.version_phrases import says_of_versions, version_faults
from assistant.answering.wording_phrases import TABLES, USES, said_of
from assistant.errors import AnswerUnverified
from assistant.observing import step
from assistant.text.normalise import fold
from assistant.text.symbols import find_symbols
from assistant.text.terms import counterparts
from assistant.text.wording import Phrase
from assistant.types import Citation, Lang, Statement

# What joins several quotations of one sentence.
_JOINING = re.compile(r"[、,，\s]*")
_DIFFERENCES = frozenset({"more", "more_notes"})
_RESOLUTIONS = frozenset({"mentions_in"})  # counts resolutions cited, not paragraphs
_NAMED = frozenset({"symbol", "instrument", "session", "country"})
_ORDERS = frozenset({"earlier", "same_day", "as_many"})


def faults(statement: Statement, citations: Sequence[Citation]) -> tuple[str, ...]:
    """What is wrong with a statement; empty for one that may be shown."""
    return _faults(statement, {citation.n: citation for citation in citations})


def _faults(statement: Statement, by_number: Mapping[int, Citation]) -> tuple[str, ...]:
    unknown = [n for n in statement.citations if n not in by_number]
    if unknown:
        return tuple(f"marker {n} has no citation" for n in unknown)
    cited = [by_number[n] for n in statement.citations]
    checks = {"quote": _quotation, "computed": _computed, "connective": _connective, "fact": _fact}
    check = checks.get(statement.kind)
    return (*(check(statement, cited) if check else ()), *_marks(statement))


def verified(
    statements: Sequence[Statement], citations: Sequence[Citation]
) -> tuple[Statement, ...]:
    """The statements, all of which may be shown.

    Raises AnswerUnverified where one may not: a list with a sentence left out would pass for
    complete.
    """
    by_number = {citation.n: citation for citation in citations}
    with step("verify"):
        for statement in statements:
            if found := _faults(statement, by_number):
                raise AnswerUnverified(
                    f"回答没有通过核对，未予显示（{found[0]}）。请换一种问法，并报告这个问题。",
                    f"The answer failed its checks and is not shown ({found[0]}). "
                    "Ask in other words, and report this.",
                )
    return tuple(statements)


def _quotation(statement: Statement, cited: Sequence[Citation]) -> Iterator[str]:
    """Every quoted span stands in the text, in order; what is left is a lead or joins them."""
    if not statement.quotes:
        yield "a quotation without quoted words"
        return
    by_number = {citation.n: citation for citation in cited}
    own: list[str] = []
    at = 0
    for quote in statement.quotes:
        citation = by_number.get(quote.n)
        if citation is None:
            yield f"quote of {quote.n} is not cited"
            return
        words = citation.text[quote.start : quote.end]
        if not words or not 0 <= quote.start < quote.end <= len(citation.text):
            yield f"quote of {quote.n} is empty"
            return
        # A lead may hold the quoted words too (a title in a heading): the last place counts.
        last = quote is statement.quotes[-1]
        position = statement.text.rfind(words) if last else statement.text.find(words, at)
        if position < at:
            yield f"words quoted from {quote.n} are not in the statement"
            return
        own.append(statement.text[at:position])
        at = position + len(words)
    own.append(statement.text[at:])
    yield from _own_words(own, cited)
    said = own_words(own[0]) if own[0] else None
    if said is not None and said[1] not in (None, len(statement.quotes)):
        yield f"says {said[1]} and quotes {len(statement.quotes)}"


def _fact(statement: Statement, cited: Sequence[Citation]) -> Iterator[str]:
    """A model's sentence was held against single acts when it was written
    (``generative.support``); here once more all that it names has to stand in what it cites."""
    if not cited:
        yield "a fact without a citation"
    by_number = {citation.n: citation for citation in cited}
    for quote in statement.quotes:
        words = by_number[quote.n].text[quote.start : quote.end] if quote.n in by_number else ""
        if not words or words not in statement.text:
            yield f"words quoted from {quote.n} are not in the statement"
    claimed = claims_of(fold(statement.text).text)
    held = {
        (claim.kind, claim.value)
        for citation in cited
        for claim in claims_of(fold(f"{citation.label} {citation.text}").text)
    }
    for claim in claimed:
        if claim.kind in _NAMED and (claim.kind, claim.value) not in held:
            yield f"says {claim.text}, which is not in what it cites"


def _marks(statement: Statement) -> Iterator[str]:
    """The words said to answer are some of those that are quoted."""
    for mark in statement.answers:
        quotes = (quote for quote in statement.quotes if quote.n == mark.n)
        inside = any(q.start <= mark.start < mark.end <= q.end for q in quotes)
        if not inside:
            yield f"marks words of {mark.n} that are not quoted"


def _own_words(own: Sequence[str], cited: Sequence[Citation]) -> Iterator[str]:
    lead, *between = own
    if lead and own_words(lead) is None:
        yield f"words of its own: {lead}"
    yield from (f"words of its own: {part}" for part in between if not _JOINING.fullmatch(part))
    yield from _foreign_symbols(lead, cited)


def _foreign_symbols(words: str, cited: Sequence[Citation]) -> Iterator[str]:
    held = {citation.symbol for citation in cited}
    for mention in find_symbols(fold(words).text):
        if mention.kind == "resolution" and mention.symbol not in held:
            yield f"speaks of {mention.symbol} and does not cite it"


def _computed(statement: Statement, cited: Sequence[Citation]) -> Iterator[str]:
    """A count is made again; an order is of resolutions that are cited."""
    said = own_words(statement.text)
    if said is None:
        yield "words of its own"
        return
    if not cited:
        yield "a computed sentence that cites nothing"
        return
    yield from _recounted(*said, statement, cited)


def _recounted(
    name: str, stated: int | None, statement: Statement, cited: Sequence[Citation]
) -> Iterator[str]:
    if name in _DIFFERENCES:
        sizes = sorted(Counter(citation.symbol for citation in cited).values())
        if len(sizes) != 2 or stated != sizes[1] - sizes[0]:
            yield f"says a difference of {stated}"
    elif says_a_change(name):
        yield from change_faults(name, statement.text, cited)
    elif name in _RESOLUTIONS:
        if stated != len({citation.symbol for citation in cited}):
            yield f"says {stated} resolutions"
    elif says_of_versions(name):
        yield from version_faults(name, statement.text, stated, cited)
    elif name in USES and not _all_use_it(statement, cited):
        yield "cites a paragraph that does not use the phrase"
    elif name not in _ORDERS:
        yield from _list_faults(statement.text, stated, cited)


def _list_faults(text: str, stated: int | None, cited: Sequence[Citation]) -> Iterator[str]:
    """A list's lead counts all that it cites, or says which of how many they are."""
    shown = shown_by(text)
    symbols = len({citation.symbol for citation in cited})
    if shown.first is None or shown.last is None:
        if stated != len(cited):
            yield f"says {stated} and cites {len(cited)}"
        if shown.resolutions not in (None, symbols):
            yield f"says {shown.resolutions} resolutions"
        return
    if shown.last - shown.first + 1 != len(cited):
        yield f"shows {shown.first} to {shown.last} and cites {len(cited)}"
    if not 1 <= shown.first <= shown.last <= (stated or 0):
        yield f"shows {shown.first} to {shown.last} of {stated}"
    if shown.resolutions is not None and not symbols <= shown.resolutions <= (stated or 0):
        yield f"says {shown.resolutions} resolutions"


def _all_use_it(statement: Statement, cited: Sequence[Citation]) -> bool:
    phrase = Phrase(said_of(statement.text)[0])
    return all(phrase.used_in(citation.text) for citation in cited)


def _connective(statement: Statement, _cited: Sequence[Citation]) -> Iterator[str]:
    if statement.quotes or statement.citations:
        yield "a connective sentence cites"
    said = own_words(statement.text)
    if said is None:
        yield "words of its own"
    elif said[0] in TABLES and not _is_of_the_table(statement.text):
        yield "says of a table what it does not have"


def _is_of_the_table(text: str) -> bool:
    phrase, said = said_of(text)
    lang: Lang = "zh" if Phrase(phrase).is_chinese else "en"
    terms = {term.text for term in counterparts(phrase, lang)}
    return terms >= set(re.split("”(?:、|, )“", said))
